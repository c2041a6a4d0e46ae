#pragma once

#include "image/writers/write_options.h"
#include "image/writers/write_targets.h"
#include "library/image_catalog.h"
#include "task/export_job.h"
#include "task/seal_settings.h"
#include "task/snapshot_settings.h"
#include "task/store_settings.h"
#include "task/task_record.h"

#include <QString>
#include <QStringList>
#include <QtCrypto>

#include <chrono>
#include <optional>

namespace sealift {

/// How an export can be sealed (core/task/seal_settings.h).
enum class SealKind { Certificates, AgeRecipients, AgePassphrase, LuksPassphrase };

/// A disk at EC2 that is exported straight from there.
struct Ec2Draft {
    Ec2Settings access;
    QString id;     ///< "snap-..." or "ami-..."
    QString name;   ///< for people, and for the file
    QString device; ///< of an image's disk
};

/// Another library that the image is copied into.
struct CopyDraft {
    QString name; ///< the user's
    QString location;
    StoreSettings store;
    QStringList tags; ///< beside the image's own
};

/// What an export wizard's pages fill in, one after the other.
struct ExportDraft {
    QString libraryId;
    QString location;    ///< of the library
    StoreSettings store; ///< how it is reached
    std::optional<CatalogImage> image;
    std::optional<Ec2Draft> ec2; ///< in the place of a library and an image
    CatalogDisk disk;
    QString target; ///< name of the WriteTarget; kOtherTarget: the user chose the format
    WriteFormat format = WriteFormat::Qcow2;
    WriteOptions options;
    std::optional<OvaOptions> ova;      ///< the whole machine as an appliance instead of one disk in `format`
    std::optional<CopyDraft> toLibrary; ///< the image as it is stored, and none of what follows
    QString path;                       ///< absolute, or an object in a bucket ("s3:..."); sealed, it may get a suffix
    StoreSettings outputStore;          ///< how the bucket is reached
    bool replace = false;
    bool isPlainConfirmed = false;    ///< the user knows what an unencrypted file means
    std::optional<SealKind> sealKind; ///< nothing: it is plain
    SealSettings seal;                ///< for whom; the passphrase's name is added when the wizard is accepted
    QCA::SecureArray passphrase;
    QStringList sealedFor; ///< for people

    bool isInBucket() const;
    /// What comes straight out of EC2 cannot.
    bool canBeSealed() const { return !ec2; }
    /// Of what is exported, for people.
    QString name() const;
};

/// The name of no WriteTarget: the format by itself.
inline constexpr auto kOtherTarget = "other";

/// In the place of a target: the image goes into another library.
inline constexpr auto kLibraryTarget = "library";

/// The draft as a task for the queue. What it needs must be there: image, disk, path, confirmation or
/// seal.
TaskRecord exportTask(const ExportDraft &draft);

/// Where the export will be: a sealed file has the suffix of its seal behind that of its format.
QString sealedPath(const QString &path, SealKind kind);

/// Why what is exported cannot be sealed so; nothing: it can.
std::optional<Error> sealMisfit(const ExportDraft &draft, SealKind kind);

/// Why it cannot be written from front to back, as a bucket needs it; nothing: it can.
std::optional<Error> bucketMisfit(const ExportDraft &draft);

/// The version of OVF that appliances for a target have; nothing: it takes none.
std::optional<int> ovfVersionFor(const QString &target);

/// Bytes of what is exported: the disk, or all disks.
qint64 diskSizeToWrite(const ExportDraft &draft);

/// Those of them that are neither hole nor zero, as far as the image says.
qint64 dataToWrite(const ExportDraft &draft);

/// How long that may take: data at a rate that ordinary disks keep up with.
std::chrono::milliseconds likelyDuration(const ExportDraft &draft);

/// A name for the file: the image's, its disk's where there are several, and the format's usual suffix. Nothing in it
/// that a file system could not take.
QString suggestedFileName(const ExportDraft &draft);

} // namespace sealift
