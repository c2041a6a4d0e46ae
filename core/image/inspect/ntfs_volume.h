#pragma once

#include "image/inspect/disk_view.h"
#include "image/inspect/fact.h"

namespace sealift {

/// What an NTFS volume's own records tell.
struct NtfsState {
    Fact<bool> dirty;
    Fact<qint64> freeBytes;
};

/// Whether an NTFS volume is marked dirty: its $Volume record (number 3 of the master file table), attribute
/// $VOLUME_INFORMATION; and how much of it is free: the zeroes in $Bitmap (number 6), of which 8 MiB are read at most,
/// as volumes of 256 GiB have them. Source: the documentation of the Linux-NTFS project, "$Volume", "$Bitmap", "FILE
/// record" and "Data Runs". Errors: those of reading the disk.
Result<NtfsState> readNtfsState(const DiskView &view);

} // namespace sealift
