#pragma once

#include <QLocale>
#include <QString>

#include <span>

namespace sealift {

/// A language that the window speaks.
struct Language {
    const char *code;       ///< as locales and the settings name it ("de", "zh_CN")
    const char *nativeName; ///< UTF-8, in the language itself, so that its speakers find it
};

/// All of them, English - the language of the source - first.
std::span<const Language> languages();

/// The code of the language to use. @param wish a code of the settings; empty: what the system's locale asks for.
/// English where nothing fits.
QString languageFor(const QString &wish, const QLocale &system);

} // namespace sealift
