#pragma once

#include "base/bytes.h"
#include "base/file_descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>

namespace sealift {

/// Whether a finished file may take the place of an existing one.
enum class Overwrite { No, Yes };

/// Where an OutputFile's bytes lie before it is finished.
enum class Staging {
    Automatic, ///< In a file without a name where the file system can (O_TMPFILE), else as Named.
    Named,     ///< Beside the target under a passing name (see base/staged_files.h).
};

/// A file that appears under its final name complete and durable, or not at all. Written at any offset by any number of
/// threads at once; what is not written is a hole and reads as zeroes. Destroyed before finish() it leaves nothing; so
/// does a process that is killed; where staging needs a name, the next OutputFile in that folder removes what it left.
///
/// QSaveFile is not it: one sequential writer, no fsync of the folder, and a kill leaves its temporary file for good.
class OutputFile
{
public:
    /// Prepares a file, mode 0600, in the folder of `path`. A replaced file's mode and owner are not taken over; a
    /// symbolic link under the name is replaced itself, not followed.
    /// Errors: InvalidArgument (names a folder), NotFound (its folder), AlreadyExists, PermissionDenied (also a
    /// read-only file system), Unsupported (a device, or anything else that is no regular file), Io.
    static Result<std::unique_ptr<OutputFile>> create(const QString &path, Overwrite overwrite,
                                                      Staging staging = Staging::Automatic);
    /// The same in a folder that is open already, whatever its path leads to by now: only the last part of `path`
    /// counts, the rest is for errors. Staged files of others are left alone (see sweepStagedFiles()).
    static Result<std::unique_ptr<OutputFile>> createIn(FileDescriptor folder, const QString &path, Overwrite overwrite,
                                                        Staging staging = Staging::Automatic);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// OK where the file system has room for `bytes` more; NoSpace, saying how much is missing, otherwise. Reserves
    /// nothing: others may take the room; then NoSpace of a later call says how much of these bytes was missing.
    Status requireSpace(qint64 bytes);

    /// Makes the file `size` bytes long, with a hole where nothing is written. To be called before the writes: writes
    /// that each move the file's end are several times slower than writes inside it.
    Status resize(qint64 size);

    /// Writes all of `data` at byte `offset`. Any thread.
    Status writeAt(qint64 offset, ByteView data);

    /// The same past the system's cache (O_DIRECT), which saves the copy and the memory where much is written once.
    /// True where that was done; false, and nothing is written, where it cannot be: offset, size and address must be
    /// multiples of AlignedBuffer::kAlignment, and the file system must be able to. Any thread.
    Result<bool> writeDirectAt(qint64 offset, ByteView data);

    /// Asks the system to begin to write this stretch to the disk now, so that finish() has less to wait for. Any
    /// thread. Not a promise: only finish() makes the bytes durable. Errors: those of writing.
    Status startWriteBack(qint64 offset, qint64 length);

    /// Makes the bytes durable, then the name. Once, after the last write. After an error nothing is under the final
    /// name but what was there before; the one exception says so (the folder cannot be synced, the file is there).
    /// Errors: AlreadyExists (the name was taken meanwhile), NoSpace, Io, PermissionDenied, Unsupported (a file system
    /// that can neither rename without replacing nor link).
    [[nodiscard]] Status finish();

    /// As given to create().
    const QString &path() const { return m_path; }

    /// Bytes written so far; holes are not counted. Any thread.
    qint64 bytesWritten() const { return m_bytesWritten.load(std::memory_order_relaxed); }

private:
    OutputFile(QString path, Overwrite overwrite);

    Status openFolder();
    Status checkTarget() const;
    Status openFile(Staging staging);
    int directDescriptor();
    Status giveName();
    Status linkName(const QByteArray &name);
    Status replaceTarget();
    Status renameStaged();
    Error writeError(int number) const;

    const QString m_path;
    const Overwrite m_overwrite;
    QByteArray m_name;
    FileDescriptor m_folder;
    FileDescriptor m_file;
    std::once_flag m_directOnce;
    FileDescriptor m_direct; ///< the same file once more, for writes past the cache
    std::atomic<bool> m_directWorks = true;
    QByteArray m_stagedName; ///< empty while the file has no name
    qint64 m_required = 0;
    std::atomic<qint64> m_bytesWritten = 0;
};

} // namespace sealift
