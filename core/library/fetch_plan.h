#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QString>

#include <span>
#include <vector>

namespace sealift {

class Repository;

/// Where each piece of one file's content lies in the library: what an export needs to know before its first byte.
class FetchPlan
{
public:
    struct Piece {
        qint64 offset = 0;     ///< in the file, bytes
        quint32 size = 0;      ///< plain bytes
        quint32 entry = 0;     ///< position in the content list
        BlobLocation location; ///< in the library; not used where isZero
        bool isZero = false;   ///< the blob is known to hold zeroes only and is not fetched
    };

    /// Looks every blob of `content` up. @param content the file's blob ids, in order; must outlive the plan.
    /// @param size the file's size as its tree node has it. @param where names the file in errors.
    /// Errors: Corrupt - a blob that no index knows, or sizes that do not add up.
    static Result<FetchPlan> make(const Repository &repository, std::span<const Digest> content, qint64 size,
                                  const QString &where);

    /// In the order of the file, without gaps.
    const std::vector<Piece> &pieces() const { return m_pieces; }
    const Digest &id(const Piece &piece) const { return m_content[piece.entry]; }
    qint64 size() const { return m_size; }
    const QString &where() const { return m_where; }
    /// Bytes of pieces that are not zero.
    qint64 dataBytes() const { return m_dataBytes; }

    /// Whether all pieces but the last have this size, or are zeroes and have a multiple of it: the file was cut into
    /// fixed chunks, and larger holes.
    bool isCutAt(qint64 chunkSize) const;

    /// For each chunk of this size, whether it holds anything but zeroes.
    std::vector<bool> allocation(qint64 chunkSize) const;

private:
    std::span<const Digest> m_content;
    std::vector<Piece> m_pieces;
    QString m_where;
    qint64 m_size = 0;
    qint64 m_dataBytes = 0;
};

} // namespace sealift
