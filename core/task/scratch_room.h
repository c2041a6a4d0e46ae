#pragma once

#include "image/archive/compressed_disk.h"

#include <functional>
#include <memory>

#include <sys/types.h>

namespace sealift {

class ScratchFolder;
class ScratchVolume;

/// A task's scratch volume as the place for unpacked disk images. Each gets a stretch of the volume, and a server that
/// shows it to QEMU; the volume's room comes back when the task ends. For one thread. Folder and volume must outlive
/// the files.
class ScratchRoom final : public UnpackRoom
{
public:
    /// @param plugin path of our nbdkit plugin. @param helperStarted told the process id of each server.
    ScratchRoom(const ScratchFolder &folder, ScratchVolume &volume, QString plugin,
                std::function<void(pid_t)> helperStarted);

    /// Errors: NoSpace (the volume's quota, or the disk below it); those of `next` and ScratchServer::start().
    Result<std::unique_ptr<DiskFile>> keep(const QString &title, const ReadNext &next,
                                           const std::stop_token &stop) override;

private:
    Result<qint64> fill(const ReadNext &next, const std::stop_token &stop);

    const ScratchFolder &m_folder;
    ScratchVolume &m_volume;
    const QString m_plugin;
    const std::function<void(pid_t)> m_helperStarted;
    qint64 m_begin = 0; ///< of the next file, in the volume
    int m_files = 0;
};

} // namespace sealift
