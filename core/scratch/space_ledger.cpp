#include "scratch/space_ledger.h"

#include "base/size_text.h"

#include <QFile>

#include <algorithm>
#include <utility>

#include <sys/statvfs.h>

namespace sealift {

SpaceShare::SpaceShare(SpaceShare &&other) noexcept
    : m_ledger(std::exchange(other.m_ledger, nullptr))
    , m_promised(other.m_promised)
    , m_taken(other.m_taken)
{
}

SpaceShare &SpaceShare::operator=(SpaceShare &&other) noexcept
{
    if (this != &other) {
        release();
        m_ledger = std::exchange(other.m_ledger, nullptr);
        m_promised = other.m_promised;
        m_taken = other.m_taken;
    }
    return *this;
}

SpaceShare::~SpaceShare()
{
    release();
}

void SpaceShare::release()
{
    if (m_ledger == nullptr)
        return;
    const std::lock_guard lock(m_ledger->m_mutex);
    m_ledger->m_outstanding -= outstanding();
    m_ledger = nullptr;
}

qint64 SpaceShare::outstanding() const
{
    return std::max<qint64>(m_promised - m_taken, 0);
}

Status SpaceShare::take(qint64 bytes)
{
    const std::lock_guard lock(m_ledger->m_mutex);
    const auto own = outstanding();
    // What is left for this share: its own promise is part of what is outstanding.
    if (const auto free = m_ledger->freeAboveReserve()) {
        const auto others = m_ledger->m_outstanding - own;
        const auto available = bytes <= own ? *free : *free - others;
        if (bytes > available)
            return fail(m_ledger->missing(bytes, std::max<qint64>(available, 0)));
    }
    m_taken += bytes;
    m_ledger->m_outstanding += outstanding() - own;
    return {};
}

void SpaceShare::giveBack(qint64 bytes)
{
    const std::lock_guard lock(m_ledger->m_mutex);
    const auto own = outstanding();
    m_taken -= std::min(bytes, m_taken);
    m_ledger->m_outstanding += outstanding() - own;
}

SpaceLedger::SpaceLedger(QString folder, qint64 reserve)
    : m_folder(std::move(folder))
    , m_reserve(reserve)
{
}

std::optional<qint64> SpaceLedger::freeAboveReserve() const
{
    struct statvfs status = {};
    if (::statvfs(QFile::encodeName(m_folder).constData(), &status) != 0 || status.f_blocks == 0)
        return std::nullopt;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize) - m_reserve;
}

std::optional<qint64> SpaceLedger::available() const
{
    const std::lock_guard lock(m_mutex);
    const auto free = freeAboveReserve();
    if (!free)
        return std::nullopt;
    return std::max<qint64>(*free - m_outstanding, 0);
}

Error SpaceLedger::missing(qint64 wanted, qint64 available) const
{
    return Error(ErrorCode::NoSpace,
                 QStringLiteral("not enough room for scratch in %1: it needs %2, %3 may be used, %4 are missing")
                     .arg(m_folder, sizeText(wanted), sizeText(available), sizeText(wanted - available)),
                 QStringLiteral("Free that much on the file system, let other tasks end first, or choose another place "
                                "for scratch volumes (%1 are always kept free).")
                     .arg(sizeText(m_reserve)))
        .with(QStringLiteral("missing-bytes"), QString::number(wanted - available));
}

Result<SpaceShare> SpaceLedger::promise(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    if (const auto free = freeAboveReserve()) {
        const auto available = std::max<qint64>(*free - m_outstanding, 0);
        if (bytes > available)
            return fail(missing(bytes, available));
    }
    m_outstanding += bytes;
    return SpaceShare(this, bytes);
}

} // namespace sealift
