#pragma once

#include "image/inspect/disk_view.h"

#include <chrono>

namespace sealift {

/// Answers a tool's requests for blocks (shim/request.h) until it closes its end of the socket. On the calling thread.
/// What the tool says is not trusted: a request that is none, or for what is not on the disk, ends the service.
/// Errors: Timeout (at `until`), ToolFailed (nonsense was asked for), those of reading the disk, Cancelled.
Status serveBlocks(int socket, const DiskView &view, std::chrono::steady_clock::time_point until);

} // namespace sealift
