#pragma once

#include <QByteArray>
#include <QFile>

namespace sealift::test {

/// Whether the kernel leaves this address out of core files, and keeps it from the swap space (proc(5), VmFlags).
inline bool isLockedAndUndumped(const void *pointer)
{
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return false;
    const auto address = reinterpret_cast<quint64>(pointer);
    bool inside = false;
    const auto lines = maps.readAll().split('\n');
    for (const auto &line : lines) {
        const auto range = line.split(' ').first().split('-');
        bool isFirst = false;
        bool isSecond = false;
        const auto begin = range.value(0).toULongLong(&isFirst, 16);
        const auto end = range.value(1).toULongLong(&isSecond, 16);
        if (isFirst && isSecond)
            inside = begin <= address && address < end;
        else if (inside && line.startsWith("VmFlags:"))
            return line.contains(" dd") && line.contains(" lo");
    }
    return false;
}

} // namespace sealift::test
