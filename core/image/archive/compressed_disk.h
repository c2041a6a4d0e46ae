#pragma once

#include "image/archive/stream_unpacker.h"
#include "image/open_image.h"

#include <functional>
#include <optional>

namespace sealift {

/// Fills a buffer with what comes next, and returns how many bytes that are: fewer than there is room for only at the
/// end.
using ReadNext = std::function<Result<std::size_t>(MutableBytes)>;

/// Somewhere to keep unpacked bytes that must be read in any order: a task's scratch volume.
class UnpackRoom
{
public:
    UnpackRoom() = default;
    virtual ~UnpackRoom() = default;
    UnpackRoom(const UnpackRoom &) = delete;
    UnpackRoom &operator=(const UnpackRoom &) = delete;

    /// Keeps all that `next` gives. @param title how the file is called in errors. Errors: NoSpace; those of `next`;
    /// those of serving it to helper programs.
    virtual Result<std::unique_ptr<DiskFile>> keep(const QString &title, const ReadNext &next,
                                                   const std::stop_token &stop) = 0;
};

/// How compressed files are unpacked.
struct Unpacking {
    UnpackLimits limits;
    UnpackRoom *room = nullptr; ///< null: what must be read in any order is refused
    /// Told, before the room keeps something, how many bytes that are at least, where it is known. An error ends the
    /// opening. May be empty.
    std::function<Status(qint64 bytes)> expect = {};

    /// Has the room keep a stream. @param told how many bytes it says it has. Errors: those of expect() and keep();
    /// Unsupported (no room).
    Result<std::unique_ptr<DiskFile>> keep(const QString &packed, const QString &title, std::optional<qint64> told,
                                           const ReadNext &next, const std::stop_token &stop) const;
};

/// A disk out of a compressed file, open for reading.
struct CompressedDisk {
    DiskImage image; ///< `fileSize` and `allocated` are those of the compressed file
    std::unique_ptr<BlockSource> content;
};

/// Whether a file is compressed, and how: told by its first bytes. @param start the first 16 or more, or all there are.
Packing packingOfFile(ByteView start);
/// The same of an open file. Errors: Io.
Result<Packing> packingOfFile(const DiskFile &file);

/// What kind of disk image a compressed file seems to hold, by its first bytes; nothing is verified. Errors: those of
/// StreamUnpacker; Unsupported (an archive, a format that is not read).
Result<DiskFormat> peekFormat(const DiskFile &packed, Packing packing, const std::stop_token &stop);

/// Opens the disk image that a stream out of a packed file is. The stream is read once to its end before anything of it
/// is used: so that a damaged or cut one is known before it is imported and not after, and because most formats do not
/// say how long their content is. A raw disk (or fixed VHD) is then unpacked a second time while it is read
/// (openUnpackedSource()); any other format is kept by the room in the first round, for QEMU reads in any order.
/// @param title what the image is called in errors. Errors: those of the stream, probeDisk(), openDisk(),
/// UnpackRoom::keep(); Unsupported (no room).
Result<CompressedDisk> openStreamedDisk(std::unique_ptr<DiskFile> packed, const QString &title, OpenStream open,
                                        const Unpacking &unpacking, const OpenOptions &options,
                                        const std::stop_token &stop);

/// The same of a file that is compressed as a whole.
Result<CompressedDisk> openCompressedDisk(std::unique_ptr<DiskFile> packed, Packing packing, const Unpacking &unpacking,
                                          const OpenOptions &options, const std::stop_token &stop);

} // namespace sealift
