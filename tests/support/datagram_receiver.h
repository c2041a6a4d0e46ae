#pragma once

#include "base/file_descriptor.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace sealift::test {

/// Whoever reads a datagram socket, as the system's loggers do.
class DatagramReceiver
{
public:
    /// @param path at most 100 characters; not there yet.
    explicit DatagramReceiver(const QString &path)
        : m_path(path)
        , m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto name = QFile::encodeName(path);
        std::memcpy(address.sun_path, name.constData(),
                    std::min(static_cast<std::size_t>(name.size()), sizeof(address.sun_path) - 1));
        if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
            qFatal("cannot listen on %s", qPrintable(path));
    }
    ~DatagramReceiver() { QFile::remove(m_path); }
    DatagramReceiver(const DatagramReceiver &) = delete;
    DatagramReceiver &operator=(const DatagramReceiver &) = delete;

    /// All that has come.
    QList<QByteArray> take()
    {
        QList<QByteArray> all;
        pollfd ready{m_socket.get(), POLLIN, 0};
        while (::poll(&ready, 1, 0) == 1) {
            QByteArray datagram(256 * 1024, Qt::Uninitialized);
            const auto size = ::recv(m_socket.get(), datagram.data(), static_cast<std::size_t>(datagram.size()), 0);
            if (size < 0)
                break;
            datagram.truncate(size);
            all.append(datagram);
        }
        return all;
    }

private:
    const QString m_path;
    const FileDescriptor m_socket;
};

} // namespace sealift::test
