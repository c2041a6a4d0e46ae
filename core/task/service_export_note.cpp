#include "task/service_export_note.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kRegion = QStringLiteral("region");
const auto kFolder = QStringLiteral("export-folder");
const auto kRequest = QStringLiteral("request");
const auto kSource = QStringLiteral("export-source");
const auto kAsked = QStringLiteral("asked");
const auto kExportTask = QStringLiteral("export-task");
const auto kKept = QStringLiteral("kept");
const auto kService = QStringLiteral("service");

} // namespace

QJsonObject ServiceExportNote::toJson() const
{
    if (isEmpty())
        return {};
    QJsonObject json{{kRegion, region}, {kFolder, folder},         {kRequest, request},
                     {kSource, source}, {kExportTask, exportTask}, {kKept, isKept}};
    if (asked.isValid())
        json.insert(kAsked, toRfc3339(asked));
    if (!service.isEmpty())
        json.insert(kService, service);
    return json;
}

Result<ServiceExportNote> ServiceExportNote::parse(const QJsonObject &staged)
{
    ServiceExportNote note;
    if (staged.isEmpty())
        return note;
    const JsonFields fields(staged, QStringLiteral("what the task has in the bucket"));
    SEALIFT_ASSIGN(note.region, fields.string(kRegion));
    SEALIFT_ASSIGN(note.folder, fields.string(kFolder));
    SEALIFT_ASSIGN(note.request, fields.string(kRequest));
    SEALIFT_ASSIGN(note.source, fields.string(kSource));
    SEALIFT_ASSIGN(note.exportTask, fields.string(kExportTask));
    SEALIFT_ASSIGN(note.isKept, fields.boolean(kKept));
    if (fields.has(kAsked)) {
        SEALIFT_ASSIGN(note.asked, fields.time(kAsked));
    }
    note.service = staged.value(kService).toObject();
    return note;
}

bool ServiceExportNote::isIn(const QJsonObject &staged)
{
    return staged.contains(kFolder);
}

} // namespace sealift
