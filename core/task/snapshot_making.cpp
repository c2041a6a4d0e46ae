#include "task/snapshot_making.h"

#include "aws/patience.h"
#include "task/earlier_attempt.h"
#include "task/source_fingerprint.h"
#include "task/staged_wish.h"

#include <QUuid>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kGibibyte = 1LL << 30;
constexpr auto kFirstPause = std::chrono::milliseconds(500);
constexpr auto kLongestPause = std::chrono::milliseconds(10'000);
/// EC2 says of its own progress nothing that could be relied on; beyond this something is wrong.
constexpr auto kLongestCompletion = std::chrono::hours(6);

} // namespace

QString snapshotLabel(const QString &task, qsizetype disk)
{
    return disk == 0 ? task : QStringLiteral("%1/%2").arg(task).arg(disk + 1);
}

SnapshotMaking::SnapshotMaking(QString label, const SnapshotSettings &settings, const Ec2Opener &open, KeepAll keepAll)
    : m_label(std::move(label))
    , m_settings(settings)
    , m_open(open)
    , m_keepAll(std::move(keepAll))
    , m_staging(m_label, settings.ec2, open)
{
}

void SnapshotMaking::setNote(const SnapshotNote &note)
{
    m_note = note;
    m_staging.setNote(note);
}

Status SnapshotMaking::keep(const SnapshotNote &note, const JobTools &tools)
{
    const auto before = std::exchange(m_note, note);
    if (auto kept = m_keepAll(tools); !kept) {
        m_note = before;
        return kept;
    }
    m_staging.setNote(note);
    return {};
}

/// Looks what an earlier attempt has left, and whether it is of use; what is not is removed.
Status SnapshotMaking::resume(Ec2Access &access, const ImportDisk &disk, const JobTools &tools)
{
    if (m_note.isEmpty())
        return {};
    const bool isSame = m_note.source == fingerprintOf(disk.image);
    if (m_note.snapshot.isEmpty() && isSame)
        return {}; // asked for again with the same words, it is the same one
    std::optional<SnapshotFacts> found;
    if (!m_note.snapshot.isEmpty()) {
        SEALIFT_ASSIGN(found,
                       settledSnapshot(access.ec2(), m_note.snapshot, m_note.begun, kSnapshotSettling, tools.stop));
    }
    const bool isUsable = found && (found->state == QLatin1String("pending") ||
                                    (found->state == QLatin1String("completed") && m_note.isSealed));
    if (isUsable && isSame) {
        m_kmsKey = found->kmsKey.isEmpty() ? m_kmsKey : found->kmsKey;
        return tools.audit(QStringLiteral("snapshot-resumed"),
                           {{QStringLiteral("snapshot"), m_note.snapshot}, {QStringLiteral("blocks"), m_note.arrived}});
    }
    SnapshotStaging old(m_label, m_settings.ec2, m_open);
    old.setNote(m_note);
    SEALIFT_TRY(removeEarlierAttempt(old));
    return keep({}, tools);
}

Status SnapshotMaking::start(Ec2Access &access, const ImportDisk &disk, const JobTools &tools)
{
    if (!m_note.snapshot.isEmpty())
        return {};
    auto note = m_note;
    if (note.isEmpty()) {
        note.region = access.region();
        note.request = QStringLiteral("sealift-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
        note.begun = QDateTime::currentDateTimeUtc();
        note.source = fingerprintOf(disk.image);
        // Before the service hears of it: whatever happens, there is something to look for.
        SEALIFT_TRY(keep(note, tools));
    }
    NewSnapshot wanted;
    wanted.gibibytes = m_gibibytes;
    wanted.description = m_settings.description;
    wanted.kmsKey = m_kmsKey;
    wanted.tags = tagsOfTask(m_settings, m_label);
    wanted.request = note.request;
    const auto started = access.ebs().startSnapshot(wanted, tools.stop);
    if (!started) {
        // What the service has refused it has not made; of everything else nobody knows.
        if (!serviceCodeOf(started.error()).isEmpty() && started.error().code() != ErrorCode::Network)
            SEALIFT_TRY(keep({}, tools));
        return fail(started.error());
    }
    note.snapshot = started->id;
    m_kmsKey = started->kmsKey;
    SEALIFT_TRY(keep(note, tools));
    return tools.audit(QStringLiteral("snapshot-started"), {{QStringLiteral("snapshot"), started->id},
                                                            {QStringLiteral("region"), note.region},
                                                            {QStringLiteral("kms-key"), started->kmsKey},
                                                            {QStringLiteral("gibibytes"), started->gibibytes}});
}

Status SnapshotMaking::send(Ec2Access &access, ImportDisk &disk, const QString &kmsKey, const JobTools &tools)
{
    m_kmsKey = kmsKey;
    m_gibibytes = std::max<qint64>(1, (disk.content->size() + kGibibyte - 1) / kGibibyte);
    SEALIFT_TRY(resume(access, disk, tools));
    SEALIFT_TRY(start(access, disk, tools));
    SnapshotUploadOptions options;
    options.snapshot = m_note.snapshot;
    options.gibibytes = m_gibibytes;
    options.omitUnwritten = m_settings.omitUnwritten;
    options.arrived = m_note.arrived;
    options.freshUntil =
        std::chrono::steady_clock::now() + kSnapshotSettling -
        std::chrono::seconds(std::max<qint64>(0, m_note.begun.secsTo(QDateTime::currentDateTimeUtc())));
    options.note = [this, &tools](qint64 arrived) {
        auto note = m_note;
        note.arrived = arrived;
        return keep(note, tools);
    };
    SEALIFT_ASSIGN(m_uploaded,
                   uploadSnapshot(*disk.content, access.ebs(), options, tools.flow, tools.counters, tools.stop));
    return {};
}

Result<SnapshotFacts> SnapshotMaking::complete(Ec2Access &access, const JobTools &tools)
{
    SEALIFT_TRY(seal(access, tools));
    SEALIFT_ASSIGN(const auto made, awaitCompletion(access, tools.stop));
    SEALIFT_TRY(
        tools.audit(QStringLiteral("snapshot-completed"),
                    {{QStringLiteral("snapshot"), made.id}, {QStringLiteral("checksum"), m_uploaded.checksum.hex()}}));
    return made;
}

Status SnapshotMaking::seal(Ec2Access &access, const JobTools &tools)
{
    const bool wasSealed = m_note.isSealed;
    auto note = m_note;
    note.isSealed = true;
    SEALIFT_TRY(keep(note, tools));
    auto sealed = access.ebs().completeSnapshot(m_note.snapshot, m_uploaded.blocks, m_uploaded.checksum, tools.stop);
    if (sealed || sealed.error().code() == ErrorCode::Cancelled || wasSealed)
        return wasSealed ? Status() : sealed;
    // The answer to the first request may have been lost, and then the second one is refused.
    const auto now = access.ec2().snapshot(m_note.snapshot, tools.stop);
    return now && *now && (*now)->state == QLatin1String("completed") ? Status() : sealed;
}

Result<SnapshotFacts> SnapshotMaking::awaitCompletion(Ec2Access &access, const std::stop_token &stop)
{
    const auto end = std::chrono::steady_clock::now() + kLongestCompletion;
    auto pause = kFirstPause;
    for (;;) {
        SEALIFT_ASSIGN(const auto found,
                       settledSnapshot(access.ec2(), m_note.snapshot, m_note.begun, kSnapshotSettling, stop));
        if (!found)
            return fail(Error(ErrorCode::NotFound,
                              QStringLiteral("EC2 knows of no snapshot %1 any more").arg(m_note.snapshot),
                              QStringLiteral("Somebody may have deleted it: begin anew.")));
        if (found->state == QLatin1String("error"))
            return fail(Error(ErrorCode::Io,
                              QStringLiteral("EC2 could not complete snapshot %1: %2").arg(found->id, found->message),
                              QStringLiteral("Check that the KMS key may be used, then begin anew.")));
        if (found->state == QLatin1String("completed")) {
            if (!found->encrypted)
                return fail(Error(ErrorCode::Unsafe,
                                  QStringLiteral("EC2 says that snapshot %1 is not encrypted").arg(found->id),
                                  QStringLiteral("It is deleted. Check that the endpoint is one of Amazon EC2.")));
            return *found;
        }
        if (std::chrono::steady_clock::now() > end)
            return fail(Error(ErrorCode::Timeout,
                              QStringLiteral("EC2 has not completed snapshot %1 within hours").arg(found->id)));
        SEALIFT_TRY(pauseFor(pause, stop));
        pause = std::min(pause * 2, kLongestPause);
    }
}

} // namespace sealift
