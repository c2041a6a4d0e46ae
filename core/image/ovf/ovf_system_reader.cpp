#include "image/ovf/ovf_system_reader.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr int kMostCpus = 65536;

Firmware firmwareOf(const QString &text)
{
    return text.startsWith(QLatin1String("efi"), Qt::CaseInsensitive) ||
                   text.startsWith(QLatin1String("uefi"), Qt::CaseInsensitive)
               ? Firmware::Uefi
               : Firmware::Bios;
}

int smallNumber(const QString &text)
{
    bool good = false;
    const auto number = text.toInt(&good);
    return good && number >= 0 ? number : -1;
}

} // namespace

Result<OvfSystem> OvfSystemReader::read()
{
    m_system.id = m_xml.attribute(QStringLiteral("id")).value_or(QString());
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            break;
        const auto name = m_xml.name();
        if (name == QLatin1String("Name")) {
            SEALIFT_ASSIGN(m_system.name, m_xml.text());
        } else if (name == QLatin1String("OperatingSystemSection")) {
            SEALIFT_TRY(readOperatingSystem());
        } else if (name == QLatin1String("ProductSection")) {
            SEALIFT_TRY(readProduct());
        } else if (name == QLatin1String("VirtualHardwareSection")) {
            SEALIFT_TRY(readHardware());
        } else if (name == QLatin1String("Machine")) { // VirtualBox's own description
            SEALIFT_TRY(readVirtualBoxMachine());
        } else {
            SEALIFT_TRY(m_xml.skip());
        }
    }
    if (m_system.name.isEmpty())
        m_system.name = m_system.id;
    return std::move(m_system);
}

Status OvfSystemReader::readOperatingSystem()
{
    m_system.osId = smallNumber(m_xml.attribute(QStringLiteral("id")).value_or(QString()));
    m_system.osType = m_xml.attribute(QStringLiteral("osType")).value_or(QString());
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            return {};
        const auto name = m_xml.name();
        SEALIFT_ASSIGN(const auto text, m_xml.text());
        // VirtualBox's name of it goes before a description for people.
        if (name == QLatin1String("OSType") || (name == QLatin1String("Description") && m_system.osType.isEmpty()))
            m_system.osType = text;
    }
}

Status OvfSystemReader::readProduct()
{
    QString product;
    QString version;
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            break;
        const auto name = m_xml.name();
        SEALIFT_ASSIGN(const auto text, m_xml.text());
        if (name == QLatin1String("Product"))
            product = text;
        else if (name == QLatin1String("Version"))
            version = text;
    }
    if (m_system.product.isEmpty())
        m_system.product = QStringLiteral("%1 %2").arg(product, version).trimmed();
    return {};
}

Status OvfSystemReader::readHardware()
{
    // Of several sections, which are alternatives, the first one counts.
    if (!m_system.devices.isEmpty())
        return m_xml.skip();
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            return {};
        SEALIFT_TRY(readHardwarePart());
    }
}

Status OvfSystemReader::readHardwarePart()
{
    const auto name = m_xml.name();
    if (name == QLatin1String("System"))
        return readFamily();
    // OVF 2 has elements of their own for disks and adapters.
    if (name == QLatin1String("Item") || name == QLatin1String("StorageItem") ||
        name == QLatin1String("EthernetPortItem"))
        return readDevice();
    if (name == QLatin1String("Config"))
        return readVendorConfig();
    return m_xml.skip();
}

Status OvfSystemReader::readFamily()
{
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            return {};
        const bool family = m_xml.name() == QLatin1String("VirtualSystemType");
        SEALIFT_ASSIGN(const auto text, m_xml.text());
        if (family)
            m_system.hardwareFamily = text;
    }
}

Status OvfSystemReader::readDevice()
{
    OvfDevice device;
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            break;
        const auto name = m_xml.name();
        if (name == QLatin1String("Config")) {
            SEALIFT_TRY(readVendorConfig());
            continue;
        }
        SEALIFT_ASSIGN(const auto text, m_xml.text());
        if (name == QLatin1String("ResourceType"))
            device.type = std::max(smallNumber(text), 0);
        else if (name == QLatin1String("InstanceID"))
            device.id = text;
        else if (name == QLatin1String("ElementName"))
            device.name = text;
        else if (name == QLatin1String("ResourceSubType"))
            device.subtype = text;
        else if (name == QLatin1String("Parent"))
            device.parent = text;
        else if (name == QLatin1String("AddressOnParent"))
            device.address = smallNumber(text);
        else if (name == QLatin1String("HostResource"))
            device.hostResources.append(text);
        else if (name == QLatin1String("Connection"))
            device.connections.append(text);
        else if (name == QLatin1String("VirtualQuantity"))
            device.quantity = text.toLongLong();
        else if (name == QLatin1String("AllocationUnits"))
            device.units = text;
    }
    takeDevice(device);
    return {};
}

void OvfSystemReader::takeDevice(const OvfDevice &device)
{
    switch (device.type) {
    case OvfDeviceType::kProcessor:
        if (device.quantity > 0 && device.quantity <= kMostCpus)
            m_system.cpus = static_cast<int>(device.quantity);
        break;
    case OvfDeviceType::kMemory: {
        const auto unit = bytesOfUnit(device.units);
        qint64 bytes = 0;
        if (unit && device.quantity > 0 && !qMulOverflow(device.quantity, *unit, &bytes))
            m_system.memory = bytes;
        break;
    }
    case OvfDeviceType::kDiskDrive:
        m_system.disks += device.hostResources;
        break;
    case OvfDeviceType::kEthernet:
        m_system.networks += device.connections;
        break;
    default:
        break;
    }
    m_system.devices.append(device);
}

/// VMware's: <vmw:Config vmw:key="firmware" vmw:value="efi"/>.
Status OvfSystemReader::readVendorConfig()
{
    if (m_xml.attribute(QStringLiteral("key")) == QStringLiteral("firmware"))
        m_system.firmware = firmwareOf(m_xml.attribute(QStringLiteral("value")).value_or(QString()));
    return m_xml.skip();
}

/// VirtualBox's: <vbox:Machine><Hardware><Firmware type="EFI"/>.
Status OvfSystemReader::readVirtualBoxMachine()
{
    for (;;) {
        SEALIFT_ASSIGN(const bool more, m_xml.child());
        if (!more)
            return {};
        const auto name = m_xml.name();
        if (name == QLatin1String("Hardware")) {
            SEALIFT_TRY(readVirtualBoxMachine());
            continue;
        }
        if (name == QLatin1String("Firmware"))
            m_system.firmware = firmwareOf(m_xml.attribute(QStringLiteral("type")).value_or(QString()));
        SEALIFT_TRY(m_xml.skip());
    }
}

} // namespace sealift
