#pragma once

#include "ec2/ebs_client.h"

#include <QHash>

#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace sealift {

/// Which blocks a completed snapshot has, and what is in them. What a snapshot is never changes, so it is listed once;
/// of the tokens that reading takes only those of some pages are kept: of the others, and once they have expired (a
/// week after they were listed), a page is asked for again. Takes one bit a block beside that. Thread-safe.
///
/// A block that a snapshot does not have was never written. Of an encrypted snapshot a volume that EC2 makes of it
/// returns garbage there, of another one zeroes.
class SnapshotBlocks
{
public:
    /// Lists all blocks. @param ebs must outlive the object. @param fresh as in EbsClient::putBlock(). Errors: those of
    /// EbsClient::listBlocks(); Corrupt (a list that is none); LimitExceeded (larger than a volume may be).
    static Result<std::unique_ptr<SnapshotBlocks>> list(EbsClient &ebs, const QString &snapshot, bool fresh,
                                                        const std::stop_token &stop);

    const QString &snapshot() const { return m_snapshot; }
    /// Bytes of the volume.
    qint64 size() const { return static_cast<qint64>(m_has.size()) * kSnapshotBlock; }
    /// How many blocks it has.
    qint64 count() const { return m_count; }
    /// One flag for each block of the volume.
    const std::vector<bool> &has() const { return m_has; }

    /// Reads a block that it has, and compares it with its checksum. @param out kSnapshotBlock bytes. Errors: those of
    /// EbsClient::getBlock() and listBlocks(); Corrupt (the service does not list the block any more).
    Status read(qint64 index, MutableBytes out, const std::stop_token &stop);

private:
    /// Some blocks in a row, of those that there are, as the service listed them.
    struct Page {
        qint64 from = 0;
        qint64 end = 0; ///< past the last one
        QHash<qint64, QString> tokens;
    };

    SnapshotBlocks(EbsClient &ebs, QString snapshot, bool fresh)
        : m_ebs(ebs)
        , m_snapshot(std::move(snapshot))
        , m_fresh(fresh)
    {
    }
    Status listAll(const std::stop_token &stop);
    Status takePage(const SnapshotBlockPage &page, qint64 from);
    void keep(const SnapshotBlockPage &page, qint64 from);
    QString keptToken(qint64 index);
    qint64 forget(qint64 index);
    Result<QString> token(qint64 index, const QString &expired, const std::stop_token &stop);

    EbsClient &m_ebs;
    const QString m_snapshot;
    const bool m_fresh;
    std::vector<bool> m_has;
    qint64 m_count = 0;
    qint64 m_next = 0;       ///< while all are listed: past the last one so far
    std::mutex m_listing;    ///< for whoever asks for a page: the others wait for the same one
    std::mutex m_mutex;      ///< for the pages
    std::list<Page> m_pages; ///< the one used last first
};

} // namespace sealift
