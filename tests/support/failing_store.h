#pragma once

#include "storage/object_store.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sealift::test {

/// The functions of ObjectStore, as a fault names them.
enum class StoreCall { Create, Put, Size, Read, ReadAll, List, Remove };

/// What is to go wrong. All conditions must hold: the call, the name, the count, the bytes.
struct StoreFault {
    StoreCall call = StoreCall::Put;
    /// Only objects (for list(): prefixes) whose name begins with this.
    QString prefix = {};

    /// The first such call that is hit, from 1 on, and how many are.
    int first = 1;
    int times = std::numeric_limits<int>::max();
    /// Only once the calls of this kind and prefix, this one included, have carried more bytes than that (put: given,
    /// read and readAll: asked for).
    qint64 afterBytes = -1;

    /// Waits before the call; a stop request ends the wait, and the call, with Cancelled.
    std::chrono::milliseconds delay{0};
    /// Waits for a stop request, however long that takes.
    bool hang = false;
    /// What the call answers. Without one it goes on after the wait.
    std::optional<Error> error = std::nullopt;
    /// The real call is made, and its answer is lost: the error comes although the object is there, or gone.
    bool answerLost = false;
};

/// The faults of a FailingStore, and what it was asked. Shared between the store and the test, which so keeps its hands
/// on a store that something else owns. Thread-safe.
class StoreFaults
{
public:
    void add(StoreFault fault);
    void clear();

    /// How many calls there were, failed ones included.
    int calls(StoreCall call) const;
    /// Waits until that many calls of a kind have begun; false after a minute.
    bool waitForCalls(StoreCall call, int count) const;

private:
    friend class FailingStore;
    struct Armed {
        StoreFault fault;
        int seen = 0;
        qint64 bytes = 0;
    };

    /// Counts the call and gives the first fault that hits it.
    std::optional<StoreFault> next(StoreCall call, const QString &name, qint64 bytes);
    /// False after a stop request.
    bool wait(const StoreFault &fault, const std::stop_token &stop) const;

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::vector<Armed> m_armed;
    std::array<int, static_cast<std::size_t>(StoreCall::Remove) + 1> m_calls{};
};

/// An ObjectStore that passes calls on to another one, but for the faults. A put that fails stores nothing (unless its
/// answer is lost), as the contract of stores says.
class FailingStore : public ObjectStore
{
public:
    FailingStore(std::unique_ptr<ObjectStore> store, std::shared_ptr<StoreFaults> faults);

    QString location() const override { return m_store->location(); }
    Status create(std::stop_token stop) override;
    Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) override;
    Result<qint64> size(const QString &name, std::stop_token stop) override;
    Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override;
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override;
    Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                std::stop_token stop) override;
    Status remove(const QString &name, std::stop_token stop) override;
    int suggestedConcurrency() const override { return m_store->suggestedConcurrency(); }

private:
    template <typename Answer>
    Answer pass(StoreCall call, const QString &name, qint64 bytes, const std::stop_token &stop,
                const std::function<Answer()> &real);

    std::unique_ptr<ObjectStore> m_store;
    std::shared_ptr<StoreFaults> m_faults;
};

} // namespace sealift::test
