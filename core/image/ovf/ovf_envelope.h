#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// A file that an OVF package refers to (DSP0243, "References").
struct OvfFile {
    QString id;
    QString href;
    qint64 size = -1;     ///< bytes; -1: not said
    qint64 chunkSize = 0; ///< bytes; not 0: the file is split into href.000000000, href.000000001...
    bool gzipped = false; ///< compression="gzip"
};

/// A virtual disk (DSP0243, "DiskSection").
struct OvfDisk {
    QString id;
    QString fileRef;       ///< an OvfFile's id; empty: a new, empty disk
    QString parentRef;     ///< another disk of which this one is but the difference
    qint64 capacity = -1;  ///< bytes; -1: not said in numbers
    qint64 populated = -1; ///< bytes; -1: not said
    QString format;        ///< a URI
};

/// How a machine starts.
enum class Firmware { Bios, Uefi };

/// "bios", "uefi".
QString firmwareName(Firmware firmware);
/// The firmware of that name; nothing if there is none.
std::optional<Firmware> firmwareFromName(const QString &name);

/// A device of the virtual hardware: CIM_ResourceAllocationSettingData and its kin (DSP0243, "VirtualHardwareSection";
/// DSP0004 for the types' numbers).
struct OvfDevice {
    int type = 0; ///< ResourceType
    QString id;   ///< InstanceID
    QString name; ///< ElementName
    QString subtype;
    QString parent;   ///< InstanceID of what it hangs on
    int address = -1; ///< AddressOnParent; -1: not said in numbers
    QStringList hostResources;
    QStringList connections; ///< networks, of a network adapter
    qint64 quantity = -1;
    QString units;
};

namespace OvfDeviceType {
inline constexpr int kProcessor = 3;
inline constexpr int kMemory = 4;
inline constexpr int kIdeController = 5;
inline constexpr int kScsiController = 6;
inline constexpr int kEthernet = 10;
inline constexpr int kDiskDrive = 17;
inline constexpr int kOtherStorage = 20;
} // namespace OvfDeviceType

/// One virtual machine of a package.
struct OvfSystem {
    QString id;
    QString name;
    int osId = -1;          ///< CIM_OperatingSystem.OsType; -1: not said
    QString osType;         ///< the vendor's own name of it ("debian11_64Guest"), else its description
    QString product;        ///< ProductSection: product, with its version
    QString hardwareFamily; ///< VirtualSystemType ("vmx-13", "virtualbox-2.2")
    int cpus = 0;           ///< 0: not said
    qint64 memory = 0;      ///< bytes; 0: not said
    std::optional<Firmware> firmware;
    QList<OvfDevice> devices;
    /// OvfDisk ids of its disk drives, in their order.
    QStringList disks;
    QStringList networks; ///< of its adapters, in their order
};

/// The description of an OVF package, as far as Sealift needs it.
struct OvfEnvelope {
    int version = 1; ///< 1 or 2
    QList<OvfFile> files;
    QList<OvfDisk> disks;
    QStringList networks;
    QList<OvfSystem> systems;
    QStringList warnings; ///< what could not be understood and does not matter for the disks

    const OvfFile *file(const QString &id) const;
    const OvfDisk *disk(const QString &id) const;
};

/// The largest descriptor that is read, in bytes.
inline constexpr qint64 kMaxOvf = 8 << 20;

/// Reads an OVF descriptor. Source: DMTF DSP0243, "Open Virtualization Format Specification", versions 1.1.1 and 2.1.1.
/// No document type, no entities; nesting, and the number of elements, have limits. What is unknown is passed over,
/// sections that are marked as required too. @param where names the document in errors.
/// Errors: Corrupt (naming line and element), Unsafe (a document type), Unsupported (another version, a format that is
/// not OVF), LimitExceeded.
Result<OvfEnvelope> parseOvf(const QByteArray &xml, const QString &where);

/// The number of bytes in a unit of DSP0004, "Programmatic Units" ("byte * 2^30", "byte*1024"), or in an old name
/// ("MegaBytes"); nothing where it is neither. Empty: bytes.
std::optional<qint64> bytesOfUnit(const QString &unit);

} // namespace sealift
