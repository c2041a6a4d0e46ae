#include "image/hole_source.h"

#include <algorithm>

namespace sealift {

namespace {

class HoleReader final : public BlockReader
{
public:
    Status read(qint64 /*offset*/, MutableBytes out, const std::stop_token & /*stop*/) override
    {
        std::fill(out.begin(), out.end(), std::byte{0});
        return {};
    }
};

class HoleSource final : public BlockSource
{
public:
    explicit HoleSource(qint64 size)
        : m_size(size)
    {
    }

    qint64 size() const override { return m_size; }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token & /*stop*/) override
    {
        return length > 0 ? each({offset, length, ExtentKind::Hole}) : Status();
    }

    Result<std::unique_ptr<BlockReader>> openReader() override { return std::make_unique<HoleReader>(); }
    int suggestedReaders() const override { return 1; }
    Status checkUnchanged() const override { return {}; }
    Status close() override { return {}; }

private:
    const qint64 m_size;
};

} // namespace

std::unique_ptr<BlockSource> makeHoleSource(qint64 size)
{
    return std::make_unique<HoleSource>(size);
}

} // namespace sealift
