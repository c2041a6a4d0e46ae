#include "library/blob_reader.h"

#include "base/shared_failure.h"
#include "library/fetch_group.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

namespace sealift {

namespace {

/// The positions of all pieces that must be fetched, in the order of the file.
std::vector<quint32> wantedPieces(const FetchPlan &plan)
{
    std::vector<quint32> order;
    for (quint32 i = 0; i < plan.pieces().size(); ++i) {
        if (!plan.pieces()[i].isZero && plan.pieces()[i].size > 0)
            order.push_back(i);
    }
    return order;
}

/// A piece that was opened before its turn came.
struct ReadyPiece {
    quint32 position;
    std::vector<std::byte> plain;
};

/// Puts groups that were fetched out of order back into order, and holds those back who run too far ahead.
class OrderedHandover
{
public:
    OrderedHandover(std::size_t groups, qint64 window)
        : m_ready(groups)
        , m_window(window)
    {
    }

    /// Takes the number of the next group to fetch, once its bytes fit into the window; nothing when all are taken or
    /// on stop.
    std::optional<std::size_t> take(const std::function<qint64(std::size_t)> &sizeOf, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (m_next >= m_ready.size())
            return std::nullopt;
        // The group whose turn it is always goes through: it alone can free the window.
        m_changed.wait(lock, stop, [&] {
            return m_next >= m_ready.size() || m_waiting == 0 || m_waiting + sizeOf(m_next) <= m_window;
        });
        if (stop.stop_requested() || m_next >= m_ready.size())
            return std::nullopt;
        m_waiting += sizeOf(m_next);
        return m_next++;
    }

    void deliver(std::size_t group, std::vector<ReadyPiece> pieces)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ready[group] = std::move(pieces);
        }
        m_changed.notify_all();
    }

    std::optional<std::vector<ReadyPiece>> await(std::size_t group, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return m_ready[group].has_value(); });
        if (stop.stop_requested())
            return std::nullopt;
        return std::exchange(m_ready[group], std::nullopt);
    }

    void handedOn(qint64 bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting -= bytes;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<std::optional<std::vector<ReadyPiece>>> m_ready;
    std::size_t m_next = 0;
    qint64 m_waiting = 0;
    const qint64 m_window;
};

} // namespace

Status fetchAnyOrder(Repository &repository, const FetchPlan &plan, const BlobReaderOptions &options, FlowControl &flow,
                     BlobReaderCounters &counters, const PieceSink &sink, const std::stop_token &stop)
{
    auto order = wantedPieces(plan);
    std::sort(order.begin(), order.end(), [&plan](quint32 a, quint32 b) {
        const auto &left = plan.pieces()[a].location;
        const auto &right = plan.pieces()[b].location;
        return std::tie(left.pack, left.offset, a) < std::tie(right.pack, right.offset, b);
    });
    const auto groups = groupPieces(plan, order, options.fetchSize);

    SharedFailure failure(stop);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        GroupFetcher fetcher(repository, plan, flow, counters);
        const auto token = failure.token();
        for (auto i = next++; i < groups.size() && !token.stop_requested(); i = next++) {
            const auto pieces = std::span(order).subspan(groups[i].first, groups[i].count);
            if (auto fetched = fetcher.fetch(pieces, sink, token); !fetched)
                return failure.report(std::move(fetched).error());
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < options.workers; ++i)
            workers.emplace_back(work);
    }
    return failure.status();
}

Status fetchInOrder(Repository &repository, const FetchPlan &plan, const BlobReaderOptions &options, FlowControl &flow,
                    BlobReaderCounters &counters, const PieceSink &sink, const std::stop_token &stop)
{
    const auto order = wantedPieces(plan);
    const auto groups = groupPieces(plan, order, options.fetchSize);
    const auto piecesOf = [&](std::size_t group) {
        return std::span(order).subspan(groups[group].first, groups[group].count);
    };
    const auto sizeOf = [&](std::size_t group) {
        const auto pieces = piecesOf(group);
        return std::accumulate(pieces.begin(), pieces.end(), qint64{0},
                               [&plan](qint64 sum, quint32 p) { return sum + plan.pieces()[p].size; });
    };

    SharedFailure failure(stop);
    OrderedHandover handover(groups.size(), options.window);
    const auto work = [&] {
        GroupFetcher fetcher(repository, plan, flow, counters);
        const auto token = failure.token();
        while (const auto group = handover.take(sizeOf, token)) {
            std::vector<ReadyPiece> ready;
            const auto keep = [&](const FetchPlan::Piece &piece, ByteView plain) -> Status {
                ready.push_back({piece.entry, {plain.begin(), plain.end()}});
                return {};
            };
            if (auto fetched = fetcher.fetch(piecesOf(*group), keep, token); !fetched)
                return failure.report(std::move(fetched).error());
            handover.deliver(*group, std::move(ready));
        }
    };
    std::vector<std::jthread> workers;
    for (int i = 0; i < options.workers; ++i)
        workers.emplace_back(work);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto ready = handover.await(group, failure.token());
        if (!ready)
            break;
        for (const auto &piece : *ready) {
            if (auto taken = sink(plan.pieces()[piece.position], piece.plain); !taken) {
                failure.report(std::move(taken).error());
                break;
            }
        }
        handover.handedOn(sizeOf(group));
    }
    workers.clear();
    return failure.status();
}

} // namespace sealift
