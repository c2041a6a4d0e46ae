#pragma once

#include "image/disk_file.h"

namespace sealift {

/// A file that lies in pieces of other files: a member of a tar archive, the parts of a split file, or simply another
/// file that somebody else holds open, too.
class PackedFile final : public DiskFile
{
public:
    /// A stretch of an open file.
    struct Part {
        std::shared_ptr<const DiskFile> file;
        qint64 offset = 0; ///< bytes
        qint64 length = 0; ///< bytes
    };

    /// @param title how it is called in errors. @param parts inside their files, one after the other; at least one.
    PackedFile(QString title, std::vector<Part> parts);

    /// One file out of several, in that order.
    static std::unique_ptr<PackedFile> join(const QString &title,
                                            const std::vector<std::unique_ptr<PackedFile>> &files);

    QString path() const override { return m_title; }
    Status checkUnchanged() const override;
    qint64 holeEnd(qint64 offset) const override;
    Result<Stretch> stretchAt(qint64 offset) const override;
    void willRead(qint64 offset, qint64 length) const override;
    std::vector<FilePiece> pieces() const override;
    /// Of the one file that it is all of.
    QString nbdSocket() const override;
    /// Only where it is all of one file that has them.
    bool hasNeighbours() const override;

protected:
    Status readInside(qint64 offset, MutableBytes out) const override;

private:
    bool isAllOfOne() const;
    /// The part that holds the byte; it is inside the file.
    std::size_t partAt(qint64 offset) const;

    QString m_title;
    std::vector<Part> m_parts;
    std::vector<qint64> m_begins; ///< of each part, in this file
};

} // namespace sealift
