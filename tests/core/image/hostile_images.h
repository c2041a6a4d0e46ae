#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

/// Images that must not be opened: each a good one with some bytes changed.
namespace sealift::test {

inline constexpr qint64 kHostileDiskSize = 4 << 20;

/// Changes an image in memory.
using Edit = std::function<void(QByteArray &)>;

/// A good image that hostile ones are made of, by `qemu-img convert`.
struct HostileBase {
    QByteArray name;
    const char *format;  ///< as qemu-img calls it
    const char *options; ///< for -o
};
QList<HostileBase> hostileBases();

struct HostileImage {
    QByteArray name;
    QByteArray base;
    Edit edit;
    ErrorCode code; ///< that the probe refuses it with
    QString words;  ///< that its error holds
};
QList<HostileImage> hostileImages();

/// A VMDK descriptor in a file of its own, called "case". Beside it are "master.img", a raw disk of kHostileDiskSize,
/// and "sparse.vmdk", the base "vmdk".
struct HostileDescriptor {
    QByteArray name;
    QByteArray text;
    ErrorCode code;
    QString words;
};
QList<HostileDescriptor> hostileDescriptors();

/// An image that is of a kind known by the number of a vulnerability.
struct VulnerabilityImage {
    QByteArray number; ///< "CVE-2022-47951"
    QByteArray name;
    QByteArray claimed; ///< its format: "qcow2" or "vmdk"
    QByteArray bytes;
    QString words; ///< that the refusing error holds
};
/// @param qcow2 and @param vmdk the bases of these names, which they are made of.
///  - CVE-2022-47951: a VMDK whose descriptor names a file of the host as its extent (OSSA-2023-002).
///  - CVE-2024-32498: a qcow2 whose data is in a file of the host (OSSA-2024-001).
///  - CVE-2024-4467: a qcow2 whose data file's name is a "json:" description, that `qemu-img info` opens.
QList<VulnerabilityImage> vulnerabilityImages(const QByteArray &qcow2, const QByteArray &vmdk);

} // namespace sealift::test
