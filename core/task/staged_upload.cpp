#include "task/staged_upload.h"

namespace sealift {

StagedUpload::StagedUpload(S3Folder &folder, QString name, FlowControl &flow, TransferCounters &counters)
    : m_folder(folder)
    , m_name(std::move(name))
    , m_flow(flow)
    , m_counters(counters)
{
}

Status StagedUpload::begin(qint64 size, const std::stop_token &stop)
{
    m_partSize = MultipartUploads::partSize(size);
    SEALIFT_ASSIGN(const auto unfinished, m_folder.uploadsTo(m_name, stop));
    if (unfinished.empty()) {
        SEALIFT_ASSIGN(m_id, m_folder.uploads().begin(m_folder.keyOf(m_name), {}, stop));
        return {};
    }
    m_id = unfinished.front().id;
    SEALIFT_ASSIGN(const auto parts, m_folder.uploads().parts(m_folder.keyOf(m_name), m_id, stop));
    for (const auto &part : parts)
        m_arrived.emplace(part.number, part);
    return {};
}

Status StagedUpload::sendPart(int number, ByteView bytes, const std::stop_token &stop)
{
    const auto size = static_cast<qint64>(bytes.size());
    QByteArray tag;
    if (const auto known = m_arrived.find(number); known != m_arrived.end() && known->second.size == size) {
        tag = known->second.tag;
        m_counters.bytesKnown += size;
    } else {
        const auto passage = m_flow.enter(size, stop);
        if (!passage)
            return fail(Error::cancelled());
        const ByteView parts[]{bytes};
        SEALIFT_ASSIGN(tag, m_folder.uploads().sendPart(m_folder.keyOf(m_name), m_id, number, parts, stop));
        m_counters.bytesWritten += size;
    }
    const std::lock_guard lock(m_mutex);
    m_tags[number] = tag;
    return {};
}

Status StagedUpload::complete(qint64 size, const std::stop_token &stop)
{
    std::vector<QByteArray> tags;
    for (const auto &[number, tag] : m_tags) {
        if (number != static_cast<int>(tags.size()) + 1)
            return fail(Error(ErrorCode::Internal, QStringLiteral("%1: a part was lost on the way").arg(place())));
        tags.push_back(tag);
    }
    return m_folder.uploads().complete(m_folder.keyOf(m_name), m_id, tags, size, {}, stop);
}

} // namespace sealift
