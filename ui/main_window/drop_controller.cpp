#include "ui/main_window/drop_controller.h"

#include "ui/main_window/destination_panel.h"
#include "ui/main_window/drop_overlay.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

namespace sealift {

namespace {

constexpr int kLeaveMs = 80;

} // namespace

DropController::DropController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(kLeaveMs);
    connect(&m_leaving, &QTimer::timeout, this, &DropController::end);
    m_parts.window.setAcceptDrops(true);
    for (QObject *watched : {static_cast<QObject *>(&m_parts.window), static_cast<QObject *>(&m_parts.overlay),
                             static_cast<QObject *>(m_parts.destinations.dropArea())})
        watched->installEventFilter(this);
    connect(&m_parts.drops, &DropService::judged, this, [this](const DropVerdict &verdict) {
        if (verdict.urls != m_verdict.urls || !m_parts.overlay.isVisible())
            return;
        m_verdict = verdict;
        show();
    });
}

QString DropController::usualLibrary() const
{
    if (const auto chosen = m_parts.destinations.chosenLibrary(); !chosen.isEmpty())
        return chosen;
    const auto libraries = m_parts.libraries.libraries();
    return libraries.size() == 1 ? libraries.front().id : QString();
}

void DropController::enter(const QList<QUrl> &urls)
{
    m_leaving.stop();
    if (m_parts.overlay.isVisible() && urls == m_verdict.urls)
        return;
    m_verdict = firstVerdict(urls);
    if (!m_verdict.images.isEmpty())
        m_parts.drops.judge(urls);
    m_target = usualLibrary();
    m_isToEc2 = false;
    show();
    m_parts.overlay.raise();
    m_parts.overlay.show();
}

void DropController::follow(const QPoint &global)
{
    const auto pointed = m_parts.destinations.libraryAt(global);
    const bool isInside =
        m_parts.destinations.dropArea()->rect().contains(m_parts.destinations.dropArea()->mapFromGlobal(global));
    const auto target = isInside && !pointed.isEmpty() ? pointed : usualLibrary();
    const bool isToEc2 = isInside && m_parts.destinations.isEc2At(global);
    if (target == m_target && isToEc2 == m_isToEc2)
        return;
    m_target = target;
    m_isToEc2 = isToEc2;
    show();
}

void DropController::show()
{
    m_parts.overlay.setPlan(m_isToEc2 ? ec2DropPlan(m_verdict)
                                      : dropPlan(m_verdict, m_parts.libraries.library(m_target)));
    m_parts.destinations.setDropTarget(m_isToEc2 ? QString() : m_target, m_isToEc2);
}

void DropController::end()
{
    m_leaving.stop();
    m_parts.overlay.hide();
    m_parts.destinations.setDropTarget({});
}

bool DropController::handle(QObject *watched, QDropEvent &event, bool isDrop)
{
    const auto urls = event.mimeData()->hasUrls() ? urlsIn(event.mimeData()) : QList<QUrl>();
    if (urls.isEmpty())
        return false; // tasks that are dragged into another order, say
    enter(urls);
    follow(static_cast<QWidget *>(watched)->mapToGlobal(event.position().toPoint()));
    const auto plan = m_parts.overlay.plan();
    if (!plan.mayDrop()) {
        event.setDropAction(Qt::IgnoreAction);
        // Drags are accepted nevertheless: who points there is to be told the reason.
        if (isDrop)
            event.ignore();
        else
            event.accept();
    } else {
        event.setDropAction(Qt::CopyAction);
        event.accept();
    }
    if (isDrop) {
        end();
        if (plan.mayDrop() && m_isToEc2)
            Q_EMIT droppedOntoEc2(plan.paths);
        else if (plan.mayDrop())
            Q_EMIT dropped(plan.paths, m_target);
    }
    return true;
}

bool DropController::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return handle(watched, *static_cast<QDropEvent *>(event), false);
    case QEvent::Drop:
        return handle(watched, *static_cast<QDropEvent *>(event), true);
    case QEvent::DragLeave:
        if (m_parts.overlay.isVisible())
            m_leaving.start();
        return false;
    default:
        return false;
    }
}

} // namespace sealift
