#include "task/snapshot_staging.h"

#include "aws/patience.h"
#include "task/cleanup_entries.h"
#include "task/snapshot_removal.h"

namespace sealift {

namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(2000);
/// How long a snapshot may still be listed after the service has said that it is deleted.
constexpr auto kDeletionShows = std::chrono::seconds(60);

bool isOld(const QDateTime &begun, std::chrono::seconds settling)
{
    return begun.secsTo(QDateTime::currentDateTimeUtc()) >= settling.count();
}

} // namespace

Result<std::optional<SnapshotFacts>> settledSnapshot(Ec2Client &ec2, const QString &id, const QDateTime &begun,
                                                     std::chrono::seconds settling, const std::stop_token &stop)
{
    for (;;) {
        const bool counts = isOld(begun, settling);
        SEALIFT_ASSIGN(auto found, ec2.snapshot(id, stop));
        if (found || counts)
            return found;
        SEALIFT_TRY(pauseFor(kBetweenLooks, stop));
    }
}

SnapshotStaging::SnapshotStaging(QString task, Ec2Settings settings, Ec2Opener open, std::chrono::seconds settling)
    : m_task(std::move(task))
    , m_settings(std::move(settings))
    , m_open(std::move(open))
    , m_settling(settling)
{
}

void SnapshotStaging::setNote(const SnapshotNote &note)
{
    const std::lock_guard lock(m_mutex);
    m_note = note;
}

void SnapshotStaging::setResult()
{
    m_isResult = true;
}

SnapshotNote SnapshotStaging::note() const
{
    const std::lock_guard lock(m_mutex);
    return m_note;
}

QString SnapshotStaging::place() const
{
    const auto note = this->note();
    const auto region = note.region.isEmpty() ? m_settings.region : note.region;
    return region.isEmpty() ? QStringLiteral("Amazon EC2") : QStringLiteral("Amazon EC2 in %1").arg(region);
}

QJsonObject SnapshotStaging::staged() const
{
    return m_isKept && !m_isResult ? note().toJson() : QJsonObject();
}

bool SnapshotStaging::hasSettled(const SnapshotNote &note) const
{
    return isOld(note.begun, m_settling);
}

Result<Ec2Client *> SnapshotStaging::ec2()
{
    if (!m_access) {
        auto settings = m_settings;
        settings.region = note().region;
        SEALIFT_ASSIGN(m_access, m_open(settings, {}));
    }
    return &m_access->ec2();
}

/// Returns the ids of what was removed. One whose id the service never told is found by its tag.
Result<QStringList> SnapshotStaging::remove(Ec2Client &ec2, const SnapshotNote &note)
{
    for (;;) {
        const bool isLast = hasSettled(note);
        QStringList ids(note.snapshot);
        if (note.snapshot.isEmpty()) {
            SEALIFT_ASSIGN(const auto found, ec2.taggedSnapshots(QLatin1String(kSnapshotTag), m_task, {}));
            ids.clear();
            for (const auto &snapshot : found)
                ids.append(snapshot.id);
        }
        QStringList removed;
        for (const auto &id : ids) {
            SEALIFT_ASSIGN(const bool wasThere, removeSnapshot(ec2, id));
            if (wasThere)
                removed.append(id);
        }
        m_isDeleted = !removed.isEmpty();
        if (m_isDeleted || isLast)
            return removed;
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

QList<StepResult> SnapshotStaging::cleanUp()
{
    const auto *const name = "snapshot-deleted";
    const auto note = this->note();
    if (note.isEmpty() || m_isResult || m_isKept)
        return {cleanupEntry(name, true, QStringLiteral("there was none to delete in %1").arg(place()))};
    const auto words = note.snapshot.isEmpty() ? QStringLiteral("the snapshot of this task") : note.snapshot;
    auto client = ec2();
    auto removed = client ? remove(**client, note) : fail(std::move(client).error());
    if (!removed)
        return {cleanupEntry(name, false, QStringLiteral("%1 in %2: %3").arg(words, place(), removed.error().what()))};
    return {cleanupEntry(name, true,
                         removed->isEmpty()
                             ? QStringLiteral("%1 does not know of %2").arg(place(), words)
                             : QStringLiteral("deleted %1 in %2").arg(removed->join(QStringLiteral(", ")), place()))};
}

/// What of it is still there. Where only its tag is known, or the service has not acknowledged that it is deleted,
/// finding nothing counts once the snapshot would have to be known.
Result<QStringList> SnapshotStaging::left(Ec2Client &ec2, const SnapshotNote &note)
{
    const auto patience = std::chrono::steady_clock::now() + kDeletionShows;
    for (;;) {
        const bool counts = m_isDeleted || hasSettled(note);
        QStringList left;
        if (!note.snapshot.isEmpty()) {
            SEALIFT_ASSIGN(const auto found, ec2.snapshot(note.snapshot, {}));
            if (found)
                left.append(QStringLiteral("%1 (%2)").arg(found->id, found->state));
        } else {
            SEALIFT_ASSIGN(const auto found, ec2.taggedSnapshots(QLatin1String(kSnapshotTag), m_task, {}));
            for (const auto &snapshot : found)
                left.append(QStringLiteral("%1 (%2)").arg(snapshot.id, snapshot.state));
        }
        const bool mayStillGo = m_isDeleted && std::chrono::steady_clock::now() < patience;
        if (left.isEmpty() ? counts : !mayStillGo)
            return left;
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

Result<QList<CheckResult>> SnapshotStaging::look()
{
    const auto *const name = "no-unfinished-snapshot";
    const auto note = this->note();
    if (note.isEmpty())
        return QList{cleanupEntry(name, true, QStringLiteral("none was begun in %1").arg(place()))};
    if (m_isResult)
        return QList{cleanupEntry(name, true,
                                  QStringLiteral("%1 in %2 is complete and encrypted, and nothing else was begun")
                                      .arg(note.snapshot, place()))};
    if (m_isKept)
        return QList{cleanupEntry(
            name, true,
            QStringLiteral("%1 in %2 stays, encrypted, for the next attempt to go on with")
                .arg(note.snapshot.isEmpty() ? QStringLiteral("what was begun") : note.snapshot, place()))};
    SEALIFT_ASSIGN(auto *const client, ec2());
    SEALIFT_ASSIGN(const auto found, left(*client, note));
    if (!found.isEmpty())
        return QList{
            cleanupEntry(name, false, QStringLiteral("left in %1: %2").arg(place(), found.join(QStringLiteral(", "))))};
    return QList{
        cleanupEntry(name, true,
                     QStringLiteral("%1 has no snapshot %2")
                         .arg(place(), note.snapshot.isEmpty() ? QStringLiteral("of this task") : note.snapshot))};
}

} // namespace sealift
