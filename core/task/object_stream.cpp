#include "task/object_stream.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr int kReaders = 4;
constexpr qint64 kStretch = qint64{8} << 20;

} // namespace

ObjectStream::ObjectStream(S3Folder &folder, QString name, const S3Folder::Stored &stored, FlowControl &flow,
                           TransferCounters &counters, const std::stop_token &stop)
    : m_folder(folder)
    , m_name(std::move(name))
    , m_stored(stored)
    , m_flow(flow)
    , m_counters(counters)
    , m_stopsToo(stop, [this] { m_stopping.request_stop(); })
    , m_readers(kReaders, [this]() -> OrderedWorkers<Stretch>::Work {
        return [this](Stretch &stretch) { return fetch(stretch); };
    })
{
}

ObjectStream::~ObjectStream()
{
    m_stopping.request_stop();
}

Status ObjectStream::fetch(Stretch &stretch)
{
    const auto passage = m_flow.enter(static_cast<qint64>(stretch.bytes.size()), m_stopping.get_token());
    if (!passage)
        return fail(Error::cancelled());
    SEALIFT_TRY(m_folder.read(m_name, m_stored.tag, stretch.offset, stretch.bytes, m_stopping.get_token()));
    m_counters.bytesRead += static_cast<qint64>(stretch.bytes.size());
    return {};
}

void ObjectStream::askAhead()
{
    while (m_underWay < kReaders && m_asked < m_stored.size) {
        Stretch stretch;
        stretch.offset = m_asked;
        stretch.bytes.resize(static_cast<std::size_t>(std::min(kStretch, m_stored.size - m_asked)));
        m_asked += static_cast<qint64>(stretch.bytes.size());
        m_readers.give(std::move(stretch));
        ++m_underWay;
    }
}

Result<std::size_t> ObjectStream::next(MutableBytes out)
{
    std::size_t filled = 0;
    while (filled < out.size()) {
        if (m_taken == m_current.bytes.size()) {
            askAhead();
            if (m_underWay == 0)
                break;
            --m_underWay;
            SEALIFT_ASSIGN(m_current, m_readers.fetch());
            m_taken = 0;
        }
        const auto part = std::min(out.size() - filled, m_current.bytes.size() - m_taken);
        const auto from = ByteView(m_current.bytes).subspan(m_taken, part);
        std::copy(from.begin(), from.end(), out.begin() + static_cast<std::ptrdiff_t>(filled));
        m_digest.add(from);
        m_taken += part;
        filled += part;
    }
    return filled;
}

} // namespace sealift
