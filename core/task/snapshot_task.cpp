#include "task/snapshot_task.h"

#include "ec2/kms_key_arn.h"
#include "task/earlier_attempt.h"
#include "task/staged_wish.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace sealift {

namespace {

/// Amazon EC2 User Guide, "Device names for volumes": the root, and /dev/sdf to /dev/sdp.
constexpr std::size_t kMostDisks = 12;

} // namespace

SnapshotTask::SnapshotTask(QString task, SnapshotSettings settings, Links links)
    : m_task(std::move(task))
    , m_settings(std::move(settings))
    , m_links(std::move(links))
    , m_source(m_settings)
{
    addMaking();
}

SnapshotTask::~SnapshotTask() = default;

Status SnapshotTask::prepare(const JobTools &tools)
{
    // First of all: whatever fails now, this is to be cleaned up.
    SEALIFT_ASSIGN(const auto notes, readSnapshotNotes(tools.staged));
    while (m_makings.size() < static_cast<std::size_t>(notes.size()))
        addMaking();
    for (qsizetype i = 0; i < notes.size(); ++i)
        m_makings[static_cast<std::size_t>(i)]->setNote(notes[i]);
    const bool isFresh = notes.isEmpty();
    if (!isFresh && !notes.first().region.isEmpty())
        m_settings.ec2.region = notes.first().region;
    SEALIFT_TRY(identify(tools));
    if (m_settings.registration) {
        // Before hours of sending, not after.
        SEALIFT_ASSIGN(const auto same,
                       m_access->ec2().ownImages(QStringLiteral("name"), m_settings.registration->name, tools.stop));
        if (!same.isEmpty() && isFresh)
            return fail(Error(ErrorCode::AlreadyExists,
                              QStringLiteral("there is an image \"%1\" in %2 already: %3")
                                  .arg(m_settings.registration->name, m_access->region(), same.first()),
                              QStringLiteral("Choose another name with --name, or deregister that image.")));
    }
    SEALIFT_TRY(m_source.open(tools, [this](const ImportSource &source) { return check(source); }));
    while (m_makings.size() < m_source.source().disks.size())
        addMaking();
    return preflight(tools);
}

void SnapshotTask::addMaking()
{
    const auto label = snapshotLabel(m_task, static_cast<qsizetype>(m_makings.size()));
    const auto keepAll = [this](const JobTools &tools) {
        QList<QJsonObject> notes;
        for (const auto &making : m_makings)
            notes.append(making->note().toJson());
        return tools.keepStaged(joinedSnapshotNotes(notes));
    };
    m_makings.push_back(std::make_unique<SnapshotMaking>(label, m_settings, m_links.open, keepAll));
    m_staging.add(m_makings.back()->staging());
}

Status SnapshotTask::check(const ImportSource &source) const
{
    if (source.disks.size() > kMostDisks)
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 has %2 disks, and an instance has device names for %3")
                              .arg(m_settings.image, QString::number(source.disks.size()), QString::number(kMostDisks)),
                          QStringLiteral("Take the disks out of the appliance and import each of them.")));
    for (const auto &disk : source.disks) {
        if (disk.content->isStream())
            return fail(
                Error(ErrorCode::Unsupported,
                      QStringLiteral("%1: a raw disk in a compressed file cannot be read in the order that EBS wants")
                          .arg(m_settings.image),
                      QStringLiteral("Unpack it first, or import it into a library and export it from there.")));
    }
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

/// An earlier attempt may have had more disks, of another state of the image.
Status SnapshotTask::removeSurplus()
{
    for (auto i = m_source.source().disks.size(); i < m_makings.size(); ++i) {
        SEALIFT_TRY(removeEarlierAttempt(m_makings[i]->staging()));
        m_makings[i]->setNote({});
    }
    return {};
}

Status SnapshotTask::transfer(const JobTools &tools)
{
    QElapsedTimer timer;
    timer.start();
    auto &disks = m_source.source().disks;
    SEALIFT_TRY(removeSurplus());
    for (std::size_t i = 0; i < disks.size(); ++i)
        SEALIFT_TRY(m_makings[i]->send(*m_access, disks[i], m_kmsKey, tools));
    SEALIFT_TRY(m_source.preflight().settle());
    SEALIFT_TRY(tools.finalizing());
    SnapshotOutcome outcome;
    outcome.region = m_access->region();
    outcome.account = m_caller.account;
    outcome.format = m_source.source().format();
    outcome.size = m_source.source().size();
    for (std::size_t i = 0; i < disks.size(); ++i) {
        auto &making = *m_makings[i];
        SEALIFT_ASSIGN(const auto facts, making.complete(*m_access, tools));
        outcome.snapshots.append(facts.id);
        outcome.gibibytes += making.gibibytes();
        outcome.bytesSent += making.uploaded().sent * kSnapshotBlock;
        outcome.bytesOmitted += making.uploaded().omitted * kSnapshotBlock;
    }
    outcome.snapshot = outcome.snapshots.first();
    outcome.kmsKey = m_makings.front()->kmsKey();
    outcome.checksum = m_makings.front()->uploaded().checksum;
    outcome.bytesRead = tools.counters.bytesRead;
    outcome.bytesKnown = tools.counters.bytesKnown;
    if (m_settings.registration)
        SEALIFT_TRY(registerImage(outcome, tools));
    for (const auto &making : m_makings)
        making->staging().setResult();
    outcome.elapsed = std::chrono::milliseconds(timer.elapsed());
    if (m_links.done)
        m_links.done(outcome);
    return {};
}

Status SnapshotTask::registerImage(SnapshotOutcome &outcome, const JobTools &tools)
{
    m_wanted.snapshot = outcome.snapshot;
    m_wanted.others = outcome.snapshots.mid(1);
    auto &ec2 = m_access->ec2();
    auto image = ec2.registerImage(m_wanted, tools.stop);
    if (!image && image.error().code() == ErrorCode::AlreadyExists) {
        // It may be ours: of an attempt whose answer was lost.
        SEALIFT_ASSIGN(const auto ours,
                       ec2.ownImages(QStringLiteral("block-device-mapping.snapshot-id"), outcome.snapshot, tools.stop));
        if (!ours.isEmpty())
            image = ours.first();
    }
    if (!image)
        return fail(std::move(image).error());
    outcome.image = *image;
    outcome.registered = m_wanted;
    // The image is there and can be used, whether it has its tags or not.
    if (const auto tagged = ec2.tag(*image, tagsOfTask(m_settings, m_task), tools.stop); !tagged)
        outcome.warnings.append(QStringLiteral("Image %1 has no tags: %2").arg(*image, tagged.error().what()));
    return tools.audit(QStringLiteral("image-registered"), {{QStringLiteral("image"), *image},
                                                            {QStringLiteral("snapshot"), outcome.snapshot},
                                                            {QStringLiteral("tagged"), outcome.warnings.isEmpty()}});
}

Status SnapshotTask::release()
{
    return m_source.close();
}

JobFacts SnapshotTask::facts() const
{
    JobFacts facts;
    const auto &made = m_makings.front()->kmsKey();
    const auto &key = made.isEmpty() ? m_kmsKey : made;
    facts.encryption =
        QStringLiteral("not encrypted in this computer's memory, because EC2 itself must read the image; TLS 1.2 or "
                       "newer on the wire; at rest encrypted by the KMS key %1")
            .arg(key.isEmpty() ? QStringLiteral("of the account for EBS") : key);
    facts.image.name = QFileInfo(m_settings.image).fileName();
    if (m_source.isOpen()) {
        facts.image.format = m_source.source().format();
        facts.image.virtualSize = m_source.source().size();
    }
    return facts;
}

} // namespace sealift
