#pragma once

#include "image/disk_image.h"
#include "image/file_window.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sealift {

/// One extent line of a VMDK descriptor.
struct VmdkDescriptorExtent {
    QByteArray access; ///< "RW", "RDONLY"
    QByteArray type;   ///< "FLAT", "SPARSE", "VMFS", "VMFSSPARSE"
    qint64 length = 0; ///< bytes
    QByteArray name;   ///< a file beside the descriptor: no path, no scheme
    qint64 offset = 0; ///< bytes into that file; of flat extents
};

/// A VMDK descriptor, checked. Source: VMware, "Virtual Disk Format 5.0", "The Disk Descriptor File".
struct VmdkDescriptor {
    QString createType;
    QList<VmdkDescriptorExtent> extents;
    QByteArray contentId;                  ///< CID, as DiskImage has it
    std::optional<ParentReference> parent; ///< where that is not refused
    qint64 size() const;
};

/// The largest descriptor that is read, in bytes: room for the 512 extents that are allowed.
constexpr qint64 kMaxVmdkDescriptor = 128 * 1024;

/// Only the kinds of lines that a descriptor is known to have are let through. `file` is for errors.
/// Errors: Corrupt; Unsupported (create and extent types that cannot be read); Unsafe (a parent, unless parents are
/// followed; an extent name that is a path or a device; a line of another kind).
Result<VmdkDescriptor> parseVmdkDescriptor(const FileWindow &file, ByteView text, Parents parents = Parents::Refuse);

} // namespace sealift
