#include "image/ovf/ovf_writer.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace sealift {

namespace {

const auto kRasd =
    QStringLiteral("http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData");
const auto kVssd = QStringLiteral("http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData");
const auto kVmw = QStringLiteral("http://www.vmware.com/schema/ovf");
const auto kStreamOptimized =
    QStringLiteral("http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized");
constexpr int kController = 3;
constexpr int kFirstDisk = 10;
constexpr int kFirstNetwork = 100;
constexpr int kOtherSystem = 1;

/// Writes one description.
class OvfDocument
{
public:
    explicit OvfDocument(const OvfMachine &machine)
        : m_machine(machine)
        , m_ovf(QStringLiteral("http://schemas.dmtf.org/ovf/envelope/%1").arg(machine.version))
        , m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    QByteArray run()
    {
        m_xml.writeStartDocument();
        m_xml.writeDefaultNamespace(m_ovf);
        m_xml.writeNamespace(m_ovf, QStringLiteral("ovf"));
        m_xml.writeNamespace(kRasd, QStringLiteral("rasd"));
        m_xml.writeNamespace(kVssd, QStringLiteral("vssd"));
        m_xml.writeNamespace(kVmw, QStringLiteral("vmw"));
        m_xml.writeStartElement(m_ovf, QStringLiteral("Envelope"));
        writeReferences();
        writeDisks();
        writeNetworks();
        writeSystem();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void start(const char *name) { m_xml.writeStartElement(m_ovf, QLatin1String(name)); }
    void end() { m_xml.writeEndElement(); }
    void attribute(const char *name, const QString &value) { m_xml.writeAttribute(m_ovf, QLatin1String(name), value); }
    void info(const QString &text) { m_xml.writeTextElement(m_ovf, QStringLiteral("Info"), text); }
    void rasd(const char *name, const QString &value) { m_xml.writeTextElement(kRasd, QLatin1String(name), value); }

    static QString number(qint64 value) { return QString::number(value); }
    static QString diskId(qsizetype i) { return QStringLiteral("vmdisk%1").arg(i + 1); }
    static QString fileId(qsizetype i) { return QStringLiteral("file%1").arg(i + 1); }

    void writeReferences()
    {
        start("References");
        for (qsizetype i = 0; i < m_machine.disks.size(); ++i) {
            const auto &disk = m_machine.disks.at(i);
            start("File");
            attribute("href", disk.file);
            attribute("id", fileId(i));
            if (disk.fileSize >= 0)
                attribute("size", number(disk.fileSize));
            end();
        }
        end();
    }

    void writeDisks()
    {
        start("DiskSection");
        info(QStringLiteral("The machine's disks"));
        for (qsizetype i = 0; i < m_machine.disks.size(); ++i) {
            const auto &disk = m_machine.disks.at(i);
            start("Disk");
            attribute("capacity", number(disk.capacity));
            attribute("capacityAllocationUnits", QStringLiteral("byte"));
            attribute("diskId", diskId(i));
            attribute("fileRef", fileId(i));
            attribute("format", kStreamOptimized);
            attribute("populatedSize", number(disk.populated));
            end();
        }
        end();
    }

    void writeNetworks()
    {
        auto names = m_machine.networks;
        names.removeDuplicates();
        start("NetworkSection");
        info(QStringLiteral("The networks that the machine is on"));
        for (const auto &name : std::as_const(names)) {
            start("Network");
            attribute("name", name);
            m_xml.writeTextElement(m_ovf, QStringLiteral("Description"), name);
            end();
        }
        end();
    }

    void writeSystem()
    {
        start("VirtualSystem");
        attribute("id", m_machine.name);
        info(QStringLiteral("A virtual machine"));
        m_xml.writeTextElement(m_ovf, QStringLiteral("Name"), m_machine.name);
        start("OperatingSystemSection");
        attribute("id", number(m_machine.osId >= 0 ? m_machine.osId : kOtherSystem));
        if (!m_machine.osType.isEmpty())
            m_xml.writeAttribute(kVmw, QStringLiteral("osType"), m_machine.osType);
        info(QStringLiteral("The operating system"));
        end();
        writeHardware();
        end();
    }

    void writeHardware()
    {
        start("VirtualHardwareSection");
        info(QStringLiteral("What the machine is made of"));
        start("System");
        m_xml.writeTextElement(kVssd, QStringLiteral("ElementName"), QStringLiteral("Virtual Hardware Family"));
        m_xml.writeTextElement(kVssd, QStringLiteral("InstanceID"), QStringLiteral("0"));
        m_xml.writeTextElement(kVssd, QStringLiteral("VirtualSystemIdentifier"), m_machine.name);
        m_xml.writeTextElement(kVssd, QStringLiteral("VirtualSystemType"),
                               m_machine.version == 1 ? QStringLiteral("vmx-10 virtualbox-2.2")
                                                      : QStringLiteral("vmx-13"));
        end();
        writeSizes();
        writeController();
        for (qsizetype i = 0; i < m_machine.disks.size(); ++i)
            writeDrive(i);
        for (qsizetype i = 0; i < m_machine.networks.size(); ++i)
            writeAdapter(i);
        m_xml.writeEmptyElement(kVmw, QStringLiteral("Config"));
        attribute("required", QStringLiteral("false"));
        m_xml.writeAttribute(kVmw, QStringLiteral("key"), QStringLiteral("firmware"));
        m_xml.writeAttribute(kVmw, QStringLiteral("value"),
                             m_machine.firmware == Firmware::Uefi ? QStringLiteral("efi") : QStringLiteral("bios"));
        end();
    }

    void writeSizes()
    {
        start("Item");
        rasd("AllocationUnits", QStringLiteral("hertz * 10^6"));
        rasd("Description", QStringLiteral("Number of Virtual CPUs"));
        rasd("ElementName", QStringLiteral("%1 virtual CPU(s)").arg(m_machine.cpus));
        rasd("InstanceID", number(1));
        rasd("ResourceType", number(OvfDeviceType::kProcessor));
        rasd("VirtualQuantity", number(m_machine.cpus));
        end();
        const auto mebibytes = m_machine.memory >> 20;
        start("Item");
        rasd("AllocationUnits", QStringLiteral("byte * 2^20"));
        rasd("Description", QStringLiteral("Memory Size"));
        rasd("ElementName", QStringLiteral("%1MB of memory").arg(mebibytes));
        rasd("InstanceID", number(2));
        rasd("ResourceType", number(OvfDeviceType::kMemory));
        rasd("VirtualQuantity", number(mebibytes));
        end();
    }

    void writeController()
    {
        const bool sata = m_machine.scsiController.isEmpty();
        start("Item");
        rasd("Address", number(0));
        rasd("Description", sata ? QStringLiteral("SATA Controller") : QStringLiteral("SCSI Controller"));
        rasd("ElementName", sata ? QStringLiteral("SATA Controller 0") : QStringLiteral("SCSI Controller 0"));
        rasd("InstanceID", number(kController));
        rasd("ResourceSubType", !sata                    ? m_machine.scsiController
                                : m_machine.version == 1 ? QStringLiteral("AHCI")
                                                         : QStringLiteral("vmware.sata.ahci"));
        rasd("ResourceType", number(sata ? OvfDeviceType::kOtherStorage : OvfDeviceType::kScsiController));
        end();
    }

    /// A SCSI controller is itself the seventh device on its bus.
    static qsizetype addressOf(qsizetype i, bool sata)
    {
        constexpr qsizetype kOwn = 7;
        return !sata && i >= kOwn ? i + 1 : i;
    }

    void writeDrive(qsizetype i)
    {
        start("Item");
        rasd("AddressOnParent", number(addressOf(i, m_machine.scsiController.isEmpty())));
        rasd("ElementName", QStringLiteral("Hard Disk %1").arg(i + 1));
        rasd("HostResource", QStringLiteral("ovf:/disk/%1").arg(diskId(i)));
        rasd("InstanceID", number(kFirstDisk + i));
        rasd("Parent", number(kController));
        rasd("ResourceType", number(OvfDeviceType::kDiskDrive));
        end();
    }

    void writeAdapter(qsizetype i)
    {
        const auto &network = m_machine.networks.at(i);
        start("Item");
        rasd("AddressOnParent", number(i));
        rasd("AutomaticAllocation", QStringLiteral("true"));
        rasd("Connection", network);
        rasd("Description", QStringLiteral("E1000 adapter on %1").arg(network));
        rasd("ElementName", QStringLiteral("Network adapter %1").arg(i + 1));
        rasd("InstanceID", number(kFirstNetwork + i));
        rasd("ResourceSubType", QStringLiteral("E1000"));
        rasd("ResourceType", number(OvfDeviceType::kEthernet));
        end();
    }

    const OvfMachine &m_machine;
    const QString m_ovf;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

OvfMachine machineOf(const OvfEnvelope &envelope)
{
    OvfMachine machine;
    if (envelope.systems.isEmpty())
        return machine;
    const auto &system = envelope.systems.first();
    machine.name = system.name;
    if (system.cpus > 0)
        machine.cpus = system.cpus;
    if (system.memory > 0)
        machine.memory = std::max<qint64>(system.memory >> 20, 1) << 20;
    machine.firmware = system.firmware.value_or(Firmware::Bios);
    machine.osId = system.osId;
    machine.osType = system.osType;
    machine.networks = system.networks;
    for (const auto &device : system.devices) {
        if (device.type == OvfDeviceType::kScsiController && machine.scsiController.isEmpty())
            machine.scsiController = device.subtype.isEmpty() ? QStringLiteral("lsilogic") : device.subtype;
    }
    return machine;
}

QByteArray writeOvf(const OvfMachine &machine)
{
    return OvfDocument(machine).run();
}

} // namespace sealift
