#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// The container formats that Sealift writes by itself.
enum class WriteFormat {
    Raw,
    Qcow2,
    Vhd,
    Vhdx,
    Vdi,
    Vmdk,
};

/// The kinds that a format has. Which format has which: WriteFormatInfo.
enum class WriteSubformat {
    Dynamic,         ///< takes room for what is allocated only
    Fixed,           ///< takes room for the whole disk; in a file, empty stretches stay holes all the same
    StreamOptimized, ///< VMDK: compressed, and readable from front to back
};

/// How the blocks of a format are compressed.
enum class WriteCompression {
    None,
    Zlib,
    Zstd,
};

/// The stable name of a format, as users and machines read it ("qcow2").
QString writeFormatName(WriteFormat format);

/// The format of that name; nothing if there is none.
std::optional<WriteFormat> writeFormatFromName(const QString &name);

/// The same of subformats ("dynamic", "fixed", "streamOptimized") and of compressions ("none", "zlib", "zstd").
QString writeSubformatName(WriteSubformat subformat);
std::optional<WriteSubformat> writeSubformatFromName(const QString &name);
QString writeCompressionName(WriteCompression compression);
std::optional<WriteCompression> writeCompressionFromName(const QString &name);

/// What may be chosen of a format; whatever is left out is the format's own choice (WriteFormatInfo).
struct WriteOptions {
    std::optional<WriteSubformat> subformat;
    std::optional<WriteCompression> compression;
    qint64 blockSize = 0; ///< bytes; 0: chosen for the disk
    qint64 alignment = 0; ///< bytes: the disk is enlarged to a multiple of it, with zeroes; 0: as the format has it

    bool operator==(const WriteOptions &) const = default;
};

/// What a format offers. The first entry of each list is what is taken where nothing is chosen.
struct WriteFormatInfo {
    WriteFormat format;
    QString title;        ///< as its makers write it ("VHDX")
    QString purpose;      ///< one line: who reads it
    QStringList suffixes; ///< of file names, lower case, without the dot; the usual one first
    QList<WriteSubformat> subformats;
    QList<WriteCompression> compressions;
    QList<qint64> blockSizes;   ///< that may be chosen, ascending; empty: there is no choice
    qint64 sizeUnit = 1;        ///< disks are enlarged to a multiple of this many bytes in any case
    qint64 largestDisk = 0;     ///< bytes; 0: no limit of the format's own
    bool canBeEnlarged = false; ///< whether WriteOptions::alignment may be used
};

/// All formats, the plain ones first. The list lives as long as the program.
const QList<WriteFormatInfo> &writeFormats();

/// One of them.
const WriteFormatInfo &writeFormatInfo(WriteFormat format);

/// The format that a file's name asks for by its suffix, in any case of letters; nothing where it asks for none.
std::optional<WriteFormat> writeFormatOfFile(const QString &path);

/// What will be taken: the chosen one, or the format's own. Nothing where the format has no kinds.
std::optional<WriteSubformat> effectiveSubformat(WriteFormat format, const WriteOptions &options);
WriteCompression effectiveCompression(WriteFormat format, const WriteOptions &options);

/// Errors: InvalidArgument, naming the option and what the format offers instead.
Status checkWriteOptions(WriteFormat format, const WriteOptions &options);

/// OK where the format can be written to a pipe with these options, that is from front to back. Errors: Unsupported,
/// saying why, and which formats can. Options must have passed checkWriteOptions().
Status checkStreamable(WriteFormat format, const WriteOptions &options);

/// Bytes that the guest sees of a disk of `size` bytes: enlarged as format and options want it. Errors: LimitExceeded
/// where the format cannot hold them, Unsupported for an empty disk in VHDX, VMDK or a fixed VHD. Options must have
/// passed checkWriteOptions().
Result<qint64> writtenDiskSize(WriteFormat format, const WriteOptions &options, qint64 size);

} // namespace sealift
