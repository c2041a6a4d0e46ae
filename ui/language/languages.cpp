#include "ui/language/languages.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr std::array kLanguages = {
    Language{"en", "English"}, Language{"de", "Deutsch"}, Language{"fr", "Français"},
    Language{"es", "Español"}, Language{"ja", "日本語"},  Language{"zh_CN", "简体中文"},
};

/// The code whose language, script and, where one of them has a territory, territory are those of `locale`.
QString codeOf(const QLocale &locale)
{
    for (const auto &language : kLanguages) {
        const QLocale known(QString::fromLatin1(language.code));
        if (known.language() == locale.language() && known.script() == locale.script())
            return QString::fromLatin1(language.code);
    }
    return {};
}

} // namespace

std::span<const Language> languages()
{
    return kLanguages;
}

QString languageFor(const QString &wish, const QLocale &system)
{
    const bool isKnown = std::any_of(kLanguages.begin(), kLanguages.end(),
                                     [&](const Language &language) { return wish == QLatin1String(language.code); });
    if (isKnown)
        return wish;
    for (const auto &name : system.uiLanguages()) {
        if (const auto code = codeOf(QLocale(name)); !code.isEmpty())
            return code;
    }
    return QString::fromLatin1(kLanguages.front().code);
}

} // namespace sealift
