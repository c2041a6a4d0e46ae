#include "crypto/locked_pages.h"

#include <QFile>

#include <sys/mman.h>

namespace sealift {

void leaveLockedPagesOutOfDumps()
{
    // proc(5), "smaps": for each mapping a line that begins with its range ("7f00-7f80 rw-p ..."), then lines with a
    // name each; "VmFlags" has "lo" for locked pages.
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return;
    const auto lines = maps.readAll().split('\n');
    quintptr begin = 0;
    quintptr end = 0;
    for (const auto &line : lines) {
        if (line.startsWith("VmFlags:")) {
            if (line.mid(8).split(' ').contains("lo"))
                // NOLINTNEXTLINE(performance-no-int-to-ptr): an address as the kernel writes it
                static_cast<void>(::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTDUMP));
            continue;
        }
        const auto range = line.left(line.indexOf(' ')).split('-');
        bool first = false;
        bool second = false;
        if (range.size() != 2)
            continue;
        const auto from = range[0].toULongLong(&first, 16);
        const auto to = range[1].toULongLong(&second, 16);
        if (first && second) {
            begin = static_cast<quintptr>(from);
            end = static_cast<quintptr>(to);
        }
    }
}

} // namespace sealift
