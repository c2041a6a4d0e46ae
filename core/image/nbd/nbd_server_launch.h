#pragma once

#include "base/file_descriptor.h"
#include "image/disk_file.h"
#include "image/disk_image.h"
#include "image/nbd/nbd_server.h"
#include "image/nbd/sandbox.h"

#include <memory>
#include <utility>
#include <vector>

namespace sealift {

/// How an NBD server is started.
struct NbdServerLaunch {
    ChildSpec process;
    std::vector<std::pair<QString, QString>> paths; ///< of files as the server sees them, as the user knows them
    std::vector<FileDescriptor> kept;               ///< to be open until the process has started
};

/// Puts the command line of `qemu-nbd` together: read-only, every format and every file named, the image's parents
/// included; nothing that an image names itself is opened. @param files as NbdServer::start() has them.
/// @param listening the socket that it is given. Errors: ToolMissing; Unsupported (pieces that are no whole sectors);
/// Io.
Result<NbdServerLaunch> prepareNbdServer(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files,
                                         Isolation isolation, int listening);

} // namespace sealift
