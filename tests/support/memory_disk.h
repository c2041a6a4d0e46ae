#pragma once

#include "image/block_source.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <atomic>
#include <functional>
#include <optional>

namespace sealift::test {

/// A disk in memory whose extents the test chooses: what lies in an extent that is not Data is never to be read.
class MemoryDisk : public BlockSource
{
public:
    /// One extent of data.
    explicit MemoryDisk(QByteArray content)
        : m_content(std::move(content))
        , m_extents{{0, m_content.size(), ExtentKind::Data}}
    {
    }
    MemoryDisk(QByteArray content, QList<Extent> extents)
        : m_content(std::move(content))
        , m_extents(std::move(extents))
    {
    }

    qint64 size() const override { return m_content.size(); }
    int suggestedReaders() const override { return 2; }
    Status close() override { return {}; }
    Status checkUnchanged() const override { return changed ? Status(fail(*changed)) : Status(); }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &) override
    {
        for (const auto &extent : m_extents) {
            const auto start = std::max(offset, extent.offset);
            const auto end = std::min(offset + length, extent.offset + extent.length);
            if (start < end)
                SEALIFT_TRY(each({start, end - start, extent.kind}));
        }
        return {};
    }

    Result<std::unique_ptr<BlockReader>> openReader() override { return std::make_unique<Reader>(*this); }

    /// What checkUnchanged() answers.
    std::optional<Error> changed;
    /// Asked before each read; an Error becomes the read's.
    std::function<std::optional<Error>(qint64 offset, qint64 length)> beforeRead;
    std::atomic<qint64> bytesRead{0};

private:
    class Reader : public BlockReader
    {
    public:
        explicit Reader(MemoryDisk &source)
            : m_source(source)
        {
        }
        Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
        {
            const auto length = static_cast<qint64>(out.size());
            if (stop.stop_requested())
                return fail(Error::cancelled());
            if (m_source.beforeRead) {
                if (auto error = m_source.beforeRead(offset, length))
                    return fail(*error);
            }
            const auto bytes = viewOf(m_source.m_content).subspan(static_cast<std::size_t>(offset), out.size());
            std::copy(bytes.begin(), bytes.end(), out.begin());
            m_source.bytesRead += length;
            return {};
        }

    private:
        MemoryDisk &m_source;
    };

    QByteArray m_content;
    QList<Extent> m_extents;
};

} // namespace sealift::test
