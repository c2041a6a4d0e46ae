#pragma once

#include <QString>
#include <QStringList>

#include <random>

namespace sealift::test {

/// Draws texts from a seed; the same on every machine, which the standard library's distributions do not promise.
class Drawer
{
public:
    explicit Drawer(quint32 seed)
        : m_engine(seed)
    {
    }

    int below(int bound) { return static_cast<int>(m_engine() % static_cast<quint32>(bound)); }
    int between(int first, int last) { return first + below(last - first + 1); }

    QString of(const QString &alphabet, int length)
    {
        QString text;
        for (int i = 0; i < length; ++i)
            text += alphabet[below(static_cast<int>(alphabet.size()))];
        return text;
    }
    QString oneOf(const QStringList &choices) { return choices[below(static_cast<int>(choices.size()))]; }

    QString hex(int length) { return of(QStringLiteral("0123456789abcdef"), length); }
    QString digits(int length) { return of(QStringLiteral("0123456789"), length); }
    QString base62(int length) { return of(kUpper + kLower + kDigits, length); }
    QString base64(int length) { return of(kUpper + kLower + kDigits + QStringLiteral("+/"), length); }
    QString base64url(int length) { return of(kUpper + kLower + kDigits + QStringLiteral("-_"), length); }
    QString upperAndDigits(int length) { return of(kUpper + kDigits, length); }

private:
    const QString kUpper = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const QString kLower = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
    const QString kDigits = QStringLiteral("0123456789");

    std::mt19937 m_engine;
};

} // namespace sealift::test
