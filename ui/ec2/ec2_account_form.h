#pragma once

#include "ui/services/ec2_service.h"

#include <QTimer>
#include <QWidget>

namespace sealift {

class BucketFields;
class FieldNote;

/// Whose credentials Amazon EC2 is asked with, and in which region. Says live who that is, before anything is moved.
class Ec2AccountForm : public QWidget
{
    Q_OBJECT

public:
    enum class Want {
        Identity, ///< who it is
        Listing,  ///< and what that account has: listed() tells
    };

    /// @param service must outlive the form. Nothing is asked before the form is shown.
    Ec2AccountForm(Want want, Ec2Service &service, QWidget *parent = nullptr);

    /// EC2 has answered to what is in the fields.
    bool isComplete() const { return m_isGood; }
    /// With the region that was found.
    Ec2Settings settings() const;
    /// Asks again.
    void look();

Q_SIGNALS:
    void changed();
    void listed(const sealift::Ec2Listing &listing);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Ec2Settings asked() const;
    void edited();
    void showAccount(const Ec2Account &account);

    const Want m_want;
    Ec2Service &m_service;
    BucketFields *m_fields;
    FieldNote *m_note;
    QTimer m_soon; ///< it is asked when typing has paused
    QString m_region;
    bool m_wasShown = false;
    bool m_isGood = false;
};

} // namespace sealift
