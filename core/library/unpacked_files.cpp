#include "library/unpacked_files.h"

#include "crypto/digest.h"
#include "library/zstd.h"
#include "library/zstd_source.h"

namespace sealift {

namespace {

// How a plain text of repository version 2 begins when it is compressed (doc/design.rst, "Unpacked Data Format").
constexpr char kCompressed = 2;
// restic's "auto"; these files are small, or like an index compress no better with more effort.
constexpr int kLevel = 3;

bool isPlainJson(const QByteArray &opened, int version)
{
    return version < 2 || opened.startsWith('{') || opened.startsWith('[');
}

/// Bytes that it owns.
class OwnedSource : public ByteSource
{
public:
    explicit OwnedSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Result<ByteView> next() override
    {
        if (std::exchange(m_done, true))
            return ByteView();
        return viewOf(m_bytes);
    }

private:
    QByteArray m_bytes;
    bool m_done = false;
};

} // namespace

UnpackedFiles::UnpackedFiles(ObjectStore &store, const SealingKey &key, int version)
    : m_store(store)
    , m_key(key)
    , m_version(version)
{
}

QString UnpackedFiles::describe(FileKind kind, const FileId &id) const
{
    return QStringLiteral("%1 %2 of %3").arg(kindName(kind), id.hex(), m_store.location());
}

/// The file opened, but not decompressed; checked to begin as it must.
Result<QByteArray> UnpackedFiles::loadSealed(FileKind kind, const FileId &id, const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(auto bytes, m_store.readAll(fileObjectName(kind, id), kMaxSize, stop));
    const auto where = describe(kind, id);
    if (sha256(viewOf(bytes)) != id)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1: its content was changed: its SHA-256 is not its name").arg(where),
                          QStringLiteral("Restore the file from a copy of the library, if there is one; otherwise see "
                                         "what `sealift library check` says of the rest.")));
    if (bytes.size() < static_cast<qsizetype>(BlobSealer::kOverhead))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: too short (%2 bytes)").arg(where).arg(bytes.size())));
    const auto sealed = mutableViewOf(bytes);
    const auto plain = sealed.subspan(BlobSealer::kNonceSize, sealed.size() - BlobSealer::kOverhead);
    if (auto opened = BlobSealer(m_key).open(sealed, plain); !opened)
        return fail(std::move(opened).error().during(where));
    bytes.remove(0, static_cast<qsizetype>(BlobSealer::kNonceSize));
    bytes.chop(static_cast<qsizetype>(BlobSealer::kMacSize));
    if (!isPlainJson(bytes, m_version) && !bytes.startsWith(kCompressed))
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1: unknown encoding").arg(where),
                          QStringLiteral("Use a later Sealift, or restic.")));
    return bytes;
}

Result<QByteArray> UnpackedFiles::load(FileKind kind, const FileId &id, const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(auto opened, loadSealed(kind, id, stop));
    if (isPlainJson(opened, m_version))
        return opened;
    auto plain = ZstdDecompressor().decompressed(viewOf(opened).subspan(1), kMaxSize);
    if (!plain)
        return fail(std::move(plain).error().during(describe(kind, id)));
    return plain;
}

Result<std::unique_ptr<ByteSource>> UnpackedFiles::openLarge(FileKind kind, const FileId &id,
                                                             const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(auto opened, loadSealed(kind, id, stop));
    if (isPlainJson(opened, m_version))
        return std::make_unique<OwnedSource>(std::move(opened));
    return std::make_unique<ZstdSource>(std::move(opened), 1, kMaxSize);
}

Result<FileId> UnpackedFiles::save(FileKind kind, ByteView json, const std::stop_token &stop) const
{
    Q_ASSERT(kind != FileKind::Key);
    QByteArray packed;
    if (m_version >= 2) {
        SEALIFT_ASSIGN(packed, ZstdCompressor(kLevel).compressed(json, QByteArray(1, kCompressed)));
        json = viewOf(packed);
    }
    SEALIFT_ASSIGN(const auto sealed, BlobSealer(m_key).sealed(json));
    const auto whole = viewOf(sealed);
    const auto id = sha256(whole);
    SEALIFT_TRY(m_store.put(fileObjectName(kind, id), std::span(&whole, 1), PutMode::Replace, stop));
    return id;
}

Result<std::vector<FileId>> UnpackedFiles::list(FileKind kind, const std::stop_token &stop) const
{
    std::vector<FileId> ids;
    SEALIFT_TRY(m_store.list(
        folderOf(kind),
        [&ids](const ObjectInfo &object) -> Status {
            if (const auto id = idOfObject(object.name); id && object.size > 0)
                ids.push_back(*id);
            return {};
        },
        stop));
    return ids;
}

Status UnpackedFiles::remove(FileKind kind, const FileId &id, const std::stop_token &stop) const
{
    return m_store.remove(fileObjectName(kind, id), stop);
}

} // namespace sealift
