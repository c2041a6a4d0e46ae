#pragma once

#include "common/state_paths.h"

#include <QStringList>

namespace sealift {

/// Looks whether Sealift's own folders and files are this user's alone, and closes to others what is not: the state
/// folder, with the journal, the audit log and the receipts in it; the configuration to their writing only, which may
/// be meant for several to read. What is not there, and what root keeps, is passed over; links are not followed. The
/// signing key and the scratch root are left alone: whoever opens them refuses what others could reach, because closing
/// it would not make it secret again (crypto/installation_key.h, scratch/scratch_root.h).
/// @return one sentence for each thing that was closed. Errors: Unsafe (it belongs to another user, who could change it
/// at any time); those of chmod(2).
Result<QStringList> closeToOthers(const StatePaths &paths);

} // namespace sealift
