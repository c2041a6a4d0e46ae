#pragma once

#include "image/archive/archive_reader.h"
#include "image/machine/machine_description.h"
#include "image/ovf/ovf_envelope.h"
#include "image/ovf/ovf_manifest.h"
#include "image/ovf/package_files.h"

#include <functional>
#include <memory>
#include <optional>

namespace sealift {

/// What a package says of its own files, and who signed that.
struct PackageManifest {
    QString name; ///< of its file; empty: there is none
    QList<ManifestEntry> entries;
    std::optional<ManifestSignature> signature; ///< nothing: it is not signed

    bool isThere() const { return !name.isEmpty(); }
};

/// A virtual machine as an appliance: an OVA (a tar archive), or a folder with an OVF description in it. A folder may
/// also be a machine of VirtualBox or VMware, described by its .vbox or .vmx.
struct OvfPackage {
    QString path;    ///< of the OVA, or of the description; absolute, without symbolic links
    bool ova = true; ///< else a folder
    DescriptionKind kind = DescriptionKind::Ovf;
    qint64 size = 0; ///< bytes of the OVA, or of the description
    std::shared_ptr<PackageFiles> files;
    QString folder;         ///< of the description inside the archive; empty: at its top
    QString descriptorName; ///< "web.ovf"
    QByteArray descriptor;  ///< as it came
    OvfEnvelope envelope;
    PackageManifest manifest;
    QStringList warnings; ///< what the user should know, in whole sentences

    /// Opens a file that the description or the manifest names: relative to the description, as a URL where it is not
    /// there as it stands. Errors: NotFound; Unsafe; Unsupported (on another machine); those of PackageFiles::open().
    Result<std::unique_ptr<PackedFile>> open(const QString &href) const;
    bool contains(const QString &href) const;
};

/// What a file is, as far as appliances go, told by its first bytes.
enum class PackageKind {
    None, ///< nothing of these: a disk image, if anything
    Tar,
    Ovf,        ///< an XML document: a description, OVF or .vbox
    Vmx,        ///< a configuration of VMware
    Archive,    ///< zip or 7z
    Compressed, ///< a file that packingOfFile() knows
};

/// @param start the file's first 512 bytes, or all there are.
PackageKind packageKindOf(ByteView start);
/// The same of a file by its path; VMware's configuration is told by its name, and that it is text. Errors: those of
/// LocalFile::open(); Unsupported (a .vmcx of Hyper-V, which only Hyper-V reads).
Result<PackageKind> packageKindOf(const QString &path);

/// Reads the description, the manifest and the certificate of a package. The description's own digest and the signature
/// are verified here, those of the other files by verifyPackage(). A machine of VirtualBox or VMware has no manifest;
/// its disks lie in its folder. Source: DMTF DSP0243 2.1.1, "OVF package".
/// Errors: those of openTarFiles(), parseDescription(), settleMachineFiles(), parseManifest(),
/// verifyManifestSignature(); NotFound (no description); Unsafe (several).
Result<OvfPackage> openOvfPackage(const QString &path, const ArchiveLimits &limits, const std::stop_token &stop);

/// The same of a description among files that are open already. @param path names the whole. @param size bytes of it.
Result<OvfPackage> openOvfPackage(const QString &path, qint64 size, std::shared_ptr<PackageFiles> files);

/// The names that are OVF descriptions.
QStringList descriptionsIn(const QStringList &names);

/// Reads every file that the manifest names, and compares it: all of it before anything is done with one of them, so
/// that QEMU sees no byte, and a library gets none, of a package that is damaged; and because no reader of disks reads
/// all of their files, which digests go over. Several files at a time. Does nothing where there is no manifest.
/// @param read told the bytes that were read, on any thread; may be empty.
/// Errors: Corrupt (names the first file that differs); NotFound (a file of the description is missing); Unsafe (a
/// signed manifest leaves a disk's file out); SourceChanged; Io; Cancelled. Returns what is worth a warning.
Result<QStringList> verifyPackage(const OvfPackage &package, const std::function<void(qint64)> &read,
                                  const std::stop_token &stop);

} // namespace sealift
