#include "task/audit_retention.h"

#include "task/audit_files.h"
#include "task/audit_log.h"
#include "task/audit_tail.h"
#include "task/audit_verify.h"

#include <QFile>

#include <cerrno>

#include <unistd.h>

namespace sealift {

namespace {

const auto kShortened = QStringLiteral("shortened");
const auto kThroughFile = QStringLiteral("through-file");
const auto kLastSeq = QStringLiteral("last-seq");
const auto kLastHash = QStringLiteral("last-hash");

Result<AuditEntry> lastEntry(const QString &folder, int number)
{
    SEALIFT_ASSIGN(const auto bytes, readAuditFile(folder, number));
    const auto text = bytes.endsWith('\n') ? bytes.chopped(1) : bytes;
    auto entry = AuditEntry::parse(text.mid(text.lastIndexOf('\n') + 1));
    if (!entry)
        return fail(std::move(entry).error().during(auditFileName(number)));
    return entry;
}

/// The last file of those that are old, if any is.
Result<std::optional<AuditRemoval>> oldFiles(const QString &folder, const QDateTime &before)
{
    SEALIFT_ASSIGN(const auto lock, AuditLock::acquire(folder, AuditLock::Mode::Read));
    SEALIFT_ASSIGN(const auto numbers, auditFileNumbers(folder));
    std::optional<AuditRemoval> removal;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        SEALIFT_ASSIGN(const auto last, lastEntry(folder, numbers[i]));
        const auto time = QDateTime::fromString(last.time, Qt::ISODateWithMs);
        if (!time.isValid() || time >= before)
            break;
        removal = AuditRemoval{numbers[i], last.seq, last.hash};
    }
    return removal;
}

Status removeFiles(const QString &folder, int throughFile)
{
    SEALIFT_ASSIGN(const auto lock, AuditLock::acquire(folder, AuditLock::Mode::Write));
    SEALIFT_ASSIGN(const auto numbers, auditFileNumbers(folder));
    // The oldest first: whatever ends this, what is left has no gap.
    for (const auto number : numbers) {
        const auto path = folder + u'/' + auditFileName(number);
        if (number <= throughFile && ::unlink(QFile::encodeName(path).constData()) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot remove %1").arg(path)));
    }
    return syncAuditFolder(folder);
}

} // namespace

AuditEvent AuditRemoval::toEvent() const
{
    return {kShortened, {}, {{kThroughFile, throughFile}, {kLastSeq, lastSeq}, {kLastHash, lastHash.hex()}}};
}

std::optional<AuditRemoval> AuditRemoval::of(const AuditEvent &event)
{
    const auto hash = event.fields.value(kLastHash).toString();
    const auto digest = Digest::fromHex(QStringView(hash));
    if (event.event != kShortened || !digest)
        return std::nullopt;
    return AuditRemoval{event.fields.value(kThroughFile).toInt(), event.fields.value(kLastSeq).toInteger(), *digest};
}

Result<std::optional<AuditRemoval>> removeOldAudit(AuditLog &log, const QDateTime &before, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto old, oldFiles(log.folder(), before));
    if (!old)
        return old;
    SEALIFT_ASSIGN(const auto report, verifyAudit(log.folder(), stop));
    if (!report.ok())
        return fail(
            Error(ErrorCode::Corrupt,
                  QStringLiteral("nothing is removed from the audit log in %1: it was changed").arg(log.folder()),
                  QStringLiteral("\"sealift audit verify\" says where. Move the folder away, and keep it.")));
    SEALIFT_TRY(log.append(old->toEvent()));
    SEALIFT_TRY(removeFiles(log.folder(), old->throughFile));
    return old;
}

} // namespace sealift
