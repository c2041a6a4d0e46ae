#pragma once

#include "image/block_source.h"
#include "image/inspect/disk_facts.h"

#include <chrono>

namespace sealift {

struct InspectOptions {
    /// How many bytes of the disk may be read in all. What would take more stays unknown, and says so.
    static constexpr qint64 kUsualBudget = 64LL << 20;
    qint64 budget = kUsualBudget;
    /// How long it may take in all; what would take longer stays unknown, too.
    std::chrono::milliseconds time = std::chrono::seconds(20);
    /// Also look, by names, for files that should not travel with an image; takes about a second more.
    bool sensitiveFiles = false;
};

/// Finds out what is on a disk, without mounting or changing anything: partitions, volumes, how it boots, operating
/// systems. Superblocks and file systems are read by well-kept tools of others, each in a sandbox that sees nothing but
/// the blocks that it asks for. Where a tool is missing, or the sandbox cannot be made, what it would have told stays
/// unknown, and facts.notes says why. Takes about a second; reads headers, tables, a few files.
/// @param source is read by a reader of its own. Errors: those of reading the disk; Cancelled.
Result<DiskFacts> inspectDisk(BlockSource &source, const InspectOptions &options, const std::stop_token &stop);

} // namespace sealift
