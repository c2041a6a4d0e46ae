#include "ec2/export_answers.h"

#include "ec2/xml_elements.h"

#include <utility>

namespace sealift {

namespace {

/// @param path below the task.
void take(ExportTaskFacts &task, const QString &path, const QString &text)
{
    if (path == QLatin1String("exportImageTaskId") || path == QLatin1String("exportTaskId")) {
        task.id = text;
    } else if (path == QLatin1String("status") || path == QLatin1String("state")) {
        task.status = text;
    } else if (path == QLatin1String("statusMessage")) {
        task.message = text.simplified();
    } else if (path == QLatin1String("progress")) {
        bool good = false;
        const int percent = text.toInt(&good);
        task.progress = good && percent >= 0 && percent <= 100 ? percent : -1;
    } else if (path == QLatin1String("s3ExportLocation/s3Bucket") || path == QLatin1String("exportToS3/s3Bucket")) {
        task.bucket = text;
    } else if (path == QLatin1String("s3ExportLocation/s3Prefix")) {
        task.prefix = text;
    } else if (path == QLatin1String("exportToS3/s3Key")) {
        task.key = text;
    }
}

Result<ExportTaskPage> readPage(const QByteArray &xml, const QString &action, const QString &set)
{
    const auto item = set + QStringLiteral("/item");
    ExportTaskPage page;
    ExportTaskFacts task;
    const bool whole =
        eachElement(xml, action + QStringLiteral("Response"), [&](const QString &path, const QString &text) {
            if (path == QLatin1String("nextToken"))
                page.next = text;
            else if (path == item)
                page.tasks.append(std::exchange(task, {}));
            else if (path.startsWith(item + QLatin1Char('/')))
                take(task, path.mid(item.size() + 1), text);
        });
    if (!whole)
        return fail(wrongAnswer(action));
    return page;
}

/// @param beginning of paths: what the task lies in; empty: the answer itself.
Result<ExportTaskFacts> readNew(const QByteArray &xml, const QString &action, const QString &beginning)
{
    ExportTaskFacts task;
    const bool whole =
        eachElement(xml, action + QStringLiteral("Response"), [&](const QString &path, const QString &text) {
            if (path.startsWith(beginning))
                take(task, path.mid(beginning.size()), text);
        });
    if (!whole || task.id.isEmpty())
        return fail(wrongAnswer(action));
    return task;
}

} // namespace

bool ExportTaskFacts::goesTo(const QString &itsBucket, const QString &beginning) const
{
    return bucket == itsBucket && (prefix.startsWith(beginning) || key.startsWith(beginning));
}

Result<ExportTaskPage> readImageExportPage(const QByteArray &xml)
{
    return readPage(xml, QStringLiteral("DescribeExportImageTasks"), QStringLiteral("exportImageTaskSet"));
}

Result<ExportTaskPage> readInstanceExportPage(const QByteArray &xml)
{
    return readPage(xml, QStringLiteral("DescribeExportTasks"), QStringLiteral("exportTaskSet"));
}

Result<ExportTaskFacts> readNewImageExport(const QByteArray &xml)
{
    return readNew(xml, QStringLiteral("ExportImage"), QString());
}

Result<ExportTaskFacts> readNewInstanceExport(const QByteArray &xml)
{
    return readNew(xml, QStringLiteral("CreateInstanceExportTask"), QStringLiteral("exportTask/"));
}

} // namespace sealift
