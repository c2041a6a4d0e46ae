#pragma once

#include "crypto/digest.h"
#include "ec2/ec2_answers.h"
#include "ec2/service_connection.h"

#include <QList>

namespace sealift {

/// Bytes of a block of a snapshot (EBS direct APIs: 512 KiB, and nothing else).
inline constexpr qint64 kSnapshotBlock = 512LL * 1024;

/// What a snapshot is to be. It is encrypted in any case.
struct NewSnapshot {
    qint64 gibibytes = 0; ///< of the volume
    QString description;  ///< up to 255 characters; may be empty
    QString kmsKey;       ///< ARN of a key; empty: the account's key for EBS in the region
    Ec2Tags tags;         ///< up to 50
    QString request;      ///< the same text for the same wish: asked again, the service answers with the same snapshot
    int timeoutMinutes = 4320; ///< without a write, after which the service gives it up; 10 to 4320
};

struct StartedSnapshot {
    QString id;
    QString kmsKey; ///< ARN of the key that encrypts it
    qint64 gibibytes = 0;
};

/// A block of a snapshot, as ListSnapshotBlocks names it.
struct SnapshotBlock {
    qint64 index = 0; ///< its place in the volume, in blocks
    QString token;    ///< what GetSnapshotBlock wants to see
};

struct SnapshotBlockPage {
    QList<SnapshotBlock> blocks;
    qint64 gibibytes = 0;
    QString next; ///< of the next page; empty on the last one
};

/// The EBS direct APIs, version 2019-11-02: snapshots read and written block by block, without a volume or an instance.
/// Source: Amazon EBS direct APIs reference; botocore's service model. Thread-safe. Errors of all calls: those of
/// ServiceConnection::send(); Corrupt (an answer without what was asked for).
class EbsClient
{
public:
    explicit EbsClient(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    const QString &region() const { return m_connection.endpoint().region; }
    /// More callers than these only wait for each other.
    int mostAtOnce() const { return m_connection.mostAtOnce(); }

    /// Errors: Unsafe where the service made a snapshot that is not encrypted; its name is the fact "snapshot".
    Result<StartedSnapshot> startSnapshot(const NewSnapshot &snapshot, const std::stop_token &stop);

    /// Writes a block of a pending snapshot. @param data kSnapshotBlock bytes. @param digest their SHA-256.
    /// @param fresh the snapshot was made within the last minutes: that it is not found may pass.
    Status putBlock(const QString &snapshot, qint64 index, ByteView data, const Digest &digest, bool fresh,
                    const std::stop_token &stop);

    /// Seals a snapshot. @param blocks how many were written. @param checksum SHA-256 over the SHA-256 of each of them,
    /// in the order of their indexes ("LINEAR"): the service compares.
    Status completeSnapshot(const QString &snapshot, qint64 blocks, const Digest &checksum,
                            const std::stop_token &stop);

    /// The blocks that a completed snapshot has. @param from their first index. @param page as the last page's `next`.
    /// @param fresh as in putBlock().
    Result<SnapshotBlockPage> listBlocks(const QString &snapshot, qint64 from, const QString &page,
                                         const std::stop_token &stop, bool fresh = false);

    /// Reads a block and compares it with its checksum. @param out kSnapshotBlock bytes. @param fresh as in putBlock().
    /// Errors: Corrupt as well.
    Status getBlock(const QString &snapshot, const SnapshotBlock &block, MutableBytes out, const std::stop_token &stop,
                    bool fresh = false);

private:
    ServiceConnection &m_connection;
};

} // namespace sealift
