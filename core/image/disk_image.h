#pragma once

#include "image/file_identity.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// The container formats that Sealift reads.
enum class DiskFormat {
    Raw,
    Qcow2,
    Vmdk,
    Vhd,
    Vhdx,
    Vdi,
};

/// The stable name of a format, as users and machines read it ("qcow2").
QString diskFormatName(DiskFormat format);

/// The format of that name; nothing if there is none.
std::optional<DiskFormat> diskFormatFromName(const QString &name);

/// How a disk is divided, told from its first sectors; for information only.
enum class PartitionTable { None, Mbr, Gpt };

QString partitionTableName(PartitionTable table);

/// One file of an image. Its identity is what the probe looked at; whoever opens it later compares.
struct ImageFile {
    QString path; ///< absolute, without symbolic links
    FileIdentity identity;
};

/// One stretch of a VMDK disk that lies in a file of its own.
struct VmdkExtent {
    enum class Kind { Flat, Sparse };

    Kind kind = Kind::Flat;
    qsizetype file = 0;    ///< index into DiskImage::files
    qint64 length = 0;     ///< bytes of the disk
    qint64 fileOffset = 0; ///< where a flat extent's bytes begin in its file
};

/// What becomes of an image that is only the difference to another one, its parent.
enum class Parents {
    Refuse,
    Follow, ///< read together with it, where it lies in the same folder
};

/// What an image says of its parent.
struct ParentReference {
    QByteArray name;                  ///< as it is written there
    std::optional<DiskFormat> format; ///< as it is written there, or goes without saying; nothing: not known
    QByteArray contentId;             ///< that the parent must have (VMDK); empty: none
};

/// An image of which another one is but the difference.
struct ParentImage {
    DiskFormat format = DiskFormat::Raw;
    qsizetype firstFile = 0;       ///< index of its main file in DiskImage::files
    QList<VmdkExtent> vmdkExtents; ///< as DiskImage has them
    QByteArray contentId;          ///< likewise
    QByteArray parentId;           ///< `contentId` of its own parent; empty: it has none
};

/// What the probe found out about a disk image. A plain value: it holds no open file.
struct DiskImage {
    QString path; ///< absolute, without symbolic links
    DiskFormat format = DiskFormat::Raw;
    QString subformat;      ///< "streamOptimized", "fixed"...; empty where the format has only one
    QString version;        ///< of the format, as it counts them; empty for raw
    qint64 virtualSize = 0; ///< bytes of the disk inside, exactly
    qint64 fileSize = 0;    ///< bytes of all files together
    qint64 allocated = 0;   ///< bytes that all files together take on their file system
    qint64 clusterSize = 0; ///< bytes of the format's unit (cluster, grain, block); 0 where it has none
    QString creator;        ///< the program that made it, where the format says so
    /// All files that the image consists of, `path` first. Every one is a regular file (or `path` a block device) in
    /// the folder of `path`.
    QList<ImageFile> files;
    QList<VmdkExtent> vmdkExtents; ///< of a VMDK whose descriptor is a file of its own
    /// Where it is only a difference, and parents are followed: what it says of its parent, and all of them, the
    /// nearest first. Their files are among `files`, behind its own.
    std::optional<ParentReference> parent;
    QList<ParentImage> parents;
    QByteArray contentId; ///< of a VMDK: its CID, in hexadecimal digits, small ones without leading zeroes

    bool dirty = false;      ///< was not closed properly; still readable
    bool corrupt = false;    ///< its format's own mark of damage is set; openDisk() refuses it
    bool compressed = false; ///< the format's compression is in use, as far as the header tells
    int internalSnapshots = 0;
    QStringList unknownFeatures;                  ///< compatible ones, which the format allows a reader to ignore
    QStringList warnings;                         ///< what the user should know, in whole sentences
    std::optional<PartitionTable> partitionTable; ///< where the disk's first bytes are readable without a helper
};

} // namespace sealift
