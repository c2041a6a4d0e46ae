#include "image/raw_source.h"

#include "image/file_allocation.h"

#include <thread>

namespace sealift {

namespace {

/// Memory bandwidth, or the disk's own, is used up by few threads.
constexpr int kMaxReaders = 4;
/// A stop request is seen after this many bytes at the latest.
constexpr std::size_t kReadPiece = 4 << 20;

class RawReader final : public BlockReader
{
public:
    RawReader(const DiskFile &file, qint64 offset)
        : m_file(file)
        , m_offset(offset)
    {
    }

    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
    {
        while (!out.empty()) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            const auto piece = out.first(std::min(out.size(), kReadPiece));
            SEALIFT_TRY(m_file.read(m_offset + offset, piece, QStringLiteral("the disk")));
            offset += static_cast<qint64>(piece.size());
            out = out.subspan(piece.size());
        }
        return {};
    }

private:
    const DiskFile &m_file;
    qint64 m_offset;
};

class RawSource final : public BlockSource
{
public:
    RawSource(std::unique_ptr<DiskFile> file, qint64 offset, qint64 size)
        : m_file(std::move(file))
        , m_allocation(*m_file)
        , m_offset(offset)
        , m_size(size)
    {
        m_file->willRead(m_offset, m_size);
    }

    qint64 size() const override { return m_size; }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &stop) override
    {
        const auto end = offset + length;
        for (qint64 at = offset; at < end;) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            SEALIFT_ASSIGN(const auto stretch, m_allocation.at(m_offset + at, end - at));
            SEALIFT_TRY(each({at, stretch.length, stretch.data ? ExtentKind::Data : ExtentKind::Hole}));
            at += stretch.length;
        }
        return {};
    }

    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        return std::make_unique<RawReader>(*m_file, m_offset);
    }

    int suggestedReaders() const override
    {
        return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMaxReaders);
    }

    Status checkUnchanged() const override { return m_file->checkUnchanged(); }

    Status close() override { return {}; }

private:
    std::unique_ptr<DiskFile> m_file;
    FileAllocation m_allocation;
    qint64 m_offset;
    qint64 m_size;
};

} // namespace

Result<std::unique_ptr<BlockSource>> openRawSource(std::unique_ptr<DiskFile> file, qint64 offset, qint64 size)
{
    if (offset < 0 || size < 0 || !file->contains(static_cast<quint64>(offset), static_cast<quint64>(size)))
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("%1: the disk's %2 bytes at %3 lie past the end of the file")
                                          .arg(file->path())
                                          .arg(size)
                                          .arg(offset))
                .with(QStringLiteral("file"), file->path()));
    return std::unique_ptr<BlockSource>(std::make_unique<RawSource>(std::move(file), offset, size));
}

} // namespace sealift
