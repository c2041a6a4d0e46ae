#include "task/snapshot_note.h"

#include "base/json.h"

namespace sealift {

namespace {

const auto kRegion = QStringLiteral("region");
const auto kRequest = QStringLiteral("request");
const auto kBegun = QStringLiteral("begun");
const auto kSnapshot = QStringLiteral("snapshot");
const auto kSource = QStringLiteral("source");
const auto kArrived = QStringLiteral("arrived");
const auto kSealed = QStringLiteral("sealed");

} // namespace

QJsonObject SnapshotNote::toJson() const
{
    if (isEmpty())
        return {};
    return {{kRegion, region}, {kRequest, request}, {kBegun, toRfc3339(begun)}, {kSnapshot, snapshot},
            {kSource, source}, {kArrived, arrived}, {kSealed, isSealed}};
}

Result<SnapshotNote> SnapshotNote::parse(const QJsonObject &staged)
{
    SnapshotNote note;
    if (staged.isEmpty())
        return note;
    const JsonFields fields(staged, QStringLiteral("what the task has at EC2"));
    SEALIFT_ASSIGN(note.region, fields.string(kRegion));
    SEALIFT_ASSIGN(note.request, fields.string(kRequest));
    SEALIFT_ASSIGN(note.begun, fields.time(kBegun));
    SEALIFT_ASSIGN(note.snapshot, fields.string(kSnapshot));
    SEALIFT_ASSIGN(note.source, fields.string(kSource));
    SEALIFT_ASSIGN(note.arrived, fields.integer(kArrived));
    SEALIFT_ASSIGN(note.isSealed, fields.boolean(kSealed));
    return note;
}

} // namespace sealift
