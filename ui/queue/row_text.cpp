#include "ui/queue/row_text.h"

#include "task/service_state.h"
#include "ui/common/error_text.h"
#include "ui/common/local_text.h"
#include "ui/common/task_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TaskRow)
};

QString outcomeOf(const TaskRecord &record)
{
    const auto end = record.end();
    if (!end)
        return {};
    if (*end == TaskEnd::CleanupUnconfirmed)
        return record.cleanup.left.isEmpty() ? Text::tr("the cleanup was not confirmed")
                                             : Text::tr("left: %1").arg(record.cleanup.left.front());
    if (record.error && *end == TaskEnd::Failed)
        return record.error->what;
    const auto when = localMoment(record.ended);
    if (record.kind == TaskKind::Verify && *end == TaskEnd::Completed)
        return Text::tr("%1 - all of it is sound").arg(when);
    if (*end != TaskEnd::Completed || record.progress.bytesWritten <= 0)
        return when;
    return record.kind == TaskKind::Import
               ? Text::tr("%1 - %2 stored").arg(when, localSize(record.progress.bytesWritten))
               : Text::tr("%1 - %2 written").arg(when, localSize(record.progress.bytesWritten));
}

/// "converting 27 %": what the service is at, in its words.
QString shortServiceText(const ServiceState &service)
{
    const auto words = service.message.isEmpty() ? service.status : service.message;
    return service.progress < 0 ? words : Text::tr("%1 %2").arg(words, localPercent(service.progress, 100));
}

} // namespace

RowText rowText(const TaskRecord &record, double rate, std::optional<std::chrono::milliseconds> timeLeft)
{
    RowText text;
    text.state = stateLook(record).word;
    if (const auto service = ServiceState::of(record); record.state == TaskState::Transferring && !service.isEmpty())
        text.state = shortServiceText(service);
    if (!isEnd(record.state))
        text.percent = localPercent(record.progress.done, record.progress.total);
    text.outcome = outcomeOf(record);
    if (record.state == TaskState::Transferring)
        text.rate = rate > 0 ? localRate(rate) : Text::tr("-", "no rate");
    if (timeLeft)
        text.timeLeft = localEstimate(*timeLeft);
    if (record.progress.total > 0)
        text.size = localSize(record.progress.total);
    const auto scheme = encryptionScheme(record);
    text.encryption = scheme.isEmpty() ? Text::tr("none", "encryption") : scheme;
    text.scratch = record.scratch.state.isEmpty() && isEnd(record.state) ? Text::tr("none", "scratch")
                                                                         : scratchLook(scratchStateOf(record)).word;
    if (record.scratch.size > 0)
        text.scratchUse =
            Text::tr("%1 / %2", "used / quota").arg(localSize(record.scratch.used), localSize(record.scratch.size, 0));
    text.cleanup = cleanupLook(record).word;
    text.added = localMoment(record.created);
    text.ended = localMoment(record.ended);
    return text;
}

QString rowSentence(const TaskRecord &record, const RowText &text)
{
    QStringList parts{
        taskTitle(record), kindLook(record.kind).word,
        (record.kind == TaskKind::Verify ? Text::tr("in %1", "library") : Text::tr("to %1", "destination"))
            .arg(record.destination),
        text.state};
    if (!text.percent.isEmpty())
        parts += text.percent;
    if (!text.outcome.isEmpty())
        parts += text.outcome;
    parts += Text::tr("encryption %1").arg(text.encryption);
    parts += Text::tr("scratch %1").arg(text.scratch);
    parts += Text::tr("cleanup %1").arg(text.cleanup);
    return QLocale().createSeparatedList(parts);
}

QString taskDetails(const TaskRecord &record)
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines += Text::tr("%1: %2", "label and value").arg(label, value);
    };
    add(Text::tr("Task"), record.id.text());
    add(Text::tr("Kind"), kindLook(record.kind).word);
    add(Text::tr("From"), record.source);
    add(Text::tr("To"), record.destination);
    add(Text::tr("State"), stateLook(record).word);
    add(Text::tr("Service"), ServiceState::of(record).text());
    if (record.progress.total > 0)
        add(Text::tr("Progress"),
            Text::tr("%1 of %2").arg(localSize(record.progress.done, 2), localSize(record.progress.total, 2)));
    add(Text::tr("Added"), localTimestamp(record.created));
    add(Text::tr("Started"), localTimestamp(record.started));
    add(Text::tr("Ended"), localTimestamp(record.ended));
    if (record.error) {
        const auto error = errorText(*record.error);
        add(Text::tr("Error"), error.what);
        add(Text::tr("What to do"), error.remedy);
    }
    add(Text::tr("Scratch"), record.scratch.state.isEmpty() ? QString() : scratchLook(scratchStateOf(record)).word);
    add(Text::tr("Cleanup"), cleanupLook(record).word);
    for (const auto &left : record.cleanup.left)
        add(Text::tr("Left"), left);
    add(Text::tr("Receipt"), record.receipt);
    add(Text::tr("Attempt"), QLocale().toString(record.attempt));
    return lines.join(QLatin1Char('\n'));
}

} // namespace sealift
