#pragma once

#include <QtGlobal>

#include <atomic>

namespace sealift {

/// How far a transfer is. Workers bump the counters, a timer of whoever shows them samples them; no signals, no locks.
/// All in bytes. `done` never exceeds `total`, and never goes back.
struct TransferCounters {
    std::atomic<qint64> total{0};        ///< logical size of all disks
    std::atomic<qint64> done{0};         ///< logical bytes dealt with, holes included
    std::atomic<qint64> bytesRead{0};    ///< read from the source (import) or the store (export)
    std::atomic<qint64> bytesHole{0};    ///< of `done`: holes and zeroes
    std::atomic<qint64> bytesKnown{0};   ///< of `done`: data that the library had already (import)
    std::atomic<qint64> bytesWritten{0}; ///< sealed and safely stored (import), or written to the output (export)
};

} // namespace sealift
