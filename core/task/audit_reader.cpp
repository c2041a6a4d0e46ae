#include "task/audit_reader.h"

#include "task/audit_files.h"
#include "task/audit_tail.h"

#include <QFile>

namespace sealift {

Status forEachAuditEntry(const QString &folder, QStringView task, const std::function<Status(const AuditEntry &)> &each)
{
    if (!QFile::exists(folder))
        return {};
    SEALIFT_ASSIGN(const auto lock, AuditLock::acquire(folder, AuditLock::Mode::Read));
    SEALIFT_ASSIGN(const auto files, auditFileNumbers(folder));
    const auto name = task.toUtf8();
    for (const auto number : files) {
        SEALIFT_ASSIGN(const auto bytes, readAuditFile(folder, number));
        for (qsizetype begin = 0, end = 0; (end = bytes.indexOf('\n', begin)) >= 0; begin = end + 1) {
            const auto line = QByteArrayView(bytes).sliced(begin, end - begin);
            // Most lines are of other tasks, and quicker told by this than by parsing them.
            if (!line.contains(name))
                continue;
            const auto entry = AuditEntry::parse(line.toByteArray());
            if (!entry && task.isEmpty())
                continue;
            if (!entry)
                return fail(Error(entry.error()).during(auditFileName(number)));
            if (task.isEmpty() || entry->what.task == task)
                SEALIFT_TRY(each(*entry));
        }
    }
    return {};
}

} // namespace sealift
