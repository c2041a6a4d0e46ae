#include "cli/commands/task_show.h"

#include "base/json.h"
#include "cli/console.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"
#include "common/human_text.h"
#include "common/text_table.h"
#include "task/service_state.h"

#include <QJsonArray>

namespace sealift {

namespace {

QString factsOf(const TaskRecord &task, const QList<TaskTransition> &transitions)
{
    FactList facts;
    facts.add(QStringLiteral("Task"), task.id.text());
    facts.add(QStringLiteral("Kind"), taskKindName(task.kind));
    facts.add(QStringLiteral("State"), taskStateText(task));
    facts.add(QStringLiteral("From"), task.source);
    facts.add(QStringLiteral("To"), task.destination);
    if (task.ownerPid != 0)
        facts.add(QStringLiteral("Process"), QStringLiteral("%1 on %2").arg(task.ownerPid).arg(task.ownerHost));
    if (task.progress.total > 0)
        facts.add(QStringLiteral("Progress"),
                  QStringLiteral("%1 of %2").arg(sizeText(task.progress.done), sizeText(task.progress.total)));
    if (const auto service = ServiceState::of(task); !service.isEmpty())
        facts.add(QStringLiteral("At EC2"), QStringLiteral("%1: %2").arg(service.task, service.text()));
    for (qsizetype i = 0; i < task.findings.size(); ++i) {
        const auto &finding = task.findings[i];
        const auto line = QStringLiteral("%1 [%2] %3").arg(severityName(finding.severity), finding.rule, finding.what);
        if (i == 0)
            facts.add(QStringLiteral("Preflight"), line);
        else
            facts.more(line);
    }
    if (!task.scratch.state.isEmpty())
        facts.add(QStringLiteral("Scratch"), QStringLiteral("%1; %2 of %3 used, at most %4")
                                                 .arg(task.scratch.state, sizeText(task.scratch.used),
                                                      sizeText(task.scratch.size), sizeText(task.scratch.highWater)));
    facts.add(QStringLiteral("Cleanup"), cleanupStateName(task.cleanup.state));
    for (const auto &left : task.cleanup.left)
        facts.more(left);
    if (task.error) {
        facts.add(QStringLiteral("Error"), task.error->what);
        facts.add(QStringLiteral("Hint"), task.error->remedy);
    }
    facts.add(QStringLiteral("Receipt"), task.receipt);
    facts.add(QStringLiteral("Attempt"), QString::number(task.attempt));
    for (qsizetype i = 0; i < transitions.size(); ++i) {
        const auto &step = transitions[i];
        const auto line = QStringLiteral("%1  %2").arg(localTimeText(step.time), taskStateName(step.to)) +
                          (step.reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(step.reason));
        if (i == 0)
            facts.add(QStringLiteral("History"), line);
        else
            facts.more(line);
    }
    return facts.text();
}

} // namespace

CommandInfo TaskShowCommand::info() const
{
    return {
        .words = {QStringLiteral("task"), QStringLiteral("show")},
        .summary = QStringLiteral("Show all that is known of a task."),
        .description = QStringLiteral("Shows a task: its state, its scratch volume, what went wrong, and its history."),
        .arguments = {taskArgument(false)},
        .options = {},
        .examples = {{QStringLiteral("Show a task"), QStringLiteral("sealift task show 4f0a2d3c")}},
    };
}

Status TaskShowCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    SEALIFT_ASSIGN(const auto ids, namedTasks(context, *journal));
    SEALIFT_ASSIGN(const auto task, journal->load(ids.front()));
    SEALIFT_ASSIGN(const auto transitions, journal->transitions(ids.front()));
    if (!context.console.json()) {
        context.console.result(factsOf(task, transitions));
        return {};
    }
    QJsonArray history;
    for (const auto &step : transitions)
        history.append(QJsonObject{{QStringLiteral("from"), taskStateName(step.from)},
                                   {QStringLiteral("to"), taskStateName(step.to)},
                                   {QStringLiteral("attempt"), step.attempt},
                                   {QStringLiteral("time"), toRfc3339(step.time)},
                                   {QStringLiteral("reason"), step.reason}});
    auto object = taskObject(task);
    object.insert(QStringLiteral("history"), history);
    object.insert(QStringLiteral("settings"), task.settings);
    context.console.result(object);
    return {};
}

} // namespace sealift
