#include "image/writers/vmdk_stream_data.h"

#include "image/writers/field_writer.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace sealift {

namespace {

constexpr quint64 kDescriptorOffset = 1; // sectors
constexpr quint64 kDescriptorSize = 20;
constexpr quint64 kDirectoryAtEnd = ~quint64{0};
constexpr qsizetype kLongestName = 200;

enum Flag : quint32 {
    kNewlineTest = 1U << 0,
    kCompressedGrains = 1U << 16,
    kMarkers = 1U << 17,
};

QString extentName(const QString &name)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9_.-]"));
    auto text = QFileInfo(name).fileName().replace(unsafe, QStringLiteral("_")).left(kLongestName);
    if (!text.endsWith(QLatin1String(".vmdk")))
        text += QLatin1String(".vmdk");
    return text;
}

/// A content id: any number but the two that mean "none".
quint32 contentId()
{
    return QRandomGenerator::system()->bounded(1U, 0xfffffffeU);
}

} // namespace

VmdkSector makeVmdkHeader(qint64 diskSize, qint64 directory)
{
    VmdkSector bytes{};
    FieldWriter header(bytes);
    header.text(0, "KDMV");
    header.le32(4, 3); // version
    header.le32(8, kNewlineTest | kCompressedGrains | kMarkers);
    header.le64(12, static_cast<quint64>(diskSize / kVmdkSector)); // capacity
    header.le64(20, static_cast<quint64>(kVmdkGrain / kVmdkSector));
    header.le64(28, kDescriptorOffset);
    header.le64(36, kDescriptorSize);
    header.le32(44, static_cast<quint32>(kVmdkGrainsPerTable));
    header.le64(56, directory < 0 ? kDirectoryAtEnd : static_cast<quint64>(directory / kVmdkSector));
    header.le64(64, static_cast<quint64>(kVmdkOverhead / kVmdkSector));
    header.text(73, "\n \r\n"); // a transfer in text mode would alter it
    header.le16(77, 1);         // compressAlgorithm: deflate
    return bytes;
}

VmdkSector makeVmdkMarker(VmdkMarker type, qint64 length)
{
    VmdkSector bytes{};
    FieldWriter marker(bytes);
    marker.le64(0, static_cast<quint64>(length / kVmdkSector));
    marker.le32(12, static_cast<quint32>(type)); // the size at 8 is zero: no grain
    return bytes;
}

QByteArray makeVmdkDescriptor(qint64 diskSize, const QString &name)
{
    constexpr qint64 kHeads = 255; // the geometry of a SCSI disk, as BIOSes translate it
    constexpr qint64 kTrack = 63;
    const auto sectors = diskSize / kVmdkSector;
    return QStringLiteral("# Disk DescriptorFile\n"
                          "version=1\n"
                          "CID=%1\n"
                          "parentCID=ffffffff\n"
                          "createType=\"streamOptimized\"\n"
                          "\n"
                          "# Extent description\n"
                          "RW %2 SPARSE \"%3\"\n"
                          "\n"
                          "# The Disk Data Base\n"
                          "#DDB\n"
                          "\n"
                          "ddb.virtualHWVersion = \"4\"\n"
                          "ddb.geometry.cylinders = \"%4\"\n"
                          "ddb.geometry.heads = \"%5\"\n"
                          "ddb.geometry.sectors = \"%6\"\n"
                          "ddb.adapterType = \"lsilogic\"\n"
                          "ddb.toolsVersion = \"2147483647\"\n")
        .arg(contentId(), 8, 16, QLatin1Char('0'))
        .arg(sectors)
        .arg(extentName(name))
        .arg(sectors / (kHeads * kTrack))
        .arg(kHeads)
        .arg(kTrack)
        .toLatin1();
}

} // namespace sealift
