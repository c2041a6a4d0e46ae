#include "scratch/sector_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <strings.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr qint64 kSector = kScratchSectorSize;
constexpr auto kUnit = static_cast<std::size_t>(kSector);
// Small enough that what the kernel has copied is still in the cache when it is decrypted.
constexpr std::size_t kStep = std::size_t{256} * 1024;

} // namespace

SectorReader::SectorReader(int file, const SectorMap &map, QString path, std::function<bool()> isStopped)
    : m_file(file)
    , m_map(map)
    , m_path(std::move(path))
    , m_isStopped(std::move(isStopped))
{
}

Status SectorReader::readFile(qint64 offset, MutableBytes out) const
{
    while (!out.empty()) {
        const auto got = ::pread(m_file, out.data(), out.size(), offset);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read the scratch volume %1").arg(m_path)));
        }
        if (got == 0)
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("the scratch volume %1 was cut").arg(m_path)));
        offset += got;
        out = out.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Status SectorReader::readWritten(qint64 first, MutableBytes out, XtsCipher &cipher) const
{
    while (!out.empty()) {
        if (m_isStopped && m_isStopped())
            return fail(Error::cancelled());
        const auto step = out.first(std::min(kStep, out.size()));
        SEALIFT_TRY(readFile(first * kSector, step));
        SEALIFT_TRY(cipher.decrypt(static_cast<quint64>(first), kUnit, step, step));
        first += static_cast<qint64>(step.size() / kUnit);
        out = out.subspan(step.size());
    }
    return {};
}

/// Any bytes of sectors that are all written.
Status SectorReader::readRun(qint64 offset, MutableBytes out, XtsCipher &cipher, MutableBytes sector) const
{
    const auto readPart = [&](qint64 from, MutableBytes part) -> Status {
        SEALIFT_TRY(readWritten(offset / kSector, sector, cipher));
        std::copy_n(sector.begin() + from, part.size(), part.begin());
        ::explicit_bzero(sector.data(), sector.size());
        return {};
    };
    if (const qint64 from = offset % kSector; from != 0) {
        const auto part = out.first(std::min(static_cast<std::size_t>(kSector - from), out.size()));
        SEALIFT_TRY(readPart(from, part));
        out = out.subspan(part.size());
        offset += static_cast<qint64>(part.size());
    }
    const auto whole = out.first(out.size() / kUnit * kUnit);
    SEALIFT_TRY(readWritten(offset / kSector, whole, cipher));
    offset += static_cast<qint64>(whole.size());
    out = out.subspan(whole.size());
    return out.empty() ? Status() : readPart(0, out);
}

Status SectorReader::read(qint64 offset, MutableBytes out, XtsCipher &cipher, MutableBytes sector) const
{
    const qint64 end = offset + static_cast<qint64>(out.size());
    while (offset < end) {
        const qint64 first = offset / kSector;
        const auto run = m_map.runAt(first, (end + kSector - 1) / kSector - first);
        const qint64 stop = std::min(end, (first + run.count) * kSector);
        const auto part = out.first(static_cast<std::size_t>(stop - offset));
        if (run.isWritten)
            SEALIFT_TRY(readRun(offset, part, cipher, sector));
        else
            std::memset(part.data(), 0, part.size());
        out = out.subspan(part.size());
        offset = stop;
    }
    return {};
}

} // namespace sealift
