#include "image/writers/write_options.h"

#include "base/size_text.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <bit>

namespace sealift {

namespace {

constexpr std::array kFormatNames = {std::pair{WriteFormat::Raw, "raw"}, std::pair{WriteFormat::Qcow2, "qcow2"},
                                     std::pair{WriteFormat::Vhd, "vhd"}, std::pair{WriteFormat::Vhdx, "vhdx"},
                                     std::pair{WriteFormat::Vdi, "vdi"}, std::pair{WriteFormat::Vmdk, "vmdk"}};
constexpr std::array kSubformatNames = {std::pair{WriteSubformat::Dynamic, "dynamic"},
                                        std::pair{WriteSubformat::Fixed, "fixed"},
                                        std::pair{WriteSubformat::StreamOptimized, "streamOptimized"}};
constexpr std::array kCompressionNames = {std::pair{WriteCompression::None, "none"},
                                          std::pair{WriteCompression::Zlib, "zlib"},
                                          std::pair{WriteCompression::Zstd, "zstd"}};

constexpr qint64 kSmallestAlignment = 512;
constexpr qint64 kLargestAlignment = 1LL << 30;

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename Value, typename Names>
std::optional<Value> valueIn(const Names &names, const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return std::nullopt;
}

/// "dynamic or fixed".
template <typename List, typename ToText>
QString alternatives(const List &list, const ToText &text)
{
    QStringList texts;
    for (const auto &one : list)
        texts.append(text(one));
    const auto last = texts.takeLast();
    return texts.isEmpty() ? last : QStringLiteral("%1 or %2").arg(texts.join(QStringLiteral(", ")), last);
}

Error notOffered(const WriteFormatInfo &info, const QString &option, const QString &value, const QString &offered)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1 has no %2 \"%3\"").arg(info.title, option, value),
            offered.isEmpty() ? QStringLiteral("Leave the %1 out.").arg(option)
                              : QStringLiteral("It can be %1.").arg(offered)};
}

/// The footer of an empty fixed VHD would be its first sector, which is what marks a dynamic one. An empty VHDX has no
/// block table, without which QEMU does not open it, and a VMDK without capacity is only a descriptor to it.
bool holdsEmptyDisk(WriteFormat format, const WriteOptions &options)
{
    return format != WriteFormat::Vhdx && format != WriteFormat::Vmdk &&
           (format != WriteFormat::Vhd || effectiveSubformat(format, options) != WriteSubformat::Fixed);
}

} // namespace

QString writeFormatName(WriteFormat format)
{
    return nameIn(kFormatNames, format);
}

std::optional<WriteFormat> writeFormatFromName(const QString &name)
{
    return valueIn<WriteFormat>(kFormatNames, name);
}

QString writeSubformatName(WriteSubformat subformat)
{
    return nameIn(kSubformatNames, subformat);
}

std::optional<WriteSubformat> writeSubformatFromName(const QString &name)
{
    return valueIn<WriteSubformat>(kSubformatNames, name);
}

QString writeCompressionName(WriteCompression compression)
{
    return nameIn(kCompressionNames, compression);
}

std::optional<WriteCompression> writeCompressionFromName(const QString &name)
{
    return valueIn<WriteCompression>(kCompressionNames, name);
}

const WriteFormatInfo &writeFormatInfo(WriteFormat format)
{
    const auto &formats = writeFormats();
    return *std::find_if(formats.begin(), formats.end(), [format](const auto &info) { return info.format == format; });
}

std::optional<WriteFormat> writeFormatOfFile(const QString &path)
{
    const auto suffix = QFileInfo(path).suffix().toLower();
    for (const auto &info : writeFormats()) {
        if (info.suffixes.contains(suffix))
            return info.format;
    }
    return std::nullopt;
}

std::optional<WriteSubformat> effectiveSubformat(WriteFormat format, const WriteOptions &options)
{
    const auto &offered = writeFormatInfo(format).subformats;
    if (options.subformat || offered.isEmpty())
        return options.subformat;
    return offered.first();
}

WriteCompression effectiveCompression(WriteFormat format, const WriteOptions &options)
{
    return options.compression.value_or(writeFormatInfo(format).compressions.first());
}

Status checkWriteOptions(WriteFormat format, const WriteOptions &options)
{
    const auto &info = writeFormatInfo(format);
    if (options.subformat && !info.subformats.contains(*options.subformat))
        return fail(
            notOffered(info, QStringLiteral("subformat"), writeSubformatName(*options.subformat),
                       info.subformats.isEmpty() ? QString() : alternatives(info.subformats, writeSubformatName)));
    if (options.compression && !info.compressions.contains(*options.compression))
        return fail(notOffered(info, QStringLiteral("compression"), writeCompressionName(*options.compression),
                               alternatives(info.compressions, writeCompressionName)));
    if (options.blockSize != 0 && !info.blockSizes.contains(options.blockSize))
        return fail(notOffered(info, QStringLiteral("block size"), QString::number(options.blockSize),
                               info.blockSizes.isEmpty() ? QString() : alternatives(info.blockSizes, sizeText)));
    if (options.alignment != 0 && !info.canBeEnlarged)
        return fail(notOffered(info, QStringLiteral("alignment"), QString::number(options.alignment), QString()));
    if (options.alignment != 0 && (options.alignment < kSmallestAlignment || options.alignment > kLargestAlignment ||
                                   !std::has_single_bit(static_cast<quint64>(options.alignment))))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a disk cannot be aligned to %1 bytes").arg(options.alignment),
                          QStringLiteral("The alignment can be a power of two from 512 bytes to 1 GiB.")));
    return {};
}

Status checkStreamable(WriteFormat format, const WriteOptions &options)
{
    // A qcow2 header says where the tables are, and the tables where each compressed cluster is: both come before what
    // they speak of, or in a place that is known beforehand.
    if (format != WriteFormat::Qcow2 || effectiveCompression(format, options) == WriteCompression::None)
        return {};
    return fail(Error(ErrorCode::Unsupported,
                      QStringLiteral("a compressed qcow2 image cannot be written to a pipe: its tables come first, and "
                                     "need to know how far each cluster could be compressed"),
                      QStringLiteral("Write it to a file, or choose no compression. All other formats can be written "
                                     "to a pipe; vmdk is compressed there, too.")));
}

Result<qint64> writtenDiskSize(WriteFormat format, const WriteOptions &options, qint64 size)
{
    const auto &info = writeFormatInfo(format);
    if (size == 0 && !holdsEmptyDisk(format, options))
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1 cannot hold an empty disk").arg(info.title),
                          QStringLiteral("Choose the format raw.")));
    const auto unit = std::max(info.sizeUnit, options.alignment);
    const auto limit = info.largestDisk > 0 ? info.largestDisk : std::numeric_limits<qint64>::max() - kLargestAlignment;
    const auto tooLarge = size > limit;
    const auto written = tooLarge ? size : size + (unit - size % unit) % unit;
    if (written > limit)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("a disk of %1 is too large for %2, which ends at %3")
                              .arg(sizeText(written), info.title, sizeText(limit)),
                          format == WriteFormat::Vhd ? QStringLiteral("Choose the format vhdx.")
                                                     : QStringLiteral("Choose the format raw.")));
    return written;
}

} // namespace sealift
