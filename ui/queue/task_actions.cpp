#include "ui/queue/task_actions.h"

#include "task/task_queue.h"
#include "ui/queue/row_text.h"
#include "ui/services/file_service.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace sealift {

TaskActions::TaskActions(TaskQueue &queue, FileService &files, QObject *parent)
    : QObject(parent)
    , pause(make(IconName::Pause, tr("&Pause"), tr("Halt the chosen tasks; they keep what they have done"),
                 Qt::CTRL | Qt::Key_P))
    , resume(make(IconName::Resume, tr("Re&sume"), tr("Go on with the chosen tasks"), Qt::CTRL | Qt::Key_R))
    , cancel(make(IconName::Cancel, tr("&Cancel"), tr("End the chosen tasks and clean up after them"),
                  Qt::CTRL | Qt::Key_K))
    , retry(make(IconName::Retry, tr("R&etry"), tr("Run the chosen tasks again; what has arrived counts"),
                 Qt::CTRL | Qt::Key_T))
    , top(make(IconName::Top, tr("Move to &Top"), tr("Run the chosen tasks next"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up))
    , up(make(IconName::Up, tr("Move &Up"), tr("Run the chosen tasks earlier"), Qt::CTRL | Qt::Key_Up))
    , down(make(IconName::Down, tr("Move &Down"), tr("Run the chosen tasks later"), Qt::CTRL | Qt::Key_Down))
    , bottom(make(IconName::Bottom, tr("Move to &Bottom"), tr("Run the chosen tasks last"),
                  Qt::CTRL | Qt::SHIFT | Qt::Key_Down))
    , receipt(make(IconName::Receipt, tr("&Open Receipt"), tr("Show the signed receipt of the cleanup"),
                   Qt::CTRL | Qt::Key_Return))
    , folder(make(IconName::Folder, tr("Show in &Folder"), tr("Open the folder that the file is in"),
                  Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , copy(make(IconName::Copy, tr("Cop&y Details"), tr("Copy all that is known of the chosen tasks as text"),
                QKeySequence::Copy))
    , remove(make(IconName::Remove, tr("Re&move from List"),
                  tr("Take ended tasks from the list; receipts and images stay"), QKeySequence::Delete))
    , pauseAll(make(IconName::Pause, tr("Pause &All"), tr("Halt every task"), Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , resumeAll(
          make(IconName::Resume, tr("Resume A&ll"), tr("Go on with every task"), Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , m_queue(queue)
    , m_files(files)
{
    const std::pair<QAction *, const char *> names[] = {
        {pause, "pause"},        {resume, "resume"},        {cancel, "cancel"},     {retry, "retry"},
        {top, "move-to-top"},    {up, "move-up"},           {down, "move-down"},    {bottom, "move-to-bottom"},
        {receipt, "receipt"},    {folder, "folder"},        {copy, "copy-details"}, {remove, "remove"},
        {pauseAll, "pause-all"}, {resumeAll, "resume-all"},
    };
    for (const auto &[action, name] : names)
        action->setObjectName(QLatin1String(name));
    connect(pause, &QAction::triggered, this, [this] { m_queue.pause(m_choice.toPause); });
    connect(resume, &QAction::triggered, this, [this] { m_queue.resume(m_choice.toResume); });
    connect(cancel, &QAction::triggered, this, [this] { m_queue.cancel(m_choice.toCancel); });
    connect(retry, &QAction::triggered, this, [this] { m_queue.retry(m_choice.toRetry); });
    connect(remove, &QAction::triggered, this, [this] { m_queue.remove(m_choice.toRemove); });
    connect(pauseAll, &QAction::triggered, this, [this] { m_queue.pauseAll(); });
    connect(resumeAll, &QAction::triggered, this, [this] { m_queue.resumeAll(); });
    // Several tasks keep their order among each other.
    connect(top, &QAction::triggered, this, [this] { move(true, QueueMove::Top); });
    connect(up, &QAction::triggered, this, [this] { move(false, QueueMove::Up); });
    connect(down, &QAction::triggered, this, [this] { move(true, QueueMove::Down); });
    connect(bottom, &QAction::triggered, this, [this] { move(false, QueueMove::Bottom); });
    connect(receipt, &QAction::triggered, this, [this] { Q_EMIT receiptRequested(m_choice.all.front()); });
    connect(folder, &QAction::triggered, this, [this] { m_files.showInFolder(m_choice.folderPath); });
    connect(copy, &QAction::triggered, this, &TaskActions::copyDetails);
    connectQueue();
    update();
}

QList<QAction *> TaskActions::all() const
{
    return {pause, resume, cancel, retry, top, up, down, bottom, receipt, folder, copy, remove, pauseAll, resumeAll};
}

QAction *TaskActions::make(IconName shape, const QString &text, const QString &hint, const QKeySequence &keys)
{
    auto *action = new QAction(icon(shape), text, this);
    action->setShortcut(keys);
    action->setToolTip(hint);
    action->setStatusTip(hint);
    action->setWhatsThis(hint);
    return action;
}

void TaskActions::connectQueue()
{
    const auto changed = [this](const TaskId &id) {
        if (m_choice.all.contains(id))
            choose(m_choice.all);
    };
    connect(&m_queue, &TaskQueue::taskChanged, this, changed);
    connect(&m_queue, &TaskQueue::taskRemoved, this, changed);
}

void TaskActions::choose(const QList<TaskId> &ids)
{
    m_choice = TaskChoice::of(m_queue, ids);
    update();
}

void TaskActions::update()
{
    pause->setEnabled(!m_choice.toPause.isEmpty());
    resume->setEnabled(!m_choice.toResume.isEmpty());
    cancel->setEnabled(!m_choice.toCancel.isEmpty());
    retry->setEnabled(!m_choice.toRetry.isEmpty());
    for (auto *action : {top, up, down, bottom})
        action->setEnabled(!m_choice.toMove.isEmpty());
    receipt->setEnabled(m_choice.hasReceipt);
    folder->setEnabled(!m_choice.folderPath.isEmpty());
    copy->setEnabled(!m_choice.all.isEmpty());
    remove->setEnabled(!m_choice.toRemove.isEmpty());
}

void TaskActions::move(bool isReversed, QueueMove where)
{
    auto ids = m_choice.toMove;
    if (isReversed)
        std::reverse(ids.begin(), ids.end());
    for (const auto &id : ids)
        m_queue.move(id, where);
}

void TaskActions::copyDetails() const
{
    QStringList texts;
    for (const auto &id : m_choice.all) {
        if (const auto *record = m_queue.task(id))
            texts += taskDetails(*record);
    }
    QGuiApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

void TaskActions::fill(QMenu &menu) const
{
    menu.addActions({pause, resume, cancel, retry});
    menu.addSeparator();
    menu.addActions({top, up, down, bottom});
    menu.addSeparator();
    menu.addActions({receipt, folder, copy});
    menu.addSeparator();
    menu.addAction(remove);
}

} // namespace sealift
