#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace sealift {

/// One step of a destruction, or one check of a confirmation, with its outcome.
struct CleanupEntry {
    QString name; ///< stable, for machines ("key-erased", "volume-gone")
    bool ok = false;
    QString detail; ///< what was done or seen; of what failed: what is left, and where
    QDateTime at;   ///< UTC

    bool operator==(const CleanupEntry &) const = default;
};

using StepResult = CleanupEntry;
using CheckResult = CleanupEntry;

inline bool allOk(const QList<CleanupEntry> &entries)
{
    return std::all_of(entries.begin(), entries.end(), [](const CleanupEntry &entry) { return entry.ok; });
}

/// What failed and so is left, in words, for people and the journal.
inline QStringList leftIn(const QList<CleanupEntry> &entries)
{
    QStringList left;
    for (const auto &entry : entries) {
        if (!entry.ok)
            left.append(QStringLiteral("%1: %2").arg(entry.name, entry.detail));
    }
    return left;
}

} // namespace sealift
