#pragma once

#include "base/flow_control.h"
#include "base/ordered_workers.h"
#include "crypto/digest.h"
#include "storage/s3/s3_folder.h"
#include "task/transfer_counters.h"

#include <stop_token>
#include <vector>

namespace sealift {

/// An object of a bucket, read once from front to back: a few stretches are asked for at once, ahead of whoever reads.
/// An object that is replaced meanwhile ends it. For one thread.
class ObjectStream
{
public:
    /// @param stored what the folder has told of the object. Everything outlives the object. Counts what was read.
    ObjectStream(S3Folder &folder, QString name, const S3Folder::Stored &stored, FlowControl &flow,
                 TransferCounters &counters, const std::stop_token &stop);
    /// Ends what is under way.
    ~ObjectStream();

    /// Fills `out` with what comes next, and returns how many bytes that are: fewer than there is room for only at the
    /// end. Errors: those of S3Folder::read(); Cancelled.
    Result<std::size_t> next(MutableBytes out);

    /// Of all that was read so far.
    Digest digest() { return m_digest.finish(); }

private:
    struct Stretch {
        qint64 offset = 0;
        std::vector<std::byte> bytes;
    };

    Status fetch(Stretch &stretch);
    void askAhead();

    S3Folder &m_folder;
    const QString m_name;
    const S3Folder::Stored m_stored;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    std::stop_source m_stopping;
    const std::stop_callback<std::function<void()>> m_stopsToo;
    Sha256 m_digest;
    qint64 m_asked = 0; ///< bytes that were asked for
    int m_underWay = 0;
    Stretch m_current; ///< that is being handed out
    std::size_t m_taken = 0;
    OrderedWorkers<Stretch> m_readers; ///< last: they use what is above
};

} // namespace sealift
