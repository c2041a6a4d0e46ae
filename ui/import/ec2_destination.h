#pragma once

#include "ui/services/ec2_service.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace sealift {

class Ec2AccountForm;
class FieldNote;

/// What images become at Amazon EC2, how they get there, and by which key they are encrypted.
class Ec2Destination : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Image, Snapshot };

    /// @param service must outlive the widget.
    explicit Ec2Destination(Ec2Service &service, QWidget *parent = nullptr);

    void setKind(Kind kind);
    /// EC2 has answered, and what is given fits.
    bool isComplete() const;
    /// For each of the images; path and name are left open.
    SnapshotSettings settings() const;

Q_SIGNALS:
    void changed();

private:
    void addMachine();
    bool isStaged() const;
    void judge();
    void judgeStaging();

    Kind m_kind = Kind::Image;
    QFormLayout *m_form;
    Ec2AccountForm *m_account;
    QComboBox *m_way;
    QLineEdit *m_staging;
    QComboBox *m_stagingEncryption;
    FieldNote *m_stagingNote;
    QLineEdit *m_kmsKey;
    QWidget *m_machine; ///< only of images
    QComboBox *m_bootMode;
    QComboBox *m_architecture;
    bool m_isStagingGood = false;
};

} // namespace sealift
