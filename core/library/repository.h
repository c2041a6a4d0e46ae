#pragma once

#include "base/result.h"
#include "crypto/blob_sealer.h"
#include "crypto/scrypt.h"
#include "library/blob_index.h"
#include "library/config.h"
#include "library/ids.h"
#include "library/key_ring.h"
#include "library/object_names.h"
#include "library/unpacked_files.h"
#include "storage/object_store.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace sealift {

struct CreateOptions {
    /// The cost of the password's key; without it some 500 ms on this machine and 64 MiB.
    std::optional<ScryptParameters> scrypt;
};

/// An open restic repository: its store, its master key, its configuration and its index. Holds no lock by itself:
/// whoever reads or writes takes a RepositoryLock first, and then loads the index. All functions may be called by many
/// threads at once, loadIndex() excepted.
class Repository
{
public:
    /// Makes a new repository of version 2 with one key, and opens it. Errors: AlreadyExists where there is a
    /// repository, or anything else, at the place; those of the store.
    static Result<std::unique_ptr<Repository>> create(std::unique_ptr<ObjectStore> store,
                                                      const QCA::SecureArray &password, const CreateOptions &options,
                                                      const std::stop_token &stop);

    /// Opens a repository of version 1 or 2 with any of its passwords. Errors: NotFound (no repository there),
    /// WrongPassword, Corrupt (names the file), Unsupported (a later version), those of the store.
    static Result<std::unique_ptr<Repository>> open(std::unique_ptr<ObjectStore> store,
                                                    const QCA::SecureArray &password, const std::stop_token &stop);

    ~Repository();
    Repository(const Repository &) = delete;
    Repository &operator=(const Repository &) = delete;

    const RepositoryConfig &config() const { return m_config; }
    /// Whether blobs may be compressed: from version 2 on.
    bool canCompress() const { return m_config.version >= 2; }
    ObjectStore &store() const { return *m_store; }
    /// The master key, for BlobSealer.
    const SealingKey &sealingKey() const { return m_key; }
    BlobIndex &index() { return m_index; }
    const BlobIndex &index() const { return m_index; }
    /// The passwords.
    KeyRing &keys() { return *m_keys; }
    /// Index, snapshot and lock files.
    UnpackedFiles &files() { return *m_files; }
    const UnpackedFiles &files() const { return *m_files; }

    /// Reads all index files, several at once. May be called again, to see what others have added since: what is in
    /// memory stays. After the list of snapshots (or of packs) that is to be understood by it: doc/design.rst, "Read
    /// and Write Ordering". Errors: Corrupt, naming the file; those of the store.
    Status loadIndex(const std::stop_token &stop);
    /// The same for those who only read: index files that are damaged are left out, and the reasons returned, so that
    /// one of them does not keep what others name from being read. Errors: those of the store.
    Result<std::vector<Error>> loadSoundIndex(const std::stop_token &stop);

    /// Writes index files for all packs that were stored since the last call, at most 50,000 blobs a file. When it
    /// fails, what is not written stays pending.
    Status flushIndex(const std::stop_token &stop);

    /// A tree or another small blob: fetched, opened, decompressed, its id verified; where one copy is damaged, from
    /// the next pack that has it. Errors: NotFound (no index knows it); Corrupt, naming blob and pack; LimitExceeded
    /// for one of more than `maxSize` plain bytes; those of the store.
    Result<QByteArray> loadBlob(BlobType type, const BlobId &id, const std::stop_token &stop,
                                qint64 maxSize = kMaxLoadedBlob) const;
    static constexpr qint64 kMaxLoadedBlob = 1LL << 30;

    /// Stores one small blob at once, in a pack of its own, unless it is known already. For the odd one: bulk goes
    /// through BlobWriter. The index must be flushed afterwards.
    Result<BlobId> saveBlobNow(BlobType type, ByteView plain, const std::stop_token &stop);

private:
    Status loadIndex(std::vector<Error> *damaged, const std::stop_token &stop);
    Repository(std::unique_ptr<ObjectStore> store, OpenedKey key);
    Status storeAlone(BlobType type, const BlobId &id, ByteView plain, const std::stop_token &stop);

    std::unique_ptr<ObjectStore> m_store;
    SealingKey m_key;
    std::unique_ptr<KeyRing> m_keys;
    RepositoryConfig m_config;
    std::unique_ptr<UnpackedFiles> m_files;
    BlobIndex m_index;
};

} // namespace sealift
