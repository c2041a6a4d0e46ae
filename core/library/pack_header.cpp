#include "library/pack_header.h"

#include "library/object_names.h"

#include <QtEndian>

#include <limits>

namespace sealift {

namespace {

constexpr std::size_t kLengthSize = 4;

// The bits of an entry's type byte.
constexpr quint8 kTreeBit = 1;
constexpr quint8 kCompressedBit = 2;

Error damaged(const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("pack header: %1").arg(why)};
}

void append32(QByteArray &out, quint32 value)
{
    const auto little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

quint32 read32(ByteView bytes)
{
    return qFromLittleEndian<quint32>(bytes.first(kLengthSize).data());
}

/// Takes the first entry off `plain`; its offset is left to the caller.
Result<PackEntry> takeEntry(ByteView &plain)
{
    const auto type = static_cast<quint8>(plain.front());
    if (type > (kTreeBit | kCompressedBit))
        return fail(damaged(QStringLiteral("unknown blob type %1").arg(type)));
    const bool compressed = (type & kCompressedBit) != 0;
    const auto size = compressed ? kMaxPackHeaderEntrySize : kMinPackHeaderEntrySize;
    if (plain.size() < size)
        return fail(damaged(QStringLiteral("it ends within an entry")));
    PackEntry entry;
    entry.type = (type & kTreeBit) != 0 ? BlobType::Tree : BlobType::Data;
    entry.length = read32(plain.subspan(1));
    if (compressed)
        entry.uncompressedLength = read32(plain.subspan(1 + kLengthSize));
    entry.id = Digest(plain.subspan(size - Digest::kSize).first<Digest::kSize>());
    if (entry.length < BlobSealer::kOverhead || (compressed && entry.uncompressedLength == 0))
        return fail(damaged(QStringLiteral("blob %1 has an impossible length").arg(entry.id.shortHex())));
    plain = plain.subspan(size);
    return entry;
}

} // namespace

qint64 packSizeOf(std::span<const PackEntry> entries)
{
    auto size = static_cast<qint64>(kPackHeaderOverhead);
    for (const auto &entry : entries)
        size += entry.length + static_cast<qint64>(packHeaderEntrySize(entry));
    return size;
}

Result<QByteArray> sealPackHeader(std::span<const PackEntry> entries, BlobSealer &sealer)
{
    if (entries.size() > (kMaxSealedPackHeader - BlobSealer::kOverhead) / kMaxPackHeaderEntrySize)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("a pack cannot hold %1 blobs").arg(entries.size())));
    QByteArray plain;
    plain.reserve(static_cast<qsizetype>(entries.size() * kMaxPackHeaderEntrySize));
    quint64 offset = 0;
    for (const auto &entry : entries) {
        if (entry.offset != offset)
            return fail(Error(ErrorCode::Internal, QStringLiteral("the blobs of a pack do not follow each other")));
        offset += entry.length;
        const bool compressed = entry.uncompressedLength != 0;
        const auto type = (entry.type == BlobType::Tree ? kTreeBit : 0) | (compressed ? kCompressedBit : 0);
        plain.append(static_cast<char>(type));
        append32(plain, entry.length);
        if (compressed)
            append32(plain, entry.uncompressedLength);
        plain.append(reinterpret_cast<const char *>(entry.id.bytes().data()), static_cast<qsizetype>(Digest::kSize));
    }
    SEALIFT_ASSIGN(auto sealed, sealer.sealed(viewOf(plain)));
    append32(sealed, static_cast<quint32>(sealed.size()));
    return sealed;
}

Result<std::vector<PackEntry>> openPackHeader(MutableBytes sealed, qint64 packSize, BlobSealer &sealer)
{
    if (sealed.size() <= BlobSealer::kOverhead)
        return fail(damaged(QStringLiteral("it is empty")));
    const auto opened = sealed.subspan(BlobSealer::kNonceSize, sealed.size() - BlobSealer::kOverhead);
    SEALIFT_TRY(sealer.open(sealed, opened));

    ByteView plain = opened;
    std::vector<PackEntry> entries;
    entries.reserve(plain.size() / kMinPackHeaderEntrySize);
    quint64 offset = 0;
    while (!plain.empty()) {
        SEALIFT_ASSIGN(auto entry, takeEntry(plain));
        if (offset > std::numeric_limits<quint32>::max())
            return fail(damaged(QStringLiteral("the pack is larger than 4 GiB")));
        entry.offset = static_cast<quint32>(offset);
        offset += entry.length;
        entries.push_back(entry);
    }
    const auto expected = offset + sealed.size() + kLengthSize;
    if (packSize < 0 || expected != static_cast<quint64>(packSize))
        return fail(
            damaged(QStringLiteral("its blobs add up to a pack of %1 bytes, not of %2").arg(expected).arg(packSize)));
    return entries;
}

namespace {

Result<std::vector<PackEntry>> readHeader(ObjectStore &store, const PackId &pack, qint64 packSize, BlobSealer &sealer,
                                          const std::stop_token &stop)
{
    // Enough for most packs of large blobs, so that one call does.
    constexpr qint64 kEager = 4096;
    const auto name = packObjectName(pack);
    if (packSize < static_cast<qint64>(kPackHeaderOverhead + kMinPackHeaderEntrySize))
        return fail(damaged(QStringLiteral("the pack is too small for one (%1 bytes)").arg(packSize)));
    const auto eager = std::min(packSize, kEager);
    QByteArray tail(eager, Qt::Uninitialized);
    SEALIFT_TRY(store.read(name, packSize - eager, mutableViewOf(tail), stop));

    const auto length = read32(viewOf(tail).last(kLengthSize));
    const auto room = packSize - static_cast<qint64>(kLengthSize);
    if (length > kMaxSealedPackHeader || length > room)
        return fail(damaged(QStringLiteral("its length cannot be %1 bytes").arg(length)));
    const auto whole = static_cast<qint64>(length + kLengthSize);
    if (whole > eager) {
        tail.resize(whole);
        SEALIFT_TRY(store.read(name, packSize - whole, mutableViewOf(tail), stop));
    }
    const auto bytes = mutableViewOf(tail);
    return openPackHeader(bytes.subspan(bytes.size() - static_cast<std::size_t>(whole), length), packSize, sealer);
}

} // namespace

Result<std::vector<PackEntry>> readPackHeader(ObjectStore &store, const PackId &pack, qint64 packSize,
                                              BlobSealer &sealer, const std::stop_token &stop)
{
    auto entries = readHeader(store, pack, packSize, sealer, stop);
    if (!entries)
        return fail(std::move(entries).error().during(QStringLiteral("pack %1").arg(pack.hex())));
    return entries;
}

} // namespace sealift
