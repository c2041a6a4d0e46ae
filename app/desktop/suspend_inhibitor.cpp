#include "desktop/suspend_inhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

#include <fcntl.h>

namespace sealift {

void SuspendInhibitor::setActive(bool isActive)
{
    m_isActive = isActive;
    if (!isActive) {
        m_lock = FileDescriptor();
        return;
    }
    if (m_lock || m_isAsking || !QDBusConnection::systemBus().isConnected())
        return;
    m_isAsking = true;
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    message.setArguments({QStringLiteral("sleep:idle"), QStringLiteral("Sealift"),
                          tr("Disk images are being transferred"), QStringLiteral("block")});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *call;
        if (m_isActive && !reply.isError())
            m_lock = FileDescriptor(::fcntl(reply.value().fileDescriptor(), F_DUPFD_CLOEXEC, 0));
    });
}

} // namespace sealift
