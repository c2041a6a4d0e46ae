#include "ui/queue/task_columns.h"

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
        return Text::tr("How much of the image is dealt with; in the end, what became of it.");
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

int usualWidth(TaskColumn column)
{
    switch (column) {
    case TaskColumn::Position:
        return 4;
    case TaskColumn::Name:
        return 20;
    case TaskColumn::Destination:
        return 16;
    case TaskColumn::Kind:
        return 9;
    case TaskColumn::TimeLeft:
        return 9;
    case TaskColumn::State:
        return 15;
    case TaskColumn::Progress:
        return 22;
    case TaskColumn::Rate:
    case TaskColumn::Size:
        return 10;
    case TaskColumn::Encryption:
        return 12;
    case TaskColumn::Scratch:
        return 25;
    case TaskColumn::Cleanup:
        return 15;
    case TaskColumn::Added:
    case TaskColumn::Ended:
        return 15;
    }
    return 10;
}

} // namespace sealift
