#include "task/verify_task.h"

#include "library/blob_reader.h"
#include "library/repository.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

/// What is of use to somebody whose image is damaged.
Error advised(Error error)
{
    if (error.code() != ErrorCode::Corrupt)
        return error;
    return std::move(error).advising(
        QStringLiteral("Import the image again from where it came: that replaces what is damaged. \"sealift library "
                       "check --read-data\" says what else is."));
}

} // namespace

VerifyTask::VerifyTask(QString image, LibraryOpener openLibrary, Done done)
    : m_wanted(std::move(image))
    , m_openLibrary(std::move(openLibrary))
    , m_done(std::move(done))
{
}

VerifyTask::~VerifyTask() = default;

Status VerifyTask::prepare(const JobTools &tools)
{
    m_timer.start();
    SEALIFT_ASSIGN(m_repository, m_openLibrary(tools.stop));
    SEALIFT_TRY(auditLibrary(tools, *m_repository));
    auto found = StoredImage::open(*m_repository, m_wanted, tools.stop);
    if (!found)
        return fail(advised(std::move(found).error()));
    m_source = *std::move(found);
    m_outcome.warnings = m_source->warnings();
    m_outcome.snapshot = m_source->image().snapshot;
    m_outcome.name = m_source->image().name;
    m_outcome.disks = static_cast<int>(m_source->disks().size());
    for (const auto &disk : m_source->disks()) {
        m_outcome.size += disk.plan->size();
        m_outcome.dataSize += disk.plan->dataBytes();
    }
    return {};
}

Status VerifyTask::transfer(const JobTools &tools)
{
    tools.counters.total += m_outcome.dataSize;
    tools.counters.bytesHole += m_outcome.size - m_outcome.dataSize;
    for (const auto &disk : m_source->disks()) {
        if (auto good = verify(*disk.plan, tools); !good)
            return fail(advised(std::move(good).error()));
    }
    SEALIFT_TRY(tools.finalizing());
    m_outcome.isAsRecorded = m_source->image().manifest.has_value();
    m_outcome.bytesFetched = tools.counters.bytesRead.load();
    m_outcome.elapsed = std::chrono::milliseconds(m_timer.elapsed());
    if (m_done)
        m_done(m_outcome);
    return tools.audit(QStringLiteral("image-verified"), {{QStringLiteral("snapshot"), m_outcome.snapshot.hex()},
                                                          {QStringLiteral("name"), m_outcome.name}});
}

Status VerifyTask::verify(const FetchPlan &plan, const JobTools &tools)
{
    BlobReaderOptions options;
    options.workers = 2 * static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
    BlobReaderCounters fetched;
    const auto before = tools.counters.bytesRead.load();
    // The reader has verified each piece before it hands it on.
    const auto sink = [&](const FetchPlan::Piece &piece, ByteView) -> Status {
        tools.counters.bytesRead = before + fetched.bytesFetched.load();
        tools.counters.done += piece.size;
        return {};
    };
    SEALIFT_TRY(fetchAnyOrder(*m_repository, plan, options, tools.flow, fetched, sink, tools.stop));
    tools.counters.bytesRead = before + fetched.bytesFetched.load();
    return {};
}

Status VerifyTask::release()
{
    Status released;
    if (m_source)
        released = m_source->release();
    m_repository.reset();
    return released;
}

JobFacts VerifyTask::facts() const
{
    JobFacts facts;
    facts.encryption = QStringLiteral("nothing was written: what is stored was decrypted in memory, and compared");
    facts.image.name = m_outcome.name.isEmpty() ? m_wanted : m_outcome.name;
    facts.image.virtualSize = m_outcome.size;
    if (m_source && m_source->image().manifest && !m_source->image().manifest->disks.empty())
        facts.image.sourceHash = m_source->image().manifest->disks.front().contentHash.hex();
    return facts;
}

} // namespace sealift
