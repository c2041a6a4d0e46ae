#include "ui/detail/event_text.h"

#include "task/task_state.h"
#include "ui/common/task_text.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

QString stateWord(const QJsonObject &fields, const char *name)
{
    const auto text = fields.value(QLatin1String(name)).toString();
    const auto state = taskStateFromName(text);
    if (!state)
        return text;
    TaskRecord record;
    record.state = *state;
    return stateLook(record).word;
}

/// How many of the entries of a cleanup worked.
QString countOf(const QJsonObject &fields, const QString &allWell, const QString &notWell)
{
    int failed = 0;
    int count = 0;
    for (const auto &field : fields) {
        for (const auto &entry : field.toArray()) {
            ++count;
            if (!entry.toObject().value(u"ok").toBool())
                ++failed;
        }
    }
    return failed == 0 ? allWell.arg(count) : notWell.arg(failed).arg(count);
}

} // namespace

QString eventText(const AuditEvent &event)
{
    const auto &fields = event.fields;
    if (event.event == u"transition") {
        const auto reason = fields.value(u"reason").toString();
        const auto to = stateWord(fields, "to");
        return reason.isEmpty() ? Text::tr("State: %1").arg(to)
                                : Text::tr("State: %1 (%2)", "state and reason").arg(to, reason);
    }
    if (event.event == u"task-added")
        return Text::tr("Added to the queue");
    if (event.event == u"library-opened")
        return Text::tr("Library opened");
    if (event.event == u"preflight")
        return Text::tr("Looked at the image and the destination");
    if (event.event == u"scratch-created")
        return Text::tr("Scratch volume created");
    if (event.event == u"image-stored")
        return Text::tr("Image stored in the library");
    if (event.event == u"disk-exported")
        return Text::tr("Disk written");
    if (event.event == u"cleanup-steps")
        return countOf(fields, Text::tr("Scratch destroyed (steps done: %1)"),
                       Text::tr("Scratch destruction: %1 of %2 steps failed"));
    if (event.event == u"cleanup-checks")
        return countOf(fields, Text::tr("Looked again (checks: %1): nothing is left"),
                       Text::tr("Looked again: %1 of %2 checks found something left"));
    return event.event;
}

} // namespace sealift
