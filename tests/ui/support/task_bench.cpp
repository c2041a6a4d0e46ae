#include "ui/support/task_bench.h"

#include "common/task_jobs.h"
#include "support/test_library.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace sealift::test {

TaskBench::TaskBench(DialogBench &bench)
{
    StatePaths paths;
    paths.state = bench.path(QStringLiteral("state"));
    paths.scratch = bench.path(QStringLiteral("scratch"));
    TaskEngineOptions options;
    options.factory = jobFactory(
        {.openLibrary = [&bench](const LibrarySettings &library,
                                 const std::stop_token &stop) { return bench.vault.openTaskLibrary(library, stop); },
         .ec2 = {.open = bench.openEc2},
         .readPassphrase = bench.seals.reader(),
         .openUpload = [&bench](const QString &location,
                                const StoreSettings &store) { return bench.stores.openUpload(location, store); }});
    auto engine = TaskEngine::start(paths, options);
    if (!engine)
        qFatal("%s", qPrintable(engine.error().what()));
    m_engine = std::move(*engine);
}

QString TaskBench::run(const QList<TaskRecord> &tasks)
{
    const auto ids = queue().add(tasks);
    const auto ended = [&] {
        return std::all_of(ids.begin(), ids.end(), [&](const TaskId &id) {
            const auto *task = queue().task(id);
            return task != nullptr && task->end().has_value();
        });
    };
    if (!QTest::qWaitFor(ended, 2 * kPatience))
        return QStringLiteral("the tasks do not end");
    for (const auto &id : ids) {
        const auto *task = queue().task(id);
        if (task->end() != TaskEnd::Completed)
            return task->error ? task->error->what : QStringLiteral("a task did not complete");
    }
    return {};
}

QString difference(const QString &path, const QString &format, const QString &otherPath, const QString &otherFormat)
{
    QProcess compare;
    compare.start(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-f"), format,
                                               QStringLiteral("-F"), otherFormat, path, otherPath});
    if (!compare.waitForFinished(kPatience))
        return QStringLiteral("qemu-img did not end");
    return compare.exitCode() == 0
               ? QString()
               : QString::fromLocal8Bit(compare.readAllStandardOutput() + compare.readAllStandardError());
}

void makeRawDisk(const QString &path, qint64 size, quint32 seed)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
        qFatal("cannot make %s", qPrintable(path));
    const auto piece = noise(1 << 20, seed);
    for (qint64 offset = 0; offset + piece.size() <= size; offset += 4 * piece.size()) {
        file.seek(offset);
        file.write(piece);
    }
}

} // namespace sealift::test
