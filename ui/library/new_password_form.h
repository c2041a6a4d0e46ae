#pragma once

#include "crypto/password_strength.h"

#include <QByteArrayList>
#include <QWidget>
#include <QtCrypto>

class QCheckBox;

namespace sealift {

class FieldNote;
class PasswordField;
class StrengthMeter;

/// Where a new password is thought of: twice the same, with what it is worth, or a generated one.
class NewPasswordForm : public QWidget
{
    Q_OBJECT

public:
    /// @param offerKeyring shows the choice to remember it.
    explicit NewPasswordForm(bool offerKeyring, QWidget *parent = nullptr);

    /// What anybody would try first; a password made of it is worth nothing.
    void setKnownWords(const QByteArrayList &words) { m_knownWords = words; }

    /// Something was typed, twice the same.
    bool isComplete() const;
    bool isWeak() const { return m_strength.grade == PasswordGrade::Weak; }
    QCA::SecureArray password() const;
    bool remember() const;
    /// Forgets what was typed.
    void clear();

Q_SIGNALS:
    void changed();

private:
    void update();
    void generate();

    PasswordField *m_password;
    PasswordField *m_repeated;
    StrengthMeter *m_meter;
    FieldNote *m_note;
    QCheckBox *m_remember;
    QByteArrayList m_knownWords;
    PasswordStrength m_strength;
};

} // namespace sealift
