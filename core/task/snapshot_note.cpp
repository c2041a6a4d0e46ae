#include "task/snapshot_note.h"

#include "base/json.h"

#include <QJsonArray>

namespace sealift {

namespace {

const auto kRegion = QStringLiteral("region");
const auto kRequest = QStringLiteral("request");
const auto kBegun = QStringLiteral("begun");
const auto kSnapshot = QStringLiteral("snapshot");
const auto kSource = QStringLiteral("source");
const auto kArrived = QStringLiteral("arrived");
const auto kSealed = QStringLiteral("sealed");
const auto kDisks = QStringLiteral("disks");

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

Result<QList<SnapshotNote>> readSnapshotNotes(const QJsonObject &staged)
{
    QList<SnapshotNote> notes;
    if (staged.isEmpty())
        return notes;
    // Of one disk it is the note alone.
    const auto list = staged.contains(kDisks) ? staged.value(kDisks).toArray() : QJsonArray{staged};
    for (const auto &entry : list) {
        SEALIFT_ASSIGN(const auto note, SnapshotNote::parse(entry.toObject()));
        notes.append(note);
    }
    return notes;
}

QJsonObject joinedSnapshotNotes(const QList<QJsonObject> &notes)
{
    QJsonArray list;
    bool isEmpty = true;
    for (const auto &note : notes) {
        list.append(note);
        isEmpty = isEmpty && note.isEmpty();
    }
    if (isEmpty)
        return {};
    return notes.size() == 1 ? notes.first() : QJsonObject{{kDisks, list}};
}

} // namespace sealift
