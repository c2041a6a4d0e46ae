#pragma once

#include <QDialog>

class QLineEdit;

namespace sealift {

/// Asks for the code that an MFA device shows now.
class MfaDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param serial of the device, as AWS's configuration has it.
    explicit MfaDialog(const QString &serial, QWidget *parent = nullptr);

    QString code() const;

private:
    QLineEdit *m_code;
};

} // namespace sealift
