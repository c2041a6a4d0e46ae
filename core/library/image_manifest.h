#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QDateTime>
#include <QString>

#include <span>
#include <vector>

namespace sealift {

/// What Sealift remembers of an image beside its disks: the file `sealift.json` in the image's folder. JSON, readable
/// without Sealift:
///
///   {"sealift": 1, "name": "vm1", "created": "2024-05-06T07:08:09.123Z", "program": "sealift 0.1.0",
///    "disks": [{"file": "disk.raw", "source": "vm1.qcow2", "format": "qcow2", "subformat": "v3", "virtualSize":
///    4294967296,
///               "allocated": 437256192, "chunkSize": 1048576, "contentHash": "9ab0..."}]}
///
/// Readers pass over fields that they do not know, and refuse known ones of another type. `subformat` may be missing,
/// and so may `description`, the name of an OVF, .vbox or .vmx in the same folder.
struct ImageManifest {
    static constexpr int kVersion = 1;
    /// The file's name in the image's folder.
    static constexpr const char *kFileName = "sealift.json";

    struct Disk {
        QString file;           ///< its name in the image's folder
        QString source;         ///< the name, without folders, of the file it was imported from; of EC2 its id there
        QString format;         ///< that file's container format ("qcow2")
        QString subformat;      ///< the variety of it ("streamOptimized"); empty where there is but one
        qint64 virtualSize = 0; ///< bytes of the disk
        qint64 allocated = 0;   ///< of them, bytes in chunks that are not all zero
        qint64 chunkSize = 0;   ///< bytes
        Digest contentHash;     ///< contentHashOf() the disk

        bool operator==(const Disk &) const = default;
    };

    QString name;
    QDateTime created;
    QString program;
    std::vector<Disk> disks;
    /// The name of the machine's description in the image's folder, as it came: its OVF, .vbox or .vmx. Empty: none.
    QString description;

    /// @param where names the file in errors. Errors: Corrupt, naming the field; Unsupported (a later version).
    static Result<ImageManifest> parse(const QByteArray &json, const QString &where);
    QByteArray toJson() const;

    bool operator==(const ImageManifest &) const = default;
};

/// One value for a disk's whole content: the SHA-256 of the disk's blob ids, 32 bytes each, in order, followed by the
/// size in bytes as 8 bytes, little-endian. Two disks cut with the same chunk size have the same value if, and only if,
/// they are equal.
Digest contentHashOf(std::span<const BlobId> content, qint64 size);

} // namespace sealift
