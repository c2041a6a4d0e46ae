#pragma once

#include "base/file_descriptor.h"
#include "image/file_identity.h"
#include "image/file_window.h"

#include <memory>
#include <vector>

namespace sealift {

/// Bytes of a file of this computer, as a helper program can be given them.
struct FilePiece {
    int descriptor = -1; ///< borrowed
    QString path;        ///< of that file
    qint64 offset = 0;   ///< bytes into it
    qint64 length = 0;   ///< bytes
    bool whole = true;   ///< it is all of the file
};

/// The bytes of one file of an image, wherever they lie: a file of this computer, a stretch of an archive, pieces of
/// several. Open for reading; thread-safe.
class DiskFile : public FileWindow
{
public:
    /// What it looked like when it was opened; size and room are those of its own bytes.
    const FileIdentity &identity() const { return m_identity; }
    qint64 size() const override { return m_identity.size; }

    /// OK while the file is what it was when it was opened; else SourceChanged.
    virtual Status checkUnchanged() const = 0;

    struct Stretch {
        bool data = true;  ///< else a hole
        qint64 length = 0; ///< bytes from the asked offset on, at least 1
    };

    /// What begins at `offset`, inside the file, as its file system knows it. Where that cannot say, all is data.
    /// Errors: Io, SourceChanged (the file has shrunk below `offset`).
    virtual Result<Stretch> stretchAt(qint64 offset) const = 0;

    /// Tells the system that the stretch will be read from end to end. A hint: not followed, it costs nothing but time.
    virtual void willRead(qint64 offset, qint64 length) const = 0;

    /// Where its bytes lie, in order; nothing where no file of this computer holds them.
    virtual std::vector<FilePiece> pieces() const = 0;

    /// The path of a Unix socket on which an NBD server shows its bytes to helper programs; empty: they are in
    /// pieces().
    virtual QString nbdSocket() const { return {}; }

    /// Whether other files lie beside it, in the folder of path(), so that it may name them.
    virtual bool hasNeighbours() const = 0;

protected:
    FileIdentity m_identity; ///< set by whoever opens it
};

/// A regular file or block device.
class LocalFile final : public DiskFile
{
public:
    /// @param path is opened as it is: a symbolic link at its end is an error, resolve it before.
    /// Errors: NotFound, PermissionDenied, Io, Unsafe (a symbolic link), Unsupported (a directory, a pipe...).
    static Result<std::unique_ptr<LocalFile>> open(const QString &path);

    QString path() const override { return m_path; }
    int descriptor() const { return m_descriptor.get(); }

    Status checkUnchanged() const override;
    qint64 holeEnd(qint64 offset) const override;
    Result<Stretch> stretchAt(qint64 offset) const override;
    void willRead(qint64 offset, qint64 length) const override;
    std::vector<FilePiece> pieces() const override;
    bool hasNeighbours() const override { return true; }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override;

private:
    LocalFile(QString path, FileDescriptor descriptor, const FileIdentity &identity);

    QString m_path;
    FileDescriptor m_descriptor;
};

} // namespace sealift
