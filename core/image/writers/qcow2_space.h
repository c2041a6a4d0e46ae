#pragma once

#include "base/bytes.h"

#include <functional>
#include <mutex>
#include <vector>

namespace sealift {

/// Hands out room in a qcow2 file whose clusters are 64 KiB, and counts the references to each cluster: compressed data
/// shares them. Takes 2 bytes of memory for each cluster of the file. Any thread.
class Qcow2Space
{
public:
    static constexpr qint64 kCluster = 64LL << 10;

    /// @param firstCluster what is before it has one reference each.
    explicit Qcow2Space(qint64 firstCluster);

    /// The byte at which `count` clusters begin that are the caller's alone.
    qint64 takeClusters(qint64 count);

    /// The byte at which compressed pieces of these sizes begin, one behind the other.
    qint64 takePacked(const std::vector<qint64> &sizes);

    /// Bytes of the file so far, a multiple of the cluster size.
    qint64 end() const { return static_cast<qint64>(m_references.size()) * kCluster; }

    /// The references to each cluster of the file. When nothing is handed out any more.
    const std::vector<quint16> &references() const { return m_references; }

private:
    std::mutex m_mutex;
    std::vector<quint16> m_references;
    qint64 m_packed = 0; ///< where the next compressed piece may go
};

} // namespace sealift
