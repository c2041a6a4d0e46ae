#pragma once

#include "image/disk_file.h"

#include <QByteArray>

namespace sealift {

/// The first and the last bytes of something that can only be read from its begin to its end, for those who want to
/// know what it is. Anything between cannot be read.
class StreamEdges final : public DiskFile
{
public:
    static constexpr qint64 kEdge = 65536;

    /// @param identity of the file that it comes out of. @param title for errors.
    StreamEdges(QString title, const FileIdentity &identity);

    /// Takes the bytes that come next.
    void add(ByteView bytes);

    QString path() const override { return m_title; }
    Status checkUnchanged() const override { return {}; }
    Result<Stretch> stretchAt(qint64 offset) const override;
    void willRead(qint64 /*offset*/, qint64 /*length*/) const override {}
    std::vector<FilePiece> pieces() const override { return {}; }
    bool hasNeighbours() const override { return false; }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override;

private:
    QString m_title;
    QByteArray m_first;
    QByteArray m_last;
};

} // namespace sealift
