#include "ui/language/language_switch.h"

#include "ui/language/languages.h"

#include <QGuiApplication>
#include <QLibraryInfo>

namespace sealift {

LanguageSwitch::LanguageSwitch()
    : m_system(QLocale::system())
{
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void LanguageSwitch::use(const QString &wish)
{
    const auto code = languageFor(wish, m_system);
    if (code == m_current)
        return;
    m_current = code;
    const QLocale wanted(code);
    const bool isSystems = m_system.language() == wanted.language() && m_system.script() == wanted.script();
    const auto locale = isSystems ? m_system : wanted;
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());

    // Qt's first: of two that know a text the one installed last is asked first. English has none of Qt's, and of
    // Sealift's only the plural forms.
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (m_qt.load(wanted, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/sealift_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace sealift
