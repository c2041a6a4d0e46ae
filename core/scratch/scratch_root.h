#pragma once

#include "scratch/scratch_folder.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace sealift {

/// Whether the text can be a task's id: a UUID in lower case (RFC 9562).
bool isTaskId(QStringView text);

/// A task's folder, as somebody else sees it.
struct ScratchEntry {
    QString taskId;
    bool isLive = false;  ///< its owner lives; else it is an orphan
    qint64 size = 0;      ///< logical size of the volume; 0 where there is none
    qint64 allocated = 0; ///< bytes the volume takes on the medium
    QDateTime changed;    ///< UTC; when the volume, or the folder without one, was last written
};

/// The folder that all scratch volumes of a user lie in: private (0700), this user's, and no symbolic link. Shared by
/// any number of processes. Thread-safe.
class ScratchRoot
{
public:
    /// Opens the root; makes it, and missing folders above it, where there is none.
    /// Errors: Unsafe (a symbolic link, another user's, open to others, no folder), InvalidArgument (a relative path),
    /// those of mkdir(2) and open(2).
    static Result<ScratchRoot> open(const QString &path);

    const QString &path() const { return m_path; }
    int descriptor() const { return m_root.get(); }

    /// Makes the task's folder and takes its lease.
    /// Errors: InvalidArgument (no task's id), AlreadyExists (live, or to be taken over first), NoSpace, Io and the
    /// like.
    Result<std::unique_ptr<ScratchFolder>> create(const QString &taskId) const;

    /// Takes an orphan over; of several that try, one gets it. Nothing where its owner lives.
    /// Errors: InvalidArgument, NotFound, Unsafe (a link, or another user's), Io and the like.
    Result<std::unique_ptr<ScratchFolder>> takeOver(const QString &taskId) const;

    /// All folders of tasks. Names that are no task's id are passed over. Errors: Io.
    Result<QList<ScratchEntry>> list() const;

private:
    ScratchRoot() = default;

    Result<std::unique_ptr<ScratchFolder>> openFolder(const QString &taskId) const;
    std::optional<ScratchEntry> look(const QString &taskId) const;

    QString m_path;
    FileDescriptor m_root;
};

} // namespace sealift
