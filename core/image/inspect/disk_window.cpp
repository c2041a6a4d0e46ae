#include "image/inspect/disk_window.h"

#include <algorithm>
#include <cstring>

namespace sealift {

namespace {

/// What GRUB's file-system drivers read at once.
constexpr qint64 kPiece = 32LL << 10;
constexpr qint64 kPiecesAtOnce = 64;

Error pastEnd()
{
    return {ErrorCode::Corrupt, QStringLiteral("something on the disk is said to lie past its end")};
}

Error pastBudget(qint64 budget)
{
    return {ErrorCode::LimitExceeded,
            QStringLiteral("looking further would take reading more than %1 MiB").arg(budget >> 20)};
}

} // namespace

DiskWindow::DiskWindow(qint64 size, const Limits &limits, std::stop_token stop)
    : m_size(size)
    , m_limits(limits)
    , m_stop(std::move(stop))
{
}

Result<std::unique_ptr<DiskWindow>> DiskWindow::open(BlockSource &source, const Limits &limits, std::stop_token stop)
{
    std::unique_ptr<DiskWindow> window(new DiskWindow(source.size(), limits, std::move(stop)));
    SEALIFT_ASSIGN(window->m_reader, source.openReader());
    return window;
}

Status DiskWindow::load(qint64 firstPiece, qint64 lastPiece)
{
    const auto begin = firstPiece * kPiece;
    const auto length = std::min((lastPiece + 1) * kPiece, m_size) - begin;
    if (length > budgetLeft())
        return fail(pastBudget(m_limits.bytes));
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    SEALIFT_TRY(m_reader->read(begin, mutableViewOf(bytes), m_stop));
    m_bytesRead += length;
    for (auto piece = firstPiece; piece <= lastPiece; ++piece)
        m_pieces.emplace(piece, bytes.mid(static_cast<qsizetype>((piece - firstPiece) * kPiece), kPiece));
    return {};
}

Status DiskWindow::read(qint64 offset, MutableBytes out)
{
    if (m_stop.stop_requested())
        return fail(Error::cancelled());
    const auto length = static_cast<qint64>(out.size());
    if (offset < 0 || length > m_size || offset > m_size - length)
        return fail(pastEnd());
    if (length == 0)
        return {};
    const auto last = (offset + length - 1) / kPiece;
    for (auto piece = offset / kPiece; piece <= last; ++piece) {
        if (m_pieces.contains(piece))
            continue;
        auto end = piece;
        while (end < last && end - piece + 1 < kPiecesAtOnce && !m_pieces.contains(end + 1))
            ++end;
        SEALIFT_TRY(load(piece, end));
    }
    qint64 done = 0;
    while (done < length) {
        const auto at = offset + done;
        const auto &bytes = m_pieces.at(at / kPiece);
        const auto within = at % kPiece;
        const auto part = std::min(bytes.size() - within, length - done);
        std::memcpy(out.data() + done, bytes.constData() + within, static_cast<std::size_t>(part));
        done += part;
    }
    return {};
}

Result<QByteArray> DiskWindow::read(qint64 offset, qint64 length)
{
    // Before any memory is asked for.
    if (length < 0 || length > m_size)
        return fail(pastEnd());
    if (length > m_limits.bytes)
        return fail(pastBudget(m_limits.bytes));
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    SEALIFT_TRY(read(offset, mutableViewOf(bytes)));
    return bytes;
}

} // namespace sealift
