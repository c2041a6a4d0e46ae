#pragma once

#include "base/ordered_workers.h"
#include "image/writers/image_output.h"
#include "task/object_parts.h"

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace sealift {

/// A container into an object of a bucket, from front to back, in parts that several threads send; gaps are zeroes. At
/// most 256 MiB are in memory on the way, or two parts where those are larger. An output that goes before finish() has
/// succeeded leaves an upload without an object, which the task's cleanup ends or keeps.
class BucketOutput final : public ImageOutput
{
public:
    BucketOutput(std::shared_ptr<ObjectParts> upload, const std::stop_token &stop);
    ~BucketOutput() override;

    bool ordered() const override { return true; }
    Status begin(qint64 size) override;
    Status endAt(qint64 size) override;
    /// Errors: Internal for an offset before the end of what was written; LimitExceeded beyond 10,000 parts; those of
    /// the service.
    Status writeAt(qint64 offset, ByteView data) override;
    [[nodiscard]] Status finish() override;
    qint64 bytesWritten() const override { return m_sent.load(std::memory_order_relaxed); }

private:
    struct Part {
        int number = 0;
        std::vector<std::byte> bytes;
    };

    Status append(ByteView data);
    Status appendZeroes(qint64 length);
    Status giveAway();
    Status awaitOldest();
    void startSenders();

    const std::shared_ptr<ObjectParts> m_upload;
    std::stop_source m_stopping;
    const std::stop_callback<std::function<void()>> m_stopsToo;
    qint64 m_size = 0;
    qint64 m_position = 0;
    std::size_t m_partSize = 0;
    int m_mostUnderWay = 0;
    int m_underWay = 0;
    Part m_part; ///< being filled
    std::vector<std::vector<std::byte>> m_spare;
    std::atomic<qint64> m_sent = 0;
    std::unique_ptr<OrderedWorkers<Part>> m_senders;
};

} // namespace sealift
