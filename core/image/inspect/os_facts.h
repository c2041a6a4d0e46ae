#pragma once

#include "image/inspect/fact.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sealift {

enum class OsFamily { Linux, Windows, FreeBsd, Other };

/// The drivers that decide whether a Linux finds its disk and its network on another hypervisor.
enum class DriverPlace {
    BuiltIn,   ///< in the kernel itself
    Initramfs, ///< in the initial file system: there when the root is looked for
    Module,    ///< on the root file system only
    Missing,
};

struct DriverFacts {
    QString name; ///< "nvme", "ena", "virtio_blk", "virtio_net", "xen-blkfront"...
    Fact<DriverPlace> place;
};

/// One Linux kernel of a system.
struct KernelFacts {
    QString version;              ///< "6.1.0-18-amd64"
    QString image;                ///< its file
    QString initramfs;            ///< its file; empty where there is none
    QString initramfsCompression; ///< "zstd", "gzip", "xz"...; empty where it was not read
    QList<DriverFacts> drivers;   ///< of the newest kernel only
};

/// How devices are named in an fstab.
struct FstabFacts {
    int byUuid = 0;        ///< lines by UUID=, LABEL=, PARTUUID=, /dev/disk/by-*, or a logical volume
    QStringList byDevice;  ///< /dev/sda1 and the like, which have other names on another hypervisor
    QString root;          ///< what is mounted on /
    QStringList elsewhere; ///< mount points of what is not on this disk (nfs...) or unknown
};

enum class NetworkMode { Dhcp, Static, Mixed, None };

struct NetworkFacts {
    NetworkMode mode = NetworkMode::None;
    QStringList sources; ///< the files that say so
};

/// Windows, as far as its system volume tells.
struct WindowsFacts {
    QString version;            ///< of ntdll.dll: "10.0.20348.2340"
    QString name;               ///< "Windows 10 or Server 2016 and later", by the version
    Fact<bool> hibernated;      ///< hibernated or shut down by Fast Startup: its volume must not be written
    bool virtioStorage = false; ///< a virtio block or SCSI driver is installed
};

/// Why a file should not travel with a golden image.
enum class SensitiveKind { PrivateKey, Credentials, CloudInit, HostKey, MachineId };

/// A file that is sensitive by its name and place; nobody has looked into it.
struct SensitiveFile {
    SensitiveKind kind = SensitiveKind::PrivateKey;
    QString path; ///< as the guest sees it

    bool operator==(const SensitiveFile &) const = default;
};

/// An operating system on the disk.
struct OsFacts {
    OsFamily family = OsFamily::Other;
    QString place;              ///< the volume that is its root ("partition 1", "vg0/root")
    QString subvolume;          ///< of Btrfs; empty: the top one
    QString name;               ///< PRETTY_NAME of os-release, or what stands for it
    QString distribution;       ///< ID of os-release ("debian"); empty for others
    QString version;            ///< VERSION_ID of os-release
    Fact<QString> architecture; ///< "x86_64", "i386", "aarch64"
    QList<KernelFacts> kernels; ///< newest first
    Fact<FstabFacts> fstab;
    Fact<NetworkFacts> network;
    Fact<bool> bootEntriesOnly;     ///< boot loader specification entries, and no grub.cfg that names a kernel
    QStringList bootConfigurations; ///< the files that boot loaders read ("/boot/grub/grub.cfg")
    Fact<WindowsFacts> windows;
    Fact<QList<SensitiveFile>> sensitiveFiles; ///< only where it was asked for (InspectOptions::sensitiveFiles)
};

/// Stable names, as machines read them.
QString osFamilyName(OsFamily family);
QString driverPlaceName(DriverPlace place);
QString networkModeName(NetworkMode mode);
QString sensitiveKindName(SensitiveKind kind);

} // namespace sealift
