#include "task/bucket_output.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr int kMostParts = 10'000;
constexpr int kSenders = 4;
constexpr qint64 kMemory = qint64{256} << 20;
constexpr std::array<std::byte, 64 * 1024> kZeroes{};

} // namespace

BucketOutput::BucketOutput(std::shared_ptr<ObjectParts> upload, const std::stop_token &stop)
    : m_upload(std::move(upload))
    , m_stopsToo(stop, [this] { m_stopping.request_stop(); })
{
    m_part.number = 1;
}

BucketOutput::~BucketOutput()
{
    // What is under way is of no use any more, or has ended.
    m_stopping.request_stop();
}

Status BucketOutput::begin(qint64 size)
{
    m_size = size;
    if (m_senders)
        return {};
    SEALIFT_TRY(m_upload->begin(size, m_stopping.get_token()));
    m_partSize = static_cast<std::size_t>(m_upload->partSize());
    startSenders();
    return {};
}

void BucketOutput::startSenders()
{
    // One more is being filled.
    const auto most = kMemory / static_cast<qint64>(m_partSize) - 1;
    m_mostUnderWay = static_cast<int>(std::clamp<qint64>(most, 1, kSenders));
    m_senders = std::make_unique<OrderedWorkers<Part>>(m_mostUnderWay, [this]() -> OrderedWorkers<Part>::Work {
        return [this](Part &part) -> Status {
            SEALIFT_TRY(m_upload->sendPart(part.number, part.bytes, m_stopping.get_token()));
            m_sent.fetch_add(static_cast<qint64>(part.bytes.size()), std::memory_order_relaxed);
            return {};
        };
    });
}

Status BucketOutput::endAt(qint64 size)
{
    m_size = size;
    return {};
}

Status BucketOutput::writeAt(qint64 offset, ByteView data)
{
    const auto end = offset + static_cast<qint64>(data.size());
    if (offset < m_position || end > m_size)
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: byte %2 was to be written after byte %3 of %4")
                                                   .arg(m_upload->place())
                                                   .arg(offset)
                                                   .arg(m_position)
                                                   .arg(m_size)));
    SEALIFT_TRY(appendZeroes(offset - m_position));
    return append(data);
}

Status BucketOutput::append(ByteView data)
{
    while (!data.empty()) {
        if (m_part.bytes.size() == m_partSize)
            SEALIFT_TRY(giveAway());
        const auto part = data.first(std::min(data.size(), m_partSize - m_part.bytes.size()));
        m_part.bytes.reserve(m_partSize);
        m_part.bytes.insert(m_part.bytes.end(), part.begin(), part.end());
        m_position += static_cast<qint64>(part.size());
        data = data.subspan(part.size());
    }
    return {};
}

Status BucketOutput::appendZeroes(qint64 length)
{
    while (length > 0) {
        if (m_stopping.stop_requested())
            return fail(Error::cancelled());
        const auto part = std::min(length, static_cast<qint64>(kZeroes.size()));
        SEALIFT_TRY(append(ByteView(kZeroes).first(static_cast<std::size_t>(part))));
        length -= part;
    }
    return {};
}

Status BucketOutput::giveAway()
{
    if (m_part.number > kMostParts)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1 takes more parts than an object can have").arg(m_upload->place()),
                          QStringLiteral("Export it to a file, and send that in larger parts.")));
    if (m_underWay == m_mostUnderWay)
        SEALIFT_TRY(awaitOldest());
    const auto next = m_part.number + 1;
    m_senders->give(std::move(m_part));
    ++m_underWay;
    m_part = Part();
    m_part.number = next;
    if (!m_spare.empty()) {
        m_part.bytes = std::move(m_spare.back());
        m_spare.pop_back();
        m_part.bytes.clear();
    }
    return {};
}

Status BucketOutput::awaitOldest()
{
    --m_underWay;
    SEALIFT_ASSIGN(auto part, m_senders->fetch());
    m_spare.push_back(std::move(part.bytes));
    return {};
}

Status BucketOutput::finish()
{
    SEALIFT_TRY(appendZeroes(m_size - m_position));
    // An object without a byte is one empty part.
    if (!m_part.bytes.empty() || m_part.number == 1)
        SEALIFT_TRY(giveAway());
    while (m_underWay > 0)
        SEALIFT_TRY(awaitOldest());
    return m_upload->complete(m_size, m_stopping.get_token());
}

} // namespace sealift
