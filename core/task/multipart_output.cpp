#include "task/multipart_output.h"

#include <algorithm>
#include <cstring>

namespace sealift {

namespace {

constexpr int kMostAtOnce = 4;
/// Parts of disks over some hundred GiB are larger than 16 MiB, because there may be no more than 10,000 of them.
constexpr qint64 kMemory = 160LL << 20;

} // namespace

MultipartOutput::MultipartOutput(S3Folder &folder, QString name, FlowControl &flow, TransferCounters &counters,
                                 const std::stop_token &stop)
    : m_folder(folder)
    , m_name(std::move(name))
    , m_flow(flow)
    , m_counters(counters)
    , m_failure(stop)
{
}

MultipartOutput::~MultipartOutput()
{
    m_failure.report(Error::cancelled());
    m_open = {};
    m_threads.clear();
}

Status MultipartOutput::begin(qint64 size)
{
    m_size = size;
    m_partSize = static_cast<std::size_t>(MultipartUploads::partSize(size));
    SEALIFT_TRY(open());
    const auto threads =
        static_cast<int>(std::clamp<qint64>(kMemory / static_cast<qint64>(m_partSize) - 1, 1, kMostAtOnce));
    m_buffers = std::make_unique<BufferPool>(m_partSize, static_cast<std::size_t>(threads + 1));
    m_parts = std::make_unique<BoundedQueue<Part>>(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { upload(); });
    return {};
}

Status MultipartOutput::open()
{
    const auto stop = m_failure.token();
    SEALIFT_ASSIGN(const auto unfinished, m_folder.uploadsTo(m_name, stop));
    if (unfinished.empty()) {
        SEALIFT_ASSIGN(m_upload, m_folder.uploads().begin(m_folder.keyOf(m_name), {}, stop));
        return {};
    }
    m_upload = unfinished.front().id;
    SEALIFT_ASSIGN(const auto parts, m_folder.uploads().parts(m_folder.keyOf(m_name), m_upload, stop));
    for (const auto &part : parts)
        m_arrived.emplace(part.number, part);
    return {};
}

Status MultipartOutput::endAt(qint64 size)
{
    m_size = size;
    return {};
}

Status MultipartOutput::writeAt(qint64 offset, ByteView data)
{
    const auto position = bytesWritten();
    if (offset < position || offset + static_cast<qint64>(data.size()) > m_size)
        return fail(
            Error(ErrorCode::Internal,
                  QStringLiteral("%1: byte %2 was to be written after byte %3").arg(m_name).arg(offset).arg(position)));
    SEALIFT_TRY(appendZeroes(offset - position));
    return append(data);
}

/// Sees that the open part has room for a byte.
Status MultipartOutput::room()
{
    if (m_open.buffer && m_open.size < m_partSize)
        return {};
    SEALIFT_TRY(flush());
    auto buffer = m_buffers->acquire(m_failure.token());
    if (!buffer)
        return end();
    m_open = {++m_count, 0, std::move(*buffer)};
    return {};
}

Status MultipartOutput::append(ByteView data)
{
    while (!data.empty()) {
        SEALIFT_TRY(room());
        const auto taken = std::min(data.size(), m_partSize - m_open.size);
        std::copy_n(data.begin(), taken, m_open.buffer.bytes().begin() + static_cast<std::ptrdiff_t>(m_open.size));
        m_open.size += taken;
        m_position += static_cast<qint64>(taken);
        data = data.subspan(taken);
    }
    return {};
}

Status MultipartOutput::appendZeroes(qint64 length)
{
    while (length > 0) {
        SEALIFT_TRY(room());
        const auto taken = std::min(static_cast<std::size_t>(length), m_partSize - m_open.size);
        std::memset(m_open.buffer.bytes().data() + m_open.size, 0, taken);
        m_open.size += taken;
        m_position += static_cast<qint64>(taken);
        length -= static_cast<qint64>(taken);
    }
    return {};
}

Status MultipartOutput::flush()
{
    if (!m_open.buffer)
        return {};
    return m_parts->push(std::exchange(m_open, {}), m_failure.token()) ? Status() : end();
}

/// Why nothing more can be taken.
Status MultipartOutput::end()
{
    const auto status = m_failure.status();
    return status ? fail(Error::cancelled()) : status;
}

void MultipartOutput::upload()
{
    while (const auto part = m_parts->pop(m_failure.token())) {
        if (auto sent = send(*part); !sent)
            return m_failure.report(std::move(sent).error());
    }
}

Status MultipartOutput::send(const Part &part)
{
    const auto size = static_cast<qint64>(part.size);
    QByteArray tag;
    if (const auto known = m_arrived.find(part.number); known != m_arrived.end() && known->second.size == size) {
        tag = known->second.tag;
        m_counters.bytesKnown += size;
    } else {
        const auto passage = m_flow.enter(size, m_failure.token());
        if (!passage)
            return fail(Error::cancelled());
        const ByteView bytes[]{ByteView(part.buffer.bytes()).first(part.size)};
        SEALIFT_ASSIGN(
            tag, m_folder.uploads().sendPart(m_folder.keyOf(m_name), m_upload, part.number, bytes, m_failure.token()));
        m_counters.bytesWritten += size;
    }
    const std::lock_guard lock(m_mutex);
    m_tags[part.number] = tag;
    return {};
}

Status MultipartOutput::finish()
{
    SEALIFT_TRY(appendZeroes(m_size - bytesWritten()));
    SEALIFT_TRY(flush());
    m_parts->close();
    m_threads.clear();
    SEALIFT_TRY(m_failure.status());
    std::vector<QByteArray> tags;
    for (const auto &[number, tag] : m_tags)
        tags.push_back(tag);
    if (tags.size() != static_cast<std::size_t>(m_count))
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: a part was lost on the way").arg(m_name)));
    return m_folder.uploads().complete(m_folder.keyOf(m_name), m_upload, tags, m_size, {}, m_failure.token());
}

} // namespace sealift
