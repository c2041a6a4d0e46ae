#include "scratch/scratch_volume.h"

#include "base/size_text.h"
#include "crypto/locked_pages.h"
#include "crypto/random.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <strings.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr qint64 kSector = kScratchSectorSize;
constexpr auto kUnit = static_cast<std::size_t>(kSector);
// Small enough that what the cipher wrote is still in the cache when the kernel copies it.
constexpr std::size_t kStep = std::size_t{256} * 1024;
// A request of more than one is cut into these for several threads.
constexpr std::size_t kPart = std::size_t{128} * 1024;
// From here on it pays to tell the file system of new room in one go, before it is written to bit by bit.
constexpr qint64 kAllocateFrom = qint64{256} * 1024;
constexpr qint64 kLargestQuota = qint64{1} << 46; // 64 TiB: the map of it is 2 GiB

/// A fresh key, on pages that core dumps leave out.
QCA::SymmetricKey freshKey()
{
    auto key = randomKey(static_cast<int>(XtsCipher::kKeySize));
    leaveOutOfDumps(key.constData(), XtsCipher::kKeySize);
    return key;
}

/// Threads beside the caller's own; more than this wait for the file system's lock on the file.
unsigned helperCount()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U) - 1;
}

/// Plain bytes that pass through memory of ours do not stay there.
class Wiped
{
public:
    explicit Wiped(MutableBytes bytes)
        : m_bytes(bytes)
    {
    }
    ~Wiped() { ::explicit_bzero(m_bytes.data(), m_bytes.size()); }
    Wiped(const Wiped &) = delete;
    Wiped &operator=(const Wiped &) = delete;

private:
    MutableBytes m_bytes;
};

} // namespace

ScratchVolume::ScratchVolume(const ScratchFolder &folder, const ScratchVolumeOptions &options, SpaceShare share,
                             SectorMap map)
    : m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_path(folder.path() + QLatin1Char('/') + QLatin1String(kVolumeName))
    , m_quota(options.quota)
    , m_share(std::move(share))
    , m_map(std::move(map))
    , m_lanes(freshKey(), kStep)
    , m_team(helperCount())
    , m_lifecycle(options.observer)
{
}

ScratchVolume::~ScratchVolume()
{
    eraseKey();
}

Result<std::unique_ptr<ScratchVolume>> ScratchVolume::create(const ScratchFolder &folder, SpaceLedger &ledger,
                                                             const ScratchVolumeOptions &options)
{
    if (options.quota <= 0 || options.quota > kLargestQuota)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a scratch volume of %1 bytes cannot be made").arg(options.quota)));
    const auto expected = options.expected < 0 ? options.quota : std::min(options.expected, options.quota);
    SEALIFT_ASSIGN(auto share, ledger.promise(expected));
    SEALIFT_ASSIGN(auto map, SectorMap::create((options.quota + kSector - 1) / kSector));
    std::unique_ptr<ScratchVolume> volume(new ScratchVolume(folder, options, std::move(share), std::move(map)));
    // One lane from the start: whether there is locked memory for it shows now.
    SEALIFT_TRY(volume->m_lanes.acquire());
    SEALIFT_TRY(volume->createFile(folder));
    volume->m_lifecycle.advance(ScratchState::Ready);
    return volume;
}

Status ScratchVolume::createFile(const ScratchFolder &folder)
{
    m_file.reset(::openat(folder.descriptor(), kVolumeName, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!m_file)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make the scratch volume %1").arg(m_path)));
    const qint64 size = (m_quota + kSector - 1) / kSector * kSector;
    if (::ftruncate(m_file.get(), size) == 0)
        return {};
    const int number = errno;
    ::unlinkat(folder.descriptor(), kVolumeName, 0);
    m_file.reset();
    return fail(Error::fromErrno(
        number, QStringLiteral("cannot make the scratch volume %1 %2 long").arg(m_path, sizeText(m_quota))));
}

Status ScratchVolume::checkRange(qint64 offset, qint64 length) const
{
    if (offset >= 0 && length >= 0 && offset <= m_quota && length <= m_quota - offset)
        return {};
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("bytes %1 to %2 are not in a scratch volume of %3")
                                                      .arg(offset)
                                                      .arg(offset + length)
                                                      .arg(m_quota)));
}

void ScratchVolume::enterUse()
{
    if (!m_inUse.exchange(true, std::memory_order_relaxed))
        m_lifecycle.advance(ScratchState::InUse);
}

Status ScratchVolume::pwriteAll(qint64 offset, ByteView data) const
{
    while (!data.empty()) {
        const auto written = ::pwrite(m_file.get(), data.data(), data.size(), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return fail(Error::fromErrno(errno, QStringLiteral("cannot write to the scratch volume %1").arg(m_path))
                            .with(QStringLiteral("missing-bytes"), QString::number(data.size())));
        }
        offset += written;
        data = data.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

SectorReader ScratchVolume::reader() const
{
    return {m_file.get(), m_map, m_path, [this] { return m_locks.isClosed(); }};
}

/// Room for those sectors that take none yet.
Status ScratchVolume::takeRoom(qint64 first, qint64 count, qint64 &taken)
{
    taken = (count - m_map.countWritten(first, count)) * kSector;
    if (taken == 0)
        return {};
    if (auto room = m_share.take(taken); !room) {
        taken = 0;
        return room;
    }
    if (taken < kAllocateFrom ||
        ::fallocate(m_file.get(), FALLOC_FL_KEEP_SIZE, first * kSector, count * kSector) == 0 || errno != ENOSPC)
        return {}; // where there is no such call, or it failed otherwise, writing finds out
    m_share.giveBack(std::exchange(taken, 0));
    return fail(Error::fromErrno(ENOSPC, QStringLiteral("there is no room for the scratch volume %1").arg(m_path))
                    .with(QStringLiteral("missing-bytes"), QString::number(count * kSector)));
}

void ScratchVolume::markWritten(qint64 sector, qint64 count)
{
    const auto bytes = m_map.set(sector, count, true) * kSector;
    if (bytes == 0)
        return;
    const auto now = m_used.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    for (auto high = m_highWater.load(); now > high && !m_highWater.compare_exchange_weak(high, now);) {
    }
}

/// By several threads, where there are many sectors.
Status ScratchVolume::writeWhole(qint64 sector, ByteView data)
{
    return m_team.run((data.size() + kPart - 1) / kPart, [&](std::size_t part) -> Status {
        SEALIFT_ASSIGN(auto lane, m_lanes.acquire());
        const auto from = part * kPart;
        return writeSectors(*lane, sector + static_cast<qint64>(from / kUnit),
                            data.subspan(from, std::min(kPart, data.size() - from)));
    });
}

/// Whole sectors.
Status ScratchVolume::writeSectors(CipherLane &lane, qint64 sector, ByteView data)
{
    while (!data.empty()) {
        if (m_locks.isClosed())
            return fail(Error::cancelled());
        const auto step = data.first(std::min(kStep, data.size()));
        const auto sealed = lane.buffer.bytes().first(step.size());
        SEALIFT_TRY(lane.cipher.encrypt(static_cast<quint64>(sector), kUnit, step, sealed));
        SEALIFT_TRY(pwriteAll(sector * kSector, sealed));
        const auto count = static_cast<qint64>(step.size() / kUnit);
        markWritten(sector, count);
        sector += count;
        data = data.subspan(step.size());
    }
    return {};
}

/// A part of one sector.
Status ScratchVolume::patchSector(CipherLane &lane, qint64 sector, qint64 from, ByteView data)
{
    const auto plain = lane.buffer.bytes().first(kUnit);
    const Wiped wiped(plain);
    if (m_map.isWritten(sector))
        SEALIFT_TRY(reader().readWritten(sector, plain, lane.cipher));
    else
        std::memset(plain.data(), 0, plain.size());
    std::copy(data.begin(), data.end(), plain.begin() + from);
    SEALIFT_TRY(lane.cipher.encrypt(static_cast<quint64>(sector), kUnit, plain, plain));
    SEALIFT_TRY(pwriteAll(sector * kSector, plain));
    markWritten(sector, 1);
    return {};
}

Status ScratchVolume::writeAt(qint64 offset, ByteView data)
{
    const auto length = static_cast<qint64>(data.size());
    if (offset >= 0 && (offset > m_quota || length > m_quota - offset))
        return fail(Error(ErrorCode::NoSpace,
                          QStringLiteral("the scratch volume of %1 is full: %2 are missing")
                              .arg(sizeText(m_quota), sizeText(offset + length - m_quota)),
                          QStringLiteral("Allow the task a larger scratch volume, and try again."))
                        .with(QStringLiteral("missing-bytes"), QString::number(offset + length - m_quota)));
    SEALIFT_TRY(checkRange(offset, length));
    if (data.empty())
        return {};
    const qint64 first = offset / kSector;
    const qint64 count = (offset + length + kSector - 1) / kSector - first;
    const auto hold = m_locks.lock(first, count, SectorAccess::Exclusive);
    if (!hold)
        return fail(Error::cancelled());
    enterUse();
    qint64 taken = 0;
    SEALIFT_TRY(takeRoom(first, count, taken));
    const auto before = count - taken / kSector;
    auto status = [&]() -> Status {
        qint64 at = offset;
        if (const qint64 from = at % kSector; from != 0) {
            const auto part = data.first(static_cast<std::size_t>(std::min(kSector - from, length)));
            SEALIFT_ASSIGN(auto lane, m_lanes.acquire());
            SEALIFT_TRY(patchSector(*lane, at / kSector, from, part));
            data = data.subspan(part.size());
            at += static_cast<qint64>(part.size());
        }
        const auto whole = data.first(data.size() / kUnit * kUnit);
        SEALIFT_TRY(writeWhole(at / kSector, whole));
        data = data.subspan(whole.size());
        if (data.empty())
            return {};
        SEALIFT_ASSIGN(auto lane, m_lanes.acquire());
        return patchSector(*lane, at / kSector + static_cast<qint64>(whole.size() / kUnit), 0, data);
    }();
    if (!status)
        m_share.giveBack(taken - (m_map.countWritten(first, count) - before) * kSector);
    return status;
}

Status ScratchVolume::readAt(qint64 offset, MutableBytes out)
{
    SEALIFT_TRY(checkRange(offset, static_cast<qint64>(out.size())));
    if (out.empty())
        return {};
    const qint64 first = offset / kSector;
    const qint64 last = (offset + static_cast<qint64>(out.size()) + kSector - 1) / kSector;
    const auto hold = m_locks.lock(first, last - first, SectorAccess::Shared);
    if (!hold)
        return fail(Error::cancelled());
    enterUse();
    // Parts end where sectors do: the first one is the shorter by what the request begins within a sector.
    const auto skew = static_cast<std::size_t>(offset % kSector);
    return m_team.run((skew + out.size() + kPart - 1) / kPart, [&](std::size_t part) -> Status {
        const auto from = part == 0 ? 0 : part * kPart - skew;
        const auto end = std::min((part + 1) * kPart - skew, out.size());
        SEALIFT_ASSIGN(auto lane, m_lanes.acquire());
        return reader().read(offset + static_cast<qint64>(from), out.subspan(from, end - from), (*lane).cipher,
                             (*lane).buffer.bytes().first(kUnit));
    });
}

/// Zeroes for a part of a sector, if it holds anything.
Status ScratchVolume::clearSectorPart(CipherLane &lane, qint64 sector, qint64 from, qint64 length)
{
    if (length == 0 || !m_map.isWritten(sector))
        return {};
    static constexpr std::array<std::byte, kUnit> kZeroes{};
    return patchSector(lane, sector, from, ByteView(kZeroes).first(static_cast<std::size_t>(length)));
}

Status ScratchVolume::discard(qint64 offset, qint64 length)
{
    SEALIFT_TRY(checkRange(offset, length));
    if (length == 0)
        return {};
    const qint64 end = offset + length;
    const qint64 first = offset / kSector;
    const qint64 last = (end + kSector - 1) / kSector;
    const auto hold = m_locks.lock(first, last - first, SectorAccess::Exclusive);
    if (!hold)
        return fail(Error::cancelled());
    enterUse();
    SEALIFT_ASSIGN(auto lane, m_lanes.acquire());
    const qint64 wholeFirst = (offset + kSector - 1) / kSector;
    const qint64 wholeEnd = end == m_quota ? last : end / kSector;
    if (wholeFirst > wholeEnd)
        return clearSectorPart(*lane, first, offset % kSector, length);
    if (wholeFirst > first)
        SEALIFT_TRY(clearSectorPart(*lane, first, offset % kSector, kSector - offset % kSector));
    if (wholeEnd < last)
        SEALIFT_TRY(clearSectorPart(*lane, wholeEnd, 0, end % kSector));
    if (wholeEnd == wholeFirst)
        return {};
    // The map first: nobody must take what the hole reads as for ciphertext.
    const auto freed = m_map.set(wholeFirst, wholeEnd - wholeFirst, false) * kSector;
    m_used.fetch_sub(freed, std::memory_order_relaxed);
    m_share.giveBack(freed);
    if (::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, wholeFirst * kSector,
                    (wholeEnd - wholeFirst) * kSector) != 0 &&
        errno != EOPNOTSUPP && errno != ENOSYS)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot free a part of the scratch volume %1").arg(m_path)));
    return {};
}

void ScratchVolume::eraseKey()
{
    m_locks.close();
    m_lanes.erase();
    m_keyErased = true;
}

Status ScratchVolume::freeContent()
{
    Q_ASSERT(m_keyErased);
    if (!m_file)
        return {};
    const qint64 size = (m_quota + kSector - 1) / kSector * kSector;
    const bool punched = ::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, size) == 0;
    if (::ftruncate(m_file.get(), 0) == 0)
        return {};
    return fail(Error::fromErrno(errno, punched
                                            ? QStringLiteral("the hole was punched, but %1 cannot be cut").arg(m_path)
                                            : QStringLiteral("cannot free the content of %1").arg(m_path)));
}

void ScratchVolume::close()
{
    Q_ASSERT(m_keyErased);
    m_file.reset();
    m_share = {};
}

} // namespace sealift
