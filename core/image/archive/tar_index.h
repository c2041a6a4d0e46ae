#pragma once

#include "image/archive/member_name.h"
#include "image/file_window.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace sealift {

/// A regular file inside a tar archive.
struct TarMember {
    QString name;      ///< as safeMemberName() has it
    qint64 offset = 0; ///< of its first byte, in the archive
    qint64 size = 0;   ///< bytes
};

/// What a plain tar archive holds, and where: its files can be read in place.
struct TarIndex {
    QList<TarMember> members; ///< regular files, in the archive's order
    bool ended = true;        ///< the mark of the end was there; without it, the archive may have been cut
};

/// Whether a file begins like a tar archive of POSIX's or GNU's kind. @param start its first 512 bytes.
bool looksLikeTar(ByteView start);

/// Reads the headers of a tar archive, nothing else. Sources: POSIX.1-2017, "pax Interchange Format" and "ustar
/// Interchange Format"; GNU tar's manual, "Basic Tar Format" (long names, numbers in base 256).
/// Folders are passed over. Errors: Unsafe (links, devices, pipes; names that safeMemberName() refuses; a name twice);
/// Unsupported (sparse and multi-volume members); Corrupt (checksums, sizes, a member that goes on past the end);
/// LimitExceeded (members); Io; Cancelled.
Result<TarIndex> readTarIndex(const FileWindow &file, const ArchiveLimits &limits, const std::stop_token &stop);

} // namespace sealift
