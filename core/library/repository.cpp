#include "library/repository.h"

#include "library/index_loader.h"
#include "library/pack_header.h"
#include "library/small_blobs.h"
#include "library/zstd.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kMaxConfig = 1LL << 20;
constexpr auto kScryptTime = std::chrono::milliseconds(500);
constexpr quint64 kScryptMemory = 64ULL << 20;
// More files at once than this gains nothing: what takes time is the parsing.
constexpr int kMaxIndexThreads = 4;

QString configName()
{
    return kConfigName.toString();
}

QString describeConfig(const ObjectStore &store)
{
    return QStringLiteral("config of %1").arg(store.location());
}

/// OK for a place with nothing in it.
Status checkEmpty(ObjectStore &store, const std::stop_token &stop)
{
    auto config = store.size(configName(), stop);
    if (config)
        return fail(Error(ErrorCode::AlreadyExists,
                          QStringLiteral("there is a library at %1 already").arg(store.location()),
                          QStringLiteral("Use it, or choose another place.")));
    if (config.error().code() != ErrorCode::NotFound)
        return fail(std::move(config).error());
    return store.list(
        QString(),
        [&store](const ObjectInfo &object) -> Status {
            return fail(Error(ErrorCode::AlreadyExists,
                              QStringLiteral("%1 is not empty: there is \"%2\"").arg(store.location(), object.name),
                              QStringLiteral("Choose an empty place for a new library.")));
        },
        stop);
}

Result<RepositoryConfig> loadConfig(ObjectStore &store, const SealingKey &key, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto sealed, store.readAll(configName(), kMaxConfig, stop));
    const auto where = describeConfig(store);
    auto json = BlobSealer(key).opened(viewOf(sealed));
    if (!json)
        return fail(std::move(json).error().during(where));
    return RepositoryConfig::parse(*json, where);
}

Status storeConfig(ObjectStore &store, const SealingKey &key, const RepositoryConfig &config,
                   const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto sealed, BlobSealer(key).sealed(viewOf(config.toJson())));
    const auto whole = viewOf(sealed);
    return store.put(configName(), std::span(&whole, 1), PutMode::CreateNew, stop);
}

} // namespace

Repository::Repository(std::unique_ptr<ObjectStore> store, OpenedKey key)
    : m_store(std::move(store))
    , m_key(std::move(key.master))
    , m_keys(std::make_unique<KeyRing>(*m_store, m_key, key.id))
{
}

Repository::~Repository() = default;

Result<std::unique_ptr<Repository>> Repository::create(std::unique_ptr<ObjectStore> store,
                                                       const QCA::SecureArray &password, const CreateOptions &options,
                                                       const std::stop_token &stop)
{
    SEALIFT_TRY(checkEmpty(*store, stop));
    SEALIFT_TRY(store->create(stop));
    auto master = SealingKey::random();
    const auto cost = options.scrypt ? *options.scrypt : calibrateScrypt(kScryptTime, kScryptMemory);
    SEALIFT_ASSIGN(const auto keyId, storeKey(*store, master, password, cost, stop));
    // The key first: a config without a key would be a library that nobody can open.
    const auto config = RepositoryConfig::random();
    if (auto stored = storeConfig(*store, master, config, stop); !stored) {
        // The place stays empty for another try; what made the first one fail is the better error.
        static_cast<void>(store->remove(fileObjectName(FileKind::Key, keyId), {}));
        return stored.map([] { return std::unique_ptr<Repository>(); });
    }
    std::unique_ptr<Repository> repository(new Repository(std::move(store), {keyId, std::move(master)}));
    repository->m_config = config;
    repository->m_files = std::make_unique<UnpackedFiles>(*repository->m_store, repository->m_key, config.version);
    return repository;
}

Result<std::unique_ptr<Repository>> Repository::open(std::unique_ptr<ObjectStore> store,
                                                     const QCA::SecureArray &password, const std::stop_token &stop)
{
    if (auto config = store->size(configName(), stop); !config && config.error().code() == ErrorCode::NotFound)
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no library at %1").arg(store->location()),
                          QStringLiteral("Check the path; a library is made by `sealift library init`.")));
    SEALIFT_ASSIGN(auto key, findKey(*store, password, stop));
    std::unique_ptr<Repository> repository(new Repository(std::move(store), std::move(key)));
    SEALIFT_ASSIGN(repository->m_config, loadConfig(*repository->m_store, repository->m_key, stop));
    repository->m_files =
        std::make_unique<UnpackedFiles>(*repository->m_store, repository->m_key, repository->m_config.version);
    return repository;
}

Status Repository::loadIndex(std::vector<Error> *damaged, const std::stop_token &stop)
{
    const auto threads = std::clamp(m_store->suggestedConcurrency(), 1, kMaxIndexThreads);
    return loadIndexInto(m_index, *m_files, threads, damaged, stop);
}

Status Repository::loadIndex(const std::stop_token &stop)
{
    return loadIndex(nullptr, stop);
}

Result<std::vector<Error>> Repository::loadSoundIndex(const std::stop_token &stop)
{
    std::vector<Error> damaged;
    SEALIFT_TRY(loadIndex(&damaged, stop));
    return damaged;
}

Status Repository::flushIndex(const std::stop_token &stop)
{
    return writePendingIndex(m_index, *m_files, stop);
}

Result<QByteArray> Repository::loadBlob(BlobType type, const BlobId &id, const std::stop_token &stop,
                                        qint64 maxSize) const
{
    return loadSmallBlob(*m_store, m_key, m_index, type, id, maxSize, stop);
}

Result<BlobId> Repository::saveBlobNow(BlobType type, ByteView plain, const std::stop_token &stop)
{
    const auto id = sha256(plain);
    if (!m_index.reserve(type, id))
        return id;
    auto stored = storeAlone(type, id, plain, stop);
    if (!stored) {
        m_index.release(type, id);
        return fail(std::move(stored).error());
    }
    return id;
}

Status Repository::storeAlone(BlobType type, const BlobId &id, ByteView plain, const std::stop_token &stop)
{
    PackEntry entry{type, id, 0, 0, 0};
    QByteArray packed;
    auto body = plain;
    constexpr int kLevel = 3; // restic's "auto"
    if (canCompress() && !plain.empty()) {
        SEALIFT_ASSIGN(packed, ZstdCompressor(kLevel).compressed(plain));
        if (static_cast<std::size_t>(packed.size()) < plain.size()) {
            body = viewOf(packed);
            entry.uncompressedLength = static_cast<quint32>(plain.size());
        }
    }
    BlobSealer sealer(m_key);
    SEALIFT_ASSIGN(auto pack, sealer.sealed(body));
    entry.length = static_cast<quint32>(pack.size());
    SEALIFT_ASSIGN(const auto header, sealPackHeader(std::span(&entry, 1), sealer));
    pack.append(header);
    const auto whole = viewOf(pack);
    const auto packId = sha256(whole);
    SEALIFT_TRY(m_store->put(packObjectName(packId), std::span(&whole, 1), PutMode::Replace, stop));
    m_index.addStoredPack(packId, std::span(&entry, 1));
    return {};
}

} // namespace sealift
