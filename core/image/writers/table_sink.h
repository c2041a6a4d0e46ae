#pragma once

#include "image/writers/field_writer.h"
#include "image/writers/image_layout.h"

#include <vector>

namespace sealift {

/// Hands a table of any length on to a sink in pieces of at most 1 MiB.
class TableSink
{
public:
    static constexpr qint64 kPiece = 1LL << 20;

    /// Fills in entries [first, first + count) of the table; the piece is all zero before.
    using Fill = std::function<void(FieldWriter piece, qint64 first, qint64 count)>;

    /// @param offset byte of the container at which the table begins. @param entries how many there are, of `entrySize`
    /// bytes each. @param tableBytes with what follows the entries up to the table's end, all zero.
    static Status write(const ImageLayout::Sink &sink, qint64 offset, qint64 entries, qint64 entrySize,
                        qint64 tableBytes, const Fill &fill)
    {
        std::vector<std::byte> memory(static_cast<std::size_t>(std::min(kPiece, tableBytes)));
        const auto perPiece = kPiece / entrySize;
        for (qint64 at = 0; at < tableBytes; at += kPiece) {
            const auto piece = MutableBytes(memory).first(static_cast<std::size_t>(std::min(kPiece, tableBytes - at)));
            std::fill(piece.begin(), piece.end(), std::byte{0});
            const auto first = at / entrySize;
            if (first < entries)
                fill(FieldWriter(piece), first, std::min(perPiece, entries - first));
            SEALIFT_TRY(sink(offset + at, piece));
        }
        return {};
    }
};

} // namespace sealift
