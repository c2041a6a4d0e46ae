#include "image/ovf/ovf_package.h"

#include "base/aligned_buffer.h"
#include "base/parallel.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

/// SHA-256 keeps a core busy; more files at once only make a disk seek.
constexpr int kMostThreads = 4;
constexpr qint64 kPiece = qint64{1} << 20;

/// A file and what its digest must be.
struct Listed {
    const ManifestEntry *entry;
    std::unique_ptr<PackedFile> file;
};

Status verifyFile(const Listed &listed, const QString &package, const std::function<void(qint64)> &read,
                  const std::stop_token &stop)
{
    const auto &file = *listed.file;
    file.willRead(0, file.size());
    FileDigest digest(listed.entry->kind);
    AlignedBuffer buffer;
    for (qint64 at = 0; at < file.size();) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto piece = buffer.first(static_cast<std::size_t>(std::min(kPiece, file.size() - at)));
        SEALIFT_TRY(file.read(at, piece, QStringLiteral("its bytes")));
        digest.add(piece);
        at += static_cast<qint64>(piece.size());
        if (read)
            read(static_cast<qint64>(piece.size()));
    }
    SEALIFT_TRY(file.checkUnchanged());
    return compareDigest(*listed.entry, digest.finish(), package);
}

/// The names that a reference has in a manifest: its own, or those of its pieces.
bool isCovered(const OvfPackage &package, const OvfFile &file)
{
    const auto &entries = package.manifest.entries;
    const auto name = file.chunkSize > 0 ? file.href + QStringLiteral(".000000000") : file.href;
    return manifestEntryOf(entries, name) != nullptr ||
           manifestEntryOf(entries, QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8()))) != nullptr;
}

Status checkCoverage(const OvfPackage &package, QStringList &warnings)
{
    for (const auto &disk : package.envelope.disks) {
        const auto *file = package.envelope.file(disk.fileRef);
        if (file == nullptr || isCovered(package, *file))
            continue;
        if (package.manifest.signature)
            return fail(
                Error(
                    ErrorCode::Unsafe,
                    QStringLiteral("%1: the manifest is signed, but says nothing of %2").arg(package.path, file->href),
                    QStringLiteral("The signature is worth nothing for that file: do not trust it."))
                    .with(QStringLiteral("file"), file->href));
        warnings.append(QStringLiteral("The manifest says nothing of %1.").arg(file->href));
    }
    return {};
}

} // namespace

Result<QStringList> verifyPackage(const OvfPackage &package, const std::function<void(qint64)> &read,
                                  const std::stop_token &stop)
{
    QStringList warnings;
    if (!package.manifest.isThere())
        return warnings;
    SEALIFT_TRY(checkCoverage(package, warnings));
    std::vector<Listed> files;
    for (const auto &entry : package.manifest.entries) {
        if (entry.file == package.descriptorName) // by openOvfPackage()
            continue;
        if (!package.contains(entry.file)) {
            warnings.append(QStringLiteral("The manifest names %1, which is not there.").arg(entry.file));
            continue;
        }
        SEALIFT_ASSIGN(auto file, package.open(entry.file));
        files.push_back({&entry, std::move(file)});
    }
    const auto threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostThreads);
    SEALIFT_TRY(forEachInParallel(
        files.size(), threads,
        [&](std::size_t i, const std::stop_token &ending) { return verifyFile(files[i], package.path, read, ending); },
        stop));
    return warnings;
}

} // namespace sealift
