#include "image/inspect/volume_probe.h"

#include "image/inspect/superblock_facts.h"

#include <QHash>

namespace sealift {

namespace {

constexpr qsizetype kOutputLimit = 16384;
constexpr int kNothingFound = 2;
constexpr int kAmbivalent = 8;
constexpr qsizetype kLongestText = 255;

/// blkid's "export" format: NAME=value a line, with a backslash before what a shell would take for something else.
QHash<QByteArray, QString> parseExport(const QByteArray &output)
{
    QHash<QByteArray, QString> values;
    for (const auto &line : output.split('\n')) {
        const auto equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        QByteArray plain;
        for (auto i = equals + 1; i < line.size() && plain.size() < kLongestText; ++i) {
            if (line.at(i) == '\\' && i + 1 < line.size())
                ++i;
            plain += line.at(i);
        }
        QString text;
        for (const auto character : QString::fromUtf8(plain))
            text += character.isPrint() ? character : QLatin1Char('?');
        values.insert(line.left(equals), text);
    }
    return values;
}

VolumeUsage usageOf(const QString &usage, const QString &type)
{
    if (type == QLatin1String("LVM2_member") || type == QLatin1String("LVM1_member"))
        return VolumeUsage::Lvm;
    if (type == QLatin1String("swap"))
        return VolumeUsage::Swap;
    if (usage == QLatin1String("crypto"))
        return VolumeUsage::Encrypted;
    if (usage == QLatin1String("filesystem"))
        return VolumeUsage::FileSystem;
    if (usage == QLatin1String("raid"))
        return VolumeUsage::Raid;
    return type.isEmpty() ? VolumeUsage::Nothing : VolumeUsage::Other;
}

} // namespace

Result<VolumeProbe> VolumeProbe::create()
{
    SEALIFT_ASSIGN(auto blkid, DiskTool::find(QStringLiteral("blkid"), QStringLiteral("util-linux")));
    return VolumeProbe(std::move(blkid));
}

Result<VolumeFacts> VolumeProbe::look(const DiskView &view) const
{
    VolumeFacts volume;
    SEALIFT_ASSIGN(
        const auto answer,
        m_blkid.run(view, {QStringLiteral("-p"), QStringLiteral("-o"), QStringLiteral("export"), DiskTool::diskPath()},
                    kOutputLimit));
    if (answer.code == kAmbivalent) {
        volume.usage = VolumeUsage::Ambivalent;
        return volume;
    }
    if (answer.code == kNothingFound)
        return volume;
    if (answer.code != 0)
        return fail(Error(ErrorCode::ToolFailed,
                          QStringLiteral("blkid failed: %1").arg(QString::fromLocal8Bit(answer.errors).trimmed())));
    const auto values = parseExport(answer.output);
    volume.type = values.value("TYPE");
    volume.usage = usageOf(values.value("USAGE"), volume.type);
    volume.version = values.value("VERSION");
    volume.uuid = values.value("UUID");
    volume.label = values.value("LABEL");
    SEALIFT_TRY(addSuperblockFacts(view, volume));
    return volume;
}

} // namespace sealift
