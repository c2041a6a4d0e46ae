#include "image/inspect/cpio_names.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kHeaderSize = 110;
constexpr qint64 kLongestName = 4096;
constexpr qsizetype kMagicSize = 6;

/// To the next multiple of four: where names and contents end.
qint64 padded(qint64 size)
{
    return (size + 3) / 4 * 4;
}

Error damaged()
{
    return {ErrorCode::Corrupt, QStringLiteral("the initial file system is damaged")};
}

} // namespace

CpioNames::CpioNames(std::function<void(const QByteArray &)> each)
    : m_each(std::move(each))
{
    restart();
}

bool CpioNames::begins(ByteView bytes)
{
    const auto magic = toByteArray(bytes.first(std::min<std::size_t>(bytes.size(), kMagicSize)));
    return magic == "070701" || magic == "070702";
}

void CpioNames::restart()
{
    m_part = Part::Header;
    m_held.clear();
    m_missing = kHeaderSize;
    m_ended = false;
}

Status CpioNames::parseHeader()
{
    if (!begins(viewOf(m_held)))
        return fail(damaged());
    bool sizeIsNumber = false;
    bool nameIsNumber = false;
    constexpr int kHex = 16;
    m_contentSize = m_held.mid(54, 8).toLongLong(&sizeIsNumber, kHex);
    m_nameSize = m_held.mid(94, 8).toLongLong(&nameIsNumber, kHex);
    if (!sizeIsNumber || !nameIsNumber || m_nameSize < 1 || m_nameSize > kLongestName)
        return fail(damaged());
    return {};
}

Status CpioNames::finishPart()
{
    if (m_part == Part::Header) {
        SEALIFT_TRY(parseHeader());
        m_part = Part::Name;
        m_missing = padded(kHeaderSize + m_nameSize) - kHeaderSize;
    } else if (m_part == Part::Name) {
        const auto name = m_held.left(m_nameSize - 1);
        if (name == "TRAILER!!!") {
            restart();
            m_ended = true;
            return {};
        }
        m_each(name);
        m_part = Part::Content;
        m_missing = padded(m_contentSize);
    } else {
        m_part = Part::Header;
        m_missing = kHeaderSize;
    }
    m_held.clear();
    return {};
}

Status CpioNames::feed(ByteView bytes)
{
    while (!bytes.empty()) {
        // Between two archives there may be zeroes.
        if (m_part == Part::Header && m_held.isEmpty() && bytes.front() == std::byte{0}) {
            bytes = bytes.subspan(1);
            continue;
        }
        m_ended = false;
        const auto part = std::min(static_cast<std::size_t>(m_missing), bytes.size());
        if (m_part != Part::Content)
            m_held += toByteArray(bytes.first(part));
        bytes = bytes.subspan(part);
        m_missing -= static_cast<qint64>(part);
        while (m_missing == 0)
            SEALIFT_TRY(finishPart());
    }
    return {};
}

Result<std::size_t> CpioNames::feedArchive(ByteView bytes, const std::function<Status(ByteView)> &take)
{
    restart();
    std::size_t used = 0;
    while (!m_ended) {
        const auto part = std::min(static_cast<std::size_t>(m_missing), bytes.size() - used);
        if (part == 0)
            return fail(damaged());
        SEALIFT_TRY(take(bytes.subspan(used, part)));
        used += part;
    }
    return used;
}

} // namespace sealift
