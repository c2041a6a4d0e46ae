#include "image/writers/qcow2_space.h"

#include <numeric>

namespace sealift {

Qcow2Space::Qcow2Space(qint64 firstCluster)
    : m_references(static_cast<std::size_t>(firstCluster), 1)
{
}

qint64 Qcow2Space::takeClusters(qint64 count)
{
    const std::lock_guard lock(m_mutex);
    const auto offset = end();
    m_references.resize(m_references.size() + static_cast<std::size_t>(count), 1);
    return offset;
}

qint64 Qcow2Space::takePacked(const std::vector<qint64> &sizes)
{
    const auto total = std::accumulate(sizes.begin(), sizes.end(), qint64{0});
    const std::lock_guard lock(m_mutex);
    // Go on in the last cluster begun, as long as what is needed behind it is free.
    const auto room = (kCluster - m_packed % kCluster) % kCluster;
    const bool isLast = m_packed + room == end();
    if (room == 0 || (total > room && !isLast))
        m_packed = end();
    const auto offset = m_packed;
    m_packed += total;
    const auto clusters = static_cast<std::size_t>((m_packed + kCluster - 1) / kCluster);
    if (clusters > m_references.size())
        m_references.resize(clusters);
    auto at = offset;
    for (const auto size : sizes) {
        for (auto cluster = at / kCluster; cluster <= (at + size - 1) / kCluster; ++cluster)
            ++m_references[static_cast<std::size_t>(cluster)];
        at += size;
    }
    return offset;
}

} // namespace sealift
