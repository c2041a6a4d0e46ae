#include "task/service_export.h"

#include "ec2/export_fault.h"
#include "task/service_wait.h"

namespace sealift {

Status ServiceExport::start(const NewExport &wanted, const JobTools &tools)
{
    if (!m_note.exportTask.isEmpty())
        return {};
    auto note = m_note;
    note.asked = QDateTime::currentDateTimeUtc();
    SEALIFT_TRY(m_keep(note));
    const auto started = m_access.exports().start(wanted, tools.stop);
    if (!started) {
        if (isRefusedByService(started.error())) {
            note.asked = {};
            SEALIFT_TRY(m_keep(note));
        }
        return fail(started.error());
    }
    note.exportTask = started->id;
    note.service = ServiceState::of(*started).toJson();
    SEALIFT_TRY(m_keep(note));
    return tools.audit(QStringLiteral("export-started"), {{QStringLiteral("export-task"), started->id},
                                                          {QStringLiteral("source"), note.source},
                                                          {QStringLiteral("region"), note.region},
                                                          {QStringLiteral("place"), note.folder}});
}

Result<ExportTaskFacts> ServiceExport::awaitEnd(const std::stop_token &stop)
{
    ExportTaskFacts last;
    const auto look = [&]() -> Result<std::optional<ServiceLook>> {
        SEALIFT_ASSIGN(const auto found, m_access.exports().task(m_note.kind(), m_note.exportTask, stop));
        if (!found)
            return std::optional<ServiceLook>();
        last = *found;
        return std::optional(ServiceLook{ServiceState::of(last), last.isOver()});
    };
    const auto see = [&](const ServiceState &state) -> Status {
        auto note = m_note;
        note.service = state.toJson();
        return note.service == m_note.service ? Status() : m_keep(note);
    };
    SEALIFT_TRY(awaitService(m_note.exportTask, look, see, stop));
    if (last.isCompleted())
        return last;
    const auto words = ServiceState::of(last).message;
    return fail(Error(ErrorCode::Unsupported,
                      QStringLiteral("EC2 did not export %1. The service says: %2")
                          .arg(m_note.source, words.isEmpty() ? QStringLiteral("nothing") : words),
                      exportRemedy(words))
                    .with(QStringLiteral("export-task"), last.id));
}

} // namespace sealift
