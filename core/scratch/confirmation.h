#pragma once

#include "base/result.h"
#include "scratch/cleanup_report.h"

#include <QString>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace sealift {

/// A process, told from later ones with the same number by when it started.
struct HelperProcess {
    pid_t pid = 0;
    quint64 startTime = 0; ///< as /proc/PID/stat has it (proc(5), field 22)

    /// Of a running process. Errors: NotFound, Io.
    static Result<HelperProcess> of(pid_t pid);
};

/// What a destination holds for a task on the way (staged objects, uploads, snapshots), as seen by code of its own.
class RemoteStaging
{
public:
    RemoteStaging() = default;
    virtual ~RemoteStaging() = default;
    RemoteStaging(const RemoteStaging &) = delete;
    RemoteStaging &operator=(const RemoteStaging &) = delete;

    /// Where it is, for people ("s3://bucket/prefix").
    virtual QString place() const = 0;
    /// Looks for what is left, one check a kind of thing. An error says that it could not look, and counts as a check
    /// that failed.
    virtual Result<QList<CheckResult>> look() = 0;
};

/// Whose scratch is looked for.
struct ScratchTraces {
    QString rootPath;
    QString taskId;
    /// The helper processes that the task started.
    QList<HelperProcess> children;
    /// Where the task staged anything; may be empty.
    std::vector<RemoteStaging *> remotes;
};

/// Looks again, by other ways than the destruction went, whether anything of a task's scratch is left. Removes nothing
/// and shares no code with destroyScratch(). Checks, in order: `volume-gone, folder-gone, no-descriptor, no-process,
/// no-socket, no-mount`, then those of the remotes. A check that could not be made has failed.
QList<CheckResult> confirmScratch(const ScratchTraces &traces);

} // namespace sealift
