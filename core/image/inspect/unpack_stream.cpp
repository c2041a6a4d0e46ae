#include "image/inspect/unpack_stream.h"

#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace sealift {

namespace {

using Take = std::function<Status(ByteView)>;

constexpr std::size_t kPiece = std::size_t{256} << 10;
constexpr quint64 kLzmaMemory = quint64{128} << 20;

Error damaged(Packing packing)
{
    return {ErrorCode::Corrupt, QStringLiteral("its %1 data is damaged").arg(packingName(packing))};
}

Result<std::size_t> unpackGzip(ByteView bytes, const Take &take)
{
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return fail(Error(ErrorCode::Internal, QStringLiteral("zlib cannot start")));
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> ended(&stream, inflateEnd);
    stream.next_in = const_cast<Bytef *>(uchars(bytes)); // zlib only reads there
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::vector<std::byte> out(kPiece);
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        stream.next_out = uchars(MutableBytes(out));
        stream.avail_out = static_cast<uInt>(out.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const auto made = out.size() - stream.avail_out;
        if ((state != Z_OK && state != Z_STREAM_END) || (made == 0 && state != Z_STREAM_END))
            return fail(damaged(Packing::Gzip));
        SEALIFT_TRY(take(ByteView(out).first(made)));
    }
    return bytes.size() - stream.avail_in;
}

Result<std::size_t> unpackZstd(ByteView bytes, const Take &take)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
    if (!stream)
        return fail(Error(ErrorCode::Internal, QStringLiteral("zstd cannot start")));
    std::vector<std::byte> out(kPiece);
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    while (true) {
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        const auto before = in.pos;
        const auto left = ZSTD_decompressStream(stream.get(), &to, &in);
        if (ZSTD_isError(left) != 0U)
            return fail(damaged(Packing::Zstd));
        SEALIFT_TRY(take(ByteView(out).first(to.pos)));
        if (left == 0)
            return in.pos;
        if (in.pos == before && to.pos == 0)
            return fail(damaged(Packing::Zstd));
    }
}

Result<std::size_t> unpackLzma(Packing packing, ByteView bytes, const Take &take)
{
    lzma_stream stream = LZMA_STREAM_INIT;
    const auto begun = packing == Packing::Xz ? lzma_stream_decoder(&stream, kLzmaMemory, 0)
                                              : lzma_alone_decoder(&stream, kLzmaMemory);
    const std::unique_ptr<lzma_stream, decltype(&lzma_end)> ended(&stream, lzma_end);
    if (begun != LZMA_OK)
        return fail(Error(ErrorCode::Internal, QStringLiteral("liblzma cannot start")));
    stream.next_in = uchars(bytes);
    stream.avail_in = bytes.size();
    std::vector<std::byte> out(kPiece);
    auto state = LZMA_OK;
    while (state != LZMA_STREAM_END) {
        stream.next_out = uchars(MutableBytes(out));
        stream.avail_out = out.size();
        state = lzma_code(&stream, LZMA_RUN);
        const auto made = out.size() - stream.avail_out;
        if ((state != LZMA_OK && state != LZMA_STREAM_END) || (made == 0 && state != LZMA_STREAM_END))
            return fail(damaged(packing));
        SEALIFT_TRY(take(ByteView(out).first(made)));
    }
    return bytes.size() - stream.avail_in;
}

} // namespace

Packing packingOf(ByteView bytes)
{
    using namespace std::string_view_literals;
    static constexpr std::array kMagics{
        std::pair("\x1f\x8b"sv, Packing::Gzip),
        std::pair("\x28\xb5\x2f\xfd"sv, Packing::Zstd),
        std::pair("\xfd"
                  "7zXZ\0"sv,
                  Packing::Xz),
        std::pair("\x5d\0\0"sv, Packing::Lzma),
        std::pair("BZh"sv, Packing::Bzip2),
        std::pair("\x02\x21\x4c\x18"sv, Packing::Lz4),
        std::pair("\x04\x22\x4d\x18"sv, Packing::Lz4),
        std::pair("\x89LZO\0"sv, Packing::Lzo),
    };
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    for (const auto &[magic, packing] : kMagics) {
        if (text.starts_with(magic))
            return packing;
    }
    return Packing::Unknown;
}

QString packingName(Packing packing)
{
    switch (packing) {
    case Packing::Gzip:
        return QStringLiteral("gzip");
    case Packing::Zstd:
        return QStringLiteral("zstd");
    case Packing::Xz:
        return QStringLiteral("xz");
    case Packing::Lzma:
        return QStringLiteral("lzma");
    case Packing::Bzip2:
        return QStringLiteral("bzip2");
    case Packing::Lz4:
        return QStringLiteral("lz4");
    case Packing::Lzo:
        return QStringLiteral("lzo");
    case Packing::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

Result<std::size_t> unpack(Packing packing, ByteView bytes, const Take &take)
{
    switch (packing) {
    case Packing::Gzip:
        return unpackGzip(bytes, take);
    case Packing::Zstd:
        return unpackZstd(bytes, take);
    case Packing::Xz:
    case Packing::Lzma:
        return unpackLzma(packing, bytes, take);
    case Packing::Unknown:
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("it is compressed in a way that is not known")));
    default:
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("it is compressed by %1, which is not unpacked").arg(packingName(packing))));
    }
}

} // namespace sealift
