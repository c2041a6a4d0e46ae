#include "desktop/notifier.h"

#include "task/task_queue.h"
#include "ui/common/error_text.h"
#include "ui/common/task_text.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSystemTrayIcon>

namespace sealift {

Notifier::Notifier(TaskQueue &queue, const SettingsService &settings, QSystemTrayIcon *tray, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_settings(settings)
    , m_tray(tray)
{
    connect(&queue, &TaskQueue::taskEnded, this, &Notifier::tell);
}

void Notifier::tell(const TaskId &id, TaskEnd end)
{
    const auto *record = m_queue.task(id);
    if (record == nullptr || end == TaskEnd::Cancelled)
        return;
    const auto settings = m_settings.settings();
    const auto name = taskTitle(*record);
    if (end == TaskEnd::Completed) {
        if (settings.notifyCompleted)
            show(tr("%1 is done").arg(name), tr("To %1. Nothing is left in scratch.").arg(record->destination), false);
        return;
    }
    if (!settings.notifyFailed)
        return;
    if (end == TaskEnd::CleanupUnconfirmed)
        show(tr("%1 left traces").arg(name), safetyText(*record), true);
    else
        show(tr("%1 failed").arg(name), record->error ? errorText(*record->error).plain() : safetyText(*record), true);
}

void Notifier::show(const QString &title, const QString &words, bool isUrgent)
{
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("sealift")},
                            {QStringLiteral("urgency"), QVariant::fromValue(uchar{isUrgent ? uchar{2} : uchar{1}})}};
    // The body is markup: names of files must not be taken for it.
    message.setArguments({QStringLiteral("Sealift"), uint{0}, QStringLiteral("sealift"), title, words.toHtmlEscaped(),
                          QStringList(), hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, title, words](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        if (call->isError() && m_tray != nullptr)
            m_tray->showMessage(title, words);
    });
}

} // namespace sealift
