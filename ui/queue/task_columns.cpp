#include "ui/queue/task_columns.h"

#include "ui/common/local_text.h"
#include "ui/common/task_text.h"

#include <QCoreApplication>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TaskColumns)
};

} // namespace

QString columnTitle(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
        return Text::tr("#", "position in the queue");
    case TaskColumn::Name:
        return Text::tr("Name");
    case TaskColumn::Kind:
        return Text::tr("Kind");
    case TaskColumn::Destination:
        return Text::tr("To");
    case TaskColumn::State:
        return Text::tr("State");
    case TaskColumn::Progress:
        return Text::tr("Progress");
    case TaskColumn::Rate:
        return Text::tr("Rate");
    case TaskColumn::TimeLeft:
        return Text::tr("Left", "time left");
    case TaskColumn::Size:
        return Text::tr("Size");
    case TaskColumn::Encryption:
        return Text::tr("Encryption");
    case TaskColumn::Scratch:
        return Text::tr("Scratch");
    case TaskColumn::Cleanup:
        return Text::tr("Cleanup");
    case TaskColumn::Added:
        return Text::tr("Added");
    case TaskColumn::Ended:
        return Text::tr("Ended");
    }
    return {};
}

QString columnHint(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
        return Text::tr("The order in which tasks run. Drag rows to change it.");
    case TaskColumn::Name:
        return Text::tr("The image that is moved.");
    case TaskColumn::Kind:
        return Text::tr("Import into a library, or export out of one.");
    case TaskColumn::Destination:
        return Text::tr("Where the data goes.");
    case TaskColumn::State:
        return Text::tr("What the task is doing.");
    case TaskColumn::Progress:
        return Text::tr("How much of the image has been processed; in the end, what became of it.");
    case TaskColumn::Rate:
        return Text::tr("How fast it goes, over the last three seconds.");
    case TaskColumn::TimeLeft:
        return Text::tr("How long it will take, as soon as that can be told.");
    case TaskColumn::Size:
        return Text::tr("The size of the disks inside the image.");
    case TaskColumn::Encryption:
        return Text::tr("How the data is protected where it goes.");
    case TaskColumn::Scratch:
        return Text::tr("The task's encrypted scratch volume: its state, and how much of its quota is used.");
    case TaskColumn::Cleanup:
        return Text::tr("Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.");
    case TaskColumn::Added:
        return Text::tr("When the task was added.");
    case TaskColumn::Ended:
        return Text::tr("When the task ended.");
    }
    return {};
}

bool isShownAtFirst(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
    case TaskColumn::Size:
    case TaskColumn::Added:
    case TaskColumn::Ended:
        return false;
    default:
        return true;
    }
}

bool isNumeric(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
    case TaskColumn::Rate:
    case TaskColumn::TimeLeft:
    case TaskColumn::Size:
    case TaskColumn::Added:
    case TaskColumn::Ended:
        return true;
    default:
        return false;
    }
}

bool isRestless(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Progress:
    case TaskColumn::Rate:
    case TaskColumn::TimeLeft:
    case TaskColumn::Scratch:
        return true;
    default:
        return false;
    }
}

QString usualText(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
        return QStringLiteral("0000");
    case TaskColumn::Name:
        return QStringLiteral("win2022-temp");
    case TaskColumn::Destination:
        return QStringLiteral("prod-images-1");
    case TaskColumn::Kind:
        return kindLook(TaskKind::Import).word;
    case TaskColumn::TimeLeft:
        return localEstimate(std::chrono::hours(1) + std::chrono::minutes(9));
    case TaskColumn::State: {
        TaskRecord record;
        record.state = TaskState::Transferring;
        return stateLook(record).word;
    }
    case TaskColumn::Progress:
        return QStringLiteral("00:00 - 000.0 GiB written");
    case TaskColumn::Rate:
        return localRate(888 << 20);
    case TaskColumn::Size:
        return localSize(qint64{888} << 30);
    case TaskColumn::Encryption:
        return columnTitle(column);
    case TaskColumn::Scratch:
        return scratchLook(QStringLiteral("in-use")).word + QStringLiteral(" 888.8 GiB / 8 GiB");
    case TaskColumn::Cleanup: {
        TaskRecord record;
        record.cleanup.state = CleanupStatus::State::Unconfirmed;
        return cleanupLook(record).word;
    }
    case TaskColumn::Added:
    case TaskColumn::Ended:
        return localMoment(QDateTime::currentDateTime().addDays(-1));
    }
    return {};
}

bool hasShape(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Name:
    case TaskColumn::Kind:
    case TaskColumn::State:
    case TaskColumn::Encryption:
    case TaskColumn::Scratch:
    case TaskColumn::Cleanup:
        return true;
    default:
        return false;
    }
}

} // namespace sealift
