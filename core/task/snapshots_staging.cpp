#include "task/snapshots_staging.h"

#include "task/snapshot_making.h"

namespace sealift {

Result<std::unique_ptr<SnapshotsStaging>> SnapshotsStaging::ofLeftovers(const QString &task, const QJsonObject &staged,
                                                                        const Ec2Settings &settings,
                                                                        const Ec2Opener &open, bool isDone)
{
    SEALIFT_ASSIGN(auto notes, readSnapshotNotes(staged));
    if (notes.isEmpty())
        notes.append(SnapshotNote());
    auto joint = std::make_unique<SnapshotsStaging>();
    for (qsizetype i = 0; i < notes.size(); ++i) {
        auto one = std::make_unique<SnapshotStaging>(snapshotLabel(task, i), settings, open);
        one->setNote(notes[i]);
        if (isDone)
            one->setResult();
        joint->add(*one);
        joint->m_own.push_back(std::move(one));
    }
    return joint;
}

QJsonObject SnapshotsStaging::staged() const
{
    QList<QJsonObject> notes;
    for (const auto *part : parts())
        notes.append(part->staged());
    return joinedSnapshotNotes(notes);
}

} // namespace sealift
