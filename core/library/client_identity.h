#pragma once

#include <QString>

namespace sealift {

/// Who works here, as keys, locks and snapshots name it.
struct ClientIdentity {
    QString hostname;
    QString username;
    quint32 uid = 0;
    quint32 gid = 0;
    qint64 pid = 0;

    /// Of this process, now. A name that the system does not know is empty.
    static ClientIdentity current();
};

} // namespace sealift
