#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <functional>
#include <stop_token>

namespace sealift {

/// What the names in an initramfs say.
struct InitramfsNames {
    QString compression;   ///< of its main part: "zstd", "gzip", "xz", "none"
    QSet<QString> modules; ///< kernel modules by name, with '_' for '-' ("nvme", "xen_blkfront")
};

/// The kernel module in a file of that path, with '_' for '-' ("kernel/drivers/nvme/host/nvme.ko.xz": "nvme"); empty
/// for what is no module.
QString kernelModuleName(const QByteArray &path);

/// Lists the kernel modules in an initramfs: cpio archives ("newc"), one after the other, each plain or compressed,
/// with zeroes between (Linux' Documentation/driver-api/early-userspace/buffer-format.rst). Nothing is unpacked to a
/// file; at most `kMostUnpacked` bytes are decompressed. Errors: Unsupported (compressed by something that Sealift does
/// not unpack: names it), Corrupt, LimitExceeded, Cancelled.
Result<InitramfsNames> listInitramfs(const QByteArray &image, const std::stop_token &stop);

inline constexpr qint64 kMostUnpacked = 1LL << 30;

} // namespace sealift
