#include "ec2/import_answers.h"

#include "ec2/xml_elements.h"

#include <utility>

namespace sealift {

namespace {

int percentOf(const QString &text)
{
    bool good = false;
    const int percent = text.toInt(&good);
    return good && percent >= 0 && percent <= 100 ? percent : -1;
}

/// Puts a task together from its elements, as they end.
class TaskReader
{
public:
    /// @param path below the task.
    void take(const QString &path, const QString &text)
    {
        static const auto disk = QStringLiteral("snapshotDetailSet/item");
        static const auto only = QStringLiteral("snapshotTaskDetail");
        if (path == disk || path == only)
            m_task.disks.append(std::exchange(m_disk, {}));
        else if (path.startsWith(disk + QLatin1Char('/')))
            takeDisk(path.mid(disk.size() + 1), text);
        else if (path.startsWith(only + QLatin1Char('/')))
            takeOnlyDisk(path.mid(only.size() + 1), text);
        else if (path.startsWith(QLatin1String("tagSet/item")))
            takeTag(path.section(QLatin1Char('/'), 2), text);
        else
            takeTask(path, text);
    }

    ImportTaskFacts finish()
    {
        m_disk = {};
        return std::exchange(m_task, {});
    }

private:
    void takeTask(const QString &field, const QString &text)
    {
        if (field == QLatin1String("importTaskId"))
            m_task.id = text;
        else if (field == QLatin1String("status"))
            m_task.status = text;
        else if (field == QLatin1String("statusMessage"))
            m_task.message = text.simplified();
        else if (field == QLatin1String("progress"))
            m_task.progress = percentOf(text);
        else if (field == QLatin1String("imageId"))
            m_task.image = text;
        else if (field == QLatin1String("architecture"))
            m_task.architecture = text;
        else if (field == QLatin1String("bootMode"))
            m_task.bootMode = text;
    }

    void takeDisk(const QString &field, const QString &text)
    {
        if (field == QLatin1String("snapshotId"))
            m_disk.snapshot = text;
        else if (field == QLatin1String("format"))
            m_disk.format = text;
        else if (field == QLatin1String("status"))
            m_disk.status = text;
        else if (field == QLatin1String("statusMessage"))
            m_disk.message = text.simplified();
        else if (field == QLatin1String("progress"))
            m_disk.progress = percentOf(text);
    }

    /// Of an import of a snapshot all that is told is told of its disk.
    void takeOnlyDisk(const QString &field, const QString &text)
    {
        takeDisk(field, text);
        takeTask(field, text);
    }

    void takeTag(const QString &field, const QString &text)
    {
        if (field == QLatin1String("key"))
            m_tag.first = text;
        else if (field == QLatin1String("value"))
            m_tag.second = text;
        else if (field.isEmpty())
            m_task.tags.append(std::exchange(m_tag, {}));
    }

    ImportTaskFacts m_task;
    ImportedDiskFacts m_disk;
    std::pair<QString, QString> m_tag;
};

Result<ImportTaskPage> readPage(const QByteArray &xml, const QString &action, const QString &set)
{
    const auto item = set + QStringLiteral("/item");
    ImportTaskPage page;
    TaskReader task;
    const bool whole =
        eachElement(xml, action + QStringLiteral("Response"), [&](const QString &path, const QString &text) {
            if (path == QLatin1String("nextToken"))
                page.next = text;
            else if (path == item)
                page.tasks.append(task.finish());
            else if (path.startsWith(item + QLatin1Char('/')))
                task.take(path.mid(item.size() + 1), text);
        });
    if (!whole)
        return fail(wrongAnswer(action));
    return page;
}

Result<ImportTaskFacts> readNew(const QByteArray &xml, const QString &action)
{
    TaskReader reader;
    const bool whole = eachElement(xml, action + QStringLiteral("Response"),
                                   [&](const QString &path, const QString &text) { reader.take(path, text); });
    auto task = reader.finish();
    if (!whole || task.id.isEmpty())
        return fail(wrongAnswer(action));
    return task;
}

} // namespace

Result<ImportTaskPage> readImageTaskPage(const QByteArray &xml)
{
    return readPage(xml, QStringLiteral("DescribeImportImageTasks"), QStringLiteral("importImageTaskSet"));
}

Result<ImportTaskPage> readSnapshotTaskPage(const QByteArray &xml)
{
    return readPage(xml, QStringLiteral("DescribeImportSnapshotTasks"), QStringLiteral("importSnapshotTaskSet"));
}

Result<ImportTaskFacts> readNewImageTask(const QByteArray &xml)
{
    return readNew(xml, QStringLiteral("ImportImage"));
}

Result<ImportTaskFacts> readNewSnapshotTask(const QByteArray &xml)
{
    return readNew(xml, QStringLiteral("ImportSnapshot"));
}

} // namespace sealift
