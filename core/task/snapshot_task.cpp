#include "task/snapshot_task.h"

#include "aws/patience.h"
#include "ec2/kms_key_arn.h"
#include "task/earlier_attempt.h"
#include "task/source_fingerprint.h"

#include <QElapsedTimer>
#include <QFileInfo>
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

SnapshotTask::SnapshotTask(QString task, SnapshotSettings settings, Links links)
    : m_task(std::move(task))
    , m_settings(std::move(settings))
    , m_links(std::move(links))
    , m_source(m_settings)
    , m_staging(m_task, m_settings.ec2, m_links.open)
{
}

SnapshotTask::~SnapshotTask() = default;

Status SnapshotTask::prepare(const JobTools &tools)
{
    // First of all: whatever fails now, this is to be cleaned up.
    SEALIFT_ASSIGN(m_note, SnapshotNote::parse(tools.staged));
    m_staging.setNote(m_note);
    if (!m_note.region.isEmpty())
        m_settings.ec2.region = m_note.region;
    SEALIFT_TRY(identify(tools));
    if (m_settings.registration) {
        // Before hours of sending, not after.
        SEALIFT_ASSIGN(const auto same,
                       m_access->ec2().ownImages(QStringLiteral("name"), m_settings.registration->name, tools.stop));
        if (!same.isEmpty() && m_note.isEmpty())
            return fail(Error(ErrorCode::AlreadyExists,
                              QStringLiteral("there is an image \"%1\" in %2 already: %3")
                                  .arg(m_settings.registration->name, m_access->region(), same.first()),
                              QStringLiteral("Choose another name with --name, or deregister that image.")));
    }
    SEALIFT_TRY(open(tools));
    return preflight(tools);
}

Status SnapshotTask::open(const JobTools &tools)
{
    SEALIFT_TRY(m_source.open(tools, [this](const ImportSource &source) { return check(source); }));
    const auto size = disk().content->size();
    m_gibibytes = std::max<qint64>(1, (size + kGibibyte - 1) / kGibibyte);
    return {};
}

Status SnapshotTask::check(const ImportSource &source) const
{
    if (source.disks.size() != 1)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 has %2 disks, and a snapshot is of one")
                              .arg(m_settings.image, QString::number(source.disks.size())),
                          QStringLiteral("Take the disks out of the appliance and import each of them.")));
    if (source.disks.front().content->isStream())
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1: a raw disk in a compressed file cannot be read in the order that EBS wants")
                      .arg(m_settings.image),
                  QStringLiteral("Unpack it first, or import it into a library and export it from there.")));
    return {};
}

Status SnapshotTask::preflight(const JobTools &tools)
{
    SEALIFT_TRY(m_source.preflight().beforeTransfer());
    if (!m_settings.registration)
        return {};
    SEALIFT_TRY(m_source.preflight().settle());
    const auto facts = m_source.preflight().facts();
    SEALIFT_ASSIGN(m_wanted, newImageOf(facts.isEmpty() ? Fact<DiskFacts>() : facts.first(), *m_settings.registration,
                                        m_settings.description));
    return tools.audit(QStringLiteral("image-planned"), {{QStringLiteral("name"), m_wanted.name},
                                                         {QStringLiteral("boot-mode"), m_wanted.bootMode},
                                                         {QStringLiteral("architecture"), m_wanted.architecture},
                                                         {QStringLiteral("ena"), m_wanted.ena}});
}

/// Who sends where is known, shown and written down before anything is sent.
Status SnapshotTask::identify(const JobTools &tools)
{
    SEALIFT_ASSIGN(m_access, m_links.open(m_settings.ec2, tools.stop));
    m_settings.ec2.region = m_access->region();
    SEALIFT_ASSIGN(m_caller, identifyCaller(*m_access, m_links.identified, tools));
    SEALIFT_ASSIGN(m_kmsKey, kmsKeyArn(m_settings.kmsKey, m_caller, m_access->region()));
    return {};
}

Status SnapshotTask::keep(const SnapshotNote &note, const JobTools &tools)
{
    SEALIFT_TRY(tools.keepStaged(note.toJson()));
    m_note = note;
    m_staging.setNote(note);
    return {};
}

/// Looks what an earlier attempt has left, and whether it is of use; what is not is removed.
Status SnapshotTask::resume(const JobTools &tools)
{
    if (m_note.isEmpty())
        return {};
    const bool isSame = m_note.source == fingerprintOf(disk().image);
    if (m_note.snapshot.isEmpty() && isSame)
        return {}; // asked for again with the same words, it is the same one
    std::optional<SnapshotFacts> found;
    if (!m_note.snapshot.isEmpty()) {
        SEALIFT_ASSIGN(found,
                       settledSnapshot(m_access->ec2(), m_note.snapshot, m_note.begun, kSnapshotSettling, tools.stop));
    }
    const bool isUsable = found && (found->state == QLatin1String("pending") ||
                                    (found->state == QLatin1String("completed") && m_note.isSealed));
    if (isUsable && isSame) {
        m_kmsKey = found->kmsKey.isEmpty() ? m_kmsKey : found->kmsKey;
        return tools.audit(QStringLiteral("snapshot-resumed"),
                           {{QStringLiteral("snapshot"), m_note.snapshot}, {QStringLiteral("blocks"), m_note.arrived}});
    }
    SnapshotStaging old(m_task, m_settings.ec2, m_links.open);
    old.setNote(m_note);
    SEALIFT_TRY(removeEarlierAttempt(old));
    return keep({}, tools);
}

Status SnapshotTask::start(const JobTools &tools)
{
    if (!m_note.snapshot.isEmpty())
        return {};
    auto note = m_note;
    if (note.isEmpty()) {
        note.region = m_access->region();
        note.request = QStringLiteral("sealift-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
        note.begun = QDateTime::currentDateTimeUtc();
        note.source = fingerprintOf(disk().image);
        // Before the service hears of it: whatever happens, there is something to look for.
        SEALIFT_TRY(keep(note, tools));
    }
    NewSnapshot wanted;
    wanted.gibibytes = m_gibibytes;
    wanted.description = m_settings.description;
    wanted.kmsKey = m_kmsKey;
    wanted.tags = m_settings.tags;
    wanted.tags.append({QLatin1String(kSnapshotTag), m_task});
    wanted.request = note.request;
    const auto started = m_access->ebs().startSnapshot(wanted, tools.stop);
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

Status SnapshotTask::transfer(const JobTools &tools)
{
    QElapsedTimer timer;
    timer.start();
    SEALIFT_TRY(resume(tools));
    SEALIFT_TRY(start(tools));
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
    SEALIFT_ASSIGN(const auto uploaded,
                   uploadSnapshot(*disk().content, m_access->ebs(), options, tools.flow, tools.counters, tools.stop));
    SEALIFT_TRY(m_source.preflight().settle());
    SEALIFT_TRY(tools.finalizing());
    SEALIFT_TRY(seal(uploaded, tools));
    SEALIFT_ASSIGN(const auto complete, awaitCompletion(tools.stop));

    SnapshotOutcome outcome;
    outcome.snapshot = complete.id;
    outcome.region = m_note.region;
    outcome.account = m_caller.account;
    outcome.kmsKey = m_kmsKey;
    outcome.format = m_source.source().format();
    outcome.size = disk().content->size();
    outcome.gibibytes = m_gibibytes;
    outcome.bytesRead = tools.counters.bytesRead;
    outcome.bytesSent = uploaded.sent * kSnapshotBlock;
    outcome.bytesKnown = tools.counters.bytesKnown;
    outcome.bytesOmitted = uploaded.omitted * kSnapshotBlock;
    outcome.checksum = uploaded.checksum;
    outcome.elapsed = std::chrono::milliseconds(timer.elapsed());
    SEALIFT_TRY(
        tools.audit(QStringLiteral("snapshot-completed"), {{QStringLiteral("snapshot"), complete.id},
                                                           {QStringLiteral("checksum"), uploaded.checksum.hex()}}));
    if (m_settings.registration)
        SEALIFT_TRY(registerImage(outcome, tools));
    m_staging.setResult();
    outcome.elapsed = std::chrono::milliseconds(timer.elapsed());
    if (m_links.done)
        m_links.done(outcome);
    return {};
}

Status SnapshotTask::registerImage(SnapshotOutcome &outcome, const JobTools &tools)
{
    m_wanted.snapshot = m_note.snapshot;
    auto &ec2 = m_access->ec2();
    auto image = ec2.registerImage(m_wanted, tools.stop);
    if (!image && image.error().code() == ErrorCode::AlreadyExists) {
        // It may be ours: of an attempt whose answer was lost.
        SEALIFT_ASSIGN(const auto ours,
                       ec2.ownImages(QStringLiteral("block-device-mapping.snapshot-id"), m_note.snapshot, tools.stop));
        if (!ours.isEmpty())
            image = ours.first();
    }
    if (!image)
        return fail(std::move(image).error());
    outcome.image = *image;
    outcome.registered = m_wanted;
    auto tags = m_settings.tags;
    tags.append({QLatin1String(kSnapshotTag), m_task});
    // The image is there and can be used, whether it has its tags or not.
    if (const auto tagged = ec2.tag(*image, tags, tools.stop); !tagged)
        outcome.warnings.append(QStringLiteral("Image %1 has no tags: %2").arg(*image, tagged.error().what()));
    return tools.audit(QStringLiteral("image-registered"), {{QStringLiteral("image"), *image},
                                                            {QStringLiteral("snapshot"), m_note.snapshot},
                                                            {QStringLiteral("tagged"), outcome.warnings.isEmpty()}});
}

Status SnapshotTask::seal(const UploadedSnapshot &uploaded, const JobTools &tools)
{
    const bool wasSealed = m_note.isSealed;
    auto note = m_note;
    note.isSealed = true;
    SEALIFT_TRY(keep(note, tools));
    auto sealed = m_access->ebs().completeSnapshot(m_note.snapshot, uploaded.blocks, uploaded.checksum, tools.stop);
    if (sealed || sealed.error().code() == ErrorCode::Cancelled || wasSealed)
        return wasSealed ? Status() : sealed;
    // The answer to the first request may have been lost, and then the second one is refused.
    const auto now = m_access->ec2().snapshot(m_note.snapshot, tools.stop);
    return now && *now && (*now)->state == QLatin1String("completed") ? Status() : sealed;
}

Result<SnapshotFacts> SnapshotTask::awaitCompletion(const std::stop_token &stop)
{
    const auto end = std::chrono::steady_clock::now() + kLongestCompletion;
    auto pause = kFirstPause;
    for (;;) {
        SEALIFT_ASSIGN(const auto found,
                       settledSnapshot(m_access->ec2(), m_note.snapshot, m_note.begun, kSnapshotSettling, stop));
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

Status SnapshotTask::release()
{
    return m_source.close();
}

JobFacts SnapshotTask::facts() const
{
    JobFacts facts;
    facts.encryption =
        QStringLiteral("not encrypted in this computer's memory, because EC2 itself must read the image; TLS 1.2 or "
                       "newer on the wire; at rest encrypted by the KMS key %1")
            .arg(m_kmsKey.isEmpty() ? QStringLiteral("of the account for EBS") : m_kmsKey);
    facts.image.name = QFileInfo(m_settings.image).fileName();
    if (m_source.isOpen()) {
        facts.image.format = m_source.source().format();
        facts.image.virtualSize = m_source.source().size();
    }
    return facts;
}

} // namespace sealift
