#pragma once

#include "ec2/ec2_client.h"
#include "image/inspect/disk_facts.h"
#include "image/inspect/fact.h"
#include "task/snapshot_settings.h"

namespace sealift {

/// How an image of EC2 is to be registered so that its disk starts: the boot mode and the architecture are what the
/// user says, else what is on the disk; it has ENA unless the disk is known to lack the driver. The snapshot is left
/// open. Errors: Unsupported, naming the option to say it by, where neither is known, or EC2 has no such machine.
Result<NewImage> newImageOf(const Fact<DiskFacts> &disk, const RegistrationSettings &settings,
                            const QString &description);

} // namespace sealift
