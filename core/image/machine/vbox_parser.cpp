#include "image/machine/vbox_parser.h"

#include "image/ovf/safe_xml.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kMostCpus = 65536;
constexpr qint64 kMostMemory = qint64{1} << 30; // MiB

/// A hard disk of the machine's registry.
struct Medium {
    QString location;
    QString format;
    QString parent; ///< UUID of the one that it is the difference to
    bool encrypted = false;
};

qint64 numberOf(const std::optional<QString> &text, qint64 least, qint64 most)
{
    bool good = false;
    const auto number = text.value_or(QString()).toLongLong(&good);
    return good && number >= least && number <= most ? number : 0;
}

/// The controller in the terms of OVF: CIM's number of its kind, and the subtype that VMware and VirtualBox write.
OvfDevice controllerOf(const QString &type)
{
    static const QHash<QString, std::pair<int, QString>> known{
        {QStringLiteral("LsiLogic"), {OvfDeviceType::kScsiController, QStringLiteral("lsilogic")}},
        {QStringLiteral("LsiLogicSas"), {OvfDeviceType::kScsiController, QStringLiteral("lsilogicsas")}},
        {QStringLiteral("BusLogic"), {OvfDeviceType::kScsiController, QStringLiteral("buslogic")}},
        {QStringLiteral("PIIX3"), {OvfDeviceType::kIdeController, QStringLiteral("PIIX3")}},
        {QStringLiteral("PIIX4"), {OvfDeviceType::kIdeController, QStringLiteral("PIIX4")}},
        {QStringLiteral("ICH6"), {OvfDeviceType::kIdeController, QStringLiteral("ICH6")}},
        {QStringLiteral("IntelAhci"), {OvfDeviceType::kOtherStorage, QStringLiteral("AHCI")}},
    };
    const auto found = known.value(type, {OvfDeviceType::kOtherStorage, type});
    OvfDevice device;
    device.type = found.first;
    device.subtype = found.second;
    return device;
}

class VboxParser
{
public:
    VboxParser(const QByteArray &xml, QString where)
        : m_xml(xml, where)
        , m_where(std::move(where))
    {
    }

    Result<OvfEnvelope> parse()
    {
        SEALIFT_TRY(m_xml.begin());
        if (m_xml.name() != QLatin1String("VirtualBox"))
            return fail(m_xml.corrupt(QStringLiteral("the document is no settings file of VirtualBox")));
        const auto version = m_xml.attribute(QStringLiteral("version")).value_or(QString());
        if (!version.startsWith(QLatin1String("1.")))
            return fail(unsupported(QStringLiteral("settings version \"%1\" is not known").arg(version.left(20)),
                                    QStringLiteral("Export the machine as an appliance: VBoxManage export.")));
        m_system.firmware = Firmware::Bios;
        bool hasMachine = false;
        SEALIFT_TRY(forEachChild([&](const QString &name) -> Status {
            if (name == QLatin1String("MachineEncrypted"))
                return fail(unsupported(QStringLiteral("the machine is encrypted"),
                                        QStringLiteral("Decrypt it: VBoxManage encryptvm NAME setencryption "
                                                       "--old-password FILE.")));
            if (name != QLatin1String("Machine") || hasMachine)
                return m_xml.skip();
            hasMachine = true;
            return readMachine();
        }));
        if (!hasMachine)
            return fail(m_xml.corrupt(QStringLiteral("there is no machine in it")));
        SEALIFT_TRY(takeDisks());
        m_envelope.systems.append(m_system);
        return std::move(m_envelope);
    }

private:
    Error unsupported(const QString &what, const QString &remedy) const
    {
        return Error(ErrorCode::Unsupported, QStringLiteral("%1: %2").arg(m_where, what), remedy)
            .with(QStringLiteral("file"), m_where);
    }

    /// Goes through the children of the current element; `take` leaves each by skipping or reading it.
    template <typename Take>
    Status forEachChild(const Take &take)
    {
        for (;;) {
            SEALIFT_ASSIGN(const bool more, m_xml.child());
            if (!more)
                return {};
            SEALIFT_TRY(take(m_xml.name()));
        }
    }

    QString attribute(const char *name) const { return m_xml.attribute(QLatin1String(name)).value_or(QString()); }

    Status readMachine()
    {
        m_system.id = attribute("uuid");
        m_system.name = attribute("name");
        m_system.osType = attribute("OSType");
        m_system.hardwareFamily = QStringLiteral("virtualbox-2.2");
        if (!attribute("stateFile").isEmpty())
            m_envelope.warnings.append(
                QStringLiteral("The machine's state was saved: its disks are as after a power failure."));
        return forEachChild([&](const QString &name) -> Status {
            if (name == QLatin1String("MediaRegistry"))
                return readRegistry();
            if (name == QLatin1String("Hardware"))
                return readHardware();
            if (name == QLatin1String("StorageControllers"))
                return readControllers();
            return m_xml.skip(); // snapshots among it, with hardware of their own
        });
    }

    Status readRegistry()
    {
        return forEachChild([&](const QString &name) -> Status {
            return name == QLatin1String("HardDisks") ? readMedia(QString()) : m_xml.skip();
        });
    }

    /// Hard disks, and inside each those that are its differences.
    Status readMedia(const QString &parent)
    {
        return forEachChild([&](const QString &name) -> Status {
            if (name == QLatin1String("Property") && !parent.isEmpty()) {
                if (attribute("name").startsWith(QLatin1String("CRYPT/")))
                    m_media[parent].encrypted = true;
                return m_xml.skip();
            }
            if (name != QLatin1String("HardDisk"))
                return m_xml.skip();
            const auto uuid = attribute("uuid");
            if (uuid.isEmpty() || m_media.contains(uuid))
                return fail(m_xml.corrupt(QStringLiteral("a hard disk without an id, or one with another one's")));
            m_media.insert(uuid, {attribute("location"), attribute("format"), parent, false});
            return readMedia(uuid);
        });
    }

    Status readHardware()
    {
        return forEachChild([&](const QString &name) -> Status {
            if (name == QLatin1String("StorageControllers")) // from settings version 1.19 on
                return readControllers();
            if (name == QLatin1String("Network"))
                return readAdapters();
            if (name == QLatin1String("CPU"))
                m_system.cpus = static_cast<int>(numberOf(m_xml.attribute(QStringLiteral("count")), 1, kMostCpus));
            else if (name == QLatin1String("Memory"))
                m_system.memory = numberOf(m_xml.attribute(QStringLiteral("RAMSize")), 1, kMostMemory) << 20;
            else if (name == QLatin1String("Firmware"))
                m_system.firmware =
                    attribute("type").startsWith(QLatin1String("EFI")) ? Firmware::Uefi : Firmware::Bios;
            return m_xml.skip();
        });
    }

    Status readAdapters()
    {
        static const QHash<QString, QString> kinds{
            {QStringLiteral("NAT"), QStringLiteral("NAT")},
            {QStringLiteral("NATNetwork"), QStringLiteral("NAT")},
            {QStringLiteral("BridgedInterface"), QStringLiteral("Bridged")},
            {QStringLiteral("InternalNetwork"), QStringLiteral("Internal")},
            {QStringLiteral("HostOnlyInterface"), QStringLiteral("HostOnly")},
        };
        return forEachChild([&](const QString &name) -> Status {
            if (name != QLatin1String("Adapter") || attribute("enabled") != QLatin1String("true"))
                return m_xml.skip();
            QString network;
            SEALIFT_TRY(forEachChild([&](const QString &kind) -> Status {
                if (network.isEmpty())
                    network = kinds.value(kind);
                return m_xml.skip();
            }));
            if (!network.isEmpty()) {
                m_system.networks.append(network);
                if (!m_envelope.networks.contains(network))
                    m_envelope.networks.append(network);
            }
            return {};
        });
    }

    Status readControllers()
    {
        return forEachChild([&](const QString &name) -> Status {
            if (name != QLatin1String("StorageController"))
                return m_xml.skip();
            auto device = controllerOf(attribute("type"));
            device.name = attribute("name");
            device.id = QString::number(m_system.devices.size() + 1);
            m_system.devices.append(device);
            return readAttached(device.id);
        });
    }

    Status readAttached(const QString &controller)
    {
        return forEachChild([&](const QString &name) -> Status {
            const bool isDisk =
                name == QLatin1String("AttachedDevice") && attribute("type") == QLatin1String("HardDisk");
            if (!isDisk)
                return m_xml.skip();
            OvfDevice drive;
            drive.type = OvfDeviceType::kDiskDrive;
            drive.parent = controller;
            drive.id = QString::number(m_system.devices.size() + 1);
            drive.address = static_cast<int>(numberOf(m_xml.attribute(QStringLiteral("port")), 0, kMostCpus));
            SEALIFT_TRY(forEachChild([&](const QString &child) -> Status {
                if (child == QLatin1String("Image"))
                    drive.hostResources.append(attribute("uuid"));
                return m_xml.skip();
            }));
            m_system.devices.append(drive);
            m_system.disks += drive.hostResources;
            return {};
        });
    }

    /// The files of the disks that are attached now.
    Status takeDisks()
    {
        m_system.disks.removeDuplicates();
        for (const auto &uuid : std::as_const(m_system.disks)) {
            const auto medium = m_media.constFind(uuid);
            if (medium == m_media.cend())
                return fail(unsupported(QStringLiteral("disk %1 is attached, and its file is not in the machine's "
                                                       "registry")
                                            .arg(uuid.left(60)),
                                        QStringLiteral("Import that disk image by itself, or export the machine as an "
                                                       "appliance: VBoxManage export.")));
            if (medium->format.compare(QLatin1String("iSCSI"), Qt::CaseInsensitive) == 0)
                return fail(unsupported(QStringLiteral("disk %1 is on an iSCSI target").arg(medium->location.left(60)),
                                        QStringLiteral("Copy it into an image: VBoxManage clonemedium.")));
            if (isEncrypted(uuid))
                return fail(unsupported(QStringLiteral("disk %1 is encrypted").arg(medium->location.left(60)),
                                        QStringLiteral("Decrypt it: VBoxManage encryptmedium FILE --old-password "
                                                       "FILE.")));
            OvfFile file;
            file.id = uuid;
            file.href = medium->location;
            m_envelope.files.append(file);
            OvfDisk disk;
            disk.id = uuid;
            disk.fileRef = uuid;
            disk.parentRef = medium->parent;
            m_envelope.disks.append(disk);
        }
        return {};
    }

    /// The property is written with the first of a chain.
    bool isEncrypted(const QString &uuid) const
    {
        auto medium = m_media.value(uuid);
        while (!medium.encrypted && !medium.parent.isEmpty())
            medium = m_media.value(medium.parent);
        return medium.encrypted;
    }

    SafeXml m_xml;
    const QString m_where;
    OvfEnvelope m_envelope;
    OvfSystem m_system;
    QHash<QString, Medium> m_media;
};

} // namespace

Result<OvfEnvelope> parseVbox(const QByteArray &xml, const QString &where)
{
    return VboxParser(xml, where).parse();
}

} // namespace sealift
