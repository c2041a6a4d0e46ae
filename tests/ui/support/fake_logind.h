#pragma once

#include "base/file_descriptor.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QStringList>

namespace sealift::test {

/// systemd-logind as far as this application needs it, on a bus of the test's: org.freedesktop.login1(5).
class FakeLogind : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    FakeLogind();
    ~FakeLogind() override;

    /// Has the service's name, and serves.
    bool isServing() const { return m_isServing; }
    /// What Inhibit was asked for last: what, who, why, mode.
    const QStringList &inhibited() const { return m_inhibited; }
    /// Somebody holds the lock that was given last.
    bool isSleepHeldBack() const;

    void setLockedHint(bool isLocked);
    void askToLock();
    void prepareForSleep(bool begins);

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id);
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    QDBusConnection m_bus;
    bool m_isServing = false;
    QStringList m_inhibited;
    FileDescriptor m_lockEnd; ///< whose other end the holder of the lock has
};

} // namespace sealift::test
