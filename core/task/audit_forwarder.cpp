#include "task/audit_forwarder.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

namespace sealift {

namespace {

constexpr suseconds_t kPatience = 250'000;
/// authpriv.notice (RFC 3164, 4.1.1): facility 10, severity 5.
constexpr int kFacility = 10;
constexpr int kSeverity = 5;

/// A field of the journal's native protocol. No value has a line feed: the log makes control characters visible.
QByteArray field(const char *name, const QByteArray &value)
{
    return QByteArray(name) + '=' + value + '\n';
}

QByteArray forJournald(const AuditEntry &entry, const QByteArray &line)
{
    auto text = field("MESSAGE", line) + field("PRIORITY", QByteArray::number(kSeverity)) +
                field("SYSLOG_FACILITY", QByteArray::number(kFacility)) + field("SYSLOG_IDENTIFIER", "sealift") +
                field("SEALIFT_EVENT", entry.what.event.toUtf8()) +
                field("SEALIFT_SEQ", QByteArray::number(entry.seq)) +
                field("SEALIFT_HASH", entry.hash.hex().toLatin1());
    if (!entry.what.task.isEmpty())
        text += field("SEALIFT_TASK", entry.what.task.toUtf8());
    return text;
}

QByteArray forSyslog(const AuditEntry &entry, const QByteArray &line)
{
    const auto time = QDateTime::fromString(entry.time, Qt::ISODateWithMs).toLocalTime();
    const auto day = QString::number(time.date().day()).rightJustified(2);
    const auto stamp = QLocale::c().toString(time, QStringLiteral("MMM '%1' HH:mm:ss")).arg(day);
    return QStringLiteral("<%1>%2 sealift[%3]: ").arg(kFacility * 8 + kSeverity).arg(stamp).arg(entry.pid).toUtf8() +
           line;
}

} // namespace

QString AuditForwarding::path() const
{
    if (!socket.isEmpty())
        return socket;
    return to == To::Journald ? QStringLiteral("/run/systemd/journal/socket") : QStringLiteral("/dev/log");
}

QByteArray datagramOf(AuditForwarding::To to, const AuditEntry &entry, const QByteArray &line)
{
    return to == AuditForwarding::To::Journald ? forJournald(entry, line) : forSyslog(entry, line);
}

AuditForwarder::AuditForwarder(AuditForwarding where)
    : m_where(std::move(where))
{
}

Status AuditForwarder::send(const AuditEntry &entry, const QByteArray &line)
{
    if (m_where.to == AuditForwarding::To::Nobody)
        return {};
    const auto path = m_where.path();
    const auto failed = [&path](int number) {
        return fail(Error::fromErrno(number, QStringLiteral("cannot send to %1").arg(path)));
    };
    if (!m_socket) {
        m_socket = FileDescriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        const timeval patience{0, kPatience};
        if (!m_socket || ::setsockopt(m_socket.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience)) != 0)
            return failed(errno);
    }
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = QFile::encodeName(path);
    if (static_cast<std::size_t>(name.size()) >= sizeof(address.sun_path))
        return failed(ENAMETOOLONG);
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const auto datagram = datagramOf(m_where.to, entry, line);
    // By its path each time: a receiver that was started anew has a new socket there.
    const auto sent = ::sendto(m_socket.get(), datagram.constData(), static_cast<std::size_t>(datagram.size()),
                               MSG_NOSIGNAL, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
    return sent == datagram.size() ? Status() : failed(errno);
}

} // namespace sealift
