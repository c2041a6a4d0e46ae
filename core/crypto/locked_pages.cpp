#include "crypto/locked_pages.h"

#include <QFile>

#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace sealift {

namespace {

/// @param begin and end are borders of pages.
void leavePagesOut(std::uintptr_t begin, std::uintptr_t end)
{
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the page of an address
    static_cast<void>(::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTDUMP));
}

} // namespace

void leaveOutOfDumps(const void *key, std::size_t size)
{
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = reinterpret_cast<std::uintptr_t>(key);
    leavePagesOut(first / page * page, (first + size + page - 1) / page * page);
}

void leaveLockedPagesOutOfDumps()
{
    // proc(5), "smaps": for each mapping a line that begins with its range ("7f00-7f80 rw-p ..."), then lines with a
    // name each; "VmFlags" has "lo" for locked pages.
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return;
    const auto lines = maps.readAll().split('\n');
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    for (const auto &line : lines) {
        if (line.startsWith("VmFlags:")) {
            if (line.mid(8).split(' ').contains("lo"))
                leavePagesOut(begin, end);
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
            begin = static_cast<std::uintptr_t>(from);
            end = static_cast<std::uintptr_t>(to);
        }
    }
}

} // namespace sealift
