#pragma once

#include "base/file_descriptor.h"

#include <QByteArray>
#include <QFile>

#include <functional>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace sealift::test {

/// Gives `write` the writing end of a pipe and puts what comes out at the other end into the file `path`. True if all
/// of it got there. @param flags for the writing end (O_NONBLOCK).
inline bool pipedInto(const QString &path, const std::function<void(int descriptor)> &write, int flags = 0)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    bool ok = ::fcntl(ends[1], F_SETFL, flags) == 0;
    std::thread reader([&path, &ok, end = ends[0]] {
        const FileDescriptor closer(end);
        QFile file(path);
        ok = file.open(QIODevice::WriteOnly) && ok;
        QByteArray buffer(1 << 20, Qt::Uninitialized);
        for (;;) {
            const auto length = ::read(end, buffer.data(), static_cast<std::size_t>(buffer.size()));
            if (length <= 0) {
                ok = ok && length == 0;
                return;
            }
            ok = ok && file.write(buffer.constData(), length) == length;
        }
    });
    write(ends[1]);
    ::close(ends[1]);
    reader.join();
    return ok;
}

} // namespace sealift::test
