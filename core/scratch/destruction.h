#pragma once

#include "scratch/cleanup_report.h"
#include "scratch/scratch_folder.h"

#include <functional>
#include <vector>

namespace sealift {

class ScratchServer;
class ScratchVolume;

/// What is to be destroyed.
struct ScratchRemains {
    ScratchFolder &folder;
    /// The volume; null for an orphan's folder, and where none was made.
    ScratchVolume *volume = nullptr;
    /// What serves the volume to others; ended first.
    std::vector<ScratchServer *> servers;
};

/// Destroys a task's scratch: ends its servers, erases the key, frees the content, removes file, sockets and folder.
/// Every step is attempted even where one before it failed, and all are named in the answer, in order:
/// `servers-stopped, key-erased, content-freed, volume-removed, sockets-removed, helpers-removed, folder-removed,
/// root-synced`. Removes only what Sealift made: anything else in the folder is left, named, and keeps the folder.
/// May be called again once what stood in the way is gone. Moves the volume on to Destroying, then Destroyed or
/// Unconfirmed. Blocks until the volume's users have left it (they get Cancelled).
QList<StepResult> destroyScratch(const ScratchRemains &remains);

} // namespace sealift
