#include "ui/common/task_text.h"

#include "ui/common/task_protection.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TaskText)
};

Look plainStateLook(TaskState state)
{
    switch (state) {
    case TaskState::Queued:
        return {Text::tr("queued"), IconName::Waiting, Tone::Muted};
    case TaskState::Preflight:
        return {Text::tr("preflight"), IconName::Inspect, Tone::Accent};
    case TaskState::Transferring:
        return {Text::tr("transferring"), IconName::Transfer, Tone::Accent};
    case TaskState::Finalizing:
        return {Text::tr("finalizing"), IconName::Finalize, Tone::Accent};
    case TaskState::CleaningUp:
        return {Text::tr("cleaning up"), IconName::Cleanup, Tone::Accent};
    case TaskState::Completed:
        return {Text::tr("completed"), IconName::Done, Tone::Good};
    case TaskState::Paused:
        return {Text::tr("paused"), IconName::Pause, Tone::Warning};
    case TaskState::Cancelling:
        return {Text::tr("cancelling"), IconName::Stopped, Tone::Muted};
    case TaskState::Cancelled:
        return {Text::tr("cancelled"), IconName::Stopped, Tone::Muted};
    case TaskState::Failed:
        return {Text::tr("failed"), IconName::Failed, Tone::Bad};
    }
    return {};
}

struct EntryWords {
    const char *name;
    const char *words;
};

// The names are those of core/scratch (destruction.cpp, confirmation.h), in the order in which they happen.
constexpr EntryWords kEntryWords[] = {
    {"helpers-removed", QT_TRANSLATE_NOOP("TaskText", "Helper files removed")},
    {"servers-stopped", QT_TRANSLATE_NOOP("TaskText", "Servers stopped")},
    {"key-erased", QT_TRANSLATE_NOOP("TaskText", "Key erased")},
    {"content-freed", QT_TRANSLATE_NOOP("TaskText", "Content freed on the disk")},
    {"volume-removed", QT_TRANSLATE_NOOP("TaskText", "Volume removed")},
    {"sockets-removed", QT_TRANSLATE_NOOP("TaskText", "Sockets removed")},
    {"folder-removed", QT_TRANSLATE_NOOP("TaskText", "Folder removed")},
    {"root-synced", QT_TRANSLATE_NOOP("TaskText", "Removal written to the disk")},
    {"volume-gone", QT_TRANSLATE_NOOP("TaskText", "Volume is gone")},
    {"folder-gone", QT_TRANSLATE_NOOP("TaskText", "Folder is gone")},
    {"no-descriptor", QT_TRANSLATE_NOOP("TaskText", "No open file is left")},
    {"no-process", QT_TRANSLATE_NOOP("TaskText", "No process is left")},
    {"no-socket", QT_TRANSLATE_NOOP("TaskText", "No socket is left")},
    {"no-mount", QT_TRANSLATE_NOOP("TaskText", "No mount is left")},
};

} // namespace

Look stateLook(const TaskRecord &record)
{
    if (record.end() == TaskEnd::CleanupUnconfirmed)
        return endLook(TaskEnd::CleanupUnconfirmed);
    auto look = plainStateLook(record.state);
    const bool waits = !isEnd(record.state) && record.state != TaskState::CleaningUp;
    if (waits && record.wish == TaskWish::Pause && record.state != TaskState::Paused)
        look.word = Text::tr("pausing");
    else if (waits && record.wish == TaskWish::Cancel)
        look.word = Text::tr("cancelling");
    return look;
}

Look kindLook(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Import:
        return {Text::tr("import"), IconName::Import};
    case TaskKind::Export:
        return {Text::tr("export"), IconName::Export};
    case TaskKind::Verify:
        return {Text::tr("verify"), IconName::Shield};
    }
    return {};
}

Look scratchLook(const QString &state)
{
    if (state == u"creating")
        return {Text::tr("creating", "scratch"), IconName::Waiting, Tone::Muted};
    if (state == u"ready")
        return {Text::tr("ready", "scratch"), IconName::Scratch, Tone::Plain};
    if (state == u"in-use")
        return {Text::tr("in use", "scratch"), IconName::Scratch, Tone::Accent};
    if (state == u"destroying")
        return {Text::tr("destroying", "scratch"), IconName::Cleanup, Tone::Accent};
    if (state == u"destroyed")
        return {Text::tr("destroyed", "scratch"), IconName::Empty, Tone::Muted};
    if (state == u"confirmed")
        return {Text::tr("gone", "scratch"), IconName::Empty, Tone::Good};
    if (state == u"unconfirmed")
        return {Text::tr("left over", "scratch"), IconName::Warning, Tone::Warning};
    return {Text::tr("none yet", "scratch"), IconName::Empty, Tone::Muted};
}

QString scratchStateOf(const TaskRecord &record)
{
    const bool isGone = isEnd(record.state) && record.cleanup.state == CleanupStatus::State::Confirmed;
    return isGone && !record.scratch.state.isEmpty() ? QStringLiteral("confirmed") : record.scratch.state;
}

Look cleanupLook(const TaskRecord &record)
{
    switch (record.cleanup.state) {
    case CleanupStatus::State::Confirmed:
        return {Text::tr("confirmed", "cleanup"), IconName::Seal, Tone::Good};
    case CleanupStatus::State::Unconfirmed:
        return {Text::tr("unconfirmed", "cleanup"), IconName::Warning, Tone::Warning};
    case CleanupStatus::State::Pending:
        break;
    }
    return {Text::tr("pending", "cleanup"), IconName::Empty, Tone::Muted};
}

Look endLook(TaskEnd end)
{
    switch (end) {
    case TaskEnd::Completed:
        return plainStateLook(TaskState::Completed);
    case TaskEnd::Cancelled:
        return plainStateLook(TaskState::Cancelled);
    case TaskEnd::Failed:
        return plainStateLook(TaskState::Failed);
    case TaskEnd::CleanupUnconfirmed:
        return {Text::tr("traces left"), IconName::Warning, Tone::Warning};
    }
    return {};
}

QString taskTitle(const TaskRecord &record)
{
    const auto slash = record.source.lastIndexOf(QLatin1Char('/'));
    const auto name = record.source.mid(slash + 1);
    return record.kind == TaskKind::Import && !name.isEmpty() ? name : record.source;
}

QString encryptionScheme(const TaskRecord &record)
{
    switch (protectionOf(record)) {
    case Protection::Library:
        return QStringLiteral("AES-256");
    case Protection::Sealed:
        return sealForm(record);
    case Protection::Ec2:
        return Text::tr("at EC2", "encryption");
    case Protection::Plain:
        break;
    }
    return {};
}

QString encryptionSentence(const TaskRecord &record)
{
    switch (protectionOf(record)) {
    case Protection::Library:
        return record.kind == TaskKind::Verify ? Text::tr("AES-256-CTR with Poly1305-AES; decrypted in memory only")
                                               : Text::tr("AES-256-CTR with Poly1305-AES, before it leaves memory");
    case Protection::Sealed:
        return Text::tr("%1: sealed before it leaves memory, and opened only by whom it is for").arg(sealForm(record));
    case Protection::Ec2:
        return Text::tr("TLS >= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image");
    case Protection::Plain:
        break;
    }
    return Text::tr("none: a plain file, which anybody can read");
}

QString cleanupEntryText(const QString &name)
{
    for (const auto &entry : kEntryWords) {
        if (name == QLatin1String(entry.name))
            return Text::tr(entry.words);
    }
    return name;
}

QString safetyText(const TaskRecord &record)
{
    if (record.cleanup.state == CleanupStatus::State::Unconfirmed)
        return Text::tr("What is left is encrypted, by a key that was never anywhere but in memory.");
    switch (record.kind) {
    case TaskKind::Import:
        return Text::tr("The image was not changed. What is stored already is kept: a retry goes on from there.");
    case TaskKind::Export:
        return Text::tr("The library was not changed, and no half-written file is left under the final name.");
    case TaskKind::Verify:
        break;
    }
    return Text::tr("Nothing was changed.");
}

} // namespace sealift
