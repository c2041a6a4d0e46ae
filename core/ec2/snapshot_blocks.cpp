#include "ec2/snapshot_blocks.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kBlocksPerGibibyte = (1LL << 30) / kSnapshotBlock;
constexpr qint64 kMostGibibytes = 64LL * 1024; // of a volume of EBS
/// Of at most 10,000 blocks each: with their tokens these take about 20 MiB.
constexpr std::size_t kPagesKept = 8;

const auto kBlockTokenExpired = QLatin1String("INVALID_BLOCK_TOKEN");
const auto kPageTokenExpired = QLatin1String("INVALID_PAGE_TOKEN");

Error wrongList(const QString &snapshot, const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("the list of blocks of snapshot %1 is wrong: %2").arg(snapshot, why),
            QStringLiteral("Try again. Check that the endpoint is one of Amazon EBS.")};
}

} // namespace

Result<std::unique_ptr<SnapshotBlocks>> SnapshotBlocks::list(EbsClient &ebs, const QString &snapshot, bool fresh,
                                                             const std::stop_token &stop)
{
    std::unique_ptr<SnapshotBlocks> blocks(new SnapshotBlocks(ebs, snapshot, fresh));
    SEALIFT_TRY(blocks->listAll(stop));
    return blocks;
}

Status SnapshotBlocks::listAll(const std::stop_token &stop)
{
    QString next;
    bool isAnew = false; // the last request began a list anew
    do {
        const auto from = m_next;
        const auto page = m_ebs.listBlocks(m_snapshot, from, next, stop, m_fresh);
        // A list that takes longer than its tokens last goes on behind the last block.
        if (!page && serviceReasonOf(page.error()) == kPageTokenExpired && !isAnew) {
            next.clear();
            isAnew = true;
            continue;
        }
        if (!page)
            return fail(page.error());
        isAnew = false;
        if (!page->next.isEmpty() && page->blocks.isEmpty() && page->next == next)
            return fail(wrongList(m_snapshot, QStringLiteral("it does not go on")));
        SEALIFT_TRY(takePage(*page, from));
        next = page->next;
    } while (isAnew || !next.isEmpty());
    return {};
}

Status SnapshotBlocks::takePage(const SnapshotBlockPage &page, qint64 from)
{
    if (page.gibibytes < 1)
        return fail(wrongList(m_snapshot, QStringLiteral("the volume has no size")));
    if (page.gibibytes > kMostGibibytes)
        return fail(Error(
            ErrorCode::LimitExceeded,
            QStringLiteral("snapshot %1 has %2 GiB, more than a volume may have").arg(m_snapshot).arg(page.gibibytes)));
    const auto blocks = static_cast<std::size_t>(page.gibibytes * kBlocksPerGibibyte);
    if (!m_has.empty() && m_has.size() != blocks)
        return fail(wrongList(m_snapshot, QStringLiteral("the size of the volume changes")));
    m_has.resize(blocks);
    for (const auto &block : page.blocks) {
        if (block.index < m_next || block.index >= static_cast<qint64>(blocks))
            return fail(wrongList(
                m_snapshot, QStringLiteral("block %1 is out of order, or beyond the volume's end").arg(block.index)));
        m_has[static_cast<std::size_t>(block.index)] = true;
        m_next = block.index + 1;
        ++m_count;
    }
    // They are read from the first one on: the pages that come later are asked for again.
    if (m_pages.size() < kPagesKept)
        keep(page, from);
    return {};
}

void SnapshotBlocks::keep(const SnapshotBlockPage &page, qint64 from)
{
    if (page.blocks.isEmpty())
        return;
    Page kept;
    kept.from = from;
    kept.end = page.blocks.last().index + 1;
    kept.tokens.reserve(page.blocks.size());
    for (const auto &block : page.blocks)
        kept.tokens.insert(block.index, block.token);
    const std::lock_guard lock(m_mutex);
    m_pages.push_front(std::move(kept));
    if (m_pages.size() > kPagesKept)
        m_pages.pop_back();
}

QString SnapshotBlocks::keptToken(qint64 index)
{
    const std::lock_guard lock(m_mutex);
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
        if (index < page->from || index >= page->end)
            continue;
        m_pages.splice(m_pages.begin(), m_pages, page);
        return page->tokens.value(index);
    }
    return {};
}

/// Drops the page that the block is in. @return where it began: whoever reads the blocks before needs others, too.
qint64 SnapshotBlocks::forget(qint64 index)
{
    const std::lock_guard lock(m_mutex);
    const auto page = std::find_if(m_pages.begin(), m_pages.end(),
                                   [index](const Page &one) { return index >= one.from && index < one.end; });
    if (page == m_pages.end())
        return index;
    const auto from = page->from;
    m_pages.erase(page);
    return from;
}

/// @param expired what the service did not take; empty: nothing was tried yet.
Result<QString> SnapshotBlocks::token(qint64 index, const QString &expired, const std::stop_token &stop)
{
    if (const auto kept = keptToken(index); !kept.isEmpty() && kept != expired)
        return kept;
    const std::lock_guard listing(m_listing);
    // Somebody else may have asked for the page meanwhile.
    if (const auto kept = keptToken(index); !kept.isEmpty() && kept != expired)
        return kept;
    auto from = forget(index);
    for (;;) {
        SEALIFT_ASSIGN(const auto page, m_ebs.listBlocks(m_snapshot, from, {}, stop, m_fresh));
        keep(page, from);
        if (const auto kept = keptToken(index); !kept.isEmpty())
            return kept;
        // A shorter page than the one that was forgotten.
        if (page.blocks.isEmpty() || page.blocks.last().index >= index)
            return fail(wrongList(m_snapshot, QStringLiteral("block %1 is not in it any more").arg(index)));
        from = page.blocks.last().index + 1;
    }
}

Status SnapshotBlocks::read(qint64 index, MutableBytes out, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto first, token(index, {}, stop));
    auto done = m_ebs.getBlock(m_snapshot, {index, first}, out, stop, m_fresh);
    if (done || serviceReasonOf(done.error()) != kBlockTokenExpired)
        return done;
    SEALIFT_ASSIGN(const auto second, token(index, first, stop));
    return m_ebs.getBlock(m_snapshot, {index, second}, out, stop, m_fresh);
}

} // namespace sealift
