#include "image/packed_file.h"

#include <algorithm>

namespace sealift {

PackedFile::PackedFile(QString title, std::vector<Part> parts)
    : m_title(std::move(title))
    , m_parts(std::move(parts))
{
    // Parts without a byte would stand in the way of finding one.
    const auto first = m_parts.front();
    std::erase_if(m_parts, [](const Part &part) { return part.length == 0; });
    if (m_parts.empty())
        m_parts.push_back(first);
    m_identity = m_parts.front().file->identity();
    m_identity.size = 0;
    for (const auto &part : m_parts) {
        m_begins.push_back(m_identity.size);
        m_identity.size += part.length;
    }
    const bool all = m_parts.size() == 1 && m_parts.front().length == m_parts.front().file->size();
    if (!all)
        m_identity.allocated = m_identity.size;
}

std::unique_ptr<PackedFile> PackedFile::join(const QString &title,
                                             const std::vector<std::unique_ptr<PackedFile>> &files)
{
    std::vector<Part> parts;
    for (const auto &file : files)
        parts.insert(parts.end(), file->m_parts.begin(), file->m_parts.end());
    return std::make_unique<PackedFile>(title, std::move(parts));
}

std::size_t PackedFile::partAt(qint64 offset) const
{
    const auto after = std::upper_bound(m_begins.begin(), m_begins.end(), offset);
    return static_cast<std::size_t>(after - m_begins.begin()) - 1;
}

Status PackedFile::checkUnchanged() const
{
    for (const auto &part : m_parts)
        SEALIFT_TRY(part.file->checkUnchanged());
    return {};
}

qint64 PackedFile::holeEnd(qint64 offset) const
{
    if (offset >= size())
        return offset;
    const auto index = partAt(offset);
    const auto &part = m_parts[index];
    const auto shift = part.offset - m_begins[index];
    return std::min(part.file->holeEnd(offset + shift) - shift, m_begins[index] + part.length);
}

Result<DiskFile::Stretch> PackedFile::stretchAt(qint64 offset) const
{
    const auto index = partAt(offset);
    const auto &part = m_parts[index];
    const auto inPart = offset - m_begins[index];
    SEALIFT_ASSIGN(auto stretch, part.file->stretchAt(part.offset + inPart));
    stretch.length = std::min(stretch.length, part.length - inPart);
    return stretch;
}

void PackedFile::willRead(qint64 offset, qint64 length) const
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto begin = std::max(offset, m_begins[i]);
        const auto end = std::min(offset + length, m_begins[i] + m_parts[i].length);
        if (begin < end)
            m_parts[i].file->willRead(m_parts[i].offset + begin - m_begins[i], end - begin);
    }
}

std::vector<FilePiece> PackedFile::pieces() const
{
    std::vector<FilePiece> pieces;
    for (const auto &part : m_parts) {
        auto left = part.length;
        auto skip = part.offset;
        for (auto piece : part.file->pieces()) {
            if (skip >= piece.length) {
                skip -= piece.length;
                continue;
            }
            const auto length = std::min(left, piece.length - skip);
            piece.whole = piece.whole && length == piece.length;
            piece.offset += skip;
            piece.length = length;
            pieces.push_back(piece);
            left -= length;
            skip = 0;
            if (left == 0)
                break;
        }
    }
    return pieces;
}

bool PackedFile::isAllOfOne() const
{
    return m_parts.size() == 1 && m_parts.front().length == m_parts.front().file->size();
}

QString PackedFile::nbdSocket() const
{
    return isAllOfOne() ? m_parts.front().file->nbdSocket() : QString();
}

bool PackedFile::hasNeighbours() const
{
    return isAllOfOne() && m_parts.front().file->hasNeighbours();
}

Status PackedFile::readInside(qint64 offset, MutableBytes out) const
{
    while (!out.empty()) {
        const auto index = partAt(offset);
        const auto &part = m_parts[index];
        const auto inPart = offset - m_begins[index];
        const auto piece = out.first(std::min(out.size(), static_cast<std::size_t>(part.length - inPart)));
        SEALIFT_TRY(part.file->read(part.offset + inPart, piece, QStringLiteral("its bytes")));
        offset += static_cast<qint64>(piece.size());
        out = out.subspan(piece.size());
    }
    return {};
}

} // namespace sealift
