#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace sealift {

/// Puts the application into one language: the texts of Sealift and of Qt itself, numbers and dates, and the direction
/// of the layout. Every widget gets a QEvent::LanguageChange when the language changes. Lives on the window's thread,
/// as long as the application object at the most.
class LanguageSwitch
{
public:
    LanguageSwitch();
    ~LanguageSwitch();
    LanguageSwitch(const LanguageSwitch &) = delete;
    LanguageSwitch &operator=(const LanguageSwitch &) = delete;

    /// @param wish as languageFor() takes it. Numbers and dates keep the system's territory where it speaks that
    /// language (de_AT for "de").
    void use(const QString &wish);

    /// The code of the language in use.
    const QString &current() const { return m_current; }

private:
    const QLocale m_system;
    QString m_current;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace sealift
