// Indexes of libraries, whole and in pieces of a few bytes, which must make no difference.

#include "fuzz/fuzz_target.h"

#include "library/byte_source.h"
#include "library/index_file.h"

#include <algorithm>

using namespace sealift;
using namespace sealift::test;

namespace {

class Pieces final : public ByteSource
{
public:
    Pieces(ByteView bytes, std::size_t size)
        : m_bytes(bytes)
        , m_size(size)
    {
    }

    Result<ByteView> next() override
    {
        const auto piece = m_bytes.first(std::min(m_size, m_bytes.size()));
        m_bytes = m_bytes.subspan(piece.size());
        return piece;
    }

private:
    ByteView m_bytes;
    const std::size_t m_size;
};

bool isUnderstood(ByteView json, std::size_t pieceSize)
{
    Pieces source(json, pieceSize);
    const auto read = readIndexDocument(
        source, [](const PackId &, std::span<const PackEntry>) { return Status(); }, QStringLiteral("memory"));
    consume(read);
    return read.has_value();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView json(reinterpret_cast<const std::byte *>(data), size);
    if (isUnderstood(json, std::max<std::size_t>(size, 1)) != isUnderstood(json, 7))
        qFatal("the same document in pieces is another one");
    return 0;
}
