#include "image/ovf/ovf_package.h"

#include "image/archive/compressed_disk.h"
#include "image/archive/tar_index.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sealift {

namespace {

constexpr std::size_t kStart = 512;
constexpr qint64 kMaxCertificate = qint64{1} << 20;

Result<QByteArray> readAll(PackageFiles &files, const QString &name, qint64 limit)
{
    SEALIFT_ASSIGN(const auto file, files.open(name));
    if (file->size() > limit)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1 has %2 bytes; more than %3 are not read for a file of its kind")
                              .arg(file->path())
                              .arg(file->size())
                              .arg(limit))
                        .with(QStringLiteral("file"), file->path()));
    return file->read(0, file->size(), QStringLiteral("the file"));
}

bool hasSuffix(const QString &name, const char *suffix)
{
    return name.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
}

QString folderOf(const QString &name)
{
    return name.section(QLatin1Char('/'), 0, -2);
}

QString inFolder(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + QLatin1Char('/') + name;
}

/// The only member that is a description.
Result<QString> descriptionIn(const PackageFiles &files, const QString &path)
{
    const auto found = descriptionsIn(files.names());
    if (found.isEmpty())
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1 is an archive without an OVF description in it").arg(path),
                          QStringLiteral("Unpack it, and name the disk image that was inside."))
                        .with(QStringLiteral("file"), path));
    if (found.size() > 1)
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1 holds several OVF descriptions: %2")
                              .arg(path, found.mid(0, 4).join(QStringLiteral(", "))),
                          QStringLiteral("Unpack it, and name the one that is meant."))
                        .with(QStringLiteral("file"), path));
    return found.first();
}

/// The file beside the description with its base name and that suffix; else the only one with the suffix; empty where
/// there is none. virt-v2v and others name manifests after the archive.
QString companion(const OvfPackage &package, const char *suffix)
{
    const auto base = package.descriptorName.chopped(4);
    QStringList others;
    for (const auto &name : package.files->names()) {
        if (folderOf(name) != package.folder || !hasSuffix(name, suffix))
            continue;
        if (name.section(QLatin1Char('/'), -1).chopped(static_cast<qsizetype>(std::strlen(suffix))) == base)
            return name;
        if (package.ova && !name.section(QLatin1Char('/'), -1).startsWith(QLatin1String("._")))
            others.append(name);
    }
    return others.size() == 1 ? others.first() : QString();
}

Status readManifest(OvfPackage &package)
{
    const auto name = companion(package, ".mf");
    if (name.isEmpty()) {
        package.warnings.append(
            QStringLiteral("There is no manifest: whether the files are complete and unchanged cannot be told."));
        return {};
    }
    const auto title = QStringLiteral("%1: %2").arg(package.path, name);
    SEALIFT_ASSIGN(const auto text, readAll(*package.files, name, kMaxManifest));
    SEALIFT_ASSIGN(package.manifest.entries, parseManifest(text, title));
    package.manifest.name = name;
    if (const auto *entry = manifestEntryOf(package.manifest.entries, package.descriptorName)) {
        FileDigest digest(entry->kind);
        digest.add(viewOf(package.descriptor));
        SEALIFT_TRY(compareDigest(*entry, digest.finish(), package.path));
    }
    const auto certificate = companion(package, ".cert");
    if (certificate.isEmpty())
        return {};
    SEALIFT_ASSIGN(const auto pem, readAll(*package.files, certificate, kMaxCertificate));
    SEALIFT_ASSIGN(package.manifest.signature,
                   verifyManifestSignature(pem, text, QStringLiteral("%1: %2").arg(package.path, certificate)));
    return {};
}

/// Reads the description of that name, and all that belongs to it. The files are there already.
Status readPackage(OvfPackage &package, const QString &name)
{
    package.warnings = package.files->warnings();
    package.folder = folderOf(name);
    package.descriptorName = name.section(QLatin1Char('/'), -1);
    SEALIFT_ASSIGN(package.descriptor, readAll(*package.files, name, kMaxOvf));
    const auto title = package.ova ? QStringLiteral("%1: %2").arg(package.path, package.descriptorName) : package.path;
    if (!package.ova)
        package.kind = descriptionKindOf(package.descriptor);
    if (package.kind == DescriptionKind::Ovf) {
        SEALIFT_ASSIGN(package.envelope, parseOvf(package.descriptor, title));
        package.warnings += package.envelope.warnings;
        return readManifest(package);
    }
    SEALIFT_ASSIGN(package.envelope, parseDescription(package.descriptor, title));
    package.warnings += package.envelope.warnings;
    return settleMachineFiles(package.envelope, QFileInfo(package.path).path(), package.path);
}

/// Where a reference leads inside the package. It may be a URL: with escapes, or to another machine.
Result<QString> nameOf(const OvfPackage &package, const QString &href)
{
    static const auto scheme = QStringLiteral("://");
    if (href.contains(scheme))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 refers to a file elsewhere: %2").arg(package.path, href.left(120)),
                          QStringLiteral("Download that file into the package's folder, and change the description."))
                        .with(QStringLiteral("file"), package.path));
    SEALIFT_ASSIGN(auto plain, safeMemberName(href.toUtf8(), package.path));
    auto name = inFolder(package.folder, plain);
    // Only in an OVF a reference is a URL.
    if (package.files->contains(name) || !href.contains(QLatin1Char('%')) || package.kind != DescriptionKind::Ovf)
        return name;
    SEALIFT_ASSIGN(plain, safeMemberName(QByteArray::fromPercentEncoding(href.toUtf8()), package.path));
    return inFolder(package.folder, plain);
}

/// Hyper-V writes its configurations in a format that it does not publish; the disks lie in a folder beside them.
Error hyperVConfiguration(const QString &path)
{
    const QDir folder = QFileInfo(path).dir();
    QStringList disks;
    for (const auto *place : {".", "../Virtual Hard Disks"}) {
        const QDir beside(folder.filePath(QLatin1String(place)));
        for (const auto &disk : beside.entryInfoList({QStringLiteral("*.vhdx"), QStringLiteral("*.vhd")}, QDir::Files))
            disks.append(QDir::cleanPath(disk.absoluteFilePath()));
    }
    constexpr qsizetype kShown = 4;
    const auto which =
        disks.isEmpty() ? QStringLiteral("its .vhdx files") : disks.mid(0, kShown).join(QStringLiteral(", "));
    return Error(ErrorCode::Unsupported,
                 QStringLiteral("%1 is a configuration of Hyper-V, which only Hyper-V can read").arg(path),
                 QStringLiteral("Import the machine's disks: %1. Processors and memory can be chosen when it is "
                                "exported.")
                     .arg(which))
        .with(QStringLiteral("file"), path);
}

} // namespace

PackageKind packageKindOf(ByteView start)
{
    if (looksLikeTar(start))
        return PackageKind::Tar;
    if (archiveKindOf(start) != ArchiveKind::None)
        return PackageKind::Archive;
    if (packingOfFile(start) != Packing::Unknown)
        return PackageKind::Compressed;
    const auto text = toByteArray(start);
    const auto begin = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const auto first = text.mid(begin).trimmed();
    if (first.startsWith("<?xml") || first.startsWith("<Envelope") || first.startsWith("<ovf:Envelope") ||
        first.startsWith("<VirtualBox"))
        return PackageKind::Ovf;
    return PackageKind::None;
}

Result<PackageKind> packageKindOf(const QString &path)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return fail(Error::fromErrno(ENOENT, QStringLiteral("cannot open %1").arg(path)));
    SEALIFT_ASSIGN(const auto file, LocalFile::open(real));
    std::array<std::byte, kStart> bytes{};
    const auto start = MutableBytes(bytes).first(std::min(kStart, static_cast<std::size_t>(file->size())));
    SEALIFT_TRY(file->read(0, start, QStringLiteral("the first sector")));
    const auto kind = packageKindOf(start);
    if (kind == PackageKind::None && hasSuffix(real, ".vmcx"))
        return fail(hyperVConfiguration(real));
    const bool isText = std::find(start.begin(), start.end(), std::byte{0}) == start.end();
    return kind == PackageKind::None && isText && hasSuffix(real, ".vmx") ? PackageKind::Vmx : kind;
}

Result<std::unique_ptr<PackedFile>> OvfPackage::open(const QString &href) const
{
    SEALIFT_ASSIGN(const auto name, nameOf(*this, href));
    return files->open(name);
}

bool OvfPackage::contains(const QString &href) const
{
    const auto name = nameOf(*this, href);
    return name && files->contains(*name);
}

Result<OvfPackage> openOvfPackage(const QString &path, const ArchiveLimits &limits, const std::stop_token &stop)
{
    OvfPackage package;
    package.path = QFileInfo(path).canonicalFilePath();
    if (package.path.isEmpty())
        return fail(Error::fromErrno(ENOENT, QStringLiteral("cannot open %1").arg(path)));
    SEALIFT_ASSIGN(const auto kind, packageKindOf(package.path));
    package.ova = kind == PackageKind::Tar;
    package.size = QFileInfo(package.path).size();
    QString name;
    if (package.ova) {
        SEALIFT_ASSIGN(package.files, openTarFiles(package.path, limits, stop));
        SEALIFT_ASSIGN(name, descriptionIn(*package.files, package.path));
    } else {
        const QFileInfo info(package.path);
        package.files = openFolderFiles(info.path());
        name = info.fileName();
    }
    SEALIFT_TRY(readPackage(package, name));
    return package;
}

Result<OvfPackage> openOvfPackage(const QString &path, qint64 size, std::shared_ptr<PackageFiles> files)
{
    OvfPackage package;
    package.path = path;
    package.size = size;
    package.files = std::move(files);
    SEALIFT_ASSIGN(const auto name, descriptionIn(*package.files, path));
    SEALIFT_TRY(readPackage(package, name));
    return package;
}

QStringList descriptionsIn(const QStringList &names)
{
    QStringList found;
    for (const auto &name : names) {
        // macOS's tar adds "._web.ovf", which holds attributes of web.ovf.
        if (hasSuffix(name, ".ovf") && !name.section(QLatin1Char('/'), -1).startsWith(QLatin1String("._")))
            found.append(name);
    }
    return found;
}

} // namespace sealift
