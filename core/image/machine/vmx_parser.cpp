#include "image/machine/vmx_parser.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <tuple>

namespace sealift {

namespace {

constexpr int kMostLines = 20'000;
constexpr qsizetype kLongestLine = 64 << 10;
constexpr int kMostCpus = 65536;
constexpr qint64 kMostMemory = qint64{1} << 30; // MiB

/// The buses that disks hang on, in the order in which a machine's firmware looks at them.
constexpr const char *kBuses[] = {"ide", "scsi", "sata", "nvme"};

/// "|22" stands for a quote.
QString unescaped(const QString &value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        bool good = false;
        const auto code = value[i] == QLatin1Char('|') ? value.mid(i + 1, 2).toUShort(&good, 16) : ushort{0};
        if (good && i + 2 < value.size()) {
            text += QChar(code);
            i += 2;
        } else {
            text += value[i];
        }
    }
    return text;
}

QString decoded(const QByteArray &text)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString result = utf8.decode(text);
    return utf8.hasError() ? QString::fromLatin1(text) : result;
}

class VmxParser
{
public:
    explicit VmxParser(QString where)
        : m_where(std::move(where))
    {
    }

    Result<OvfEnvelope> parse(const QByteArray &text)
    {
        SEALIFT_TRY(readLines(text));
        if (m_values.isEmpty())
            return fail(corrupt(1, QStringLiteral("there is no setting in it")));
        if (!value("encryption.keysafe").isEmpty() || !value("encryption.data").isEmpty())
            return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1: the machine is encrypted").arg(m_where),
                              QStringLiteral("Remove the encryption in the program that made it, or export the machine "
                                             "as an appliance (OVF)."))
                            .with(QStringLiteral("file"), m_where));
        describe();
        takeControllers();
        takeDisks();
        takeAdapters();
        m_envelope.systems.append(m_system);
        return std::move(m_envelope);
    }

private:
    Error corrupt(int line, const QString &what) const
    {
        return Error(ErrorCode::Corrupt, QStringLiteral("%1, line %2: %3").arg(m_where).arg(line).arg(what),
                     QStringLiteral("Copy the machine again, or import its disk images one by one."))
            .with(QStringLiteral("file"), m_where);
    }

    Status readLines(const QByteArray &text)
    {
        int number = 0;
        for (const auto &raw : text.split('\n')) {
            ++number;
            if (number > kMostLines || raw.size() > kLongestLine)
                return fail(Error(ErrorCode::LimitExceeded,
                                  QStringLiteral("%1 has more than %2 lines, or one of more than %3 bytes")
                                      .arg(m_where)
                                      .arg(kMostLines)
                                      .arg(kLongestLine)));
            const auto line = (number == 1 && raw.startsWith("\xef\xbb\xbf") ? raw.mid(3) : raw).trimmed();
            if (!line.isEmpty() && !line.startsWith('#'))
                SEALIFT_TRY(readLine(number, decoded(line)));
        }
        return {};
    }

    Status readLine(int number, const QString &line)
    {
        static const QRegularExpression form(QStringLiteral("^([A-Za-z0-9_.:\\-]+)[ \\t]*=[ \\t]*(\"?)([^\"]*)\\2$"));
        const auto match = form.match(line);
        const bool hasControl =
            std::any_of(line.begin(), line.end(), [](QChar c) { return c.unicode() < 0x20 && c != QLatin1Char('\t'); });
        if (!match.hasMatch() || hasControl)
            return fail(corrupt(number, QStringLiteral("is not of the form KEY = \"VALUE\"")));
        const auto key = match.captured(1).toLower();
        if (m_values.contains(key))
            return fail(corrupt(number, QStringLiteral("%1 is there twice").arg(key.left(60))));
        m_values.insert(key, unescaped(match.captured(3)));
        return {};
    }

    /// @param key in small letters.
    QString value(const QString &key) const { return m_values.value(key); }
    QString value(const char *key) const { return m_values.value(QLatin1String(key)); }
    bool isTrue(const QString &key) const
    {
        return value(key).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    }
    qint64 number(const char *key, qint64 most) const
    {
        bool good = false;
        const auto number = value(key).toLongLong(&good);
        return good && number > 0 && number <= most ? number : 0;
    }

    void describe()
    {
        m_system.id = value("uuid.bios");
        m_system.name = value("displayname");
        // The same names as an OVF has, but for dashes and an ending.
        if (const auto guest = value("guestos"); !guest.isEmpty())
            m_system.osType = QString(guest).replace(QLatin1Char('-'), QLatin1Char('_')) + QStringLiteral("Guest");
        if (const auto hardware = number("virtualhw.version", kMostCpus); hardware > 0)
            m_system.hardwareFamily = QStringLiteral("vmx-%1").arg(hardware, 2, 10, QLatin1Char('0'));
        m_system.cpus = std::max(static_cast<int>(number("numvcpus", kMostCpus)), 1);
        m_system.memory = number("memsize", kMostMemory) << 20;
        m_system.firmware =
            value("firmware").compare(QLatin1String("efi"), Qt::CaseInsensitive) == 0 ? Firmware::Uefi : Firmware::Bios;
        if (!value("checkpoint.vmstate").isEmpty())
            m_envelope.warnings.append(
                QStringLiteral("The machine is suspended: its disks are as after a power failure."));
    }

    void takeControllers()
    {
        for (int i = 0; i < 4; ++i) {
            const auto name = QStringLiteral("scsi%1").arg(i);
            if (!isTrue(name + QStringLiteral(".present")))
                continue;
            OvfDevice device;
            device.type = OvfDeviceType::kScsiController;
            device.id = name;
            device.name = name;
            device.subtype = value(name + QStringLiteral(".virtualdev"));
            // What an OVF calls them.
            if (device.subtype.compare(QLatin1String("pvscsi"), Qt::CaseInsensitive) == 0)
                device.subtype = QStringLiteral("VirtualSCSI");
            else if (device.subtype.compare(QLatin1String("lsisas1068"), Qt::CaseInsensitive) == 0)
                device.subtype = QStringLiteral("lsilogicsas");
            m_system.devices.append(device);
        }
    }

    struct Unit {
        int bus = 0;
        int controller = 0;
        int unit = 0;
        bool operator<(const Unit &other) const
        {
            return std::tie(bus, controller, unit) < std::tie(other.bus, other.controller, other.unit);
        }
    };

    QList<Unit> units() const
    {
        static const QRegularExpression form(
            QStringLiteral("^(ide|scsi|sata|nvme)([0-9]{1,2}):([0-9]{1,3})\\.filename$"));
        QList<Unit> units;
        for (auto entry = m_values.begin(); entry != m_values.end(); ++entry) {
            const auto match = form.match(entry.key());
            if (!match.hasMatch())
                continue;
            const auto bus = std::find_if(std::begin(kBuses), std::end(kBuses), [&match](const char *name) {
                return match.captured(1) == QLatin1String(name);
            });
            units.append(
                {static_cast<int>(bus - std::begin(kBuses)), match.captured(2).toInt(), match.captured(3).toInt()});
        }
        std::sort(units.begin(), units.end());
        return units;
    }

    void takeDisks()
    {
        static const QStringList disks{QString(), QStringLiteral("disk"), QStringLiteral("scsi-harddisk"),
                                       QStringLiteral("ata-harddisk"), QStringLiteral("rawdisk")};
        for (const auto &unit : units()) {
            const auto name =
                QStringLiteral("%1%2:%3").arg(QLatin1String(kBuses[unit.bus])).arg(unit.controller).arg(unit.unit);
            const auto path = value(name + QStringLiteral(".filename"));
            if (!isTrue(name + QStringLiteral(".present")) || path.isEmpty())
                continue;
            if (!disks.contains(value(name + QStringLiteral(".devicetype")).toLower()))
                continue; // a disc in its drive
            OvfDevice drive;
            drive.type = OvfDeviceType::kDiskDrive;
            drive.id = name;
            drive.name = name;
            drive.address = unit.unit;
            drive.hostResources.append(name);
            m_system.devices.append(drive);
            m_system.disks.append(name);
            OvfFile file;
            file.id = name;
            file.href = path;
            m_envelope.files.append(file);
            OvfDisk disk;
            disk.id = name;
            disk.fileRef = name;
            m_envelope.disks.append(disk);
        }
    }

    void takeAdapters()
    {
        constexpr int kMostAdapters = 10;
        for (int i = 0; i < kMostAdapters; ++i) {
            const auto name = QStringLiteral("ethernet%1.").arg(i);
            if (!isTrue(name + QStringLiteral("present")))
                continue;
            auto network = value(name + QStringLiteral("networkname"));
            if (network.isEmpty())
                network = value(name + QStringLiteral("connectiontype"));
            if (network.isEmpty())
                network = QStringLiteral("bridged");
            m_system.networks.append(network);
            if (!m_envelope.networks.contains(network))
                m_envelope.networks.append(network);
        }
    }

    const QString m_where;
    QHash<QString, QString> m_values;
    OvfEnvelope m_envelope;
    OvfSystem m_system;
};

} // namespace

Result<OvfEnvelope> parseVmx(const QByteArray &text, const QString &where)
{
    return VmxParser(where).parse(text);
}

} // namespace sealift
