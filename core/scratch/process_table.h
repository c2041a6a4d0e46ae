#pragma once

#include "base/result.h"
#include "scratch/confirmation.h"

#include <QList>
#include <QString>

#include <utility>

namespace sealift {

/// What the kernel says in /proc about processes, sockets and mounts; for confirmScratch().

/// The links of the open descriptors of this process and of all others that may be looked at.
Result<QList<std::pair<pid_t, QString>>> openPaths();

/// Whether that very process runs. One that has ended and was not waited for holds nothing any more.
bool isAlive(const HelperProcess &process);

/// The name of a process's program; empty where there is none.
QString processName(pid_t pid);

/// The paths of all bound Unix sockets.
Result<QStringList> boundSocketPaths();

struct MountPoint {
    QString source; ///< path inside the file system that is mounted
    QString point;  ///< where
};
Result<QList<MountPoint>> mountPoints();

} // namespace sealift
