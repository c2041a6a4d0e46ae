#include "ui/export/ova_details.h"

#include "image/ovf/ovf_writer.h"
#include "ui/common/local_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QSpinBox>

namespace sealift {

namespace {

constexpr qint64 kGiB = qint64{1} << 30;
constexpr int kMostCpus = 1024;
constexpr int kMostMemory = 16384; // GiB

QString cpusText(const std::optional<int> &cpus)
{
    return cpus ? OvaDetails::tr("%n processor(s)", nullptr, *cpus)
                : OvaDetails::tr("processors as described, else %1").arg(OvfMachine::kUsualCpus);
}

QString memoryText(const std::optional<qint64> &memory)
{
    return memory ? OvaDetails::tr("%1 of memory").arg(localSize(*memory, 0))
                  : OvaDetails::tr("memory as described, else %1").arg(localSize(OvfMachine::kUsualMemory, 0));
}

QString firmwareText(const std::optional<Firmware> &firmware)
{
    if (!firmware)
        return OvaDetails::tr("firmware as described, else BIOS");
    return *firmware == Firmware::Uefi ? QStringLiteral("UEFI") : QStringLiteral("BIOS");
}

} // namespace

OvaDetails::OvaDetails(QWidget *parent)
    : QWidget(parent)
    , m_cpus(new QSpinBox(this))
    , m_memory(new QSpinBox(this))
    , m_firmware(new QComboBox(this))
{
    m_cpus->setObjectName(QStringLiteral("cpus"));
    m_cpus->setRange(0, kMostCpus);
    m_cpus->setSpecialValueText(cpusText({}));
    m_memory->setObjectName(QStringLiteral("memory"));
    m_memory->setRange(0, kMostMemory);
    m_memory->setSpecialValueText(memoryText({}));
    m_memory->setSuffix(tr(" GiB"));
    m_firmware->setObjectName(QStringLiteral("firmware"));
    m_firmware->addItem(firmwareText({}));
    m_firmware->addItem(firmwareText(Firmware::Bios), static_cast<int>(Firmware::Bios));
    m_firmware->addItem(firmwareText(Firmware::Uefi), static_cast<int>(Firmware::Uefi));
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Processors:"), m_cpus);
    layout->addRow(tr("Memor&y:"), m_memory);
    layout->addRow(tr("Firm&ware:"), m_firmware);
}

OvaOptions OvaDetails::options(int version) const
{
    OvaOptions options;
    options.version = version;
    if (m_cpus->value() > 0)
        options.cpus = m_cpus->value();
    if (m_memory->value() > 0)
        options.memory = m_memory->value() * kGiB;
    if (const auto firmware = m_firmware->currentData(); firmware.isValid())
        options.firmware = static_cast<Firmware>(firmware.toInt());
    return options;
}

QString machineText(const OvaOptions &options)
{
    return QLocale().createSeparatedList(
        {cpusText(options.cpus), memoryText(options.memory), firmwareText(options.firmware)});
}

} // namespace sealift
