#pragma once

#include "base/result.h"
#include "image/disk_file.h"
#include "image/disk_image.h"

#include <functional>

namespace sealift {

/// Fills in what is known of a VMDK: reads its header or descriptor, and finds its extents' files. `image.files` holds
/// the main file. Errors as probeDisk(). @param parents Follow: `image.parent` says of which disk it is the difference.
Status describeVmdk(const DiskFile &file, DiskImage &image, Parents parents);

/// Extents of a VMDK, and how it stands to its parent.
struct VmdkLayer {
    const QList<VmdkExtent> &extents;
    QByteArray contentId; ///< empty: any
    QByteArray parentId;  ///< empty: it has no parent
};

/// A descriptor of our own for an image whose descriptor is a file of its own: extents only, by the names that `nameOf`
/// gives to files (by index). QEMU gets this one, and never parses what came from elsewhere.
QByteArray plainVmdkDescriptor(const VmdkLayer &layer, const std::function<QByteArray(qsizetype)> &nameOf);

} // namespace sealift
