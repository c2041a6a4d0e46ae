#pragma once

#include "common/task_engine.h"
#include "ui/support/dialog_bench.h"

namespace sealift::test {

/// A task engine over the bench's libraries, as the application wires one.
class TaskBench
{
public:
    explicit TaskBench(DialogBench &bench);

    TaskQueue &queue() { return m_engine->queue(); }
    /// Adds the tasks and waits for their ends; the reason of the first that did not complete, or nothing.
    QString run(const QList<TaskRecord> &tasks);

private:
    std::unique_ptr<TaskEngine> m_engine;
};

/// Compares two images by `qemu-img compare`; what it says where they differ, or nothing.
QString difference(const QString &path, const QString &format, const QString &otherPath, const QString &otherFormat);

/// A raw disk with some data and some holes.
void makeRawDisk(const QString &path, qint64 size, quint32 seed);

} // namespace sealift::test
