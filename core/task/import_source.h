#pragma once

#include "image/archive/archive_reader.h"
#include "image/archive/compressed_disk.h"
#include "image/archive/member_name.h"
#include "image/block_source.h"
#include "image/open_image.h"
#include "image/probe.h"
#include "policy/text/named_text.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <sys/types.h>

namespace sealift {

/// One disk of what is imported, looked at and open for reading.
struct ImportDisk {
    QString name; ///< of its file in the image, without suffix; empty: the image's own name
    QString
        source; ///< the name of the file that it is read from, without folders; of EC2 "snap-..." or "ami-.../snap-..."
    DiskImage image;
    std::unique_ptr<BlockSource> content;
    /// The same for whoever reads here and there in it beforehand, where `content` is for those who read all of it in
    /// order; null: `content` serves both.
    std::unique_ptr<BlockSource> preview = {};
};

/// A small file that is kept beside the disks, as it came.
struct ImportFile {
    QString name;
    QByteArray content;
};

class Repository;
class StoredImage;

/// What is imported: a disk image, an appliance with its disks, disks at EC2 (task/ec2_import_source.h), or an image of
/// another library (task/stored_image.h). Needs not the library that it goes into, so that it can be opened while
/// that is unlocked.
struct ImportSource {
    QString path;                          ///< of the file that was named; absolute, without symbolic links
    QString name;                          ///< for the image, where nobody chooses one; empty: the file's name
    QString container;                     ///< "ova", "ovf", "vbox", "gzip", "zip"...; empty: a bare disk image
    std::vector<ImportDisk> disks;         ///< at least one
    std::optional<ImportFile> description; ///< an appliance's OVF, a machine's .vbox or .vmx
    QStringList warnings;                  ///< what the user should know, in whole sentences
    QList<NamedText> names;                ///< that came with it, and will be kept or logged
    /// What was found out of an appliance, for the audit log; empty for a disk image.
    QJsonObject facts;
    std::shared_ptr<Repository> library; ///< the other library that an image is copied out of; null: it is none
    /// The image there, whose disks `disks` are, in the same order.
    std::shared_ptr<StoredImage> stored;
    QJsonObject copied; ///< which image of which library that is, for the audit log

    /// Bytes of all disks.
    qint64 size() const;
    /// The container's name, else the disk's format ("qcow2").
    QString format() const;
    std::vector<pid_t> helperProcesses() const;
    /// Ends all helper processes, and closes the other library; the first failure.
    [[nodiscard]] Status close();
};

struct ImportOpening {
    OpenOptions disks;
    ProbeOptions probing; ///< of images, and of the disks of appliances
    ArchiveLimits limits;
    Unpacking unpacking;
};

/// Looks at a disk image (probeDisk()), also a compressed one, or at an OVA, OVF, .vbox or .vmx and all its disks, and
/// opens the disks. Every file that an appliance's manifest names is verified before any disk is opened: see
/// verifyPackage(). Errors: those of all of these; they name the file. Archives - tar, zip, 7z - with an OVF or disk
/// images in them are opened likewise.
Result<ImportSource> openImportSource(const QString &path, const ImportOpening &options, const std::stop_token &stop);

struct OvfPackage;

/// Verifies a package and opens its disks. @param container as ImportSource has it.
Result<ImportSource> openPackageSource(const OvfPackage &package, const QString &container,
                                       const ImportOpening &options, const std::stop_token &stop);

} // namespace sealift
