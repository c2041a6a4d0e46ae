#include "task/staged_note.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kRegion = QStringLiteral("region");
const auto kFolder = QStringLiteral("folder");
const auto kRequest = QStringLiteral("request");
const auto kSource = QStringLiteral("source");
const auto kProgram = QStringLiteral("program");
const auto kObjects = QStringLiteral("objects");
const auto kName = QStringLiteral("name");
const auto kSize = QStringLiteral("size");
const auto kAsked = QStringLiteral("asked");
const auto kImportTask = QStringLiteral("import-task");
const auto kSnapshots = QStringLiteral("snapshots");
const auto kService = QStringLiteral("service");

} // namespace

QJsonObject StagedNote::toJson() const
{
    if (isEmpty())
        return {};
    QJsonArray list;
    for (const auto &object : objects)
        list.append(QJsonObject{{kName, object.name}, {kSize, object.size}});
    QJsonObject json{{kRegion, region},         {kFolder, folder},
                     {kRequest, request},       {kSource, source},
                     {kProgram, program},       {kObjects, list},
                     {kImportTask, importTask}, {kSnapshots, QJsonArray::fromStringList(snapshots)}};
    if (asked.isValid())
        json.insert(kAsked, toRfc3339(asked));
    if (!service.isEmpty())
        json.insert(kService, service);
    return json;
}

Result<StagedNote> StagedNote::parse(const QJsonObject &staged)
{
    StagedNote note;
    if (staged.isEmpty())
        return note;
    const JsonFields fields(staged, QStringLiteral("what the task has in the bucket"));
    SEALIFT_ASSIGN(note.region, fields.string(kRegion));
    SEALIFT_ASSIGN(note.folder, fields.string(kFolder));
    SEALIFT_ASSIGN(note.request, fields.string(kRequest));
    SEALIFT_ASSIGN(note.source, fields.string(kSource));
    SEALIFT_ASSIGN(note.program, fields.string(kProgram));
    SEALIFT_ASSIGN(const auto list, fields.array(kObjects));
    for (const auto &entry : list) {
        const JsonFields object(entry.toObject(), QStringLiteral("what the task has in the bucket"));
        StagedObject one;
        SEALIFT_ASSIGN(one.name, object.string(kName));
        SEALIFT_ASSIGN(one.size, object.integer(kSize));
        note.objects.append(one);
    }
    if (fields.has(kAsked)) {
        SEALIFT_ASSIGN(note.asked, fields.time(kAsked));
    }
    SEALIFT_ASSIGN(note.importTask, fields.string(kImportTask));
    SEALIFT_ASSIGN(note.snapshots, fields.optionalStrings(kSnapshots));
    note.service = staged.value(kService).toObject();
    return note;
}

bool StagedNote::isIn(const QJsonObject &staged)
{
    return staged.contains(kFolder);
}

} // namespace sealift
