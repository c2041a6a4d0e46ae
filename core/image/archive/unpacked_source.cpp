#include "image/archive/unpacked_source.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace sealift {

namespace {

class UnpackedSource final : public BlockSource
{
public:
    UnpackedSource(std::unique_ptr<DiskFile> packed, OpenStream open, qint64 size)
        : m_packed(std::move(packed))
        , m_open(std::move(open))
        , m_size(size)
    {
    }

    qint64 size() const override { return m_size; }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token & /*stop*/) override
    {
        return length > 0 ? each({offset, length, ExtentKind::Data}) : Status();
    }

    Result<std::unique_ptr<BlockReader>> openReader() override { return std::make_unique<Reader>(*this); }

    bool isStream() const override { return true; }

    int suggestedReaders() const override
    {
        return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    }

    Status checkUnchanged() const override { return m_packed->checkUnchanged(); }
    Status close() override { return {}; }

private:
    class Reader final : public BlockReader
    {
    public:
        explicit Reader(UnpackedSource &source)
            : m_source(source)
        {
        }

        Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
        {
            return m_source.readInTurn(offset, out, stop);
        }

    private:
        UnpackedSource &m_source;
    };

    Status readInTurn(qint64 offset, MutableBytes out, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_turn.wait(lock, stop, [&] { return m_at >= offset || m_failure; }))
            return fail(Error::cancelled());
        if (m_failure)
            return fail(*m_failure);
        auto status = m_at == offset ? readHere(out, stop) : fail(passed(offset));
        if (!status)
            m_failure = status.error();
        m_at += static_cast<qint64>(out.size());
        m_turn.notify_all();
        return status;
    }

    Status readHere(MutableBytes out, const std::stop_token &stop)
    {
        if (!m_stream) {
            SEALIFT_ASSIGN(m_stream, m_open(*m_packed, stop));
        }
        SEALIFT_ASSIGN(const auto got, m_stream->read(out, stop));
        if (got == out.size())
            return {};
        SEALIFT_TRY(m_packed->checkUnchanged());
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 ends at byte %2 of its content, though it had %3")
                                                  .arg(m_packed->path())
                                                  .arg(m_at + static_cast<qint64>(got))
                                                  .arg(m_size)));
    }

    Error passed(qint64 offset) const
    {
        return {ErrorCode::Internal,
                QStringLiteral("byte %1 of the content of %2 has passed already").arg(offset).arg(m_packed->path())};
    }

    std::unique_ptr<DiskFile> m_packed;
    const OpenStream m_open;
    std::unique_ptr<ByteStream> m_stream; ///< opened by the first reader
    const qint64 m_size;
    std::mutex m_mutex;
    std::condition_variable_any m_turn;
    qint64 m_at = 0;
    std::optional<Error> m_failure;
};

} // namespace

std::unique_ptr<BlockSource> openUnpackedSource(std::unique_ptr<DiskFile> packed, OpenStream open, qint64 size)
{
    return std::make_unique<UnpackedSource>(std::move(packed), std::move(open), size);
}

} // namespace sealift
