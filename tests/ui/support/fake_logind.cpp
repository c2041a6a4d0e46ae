#include "ui/support/fake_logind.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace sealift::test {

namespace {

const auto kConnection = QStringLiteral("fake-logind");
const auto kService = QStringLiteral("org.freedesktop.login1");
const auto kPath = QStringLiteral("/org/freedesktop/login1");
const auto kSessionPath = QStringLiteral("/org/freedesktop/login1/session/c7");
const auto kSession = QStringLiteral("org.freedesktop.login1.Session");

} // namespace

FakeLogind::FakeLogind()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnection))
{
    m_isServing = m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots) && m_bus.registerService(kService);
}

FakeLogind::~FakeLogind()
{
    m_bus.unregisterService(kService);
    m_bus.unregisterObject(kPath);
    QDBusConnection::disconnectFromBus(kConnection);
}

bool FakeLogind::isSleepHeldBack() const
{
    if (!m_lockEnd)
        return false;
    pollfd end{m_lockEnd.get(), 0, 0};
    // No writer is left: POLLHUP.
    return ::poll(&end, 1, 0) == 0;
}

void FakeLogind::setLockedHint(bool isLocked)
{
    auto signal = QDBusMessage::createSignal(kSessionPath, QStringLiteral("org.freedesktop.DBus.Properties"),
                                             QStringLiteral("PropertiesChanged"));
    signal.setArguments({kSession, QVariantMap{{QStringLiteral("LockedHint"), isLocked}}, QStringList()});
    m_bus.send(signal);
}

void FakeLogind::askToLock()
{
    m_bus.send(QDBusMessage::createSignal(kSessionPath, kSession, QStringLiteral("Lock")));
}

void FakeLogind::prepareForSleep(bool begins)
{
    auto signal = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.login1.Manager"),
                                             QStringLiteral("PrepareForSleep"));
    signal.setArguments({begins});
    m_bus.send(signal);
}

QDBusObjectPath FakeLogind::GetSession(const QString &id)
{
    if (id != QStringLiteral("auto")) {
        sendErrorReply(QStringLiteral("org.freedesktop.login1.NoSuchSession"), QStringLiteral("no such session"));
        return QDBusObjectPath(QStringLiteral("/"));
    }
    return QDBusObjectPath(kSessionPath);
}

QDBusUnixFileDescriptor FakeLogind::Inhibit(const QString &what, const QString &who, const QString &why,
                                            const QString &mode)
{
    m_inhibited = {what, who, why, mode};
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    m_lockEnd = FileDescriptor(ends[0]);
    const FileDescriptor given(ends[1]);
    return QDBusUnixFileDescriptor(given.get()); // a copy of its own
}

} // namespace sealift::test
