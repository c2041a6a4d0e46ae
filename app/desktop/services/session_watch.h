#pragma once

#include "base/file_descriptor.h"

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace sealift {

/// Tells when the screen of the user's session is locked and when the computer goes to sleep, as systemd-logind does
/// (org.freedesktop.login1: the signal Lock and the property LockedHint of the session, the signal PrepareForSleep of
/// the manager; see its manual page). Sleep is held back by an inhibitor lock in mode "delay" until letSleep() is
/// called, or logind's patience ends, which is five seconds by default. Without logind nothing is ever told.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    /// @param bus that logind is on: the system's, but for tests.
    explicit SessionWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    /// What there was to do before the computer sleeps is done.
    void letSleep();
    bool holdsSleepBack() const { return static_cast<bool>(m_delay); }
    /// Its session was found: from now on locked() is told.
    bool knowsSession() const { return m_knowsSession; }

Q_SIGNALS:
    void locked();
    void fallingAsleep();

private Q_SLOTS:
    void prepareForSleep(bool begins);
    void lockAsked();
    void propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void findSession(QStringList ids);
    void watch(const QString &session);
    void holdSleepBack();

    QDBusConnection m_bus;
    FileDescriptor m_delay;
    bool m_knowsSession = false;
};

} // namespace sealift
