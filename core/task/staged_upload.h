#pragma once

#include "base/flow_control.h"
#include "storage/s3/s3_folder.h"
#include "task/object_parts.h"
#include "task/transfer_counters.h"

#include <map>
#include <mutex>

namespace sealift {

/// An object in a task's folder of a bucket, by an upload in parts. An upload to the same object that was not finished
/// is gone on with: parts of it that have arrived are not sent again. Whoever wants that has to know that the object
/// will be the same, byte for byte.
class StagedUpload final : public ObjectParts
{
public:
    /// Everything outlives the object. Counts what was sent, and what had arrived before.
    StagedUpload(S3Folder &folder, QString name, FlowControl &flow, TransferCounters &counters);

    QString place() const override { return QStringLiteral("%1/%2").arg(m_folder.place(), m_name); }
    Status begin(qint64 size, const std::stop_token &stop) override;
    qint64 partSize() const override { return m_partSize; }
    Status sendPart(int number, ByteView bytes, const std::stop_token &stop) override;
    Status complete(qint64 size, const std::stop_token &stop) override;

private:
    S3Folder &m_folder;
    const QString m_name;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    qint64 m_partSize = 0;
    QString m_id;
    std::map<int, S3Part> m_arrived; ///< in an earlier attempt
    std::mutex m_mutex;              // for the tags
    std::map<int, QByteArray> m_tags;
};

} // namespace sealift
