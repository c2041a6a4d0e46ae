#pragma once

#include "image/ovf/ovf_envelope.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// A machine that an OVF description is written of.
struct OvfMachine {
    struct Disk {
        QString file;         ///< its name beside the description
        qint64 capacity = 0;  ///< bytes of the disk
        qint64 populated = 0; ///< of them allocated
        qint64 fileSize = -1; ///< bytes of the file; -1: left out
    };

    static constexpr int kUsualCpus = 2;
    static constexpr qint64 kUsualMemory = qint64{2} << 30;

    int version = 1; ///< of OVF: 1 (VirtualBox, and most that read OVF at all), 2 (VMware)
    QString name;
    int cpus = kUsualCpus;
    qint64 memory = kUsualMemory; ///< bytes, a multiple of 1 MiB
    Firmware firmware = Firmware::Bios;
    int osId = -1;        ///< CIM_OperatingSystem.OsType; -1: other
    QString osType;       ///< VMware's name of it; may be empty
    QStringList networks; ///< one adapter each
    /// The disks' controller: of SCSI by its subtype ("lsilogic"); empty: SATA, which every system can start from.
    QString scsiController;
    QList<Disk> disks;
};

/// The machine that a description has first, as far as it can be written again: processors, memory, firmware, system,
/// networks and the controller. Without disks.
OvfMachine machineOf(const OvfEnvelope &envelope);

/// An OVF description. The same for the same machine. Source: DMTF DSP0243 1.1.1 and 2.1.1; the elements of an Item in
/// the order of its schema.
QByteArray writeOvf(const OvfMachine &machine);

} // namespace sealift
