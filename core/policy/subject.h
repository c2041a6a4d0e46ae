#pragma once

#include "image/disk_image.h"
#include "image/inspect/disk_facts.h"
#include "policy/finding.h"
#include "policy/host_facts.h"
#include "policy/import_state.h"
#include "policy/text/named_text.h"
#include "storage/bucket_state.h"

namespace sealift {

/// What preflight judges: a disk, where it is to go, and this machine.
struct PreflightSubject {
    Destination destination = Destination::Library;
    /// The destination was only told from the format that was asked for. What it alone would mind is then no more than
    /// a warning, as far as it may be ignored at all: the disk may be for something else.
    bool guessed = false;
    qint64 diskSize = 0;            ///< bytes
    std::optional<DiskImage> image; ///< the container it comes in; nothing where it comes out of a library
    std::optional<DiskFacts> facts; ///< what is on it; nothing where that was not looked at
    QString notSeen;                ///< why it could not be looked at; empty: it was, or will be
    int disks = 1;                  ///< of the machine that it belongs to
    HostFacts host;
    QList<JudgedText> texts; ///< names in which the rules about texts have found something
    /// Of the library, where it lies in one and was asked; of imports to EC2 the one that they go through.
    std::optional<BucketState> bucket;
    std::optional<ImportState> import; ///< what EC2 says to an import, where it was asked
};

} // namespace sealift
