#include "e2e/support/process_tree.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QList>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace sealift::test {

namespace {

struct Process {
    qint64 pid = 0;
    qint64 parent = 0;
    char state = '?';
};

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All processes by parent. proc(5): "pid (name) state ppid ..."; the name may hold anything, so it ends at the last
/// ')'.
QMultiHash<qint64, Process> processesByParent()
{
    QMultiHash<qint64, Process> processes;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        if (!isNumber)
            continue;
        const QByteArray stat = procFile(pid, "stat");
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() < 2)
            continue;
        const qint64 parent = fields[1].toLongLong();
        processes.insert(parent, {pid, parent, fields[0].isEmpty() ? '?' : fields[0][0]});
    }
    return processes;
}

QList<Process> descendants()
{
    const auto byParent = processesByParent();
    QList<Process> found = byParent.values(getpid());
    for (qsizetype next = 0; next < found.size(); ++next)
        found += byParent.values(found[next].pid);
    return found;
}

} // namespace

void adoptOrphans()
{
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

QByteArray survivors(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        QByteArray report;
        for (const Process &process : descendants()) {
            if (process.state == 'Z' && process.parent == getpid() &&
                waitpid(static_cast<pid_t>(process.pid), nullptr, WNOHANG) > 0)
                continue;
            report +=
                QByteArray::number(process.pid) + " " + procFile(process.pid, "cmdline").replace('\0', ' ') + "\n";
        }
        if (report.isEmpty() || std::chrono::steady_clock::now() > end)
            return report;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

} // namespace sealift::test
