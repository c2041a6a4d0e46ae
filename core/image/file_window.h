#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// The bytes of one file as a format's parser sees them: random access, never past the end. What lies behind is a disk
/// file, or memory in a test. Reading is thread-safe.
class FileWindow
{
public:
    FileWindow() = default;
    virtual ~FileWindow() = default;
    FileWindow(const FileWindow &) = delete;
    FileWindow &operator=(const FileWindow &) = delete;

    virtual qint64 size() const = 0;
    /// For errors.
    virtual QString path() const = 0;

    /// Fills `out` from byte `offset` on. @param what names the structure in errors ("the L1 table").
    /// Errors: Corrupt (the file ends inside it), Io.
    Status read(qint64 offset, MutableBytes out, const QString &what) const;

    /// The same as an array. @param length bytes; the caller has bounded it.
    Result<QByteArray> read(qint64 offset, qint64 length, const QString &what) const;

    /// True if [offset, offset + length) lies inside the file. Takes what a header says, however wild.
    bool contains(quint64 offset, quint64 length) const;

    /// Where the hole of a sparse file that covers `offset` ends; `offset` itself where there is none or nothing is
    /// known.
    virtual qint64 holeEnd(qint64 offset) const { return offset; }

protected:
    /// Reads exactly out.size() bytes, which lie inside the file. Errors: Io, SourceChanged (the file has shrunk).
    virtual Status readInside(qint64 offset, MutableBytes out) const = 0;
};

} // namespace sealift
