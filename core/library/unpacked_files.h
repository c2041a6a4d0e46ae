#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/blob_sealer.h"
#include "library/byte_source.h"
#include "library/object_names.h"
#include "storage/object_store.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace sealift {

/// The sealed files of a repository that are no packs: index, snapshots, locks, and config (restic's doc/design.rst,
/// "Unpacked Data Format"). From repository version 2 on they are compressed, config excepted.
/// All functions may be called by many threads at once.
class UnpackedFiles
{
public:
    /// A larger file is refused, sealed or opened.
    static constexpr qint64 kMaxSize = 512LL << 20;

    /// @param store and @param key must outlive the object. @param version of the repository.
    UnpackedFiles(ObjectStore &store, const SealingKey &key, int version);

    /// Loads a file: its name is checked against the SHA-256 of what is stored, then the MAC, then it is decompressed.
    /// Errors: Corrupt, naming the file and what is wrong with it; LimitExceeded; those of the store.
    Result<QByteArray> load(FileKind kind, const FileId &id, const std::stop_token &stop) const;

    /// The same for a large file: it is decompressed piece by piece as it is read.
    Result<std::unique_ptr<ByteSource>> openLarge(FileKind kind, const FileId &id, const std::stop_token &stop) const;

    /// Seals and stores a file and returns its name.
    Result<FileId> save(FileKind kind, ByteView json, const std::stop_token &stop) const;

    QString location() const { return m_store.location(); }
    /// What errors call such a file: "snapshot 4f1a... of /srv/library".
    QString describe(FileKind kind, const FileId &id) const;

    /// The ids of all files of a kind. Files with other names, and empty ones (left by an interrupted upload to a store
    /// that knows no atomic one), are left out.
    Result<std::vector<FileId>> list(FileKind kind, const std::stop_token &stop) const;

    Status remove(FileKind kind, const FileId &id, const std::stop_token &stop) const;

private:
    Result<QByteArray> loadSealed(FileKind kind, const FileId &id, const std::stop_token &stop) const;

    ObjectStore &m_store;
    const SealingKey &m_key;
    const int m_version;
};

} // namespace sealift
