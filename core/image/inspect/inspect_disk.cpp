#include "image/inspect/inspect_disk.h"

#include "image/inspect/boot_scan.h"
#include "image/inspect/lvm_scan.h"
#include "image/inspect/os_scan.h"
#include "image/inspect/partition_scan.h"
#include "image/inspect/volume_probe.h"

#include <QElapsedTimer>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kLargeSector = 4096;
/// More volumes than any disk of sense has; each costs a start of blkid.
constexpr qsizetype kMostVolumes = 64;

class Inspection
{
public:
    Inspection(DiskWindow &disk, const InspectOptions &options, DiskFacts &facts)
        : m_disk(disk)
        , m_sensitiveFiles(options.sensitiveFiles)
        , m_facts(facts)
    {
    }

    Status run()
    {
        SEALIFT_TRY(scanPartitions(m_disk, m_facts));
        SEALIFT_TRY(noted(findTools()));
        SEALIFT_TRY(probeWholeDisk());
        SEALIFT_TRY(probePartitions());
        SEALIFT_TRY(tryLargeSectors());
        SEALIFT_TRY(probeLogicalVolumes());
        SEALIFT_TRY(scanBoot(m_disk, m_grub, m_facts));
        if (m_grub)
            SEALIFT_TRY(scanSystems(*m_grub, m_volumes, m_sensitiveFiles, m_facts));
        return {};
    }

private:
    /// A failure that is no more than a fact not known becomes a note.
    Status noted(Status status)
    {
        if (status)
            return status;
        const auto code = status.error().code();
        const bool goesOn = code == ErrorCode::ToolMissing || code == ErrorCode::ToolFailed ||
                            code == ErrorCode::Unsupported || code == ErrorCode::LimitExceeded ||
                            code == ErrorCode::Timeout || code == ErrorCode::Corrupt;
        if (!goesOn)
            return status;
        const auto &error = status.error();
        const auto note =
            error.remedy().isEmpty()
                ? QStringLiteral("Not everything was looked at: %1.").arg(error.what())
                : QStringLiteral("Not everything was looked at: %1. %2").arg(error.what(), error.remedy());
        if (!m_facts.notes.contains(note))
            m_facts.notes.append(note);
        return {};
    }

    Status findTools()
    {
        auto probe = VolumeProbe::create();
        if (probe)
            m_probe = std::move(*probe);
        auto grub = DiskTool::find(QLatin1String(FileTree::kTool), QLatin1String(FileTree::kPackage));
        if (grub)
            m_grub = std::move(*grub);
        if (!probe)
            return fail(std::move(probe).error());
        if (!grub)
            return fail(std::move(grub).error());
        return {};
    }

    Status probe(const DiskView &view, VolumeFacts &volume)
    {
        volume.length = view.size();
        if (!m_probe || m_probed++ >= kMostVolumes || view.size() == 0)
            return {};
        auto looked = m_probe->look(view);
        if (!looked)
            return noted(fail(std::move(looked).error()));
        looked->place = volume.place;
        looked->offset = volume.offset;
        looked->length = volume.length;
        volume = *std::move(looked);
        return {};
    }

    Status probeWholeDisk()
    {
        m_facts.wholeDisk.place = QStringLiteral("the whole disk");
        const DiskView view(m_disk);
        SEALIFT_TRY(probe(view, m_facts.wholeDisk));
        m_facts.isoHybrid =
            m_facts.wholeDisk.type == QLatin1String("iso9660") && m_facts.scheme != PartitionScheme::None;
        if (m_facts.scheme != PartitionScheme::None)
            return {};
        m_volumes.append({m_facts.wholeDisk, {}, view});
        constexpr qint64 kLookedAt = 128LL << 10;
        SEALIFT_ASSIGN(const auto start, m_disk.read(0, std::min(kLookedAt, m_disk.size())));
        m_facts.empty = m_facts.wholeDisk.usage == VolumeUsage::Nothing && isAllZero(viewOf(start)) &&
                        m_facts.backupGpt == GptHeaderState::Absent;
        return {};
    }

    Status probePartitions()
    {
        for (auto &partition : m_facts.partitions) {
            partition.volume.place = QStringLiteral("partition %1").arg(partition.number);
            partition.volume.offset = partition.offset;
            if (partition.extended)
                continue;
            const DiskView view(m_disk, {{partition.offset, partition.length}});
            SEALIFT_TRY(probe(view, partition.volume));
            m_volumes.append({partition.volume, partition.uuid, view});
        }
        return {};
    }

    /// An MBR does not say what it counts in. If nothing is where its sectors of 512 bytes say, and something where
    /// sectors of 4096 bytes would, it was made on a disk of such.
    Status tryLargeSectors()
    {
        const auto nothing = [](const PartitionFacts &one) { return one.volume.usage == VolumeUsage::Nothing; };
        const auto &partitions = m_facts.partitions;
        if (m_facts.scheme != PartitionScheme::Mbr || !m_probe || partitions.isEmpty() ||
            !std::all_of(partitions.begin(), partitions.end(), nothing))
            return {};
        const auto kept = m_facts;
        const auto volumes = m_volumes;
        m_volumes.clear();
        SEALIFT_TRY(rescanMbr(m_disk, kLargeSector, m_facts));
        SEALIFT_TRY(probePartitions());
        if (std::all_of(partitions.begin(), partitions.end(), nothing)) {
            m_facts = kept;
            m_volumes = volumes;
        }
        return {};
    }

    Status probeLogicalVolumes()
    {
        QList<DiskView::Segment> physical;
        for (const auto &volume : allVolumes(m_facts)) {
            if (volume.usage == VolumeUsage::Lvm)
                physical.append({volume.offset, volume.length});
        }
        if (physical.isEmpty())
            return {};
        SEALIFT_ASSIGN(auto scan, scanLvm(m_disk, physical, m_facts.notes));
        m_facts.incompleteVolumeGroup = scan.incomplete;
        for (auto &found : scan.volumes) {
            if (found.facts.readable) {
                const DiskView view(m_disk, found.segments);
                SEALIFT_TRY(probe(view, found.facts.volume));
                m_volumes.append({found.facts.volume, {}, view});
            } else {
                m_facts.notes.append(
                    QStringLiteral("The logical volume %1 was not looked into: it is of the kind \"%2\", "
                                   "or not on this disk alone.")
                        .arg(found.facts.volume.place, found.facts.layout));
            }
            m_facts.logicalVolumes.append(std::move(found.facts));
        }
        return {};
    }

    DiskWindow &m_disk;
    const bool m_sensitiveFiles;
    DiskFacts &m_facts;
    std::optional<VolumeProbe> m_probe;
    std::optional<DiskTool> m_grub;
    QList<GuestVolume> m_volumes;
    int m_probed = 0;
};

/// What is said of volumes that nothing can be told of.
void addNotes(DiskFacts &facts)
{
    for (const auto &volume : allVolumes(facts)) {
        if (volume.usage == VolumeUsage::Encrypted)
            facts.notes.append(
                QStringLiteral("What is on %1 is not known: it is encrypted (%2).").arg(volume.place, volume.type));
        if (volume.usage == VolumeUsage::Raid)
            facts.notes.append(QStringLiteral("What is on %1 is not known: it is a part of a RAID set (%2).")
                                   .arg(volume.place, volume.type));
        if (volume.usage == VolumeUsage::Ambivalent)
            facts.notes.append(
                QStringLiteral("What is on %1 is not known: it has the marks of several kinds.").arg(volume.place));
    }
}

} // namespace

Result<DiskFacts> inspectDisk(BlockSource &source, const InspectOptions &options, const std::stop_token &stop)
{
    QElapsedTimer clock;
    clock.start();
    DiskFacts facts;
    facts.size = source.size();
    SEALIFT_ASSIGN(const auto disk,
                   DiskWindow::open(source, {options.budget, std::chrono::steady_clock::now() + options.time}, stop));
    SEALIFT_TRY(Inspection(*disk, options, facts).run());
    addNotes(facts);
    facts.bytesRead = disk->bytesRead();
    facts.milliseconds = clock.elapsed();
    return facts;
}

} // namespace sealift
