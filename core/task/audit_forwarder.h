#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"
#include "task/audit_entry.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// Who else gets the entries of the audit log, beside its files.
struct AuditForwarding {
    enum class To {
        Nobody,
        Journald, ///< systemd's journal, by its native protocol (systemd.io, JOURNAL_NATIVE_PROTOCOL)
        Syslog,   ///< whoever reads /dev/log, in the form of RFC 3164 that is usual there
    };
    To to = To::Nobody;
    QString socket; ///< absolute path; empty: the usual one

    /// The socket that entries go to.
    QString path() const;
};

/// The entry as a datagram for that receiver. @param line as the log has it: it is the message, so that a receiver has
/// the chain of hashes, too.
QByteArray datagramOf(AuditForwarding::To to, const AuditEntry &entry, const QByteArray &line);

/// Sends entries to a socket of this computer. For one thread at a time.
class AuditForwarder
{
public:
    explicit AuditForwarder(AuditForwarding where);

    /// Waits a quarter of a second at most. Errors: Io, naming the socket: nobody listens, it does not keep up, or the
    /// entry is too large for it.
    Status send(const AuditEntry &entry, const QByteArray &line);

private:
    const AuditForwarding m_where;
    FileDescriptor m_socket;
};

} // namespace sealift
