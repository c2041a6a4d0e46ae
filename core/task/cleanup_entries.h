#pragma once

#include "base/error.h"
#include "scratch/cleanup_report.h"

#include <QStringList>

namespace sealift {

// Entries of reports of what a task has at its destination, with the time of this moment.

CleanupEntry cleanupEntry(const char *name, bool ok, const QString &detail);

/// One that did not work. @param what it was about.
CleanupEntry failedEntry(const char *name, const QString &what, const Error &error);

/// That these things were removed at a place, or that there was nothing to remove.
CleanupEntry removalEntry(const char *name, const QStringList &removed, const QString &where);

/// That nothing is left at a place; not OK where something is.
CleanupEntry absenceEntry(const char *name, const QStringList &left, const QString &where);

} // namespace sealift
