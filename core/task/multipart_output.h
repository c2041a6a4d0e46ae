#pragma once

#include "base/bounded_queue.h"
#include "base/buffer_pool.h"
#include "base/flow_control.h"
#include "base/shared_failure.h"
#include "image/writers/image_output.h"
#include "storage/s3/s3_folder.h"
#include "task/transfer_counters.h"

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace sealift {

/// A container that becomes an object in a bucket, by an upload in parts, while it is written: in ascending order, gaps
/// as zeroes. Up to four parts are on their way at once, and nothing of it is ever in a file. The object appears at the
/// end, whole, or not at all; what is unfinished stays, for whoever goes on with it or empties the folder.
///
/// An upload to the same object that was not finished is gone on with: parts of it that have arrived are not sent
/// again. Whoever wants that has to know that the container will be the same, byte for byte.
class MultipartOutput final : public ImageOutput
{
public:
    /// Everything outlives the object. Counts what was sent, and what had arrived before.
    MultipartOutput(S3Folder &folder, QString name, FlowControl &flow, TransferCounters &counters,
                    const std::stop_token &stop);
    /// Ends what is under way.
    ~MultipartOutput() override;

    bool ordered() const override { return true; }
    /// Begins the upload, or finds the one to go on with. Errors: those of the service.
    Status begin(qint64 size) override;
    Status endAt(qint64 size) override;
    Status writeAt(qint64 offset, ByteView data) override;
    /// Waits until all parts have arrived, and makes them an object.
    Status finish() override;
    qint64 bytesWritten() const override { return m_position.load(std::memory_order_relaxed); }

private:
    struct Part {
        int number = 0;
        std::size_t size = 0;
        PooledBuffer buffer;
    };

    Status open();
    Status append(ByteView data);
    Status appendZeroes(qint64 length);
    Status room();
    Status flush();
    void upload();
    Status send(const Part &part);
    Status end();

    S3Folder &m_folder;
    const QString m_name;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    SharedFailure m_failure;
    qint64 m_size = 0;
    std::size_t m_partSize = 0;
    QString m_upload;                ///< its id
    std::map<int, S3Part> m_arrived; ///< in an earlier attempt
    std::unique_ptr<BufferPool> m_buffers;
    std::unique_ptr<BoundedQueue<Part>> m_parts;
    Part m_open; ///< that is being filled
    int m_count = 0;
    std::atomic<qint64> m_position = 0;
    std::mutex m_mutex; // for the tags
    std::map<int, QByteArray> m_tags;
    std::vector<std::jthread> m_threads; ///< last: they use what is above
};

} // namespace sealift
