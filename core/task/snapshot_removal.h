#pragma once

#include "ec2/ec2_client.h"

namespace sealift {

/// Deletes a snapshot; an image that was made of it, and that nobody has been told of, goes first. False where the
/// service knows none of that id. Errors: those of Ec2Client.
Result<bool> removeSnapshot(Ec2Client &ec2, const QString &snapshot);

} // namespace sealift
