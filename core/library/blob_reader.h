#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "library/fetch_plan.h"

#include <atomic>
#include <functional>
#include <stop_token>

namespace sealift {

class Repository;

struct BlobReaderOptions {
    /// Threads that fetch, open and verify.
    int workers = 4;
    /// Blobs that lie side by side in a pack are fetched by one call of up to this many bytes.
    qint64 fetchSize = 1LL << 20;
    /// In ordered mode: plain bytes that may wait for an earlier piece.
    qint64 window = 64LL << 20;
};

/// What a fetch has done so far; read by any thread at any time.
struct BlobReaderCounters {
    std::atomic<qint64> bytesFetched{0}; ///< sealed bytes read from the store
    std::atomic<qint64> bytesOpened{0};  ///< plain bytes verified and handed on
};

/// Takes one verified piece of a file: its place in the file and its plain bytes, valid during the call.
using PieceSink = std::function<Status(const FetchPlan::Piece &piece, ByteView plain)>;

/// The bulk way out of a library: fetch -> open (MAC, decrypt) -> decompress -> verify id -> hand on. Pieces known to
/// be zero are left out. The first failure ends the rest and is returned.
///
/// fetchAnyOrder(): pieces come in the order in which they lie in packs, on several threads at once; a blob that occurs
/// several times is fetched once. fetchInOrder(): pieces come in the order of the file, one at a time, on the calling
/// thread.
///
/// @param flow passed by every read of the store, and counts its bytes.
Status fetchAnyOrder(Repository &repository, const FetchPlan &plan, const BlobReaderOptions &options, FlowControl &flow,
                     BlobReaderCounters &counters, const PieceSink &sink, const std::stop_token &stop);
Status fetchInOrder(Repository &repository, const FetchPlan &plan, const BlobReaderOptions &options, FlowControl &flow,
                    BlobReaderCounters &counters, const PieceSink &sink, const std::stop_token &stop);

} // namespace sealift
