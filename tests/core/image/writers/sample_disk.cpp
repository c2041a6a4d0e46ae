#include "sample_disk.h"

#include "base/file_descriptor.h"

#include <QFile>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace sealift::test {

namespace {

constexpr qint64 kBlock = 4096;

std::mt19937_64 generatorOf(qint64 seed)
{
    return std::mt19937_64(static_cast<std::uint64_t>(seed) * 0x9e3779b97f4a7c15ULL + 1);
}

} // namespace

DiskPlan planOf(qint64 size, qint64 chunkSize, Allocation allocation)
{
    DiskPlan plan{size, chunkSize, {}};
    const auto count = static_cast<std::size_t>((size + chunkSize - 1) / chunkSize);
    auto random = generatorOf(size);
    for (std::size_t i = 0; i < count; ++i) {
        switch (allocation) {
        case Allocation::None:
            plan.allocated.push_back(false);
            break;
        case Allocation::All:
            plan.allocated.push_back(true);
            break;
        case Allocation::Alternating:
            plan.allocated.push_back(i % 2 == 1);
            break;
        case Allocation::Random:
            plan.allocated.push_back(random() % 3 == 0);
            break;
        case Allocation::LastOnly:
            plan.allocated.push_back(i + 1 == count);
            break;
        }
    }
    return plan;
}

SampleDisk::SampleDisk(DiskPlan plan)
    : m_plan(std::move(plan))
{
}

std::vector<qint64> SampleDisk::allocatedChunks() const
{
    std::vector<qint64> chunks;
    for (std::size_t i = 0; i < m_plan.allocated.size(); ++i) {
        if (m_plan.allocated[i])
            chunks.push_back(static_cast<qint64>(i));
    }
    return chunks;
}

qint64 SampleDisk::chunkLength(qint64 index) const
{
    return std::min(m_plan.chunkSize, m_plan.size - index * m_plan.chunkSize);
}

bool SampleDisk::isDataBlock(qint64 chunk, qint64 block) const
{
    switch (chunk % 8) {
    case 0:
    case 1:
    case 2:
        return true;
    case 3:
        return block % 2 == 0;
    case 4:
        return block % 2 == 1;
    case 5:
        return false;
    default: { // runs of 1 to 16 blocks
        auto random = generatorOf(chunk * 1000003 + block / 16);
        return random() % 2 == 0 || block % 16 < static_cast<qint64>(random() % 16);
    }
    }
}

std::vector<std::byte> SampleDisk::chunk(qint64 index) const
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(chunkLength(index)));
    auto random = generatorOf(index);
    for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
        if (!isDataBlock(index, static_cast<qint64>(at) / kBlock))
            continue;
        const auto end = std::min<std::size_t>(bytes.size(), at + kBlock);
        // A byte here and there is enough to make a block, and leaves zeroes in it that are no holes.
        for (auto i = at + random() % std::min<std::uint64_t>(64, end - at); i < end; i += 1 + random() % 16)
            bytes[i] = static_cast<std::byte>(random() | 1);
    }
    return bytes;
}

bool SampleDisk::writeReference(const QString &path) const
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    bool ok = file && ::ftruncate(file.get(), m_plan.size) == 0;
    for (const auto index : allocatedChunks()) {
        const auto bytes = chunk(index);
        for (qint64 at = 0; at < chunkLength(index) && ok; at += kBlock) {
            const auto length = std::min(kBlock, chunkLength(index) - at);
            if (isDataBlock(index, at / kBlock))
                ok = ::pwrite(file.get(), bytes.data() + at, static_cast<std::size_t>(length),
                              index * m_plan.chunkSize + at) == length;
        }
    }
    return ok;
}

qint64 SampleDisk::dataBytes() const
{
    qint64 blocks = 0;
    for (const auto index : allocatedChunks()) {
        for (qint64 at = 0; at < chunkLength(index); at += kBlock)
            blocks += isDataBlock(index, at / kBlock) ? 1 : 0;
    }
    return blocks * kBlock;
}

Status writeDisk(DiskWriter &writer, const SampleDisk &disk, int threads)
{
    SEALIFT_TRY(writer.begin());
    auto chunks = disk.allocatedChunks();
    if (writer.ordered()) {
        for (const auto index : chunks)
            SEALIFT_TRY(writer.writeChunk(index, disk.chunk(index)));
        return writer.finish();
    }
    auto random = generatorOf(static_cast<qint64>(chunks.size()));
    std::shuffle(chunks.begin(), chunks.end(), random);
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::optional<Error> failure;
    std::vector<std::thread> workers;
    workers.reserve(static_cast<std::size_t>(threads));
    for (int t = 0; t < threads; ++t) {
        workers.emplace_back([&] {
            for (auto i = next++; i < chunks.size(); i = next++) {
                const auto status = writer.writeChunk(chunks[i], disk.chunk(chunks[i]));
                if (!status) {
                    const std::lock_guard lock(mutex);
                    failure = status.error();
                    return;
                }
            }
        });
    }
    for (auto &worker : workers)
        worker.join();
    if (failure)
        return fail(*failure);
    return writer.finish();
}

} // namespace sealift::test
