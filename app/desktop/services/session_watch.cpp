#include "desktop/services/session_watch.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

#include <fcntl.h>

namespace sealift {

namespace {

const auto kService = QStringLiteral("org.freedesktop.login1");
const auto kPath = QStringLiteral("/org/freedesktop/login1");
const auto kManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto kSession = QStringLiteral("org.freedesktop.login1.Session");
const auto kProperties = QStringLiteral("org.freedesktop.DBus.Properties");
const auto kLockedHint = QStringLiteral("LockedHint");

QDBusMessage managerCall(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(kService, kPath, kManager, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

SessionWatch::SessionWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kManager, QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
    // A program that the desktop has started as a service of the user belongs to no session: it is the user's own then.
    QStringList ids{QStringLiteral("auto")};
    if (const auto own = qEnvironmentVariable("XDG_SESSION_ID"); !own.isEmpty())
        ids.prepend(own);
    findSession(ids);
    holdSleepBack();
}

void SessionWatch::findSession(QStringList ids)
{
    if (ids.isEmpty())
        return;
    const auto call = managerCall(QStringLiteral("GetSession"), {ids.takeFirst()});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, ids](QDBusPendingCallWatcher *answer) {
        answer->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *answer;
        if (reply.isError())
            findSession(ids);
        else
            watch(reply.value().path());
    });
}

void SessionWatch::watch(const QString &session)
{
    m_bus.connect(kService, session, kSession, QStringLiteral("Lock"), this, SLOT(lockAsked()));
    m_knowsSession = m_bus.connect(kService, session, kProperties, QStringLiteral("PropertiesChanged"), this,
                                   SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
}

void SessionWatch::holdSleepBack()
{
    const auto call =
        managerCall(QStringLiteral("Inhibit"), {QStringLiteral("sleep"), QStringLiteral("Sealift"),
                                                QStringLiteral("Keys are erased first"), QStringLiteral("delay")});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answer) {
        answer->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
        if (!reply.isError())
            m_delay = FileDescriptor(::fcntl(reply.value().fileDescriptor(), F_DUPFD_CLOEXEC, 0));
    });
}

void SessionWatch::letSleep()
{
    m_delay = FileDescriptor();
}

void SessionWatch::prepareForSleep(bool begins)
{
    if (begins)
        Q_EMIT fallingAsleep();
    else if (!m_delay)
        holdSleepBack();
}

void SessionWatch::lockAsked()
{
    Q_EMIT locked();
}

void SessionWatch::propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface == kSession && changed.value(kLockedHint).toBool())
        Q_EMIT locked();
}

} // namespace sealift
