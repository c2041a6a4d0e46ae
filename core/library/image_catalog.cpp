#include "library/image_catalog.h"

#include "base/parallel.h"
#include "library/disk_finder.h"
#include "library/repository.h"
#include "library/tree_paths.h"

#include <algorithm>
#include <mutex>

namespace sealift {

namespace {

// Two: the tree of a disk of several tebibytes takes some 70 MB while it is read.
constexpr int kThreads = 2;
constexpr qint64 kMaxManifest = 4LL << 20;

CatalogImage imageOf(const StoredSnapshot &stored)
{
    CatalogImage image;
    image.snapshot = stored.id;
    image.time = stored.snapshot.time;
    image.hostname = stored.snapshot.hostname;
    image.username = stored.snapshot.username;
    image.tags = stored.snapshot.tags;
    return image;
}

/// The one folder in a snapshot's root, if there is nothing else.
Result<std::optional<TreeNode>> onlyFolder(const Repository &repository, const BlobId &tree,
                                           const std::stop_token &stop)
{
    std::optional<TreeNode> only;
    std::size_t count = 0;
    SEALIFT_TRY(loadTree(
        repository, tree, ReadContent::No,
        [&](TreeNode node) -> Status {
            ++count;
            if (node.type == NodeType::Dir && node.subtree)
                only = std::move(node);
            return {};
        },
        stop));
    if (count != 1)
        only.reset();
    return only;
}

/// The regular files of a folder, without their blobs, but for the manifest.
struct ImageFolder {
    std::vector<CatalogDisk> files; ///< by name alone
    std::optional<FileContent> manifest;
};

Result<ImageFolder> readFolder(const Repository &repository, const BlobId &tree, const std::stop_token &stop)
{
    ImageFolder folder;
    SEALIFT_TRY(loadTree(
        repository, tree, ReadContent::Small,
        [&folder](TreeNode node) -> Status {
            if (node.type != NodeType::File)
                return {};
            const auto size = static_cast<qint64>(node.size);
            folder.files.push_back({displayName(node.name), size});
            if (node.name == ImageManifest::kFileName)
                folder.manifest = FileContent{size, std::move(node.content)};
            return {};
        },
        stop));
    return folder;
}

/// The image of a snapshot of Sealift's; nothing where it is another one's.
Result<std::optional<CatalogImage>> ownImage(const Repository &repository, const StoredSnapshot &stored,
                                             const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto root, onlyFolder(repository, stored.snapshot.tree, stop));
    if (!root)
        return std::optional<CatalogImage>();
    SEALIFT_ASSIGN(const auto folder, readFolder(repository, *root->subtree, stop));
    if (!folder.manifest)
        return std::optional<CatalogImage>();

    const auto where =
        QStringLiteral("%1 of snapshot %2").arg(QString::fromLatin1(ImageManifest::kFileName), stored.id.hex());
    SEALIFT_ASSIGN(const auto json, loadSmallFile(repository, *folder.manifest, kMaxManifest, stop));
    auto image = imageOf(stored);
    SEALIFT_ASSIGN(image.manifest, ImageManifest::parse(json, where));
    image.name = image.manifest->name;
    for (const auto &disk : image.manifest->disks) {
        const auto file = std::find_if(folder.files.begin(), folder.files.end(),
                                       [&disk](const CatalogDisk &candidate) { return candidate.path == disk.file; });
        if (file == folder.files.end())
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: there is no file \"%2\"").arg(where, disk.file)));
        image.disks.push_back({QStringLiteral("/%1/%2").arg(displayName(root->name), file->path), file->size});
    }
    return std::optional(std::move(image));
}

Result<std::vector<CatalogImage>> imagesOf(DiskFinder &finder, const StoredSnapshot &stored,
                                           const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto own, ownImage(finder.repository(), stored, stop));
    std::vector<CatalogImage> images;
    if (own) {
        images.push_back(*std::move(own));
        return images;
    }
    SEALIFT_ASSIGN(auto disks, finder.disksIn(stored.snapshot.tree, stop));
    for (auto &disk : disks) {
        auto image = imageOf(stored);
        image.name = disk.path.section(u'/', -1);
        image.disks.push_back(std::move(disk));
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace

Result<Catalog> loadCatalog(Repository &repository, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto list, loadSnapshots(repository.files(), stop));
    Catalog catalog;
    SEALIFT_ASSIGN(catalog.damagedIndexes, repository.loadSoundIndex(stop));
    catalog.unreadable = std::move(list.unreadable);
    catalog.snapshots = std::move(list.snapshots);
    std::vector<std::vector<CatalogImage>> found(catalog.snapshots.size());
    DiskFinder finder(repository);
    std::mutex mutex;
    const auto look = [&](std::size_t i, const std::stop_token &ending) -> Status {
        const auto &stored = catalog.snapshots[i];
        auto images = imagesOf(finder, stored, ending);
        if (images) {
            found[i] = *std::move(images);
            return {};
        }
        if (images.error().code() == ErrorCode::Cancelled)
            return fail(std::move(images).error());
        const std::lock_guard lock(mutex);
        catalog.unreadable.push_back({stored.id, std::move(images).error()});
        return {};
    };
    SEALIFT_TRY(forEachInParallel(catalog.snapshots.size(), kThreads, look, stop));
    for (auto &images : found)
        std::move(images.begin(), images.end(), std::back_inserter(catalog.images));
    return catalog;
}

} // namespace sealift
