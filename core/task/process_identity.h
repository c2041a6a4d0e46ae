#pragma once

#include <QString>

namespace sealift {

/// A process, so that others can tell later whether it is still there: process ids are used again, also across boots
/// and in containers. Value type.
struct ProcessIdentity {
    QString host;
    QString boot;      ///< the kernel's id of this boot
    QString container; ///< the PID namespace in which `pid` means something
    qint64 pid = 0;
    qint64 started = 0; ///< in clock ticks since the boot

    static ProcessIdentity current();

    bool operator==(const ProcessIdentity &) const = default;
};

enum class ProcessLife {
    Alive,
    Stopped, ///< alive, but halted by a signal (Ctrl-Z) or a debugger until somebody lets it go on
    Dead,
    Unknown, ///< on another host or in another container: it cannot be seen from here
};

/// What is known from here of a process.
ProcessLife lifeOf(const ProcessIdentity &process);

} // namespace sealift
