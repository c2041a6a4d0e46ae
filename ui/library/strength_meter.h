#pragma once

#include "crypto/password_strength.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace sealift {

/// Says what a password is worth, in a bar and in words.
class StrengthMeter : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget *parent = nullptr);

    /// @param isEmpty nothing was typed yet: nothing is said.
    void setStrength(const PasswordStrength &strength, bool isEmpty);

private:
    QProgressBar *m_bar;
    QLabel *m_words;
};

} // namespace sealift
