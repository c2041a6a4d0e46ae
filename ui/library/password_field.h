#pragma once

#include <QLineEdit>
#include <QtCrypto>

namespace sealift {

/// A field for a password: hidden, with a button to show it. Qt keeps what is typed in ordinary memory while the field
/// exists; password() puts it into locked memory, and the field forgets what it shows when it is cleared.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

    /// As UTF-8.
    QCA::SecureArray password() const;
    void setPassword(const QCA::SecureArray &password);
    void reveal(bool shown);
    bool isRevealed() const { return echoMode() == Normal; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *m_reveal = nullptr;
};

} // namespace sealift
