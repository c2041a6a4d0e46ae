#pragma once

#include "base/child_process.h"
#include "scratch/confirmation.h"
#include "scratch/scratch_folder.h"
#include "scratch/scratch_volume.h"

#include <memory>

namespace sealift {

struct ScratchServerOptions {
    /// Path of our nbdkit plugin: beside the build's programs, or in the installation's libexec folder.
    QString plugin;
    /// Name of the socket in the task's folder, without ".sock".
    QString name = QStringLiteral("disk");
    /// The stretch of the volume that is served, as a disk of its own. A negative length: up to the end.
    qint64 offset = 0;
    qint64 length = -1;
};

/// Serves a stretch of a scratch volume, read-only, to programs of this user (QEMU) on a Unix socket in the task's
/// folder: an nbdkit with a plugin of ours. The key goes to it through a pipe and lies in its locked memory; it is on
/// no command line, in no environment and in no file. What was written to the stretch before a client reads it is seen;
/// who writes there while a client reads gets that client either, or a mixture. The server ends with this process.
class ScratchServer
{
public:
    /// Starts it, and returns once it serves. The volume must stay until the server was stopped.
    /// Errors: ToolMissing (nbdkit, or the plugin), ToolFailed (with its words), InvalidArgument (name, stretch),
    /// Unsupported (the socket's path is longer than the system allows), AlreadyExists, Cancelled (the volume is being
    /// destroyed), Io.
    static Result<std::unique_ptr<ScratchServer>> start(const ScratchFolder &folder, const ScratchVolume &volume,
                                                        const ScratchServerOptions &options);
    /// Kills it, and leaves the socket to destroyScratch().
    ~ScratchServer() = default;
    ScratchServer(const ScratchServer &) = delete;
    ScratchServer &operator=(const ScratchServer &) = delete;

    const QString &socketPath() const { return m_socketPath; }
    /// For QEMU: "nbd+unix:///?socket=...".
    QString uri() const;
    /// For confirmScratch().
    const HelperProcess &process() const { return m_process; }

    /// Ends it. May be called again. Errors: Timeout (it does not die).
    [[nodiscard]] Status stop();

private:
    ScratchServer() = default;

    QString m_socketPath;
    HelperProcess m_process;
    std::unique_ptr<ChildProcess> m_child;
};

} // namespace sealift
