#include "cli/task_report.h"

#include "base/json.h"
#include "cli/console.h"
#include "common/human_text.h"
#include "common/text_table.h"
#include "task/service_state.h"

#include <QJsonArray>

namespace sealift {

namespace {

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(toRfc3339(time)) : QJsonValue();
}

QJsonObject scratchObject(const ScratchStatus &scratch)
{
    return {{QStringLiteral("state"), scratch.state},
            {QStringLiteral("size"), scratch.size},
            {QStringLiteral("used"), scratch.used},
            {QStringLiteral("highWater"), scratch.highWater},
            {QStringLiteral("path"), scratch.path}};
}

QJsonObject progressObject(const TransferProgress &progress)
{
    return {{QStringLiteral("total"), progress.total},      {QStringLiteral("done"), progress.done},
            {QStringLiteral("read"), progress.bytesRead},   {QStringLiteral("holes"), progress.bytesHole},
            {QStringLiteral("known"), progress.bytesKnown}, {QStringLiteral("stored"), progress.bytesWritten}};
}

} // namespace

void addTaskFacts(FactList &facts, const TaskRecord &record)
{
    const bool confirmed = record.cleanup.state == CleanupStatus::State::Confirmed;
    facts.add(QStringLiteral("Scratch"),
              QStringLiteral("%1, %2 used at most")
                  .arg(confirmed ? QStringLiteral("destroyed, confirmed") : QStringLiteral("NOT CONFIRMED"),
                       sizeText(record.scratch.highWater)));
    facts.add(QStringLiteral("Receipt"), QStringLiteral("sealift receipt show %1").arg(record.id.shortText()));
}

void addTask(QJsonObject &object, const TaskRecord &record)
{
    object.insert(QStringLiteral("task"), record.id.text());
    object.insert(QStringLiteral("cleanup"), cleanupStateName(record.cleanup.state));
    object.insert(QStringLiteral("receipt"), record.receipt);
    object.insert(QStringLiteral("findings"), findingsToJson(record.findings));
}

QJsonObject taskObject(const TaskRecord &record)
{
    QJsonObject object{{QStringLiteral("id"), record.id.text()},
                       {QStringLiteral("kind"), taskKindName(record.kind)},
                       {QStringLiteral("state"), taskStateName(record.state)},
                       {QStringLiteral("wish"), taskWishName(record.wish)},
                       {QStringLiteral("source"), record.source},
                       {QStringLiteral("destination"), record.destination},
                       {QStringLiteral("priority"), record.priority},
                       {QStringLiteral("attempt"), record.attempt},
                       {QStringLiteral("afterCrash"), record.afterCrash},
                       {QStringLiteral("created"), timeValue(record.created)},
                       {QStringLiteral("started"), timeValue(record.started)},
                       {QStringLiteral("ended"), timeValue(record.ended)},
                       {QStringLiteral("progress"), progressObject(record.progress)},
                       {QStringLiteral("findings"), findingsToJson(record.findings)},
                       {QStringLiteral("scratch"), scratchObject(record.scratch)},
                       {QStringLiteral("cleanup"), cleanupStateName(record.cleanup.state)},
                       {QStringLiteral("left"), QJsonArray::fromStringList(record.cleanup.left)},
                       {QStringLiteral("receipt"), record.receipt},
                       {QStringLiteral("ownerPid"), record.ownerPid}};
    if (const auto service = ServiceState::of(record); !service.isEmpty())
        object.insert(QStringLiteral("service"), service.toJson());
    if (const auto end = record.end())
        object.insert(QStringLiteral("end"), taskEndName(*end));
    if (record.error)
        object.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), record.error->code},
                                                           {QStringLiteral("message"), record.error->what},
                                                           {QStringLiteral("remedy"), record.error->remedy}});
    return object;
}

QString taskStateText(const TaskRecord &record)
{
    if (const auto end = record.end())
        return taskEndName(*end);
    const auto state = taskStateName(record.state);
    if (record.wish == TaskWish::Pause && record.state != TaskState::Paused)
        return QStringLiteral("%1 (pausing)").arg(state);
    if (record.wish == TaskWish::Cancel && record.state != TaskState::Cancelling)
        return QStringLiteral("%1 (cancelling)").arg(state);
    return state;
}

void reportTaskState(Console &console, const TaskRecord &record)
{
    if (!console.json() && !console.quiet())
        console.result(QStringLiteral("Task %1 is %2.").arg(record.id.shortText(), taskStateText(record)));
}

} // namespace sealift
