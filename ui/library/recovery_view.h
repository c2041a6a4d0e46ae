#pragma once

#include "ui/services/recovery_sheet_service.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;

namespace sealift {

class FieldNote;

/// Shows a new library's recovery passphrase, this one time: to print or save it, if the user wants that, and to make
/// sure that it was kept, by two groups of it that are to be typed.
class RecoveryView : public QWidget
{
    Q_OBJECT

public:
    /// @param sheets must outlive the view.
    explicit RecoveryView(RecoverySheetService &sheets, QWidget *parent = nullptr);

    void setSheet(const RecoverySheet &sheet);
    /// Both groups were typed.
    bool isConfirmed() const;
    /// Which groups are asked for, counted from 1.
    std::array<int, 2> asked() const { return m_asked; }
    void saveTo(const QString &path, RecoverySheetService::Format format);

Q_SIGNALS:
    void changed();

private:
    void choosePath(RecoverySheetService::Format format);
    void check();
    QString group(int number) const;

    RecoverySheetService &m_sheets;
    RecoverySheet m_sheet;
    std::array<int, 2> m_asked{};
    QLabel *m_passphrase;
    FieldNote *m_kept;
    std::array<QLabel *, 2> m_labels;
    std::array<QLineEdit *, 2> m_typed;
    FieldNote *m_note;
};

} // namespace sealift
