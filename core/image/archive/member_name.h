#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// What an archive or a package may hold before it is refused.
struct ArchiveLimits {
    int maxMembers = 10'000;
};

/// A member's name as Sealift uses it: relative, '/' between its parts, no "." and no "..". Every name out of an
/// archive or a description passes here before anything is looked up by it.
/// @param raw as it is in the archive; UTF-8, else Latin-1. @param archive names the archive in errors.
/// Errors: Unsafe (absolute, leads out of the archive, a control character, a backslash or drive letter), Corrupt
/// (empty).
Result<QString> safeMemberName(const QByteArray &raw, const QString &archive);

} // namespace sealift
