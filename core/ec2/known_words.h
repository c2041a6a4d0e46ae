#pragma once

#include <QString>

#include <span>

namespace sealift {

/// Words that a service uses, and what can be done about it.
struct KnownWords {
    const char *words; ///< in any case of letters
    const char *remedy;
};

/// The remedy of the first that fits; empty where none does.
inline QString remedyFor(std::span<const KnownWords> known, const QString &serviceWords)
{
    for (const auto &one : known) {
        if (serviceWords.contains(QLatin1String(one.words), Qt::CaseInsensitive))
            return QLatin1String(one.remedy);
    }
    return {};
}

} // namespace sealift
