#pragma once

#include "image/block_source.h"
#include "library/ids.h"
#include "library/zero_blobs.h"

#include <deque>
#include <set>
#include <vector>

namespace sealift {

/// Into which pieces a disk is cut; powers of two, in bytes.
struct PieceSizes {
    qint64 chunk = 0; ///< of data
    qint64 hole = 0;  ///< of what holds no data; at least a chunk

    bool operator==(const PieceSizes &) const = default;
};

/// What suits a disk. Chunks have 1 MiB: the largest that stays in a core's second-level cache between reading,
/// hashing, compressing and sealing. Disks over 512 GiB are cut into larger pieces, up to the format's 8 MiB, so that
/// no list of pieces grows beyond 524,288 before that - but chunks grow only as far as the data does: what is read from
/// a disk of 4 TiB with 1 GiB of data, and what a changed sector costs, is then as on a small disk.
///
/// The extents of disks over 512 GiB are passed through once for that, nothing is read; those of a stream can't be, and
/// its chunks are as large as its holes. Errors: those of the source.
Result<PieceSizes> pieceSizesFor(BlockSource &source, const std::stop_token &stop);

/// The size of the largest piece that a disk of this size may be cut into.
qint64 largestPieceOf(qint64 diskSize);

/// The pieces of a disk, and their names. All are zeroes until somebody says otherwise.
class DiskLayout
{
public:
    /// @param diskSize bytes.
    DiskLayout(qint64 diskSize, PieceSizes sizes);

    qint64 chunkSize() const { return m_sizes.chunk; }
    qint64 chunks() const;
    qint64 sizeOf(qint64 chunk) const;

    /// Where the name of a chunk with data is to be written, by any one thread; it stays there as long as the layout.
    /// The function itself is for one thread.
    Digest &idOf(qint64 chunk);

    struct Pieces {
        std::vector<Digest> ids;    ///< in the order of the disk
        std::set<qint64> zeroSizes; ///< of those that are zeroes
    };
    /// All pieces: where no chunk was asked for, holes.
    Pieces pieces();

private:
    qint64 blocks() const;
    void appendChunks(qint64 block, Pieces &pieces);

    const qint64 m_diskSize;
    const PieceSizes m_sizes;
    const qint64 m_chunksInBlock; // a block is what may be one hole
    ZeroBlobs m_zeroes;
    std::vector<quint32> m_first; // of each block: where its chunks' names begin, from 1 on; 0 for a hole
    std::deque<Digest> m_ids;     // these do not move
};

} // namespace sealift
