#include "task/block_ledger.h"

#include <algorithm>

namespace sealift {

namespace {

/// Each note is an fsync, and what was not noted is sent again.
constexpr auto kBetweenNotes = std::chrono::seconds(2);

} // namespace

BlockLedger::BlockLedger(qint64 known, Note note)
    : m_note(std::move(note))
    , m_before(known)
    , m_noted(known)
{
}

Status BlockLedger::arrived(qint64 sequence, qint64 index, const Digest &digest)
{
    qint64 before = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_ahead.emplace(sequence, Arrival{index, digest});
        for (auto next = m_ahead.begin(); next != m_ahead.end() && next->first == m_next; next = m_ahead.erase(next)) {
            m_hash.add(next->second.digest.bytes());
            m_before = std::max(m_before, next->second.index + 1);
            ++m_next;
        }
        before = m_before;
    }
    // Whoever finds somebody else at it goes on with the next block.
    const std::unique_lock noting(m_noting, std::try_to_lock);
    if (!noting || before <= m_noted || std::chrono::steady_clock::now() - m_lastNote < kBetweenNotes)
        return {};
    return tell(before);
}

Status BlockLedger::flush()
{
    qint64 before = 0;
    {
        const std::lock_guard lock(m_mutex);
        before = m_before;
    }
    const std::lock_guard noting(m_noting);
    return before > m_noted ? tell(before) : Status();
}

Status BlockLedger::tell(qint64 before)
{
    m_lastNote = std::chrono::steady_clock::now();
    m_noted = before;
    return m_note ? m_note(before) : Status();
}

Digest BlockLedger::checksum()
{
    const std::lock_guard lock(m_mutex);
    return m_hash.finish();
}

} // namespace sealift
