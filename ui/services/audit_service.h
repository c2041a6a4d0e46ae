#pragma once

#include "base/error.h"
#include "task/audit_entry.h"
#include "task/task_id.h"

#include <QList>
#include <QObject>

#include <optional>

namespace sealift {

/// What the audit log has of a task, the oldest first.
struct TaskHistory {
    TaskId task;
    QList<AuditEntry> entries;
    std::optional<Error> problem; ///< why there are not all of them
};

/// Reads the audit log, for widgets. Lives on the thread of the window; the log is read elsewhere.
class AuditService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// loaded() follows.
    virtual void load(const TaskId &task) = 0;

Q_SIGNALS:
    void loaded(const sealift::TaskHistory &history);
};

} // namespace sealift
