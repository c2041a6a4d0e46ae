#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"
#include "crypto/digest.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sealift {

/// How the audit log lies in its folder: `audit-000001.jsonl` and the following, `head`, and `lock`.

/// "audit-000042.jsonl"
QString auditFileName(int number);

/// The numbers of the log's files in this folder, ascending. Errors: those of reading a folder.
Result<std::vector<int>> auditFileNumbers(const QString &folder);

/// Has the folder's entries on the disk. Errors: those of fsync(2).
Status syncAuditFolder(const QString &folder);

/// What `head` says: how far the log has been written for certain. A cut tail is found by it.
struct AuditHead {
    qint64 seq = 0; ///< of the last entry that was acknowledged; 0: none yet
    Digest hash;    ///< its hash
    int file = 1;   ///< the file it is in

    bool operator==(const AuditHead &) const = default;

    /// Always of the same length, so that it is replaced by one write in place.
    QByteArray toBytes() const;
    /// Errors: Corrupt, also where only the form differs.
    static Result<AuditHead> parse(const QByteArray &bytes);
};

/// Nothing where there is none. Errors: Corrupt; those of reading.
Result<std::optional<AuditHead>> readAuditHead(const QString &folder);

/// The log's lock while it is held: no other process, and no other descriptor of this one, holds it in the same way.
/// Ends with the object.
class AuditLock
{
public:
    enum class Mode { Read, Write };

    /// Waits up to ten seconds. Errors: Locked; those of open(2). For reading, a folder without a lock file needs none.
    static Result<AuditLock> acquire(const QString &folder, Mode mode);

private:
    explicit AuditLock(FileDescriptor file)
        : m_file(std::move(file))
    {
    }

    FileDescriptor m_file; // closing it unlocks
};

} // namespace sealift
