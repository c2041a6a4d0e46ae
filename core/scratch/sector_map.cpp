#include "scratch/sector_map.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr qint64 kBits = 64;

/// The bits of one word from `first` on, `count` of them.
quint64 maskOf(qint64 first, qint64 count)
{
    const auto all = count == kBits ? ~quint64{0} : (quint64{1} << count) - 1;
    return all << first;
}

/// Calls `each(word index, mask)` for every word that the sectors lie in.
template <typename Each>
void forEachWord(qint64 first, qint64 count, const Each &each)
{
    while (count > 0) {
        const qint64 bit = first % kBits;
        const qint64 here = std::min(kBits - bit, count);
        each(first / kBits, maskOf(bit, here));
        first += here;
        count -= here;
    }
}

std::size_t bytesFor(qint64 sectors)
{
    return static_cast<std::size_t>((sectors + kBits - 1) / kBits) * sizeof(quint64);
}

Result<quint64 *> mapped(const FileDescriptor &file, std::size_t bytes, int protection)
{
    void *memory = ::mmap(nullptr, bytes, protection, MAP_SHARED, file.get(), 0);
    if (memory == MAP_FAILED)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot map the memory file of a scratch volume")));
    return static_cast<quint64 *>(memory);
}

} // namespace

Result<SectorMap> SectorMap::create(qint64 sectors)
{
    const auto bytes = bytesFor(sectors);
    FileDescriptor file(::memfd_create("sealift-sectors", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file || ::ftruncate(file.get(), static_cast<off_t>(bytes)) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a memory file for a scratch volume")));
    SEALIFT_ASSIGN(auto *const words, mapped(file, bytes, PROT_READ | PROT_WRITE));
    // Best effort (Linux 5.1): whoever is handed the descriptor is one of ours.
    static_cast<void>(::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_FUTURE_WRITE));
    return SectorMap(std::move(file), words, bytes);
}

Result<SectorMap> SectorMap::open(FileDescriptor file, qint64 sectors)
{
    const auto bytes = bytesFor(sectors);
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look at the memory file of a scratch volume")));
    if (static_cast<std::size_t>(status.st_size) < bytes)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the memory file of a scratch volume is too short")));
    SEALIFT_ASSIGN(auto *const words, mapped(file, bytes, PROT_READ));
    return SectorMap(std::move(file), words, bytes);
}

SectorMap::SectorMap(SectorMap &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_words(std::exchange(other.m_words, nullptr))
    , m_bytes(other.m_bytes)
{
}

SectorMap::~SectorMap()
{
    if (m_words != nullptr)
        ::munmap(m_words, m_bytes);
}

bool SectorMap::isWritten(qint64 sector) const
{
    return runAt(sector, 1).isWritten;
}

SectorRun SectorMap::runAt(qint64 first, qint64 most) const
{
    SectorRun run;
    while (run.count < most) {
        const qint64 sector = first + run.count;
        const auto word = std::atomic_ref(m_words[sector / kBits]).load(std::memory_order_acquire) >> (sector % kBits);
        if (run.count == 0)
            run.isWritten = (word & 1) != 0;
        const auto same = static_cast<qint64>(run.isWritten ? std::countr_one(word) : std::countr_zero(word));
        // A shifted word ends in zeroes that are no sectors.
        const qint64 here = std::min(same, kBits - sector % kBits);
        run.count += here;
        if (here < kBits - sector % kBits)
            break;
    }
    run.count = std::min(run.count, most);
    return run;
}

qint64 SectorMap::countWritten(qint64 first, qint64 count) const
{
    qint64 written = 0;
    forEachWord(first, count, [&](qint64 index, quint64 mask) {
        written += std::popcount(std::atomic_ref(m_words[index]).load(std::memory_order_acquire) & mask);
    });
    return written;
}

qint64 SectorMap::set(qint64 first, qint64 count, bool written)
{
    qint64 changed = 0;
    forEachWord(first, count, [&](qint64 index, quint64 mask) {
        const std::atomic_ref word(m_words[index]);
        const auto before =
            written ? word.fetch_or(mask, std::memory_order_acq_rel) : word.fetch_and(~mask, std::memory_order_acq_rel);
        changed += std::popcount(written ? mask & ~before : mask & before);
    });
    return changed;
}

} // namespace sealift
