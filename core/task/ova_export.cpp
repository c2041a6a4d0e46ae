#include "task/ova_export.h"

#include "image/machine/machine_description.h"
#include "image/writers/file_image_output.h"
#include "image/writers/ova_writer.h"
#include "library/fetch_plan.h"
#include "library/image_catalog.h"
#include "library/repository.h"
#include "task/disk_export.h"
#include "task/export_output.h"

#include <memory>
#include <numeric>

namespace sealift {

namespace {

/// VMware's and VirtualBox's disks are whole mebibytes.
constexpr qint64 kAlignment = qint64{1} << 20;
constexpr qsizetype kLongestName = 60;
/// More than description, manifest and headers take.
constexpr qint64 kBesideDisks = qint64{4} << 20;

/// A name for files in the archive: of letters and digits that no program stumbles over.
QString plainName(const QString &name)
{
    QString plain;
    for (const auto letter : name.left(kLongestName)) {
        const bool good =
            letter.unicode() < 0x80 && (letter.isLetterOrNumber() || QStringLiteral("._-").contains(letter));
        plain += good ? letter : QLatin1Char('_');
    }
    while (plain.startsWith(QLatin1Char('.')))
        plain[0] = QLatin1Char('_');
    return plain.isEmpty() ? QStringLiteral("machine") : plain;
}

class OvaExport
{
public:
    OvaExport(const ExportSource &source, const ExportRequest &request, FlowControl &flow, TransferCounters &counters,
              std::stop_token stop)
        : m_source(source)
        , m_repository(source.repository())
        , m_request(request)
        , m_flow(flow)
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    Result<ExportOutcome> run()
    {
        for (const auto &error : m_source.catalog().damagedIndexes)
            m_outcome.warnings.append(error.what());
        SEALIFT_ASSIGN(const auto snapshot, loadSnapshot(m_repository.files(), m_image.snapshot, m_stop));
        SEALIFT_ASSIGN(m_signer, loadSigner(m_request.ova->signing));
        SEALIFT_TRY(describeMachine(snapshot));
        SEALIFT_TRY(planDisks(snapshot));
        SEALIFT_TRY(m_request.descriptor >= 0 || m_request.recipients || m_request.bucket ? writeStream()
                                                                                          : writeFile());
        m_outcome.snapshot = m_image.snapshot;
        m_outcome.name = m_image.name;
        m_outcome.disks = static_cast<int>(m_plans.size());
        m_outcome.bytesFetched = m_counters.bytesRead.load();
        m_outcome.elapsed = m_source.elapsed();
        return m_outcome;
    }

private:
    /// The hardware that the image's own description has, or the usual, and what was asked for.
    Status describeMachine(const Snapshot &snapshot)
    {
        if (m_image.manifest && !m_image.manifest->description.isEmpty()) {
            const auto path = QStringLiteral("/%1/%2").arg(m_image.name, m_image.manifest->description);
            SEALIFT_ASSIGN(const auto file, loadFile(m_repository, snapshot.tree, path, m_stop));
            SEALIFT_ASSIGN(const auto text, loadSmallFile(m_repository, file, kMaxOvf, m_stop));
            SEALIFT_ASSIGN(const auto envelope, parseDescription(text, path));
            m_machine = machineOf(envelope);
        } else {
            m_outcome.warnings.append(
                QStringLiteral("The image came without a description of its machine: the OVA has %1 processors, %2 MiB "
                               "of memory and BIOS, but for what was asked for.")
                    .arg(OvfMachine::kUsualCpus)
                    .arg(OvfMachine::kUsualMemory >> 20));
        }
        const auto &options = *m_request.ova;
        m_machine.name = plainName(m_image.name);
        m_machine.version = options.version;
        m_machine.cpus = options.cpus.value_or(m_machine.cpus);
        m_machine.memory = options.memory.value_or(m_machine.memory);
        m_machine.firmware = options.firmware.value_or(m_machine.firmware);
        if (m_machine.networks.isEmpty())
            m_machine.networks = {m_machine.version == 2 ? QStringLiteral("VM Network") : QStringLiteral("NAT")};
        if (m_machine.version == 1 && m_machine.firmware == Firmware::Uefi)
            m_outcome.warnings.append(QStringLiteral(
                "The machine starts by UEFI, which VirtualBox does not take from an OVA: switch EFI on there."));
        return {};
    }

    Status planDisks(const Snapshot &snapshot)
    {
        m_options.alignment = std::max(m_request.options.alignment, kAlignment);
        for (const auto &disk : m_image.disks) {
            SEALIFT_ASSIGN(auto loaded, loadFile(m_repository, snapshot.tree, disk.path, m_stop));
            m_files.push_back(std::make_unique<const FileContent>(std::move(loaded)));
            const auto &file = *m_files.back();
            SEALIFT_ASSIGN(auto plan, FetchPlan::make(m_repository, file.content, file.size,
                                                      QStringLiteral("%1 of image %2").arg(disk.path, m_image.name)));
            OvfMachine::Disk entry;
            entry.file = QStringLiteral("%1-disk%2.vmdk").arg(m_machine.name).arg(m_plans.size() + 1);
            SEALIFT_ASSIGN(entry.capacity, writtenDiskSize(WriteFormat::Vmdk, m_options, file.size));
            entry.populated = plan.dataBytes();
            m_machine.disks.append(entry);
            m_outcome.size += file.size;
            m_plans.push_back(std::move(plan));
        }
        return {};
    }

    Status writeFile()
    {
        SEALIFT_ASSIGN(auto file, OutputFile::create(m_request.path, m_request.overwrite));
        SEALIFT_ASSIGN(const auto sizes, write(std::make_unique<FileImageOutput>(std::move(file)), {}, Finalize::Yes));
        static_cast<void>(sizes);
        return {};
    }

    Status writeStream()
    {
        // First, so that nobody waits for a measurement that was made for nothing.
        SEALIFT_ASSIGN(auto output, openExportOutput(m_request, 0, m_stop));
        SEALIFT_ASSIGN(auto sizes, write(makeMeasuringOutput(), {}, Finalize::No));
        // How large the archive becomes at most decides how large the parts of an object are.
        SEALIFT_TRY(output->begin(std::accumulate(sizes.begin(), sizes.end(), kBesideDisks)));
        SEALIFT_ASSIGN(sizes, write(std::move(output), std::move(sizes), Finalize::Yes));
        return {};
    }

    enum class Finalize { No, Yes };

    /// Returns the sizes of the disks' files.
    Result<std::vector<qint64>> write(std::unique_ptr<ImageOutput> output, std::vector<qint64> sizes, Finalize finalize)
    {
        OvaWriter archive(std::move(output), m_machine, m_request.path, std::move(sizes),
                          m_image.time.toSecsSinceEpoch());
        if (m_signer)
            archive.setSigner([this](const QString &name, const QByteArray &manifest) {
                return m_signer->certificateFile(name, manifest);
            });
        SEALIFT_TRY(archive.begin());
        for (const auto &plan : m_plans) {
            {
                SEALIFT_ASSIGN(const auto writer, archive.beginDisk(diskPlanOf(plan), m_options));
                SEALIFT_TRY(exportDisk(m_repository, plan, *writer, m_flow, m_counters, m_stop));
                SEALIFT_TRY(writer->finish());
            }
            SEALIFT_TRY(archive.endDisk());
        }
        if (finalize == Finalize::Yes && m_request.finalizing)
            SEALIFT_TRY(m_request.finalizing());
        SEALIFT_TRY(archive.finish());
        m_outcome.bytesWritten = archive.bytesWritten();
        return archive.diskSizes();
    }

    const ExportSource &m_source;
    Repository &m_repository;
    const ExportRequest &m_request;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    const std::stop_token m_stop;
    const CatalogImage &m_image = m_source.choice().image;
    std::shared_ptr<const PackageSigner> m_signer; ///< null: the manifest is not signed
    OvfMachine m_machine;
    WriteOptions m_options;
    std::vector<std::unique_ptr<const FileContent>> m_files; ///< what the plans refer to
    std::vector<FetchPlan> m_plans;
    ExportOutcome m_outcome;
};

} // namespace

Result<ExportOutcome> exportOva(const ExportSource &source, const ExportRequest &request, FlowControl &flow,
                                TransferCounters &counters, const std::stop_token &stop)
{
    return OvaExport(source, request, flow, counters, stop).run();
}

} // namespace sealift
