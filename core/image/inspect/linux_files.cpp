#include "image/inspect/linux_files.h"

#include "image/fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace sealift {

namespace {

QStringList linesOf(const QByteArray &text)
{
    QStringList lines;
    for (const auto &line : text.split('\n')) {
        auto plain = QString::fromUtf8(line).trimmed();
        if (!plain.isEmpty() && !plain.startsWith(QLatin1Char('#')))
            lines.append(std::move(plain));
    }
    return lines;
}

QStringList wordsOf(const QString &line)
{
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    return line.split(blank, Qt::SkipEmptyParts);
}

/// The source and the mount point of each line.
QList<QStringList> fstabLines(const QByteArray &text)
{
    QList<QStringList> lines;
    for (const auto &line : linesOf(text)) {
        auto words = wordsOf(line);
        if (words.size() >= 3)
            lines.append(std::move(words));
    }
    return lines;
}

bool isStableName(const QString &source)
{
    for (const auto *prefix :
         {"UUID=", "LABEL=", "PARTUUID=", "PARTLABEL=", "ID=", "/dev/disk/by-", "/dev/mapper/", "/dev/md", "ZFS="}) {
        if (source.startsWith(QLatin1String(prefix)))
            return true;
    }
    // /dev/GROUP/VOLUME of LVM.
    static const QRegularExpression logical(QStringLiteral("^/dev/[^/]+/[^/]+$"));
    return logical.match(source).hasMatch();
}

/// Names that the kernel gives in the order in which it finds disks.
bool isDeviceName(const QString &source)
{
    static const QRegularExpression names(QStringLiteral("^/dev/(sd|hd|vd|xvd)[a-z]+\\d*$|^/dev/(nvme|mmcblk)\\d"));
    return names.match(source).hasMatch();
}

std::optional<NetworkMode> modeOf(bool dhcp, bool fixed)
{
    if (dhcp && fixed)
        return NetworkMode::Mixed;
    if (dhcp)
        return NetworkMode::Dhcp;
    return fixed ? std::optional(NetworkMode::Static) : std::nullopt;
}

QString unquoted(QString value)
{
    value = value.trimmed();
    constexpr qsizetype kQuotes = 2;
    if (value.size() >= kQuotes && (value.startsWith(QLatin1Char('"')) || value.startsWith(QLatin1Char('\''))) &&
        value.back() == value.front())
        value = value.mid(1, value.size() - kQuotes);
    return value;
}

} // namespace

QHash<QString, QString> parseAssignments(const QByteArray &text)
{
    QHash<QString, QString> values;
    for (const auto &line : linesOf(text)) {
        const auto equals = line.indexOf(QLatin1Char('='));
        if (equals > 0)
            values.insert(line.left(equals).trimmed(), unquoted(line.mid(equals + 1)));
    }
    return values;
}

FstabFacts parseFstab(const QByteArray &text)
{
    static const QStringList pseudo{QStringLiteral("proc"),   QStringLiteral("sysfs"),    QStringLiteral("tmpfs"),
                                    QStringLiteral("devpts"), QStringLiteral("devtmpfs"), QStringLiteral("cgroup"),
                                    QStringLiteral("none"),   QStringLiteral("overlay")};
    FstabFacts facts;
    for (const auto &words : fstabLines(text)) {
        const auto &source = words.at(0);
        const auto &mountPoint = words.at(1);
        if (mountPoint == QLatin1String("/"))
            facts.root = source;
        if (isStableName(source))
            ++facts.byUuid;
        else if (isDeviceName(source))
            facts.byDevice.append(source);
        else if (!pseudo.contains(words.at(2)) && !pseudo.contains(source))
            facts.elsewhere.append(mountPoint);
    }
    return facts;
}

QString fstabSource(const QByteArray &text, const QString &mountPoint)
{
    for (const auto &words : fstabLines(text)) {
        if (words.at(1) == mountPoint)
            return words.at(0);
    }
    return {};
}

std::optional<NetworkMode> interfacesMode(const QByteArray &text)
{
    bool dhcp = false;
    bool fixed = false;
    for (const auto &line : linesOf(text)) {
        const auto words = wordsOf(line);
        if (words.size() < 4 || words.at(0) != QLatin1String("iface") || words.at(1) == QLatin1String("lo"))
            continue;
        dhcp = dhcp || words.at(3) == QLatin1String("dhcp") || words.at(3) == QLatin1String("auto");
        fixed = fixed || words.at(3) == QLatin1String("static");
    }
    return modeOf(dhcp, fixed);
}

std::optional<NetworkMode> netplanMode(const QByteArray &text)
{
    static const QRegularExpression byDhcp(QStringLiteral("^\\s*dhcp[46]\\s*:\\s*(true|yes|on)\\b"),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression key(QStringLiteral("^(\\s*)([\\w-]+)\\s*:"));
    bool fixed = false;
    qsizetype nameServers = -1; // how far that key is indented, while we are below it
    for (const auto &line : text.split('\n')) {
        const auto match = key.match(QString::fromUtf8(line));
        if (!match.hasMatch())
            continue;
        const auto indent = match.capturedLength(1);
        if (nameServers >= 0 && indent <= nameServers)
            nameServers = -1;
        if (match.captured(2) == QLatin1String("nameservers"))
            nameServers = indent;
        else if (match.captured(2) == QLatin1String("addresses") && nameServers < 0)
            fixed = true;
    }
    return modeOf(byDhcp.match(QString::fromUtf8(text)).hasMatch(), fixed);
}

std::optional<NetworkMode> networkdMode(const QByteArray &text)
{
    static const QStringList on{QStringLiteral("yes"),  QStringLiteral("ipv4"), QStringLiteral("ipv6"),
                                QStringLiteral("true"), QStringLiteral("both"), QStringLiteral("1")};
    const auto values = parseAssignments(text);
    return modeOf(on.contains(values.value(QStringLiteral("DHCP")).toLower()),
                  !values.value(QStringLiteral("Address")).isEmpty());
}

std::optional<NetworkMode> networkManagerMode(const QByteArray &text)
{
    bool dhcp = false;
    bool fixed = false;
    QString section;
    for (const auto &line : linesOf(text)) {
        if (line.startsWith(QLatin1Char('[')))
            section = line;
        else if (section == QLatin1String("[ipv4]") && line.startsWith(QLatin1String("method="))) {
            dhcp = dhcp || line == QLatin1String("method=auto");
            fixed = fixed || line == QLatin1String("method=manual");
        }
    }
    return modeOf(dhcp, fixed);
}

std::optional<NetworkMode> ifcfgMode(const QByteArray &text)
{
    const auto values = parseAssignments(text);
    const auto protocol = values.value(QStringLiteral("BOOTPROTO")).toLower();
    if (values.value(QStringLiteral("DEVICE")) == QLatin1String("lo"))
        return {};
    return modeOf(protocol == QLatin1String("dhcp"),
                  protocol != QLatin1String("dhcp") && values.contains(QStringLiteral("IPADDR")));
}

NetworkMode joined(std::optional<NetworkMode> one, NetworkMode other)
{
    return one && *one != other ? NetworkMode::Mixed : other;
}

std::optional<QString> elfMachine(const QByteArray &header)
{
    constexpr qsizetype kEnough = 20;
    if (header.size() < kEnough || !header.startsWith("\x7f"
                                                      "ELF"))
        return {};
    const Fields fields(viewOf(header));
    const bool isBigEndian = fields.u8(5) == 2;
    switch (isBigEndian ? fields.be16(18) : fields.le16(18)) {
    case 3:
        return QStringLiteral("i386");
    case 62:
        return QStringLiteral("x86_64");
    case 40:
        return QStringLiteral("arm");
    case 183:
        return QStringLiteral("aarch64");
    case 243:
        return QStringLiteral("riscv64");
    case 21:
        return QStringLiteral("ppc64");
    case 22:
        return QStringLiteral("s390x");
    default:
        return {};
    }
}

} // namespace sealift
