#include "desktop/services/history_reader.h"

#include "task/audit_reader.h"

namespace sealift {

HistoryReader::HistoryReader(QString folder, QObject *parent)
    : AuditService(parent)
    , m_folder(std::move(folder))
    , m_background(this, 1)
{
}

void HistoryReader::load(const TaskId &task)
{
    const auto read = [task, folder = m_folder](const std::stop_token &stop) {
        TaskHistory history{task, {}, {}};
        const auto status = forEachAuditEntry(folder, task.text(), [&](const AuditEntry &entry) -> Status {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            history.entries.append(entry);
            return {};
        });
        if (!status)
            history.problem = status.error();
        return history;
    };
    m_background.run(read, [this](const TaskHistory &history) { Q_EMIT loaded(history); });
}

} // namespace sealift
