#pragma once

#include "base/result.h"
#include "policy/subject.h"

#include <stop_token>

namespace sealift {

/// What preflight judges of something that somebody wants to import - a disk image, an appliance (its system disk), or
/// either of them compressed - into a library; another destination can be put into it. A disk that cannot be looked at,
/// as one that only import unpacks, says why. Takes about a second. Errors: those of inspectImage(), inspectPackage()
/// and LocalFile::open().
Result<PreflightSubject> inspectSource(const QString &path, const std::stop_token &stop);

} // namespace sealift
