#include "image/archive/stream_unpacker.h"

#include "image/archive/told_size.h"

#include <KCompressionDevice>
#include <KFilterBase>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kPiece = qint64{1} << 20;
constexpr std::size_t kMostAtOnce = std::size_t{64} << 20;
/// More than any magic number.
constexpr std::size_t kMagic = 16;

KCompressionDevice::CompressionType typeOf(Packing packing)
{
    switch (packing) {
    case Packing::Gzip:
        return KCompressionDevice::GZip;
    case Packing::Xz:
        return KCompressionDevice::Xz;
    case Packing::Bzip2:
        return KCompressionDevice::BZip2;
    case Packing::Zstd:
        return KCompressionDevice::Zstd;
    default:
        return KCompressionDevice::None;
    }
}

/// A stretch between zstd frames that carries no data (RFC 8878, 3.1.2).
bool isSkippableFrame(ByteView bytes)
{
    return bytes.size() >= 4 && (std::to_integer<unsigned>(bytes[0]) & 0xF0U) == 0x50U && bytes[1] == std::byte{0x2a} &&
           bytes[2] == std::byte{0x4d} && bytes[3] == std::byte{0x18};
}

} // namespace

Status checkUnpackLimits(const UnpackLimits &limits, const QString &path, qint64 produced, qint64 read)
{
    const auto refused = [&path](const QString &what) {
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 %2").arg(path, what),
                          QStringLiteral("It may be a decompression bomb. If that much is meant to be in it, allow it "
                                         "with --max-unpacked SIZE."))
                        .with(QStringLiteral("file"), path));
    };
    if (produced > limits.maxBytes)
        return refused(QStringLiteral("unpacks to more than %1 bytes").arg(limits.maxBytes));
    if (limits.maxRatio > 0 && produced > limits.freeBytes && produced / std::max<qint64>(read, 1) > limits.maxRatio)
        return refused(QStringLiteral("unpacks to more than %1 bytes, over %2 times its own size")
                           .arg(limits.freeBytes)
                           .arg(limits.maxRatio));
    return {};
}

OpenStream unpackerOpener(Packing packing, const UnpackLimits &limits)
{
    return [=](const DiskFile &packed, const std::stop_token & /*stop*/) -> Result<std::unique_ptr<ByteStream>> {
        return std::make_unique<StreamUnpacker>(packed, packing, limits);
    };
}

bool canUnpack(Packing packing)
{
    return typeOf(packing) != KCompressionDevice::None;
}

StreamUnpacker::StreamUnpacker(const DiskFile &file, Packing packing, const UnpackLimits &limits)
    : m_file(file)
    , m_packing(packing)
    , m_limits(limits)
{
    file.willRead(0, file.size());
}

StreamUnpacker::~StreamUnpacker()
{
    endStream();
}

std::optional<qint64> StreamUnpacker::toldSize() const
{
    // What cannot be read will be an error soon enough.
    return sealift::toldSize(m_file, m_packing).value_or(std::nullopt);
}

/// The filters free what they hold only when they are told to.
void StreamUnpacker::endStream()
{
    if (m_filter)
        m_filter->terminate();
    m_filter.reset();
}

Error StreamUnpacker::damaged(const QString &what) const
{
    return Error(ErrorCode::Corrupt, QStringLiteral("%1 (%2): %3").arg(m_file.path(), packingName(m_packing), what),
                 QStringLiteral("Copy or download the file again, and compare its checksum with the original's."))
        .with(QStringLiteral("file"), m_file.path());
}

/// Reads on where all input is taken up; at the end of the file there stays none.
Status StreamUnpacker::refill()
{
    if (m_left > 0 || m_read == m_file.size())
        return {};
    m_input.resize(std::min(kPiece, m_file.size() - m_read));
    SEALIFT_TRY(m_file.read(m_read, mutableViewOf(m_input), QStringLiteral("compressed data")));
    m_read += m_input.size();
    m_left = static_cast<std::size_t>(m_input.size());
    return {};
}

/// Begins with the next stream; false at the end of the file. Zeroes behind a stream are padding (xz's format, and what
/// tapes leave).
Result<bool> StreamUnpacker::nextStream()
{
    bool padded = false;
    for (;;) {
        SEALIFT_TRY(refill());
        if (m_left == 0)
            return false;
        const auto rest = viewOf(m_input).last(m_left);
        const auto first = std::find_if(rest.begin(), rest.end(), [](std::byte byte) { return byte != std::byte{0}; });
        padded = padded || first != rest.begin();
        m_left = static_cast<std::size_t>(rest.end() - first);
        if (m_left > 0)
            break;
    }
    // A magic number that is spread over two pieces.
    if (m_left < kMagic && m_read < m_file.size()) {
        m_read -= static_cast<qint64>(m_left);
        m_left = 0;
        SEALIFT_TRY(refill());
    }
    const auto rest = viewOf(m_input).last(m_left);
    const bool skippable = m_packing == Packing::Zstd && isSkippableFrame(rest);
    if (!skippable && packingOf(rest) != m_packing)
        return fail(damaged(m_produced == 0 && !padded ? QStringLiteral("there is no compressed data in it")
                                                       : QStringLiteral("something else follows the compressed data")));
    m_filter.reset(KCompressionDevice::filterForCompressionType(typeOf(m_packing)));
    if (!m_filter)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("KArchive was built without support for %1").arg(packingName(m_packing)),
                          QStringLiteral("Unpack the file first, and name what was inside.")));
    m_filter->setFilterFlags(KFilterBase::WithHeaders);
    if (!m_filter->init(QIODevice::ReadOnly))
        return fail(damaged(QStringLiteral("it cannot be unpacked")));
    m_filter->setInBuffer(reinterpret_cast<const char *>(rest.data()), static_cast<uint>(rest.size()));
    m_filter->readHeader();
    return true;
}

Result<std::size_t> StreamUnpacker::read(MutableBytes out, const std::stop_token &stop)
{
    std::size_t done = 0;
    while (done < out.size() && !m_ended) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (!m_filter) {
            SEALIFT_ASSIGN(const bool more, nextStream());
            if (!more && m_produced == 0 && m_read == 0)
                return fail(damaged(QStringLiteral("there is no compressed data in it")));
            m_ended = !more;
            continue;
        }
        if (m_left == 0) {
            SEALIFT_TRY(refill());
            m_filter->setInBuffer(m_input.constData(), static_cast<uint>(m_left));
        }
        const bool hadInput = m_left > 0;
        const auto room = out.subspan(done).first(std::min(out.size() - done, kMostAtOnce));
        m_filter->setOutBuffer(reinterpret_cast<char *>(room.data()), static_cast<uint>(room.size()));
        const auto result = m_filter->uncompress();
        const auto made = room.size() - static_cast<std::size_t>(m_filter->outBufferAvailable());
        m_left = hadInput ? static_cast<std::size_t>(m_filter->inBufferAvailable()) : 0;
        done += made;
        m_produced += static_cast<qint64>(made);
        SEALIFT_TRY(checkUnpackLimits(m_limits, m_file.path(), m_produced, m_read - static_cast<qint64>(m_left)));
        // All was read, nothing more comes out, and the stream's trailer was not seen. KGzipFilter calls that an end.
        if (!hadInput && made == 0)
            return fail(damaged(QStringLiteral("it is cut: its end is missing")));
        if (result == KFilterBase::End) {
            endStream();
            continue;
        }
        if (result == KFilterBase::Error)
            return fail(damaged(m_packing == Packing::Gzip
                                    ? QStringLiteral("its data is damaged, or something else follows it")
                                    : QStringLiteral("its data is damaged, or needs more memory than is allowed")));
    }
    return done;
}

} // namespace sealift
