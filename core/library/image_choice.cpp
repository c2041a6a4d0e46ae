#include "library/image_catalog.h"
#include "library/repository.h"
#include "library/tree_paths.h"

#include <algorithm>
#include <utility>

namespace sealift {

namespace {

/// A disk among several images of one snapshot.
struct Candidate {
    const CatalogImage *image;
    const CatalogDisk *disk;
};

bool isMeant(const QString &diskPath, const QString &wanted)
{
    if (wanted.isEmpty())
        return true;
    const auto absolute = wanted.startsWith(u'/') ? wanted : u'/' + wanted;
    return diskPath == absolute || (!wanted.startsWith(u'/') && diskPath.endsWith(absolute));
}

/// The snapshot meant, and the images of it.
struct Meaning {
    SnapshotId snapshot;
    std::vector<const CatalogImage *> images;
    bool byId = false;
};

std::vector<const CatalogImage *> imagesOfSnapshot(const Catalog &catalog, const SnapshotId &snapshot,
                                                   const QString &name)
{
    std::vector<const CatalogImage *> images;
    for (const auto &image : catalog.images) {
        if (image.snapshot == snapshot && (name.isEmpty() || image.name == name))
            images.push_back(&image);
    }
    return images;
}

Result<Meaning> understand(const Catalog &catalog, const QString &text)
{
    const auto latest = std::find_if(catalog.images.rbegin(), catalog.images.rend(),
                                     [&text](const CatalogImage &image) { return image.name == text; });
    if (latest != catalog.images.rend())
        return Meaning{latest->snapshot, imagesOfSnapshot(catalog, latest->snapshot, text), false};

    std::vector<SnapshotId> ids;
    for (const auto &stored : catalog.snapshots)
        ids.push_back(stored.id);
    for (const auto &bad : catalog.unreadable)
        ids.push_back(bad.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto id = findSnapshotId(ids, text);
    if (id) {
        const auto bad = std::find_if(catalog.unreadable.begin(), catalog.unreadable.end(),
                                      [&id](const auto &entry) { return entry.id == *id; });
        if (bad != catalog.unreadable.end())
            return fail(bad->error);
        return Meaning{*id, imagesOfSnapshot(catalog, *id, QString()), true};
    }
    if (id.error().code() == ErrorCode::InvalidArgument)
        return fail(std::move(id).error());
    return fail(Error(ErrorCode::NotFound,
                      QStringLiteral("there is no image named \"%1\", and no snapshot whose id begins so").arg(text),
                      QStringLiteral("See the list of images (`sealift images`).")));
}

/// Any regular file of a snapshot, as a disk.
Result<ImageChoice> chooseFile(const Repository &repository, const Catalog &catalog, const SnapshotId &snapshot,
                               const QString &path, const std::stop_token &stop)
{
    const auto stored = std::find_if(catalog.snapshots.begin(), catalog.snapshots.end(),
                                     [&snapshot](const StoredSnapshot &entry) { return entry.id == snapshot; });
    Q_ASSERT(stored != catalog.snapshots.end());
    auto file = loadFile(repository, stored->snapshot.tree, path, stop);
    if (!file)
        return fail(std::move(file).error().during(QStringLiteral("snapshot %1").arg(snapshot.shortHex())));
    ImageChoice choice;
    choice.disk = {path.startsWith(u'/') ? path : u'/' + path, file->size};
    choice.image = {snapshot,
                    path.section(u'/', -1),
                    stored->snapshot.time,
                    stored->snapshot.hostname,
                    stored->snapshot.username,
                    stored->snapshot.tags,
                    {choice.disk},
                    std::nullopt};
    return choice;
}

} // namespace

Result<ImageChoice> chooseDisk(const Repository &repository, const Catalog &catalog, const QString &text,
                               const QString &path, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto meaning, understand(catalog, text));
    std::vector<Candidate> candidates;
    QStringList paths;
    for (const auto *image : meaning.images) {
        for (const auto &disk : image->disks) {
            paths.append(disk.path);
            if (isMeant(disk.path, path))
                candidates.push_back({image, &disk});
        }
    }
    if (candidates.size() == 1)
        return ImageChoice{*candidates.front().image, *candidates.front().disk};
    if (candidates.size() > 1)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("\"%1\" holds several disks: %2").arg(text, paths.join(QStringLiteral(", "))),
                          QStringLiteral("Say which one by its path.")));
    if (!path.isEmpty() && meaning.byId)
        return chooseFile(repository, catalog, meaning.snapshot, path, stop);
    return fail(Error(ErrorCode::NotFound,
                      path.isEmpty() ? QStringLiteral("\"%1\" holds no disk").arg(text)
                                     : QStringLiteral("\"%1\" has no disk \"%2\"; there is: %3")
                                           .arg(text, path, paths.join(QStringLiteral(", "))),
                      QStringLiteral("A snapshot's other files can be chosen by its id and their path.")));
}

Result<CatalogImage> chooseImage(const Catalog &catalog, const QString &text)
{
    SEALIFT_ASSIGN(const auto meaning, understand(catalog, text));
    if (meaning.images.size() == 1)
        return *meaning.images.front();
    if (meaning.images.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("\"%1\" holds no disk").arg(text)));
    QStringList names;
    for (const auto *image : meaning.images)
        names.append(image->name);
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("\"%1\" holds several images: %2").arg(text, names.join(QStringLiteral(", "))),
                      QStringLiteral("Say which one by its name.")));
}

Result<FileContent> loadFile(const Repository &repository, const BlobId &tree, const QString &path,
                             const std::stop_token &stop)
{
    const auto parts = QStringView(path).split(u'/', Qt::SkipEmptyParts);
    const auto missing = [&path] {
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no file \"%1\"").arg(path)));
    };
    BlobId folder = tree;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        std::optional<TreeNode> found;
        // The blobs of the other files in the folder are not kept.
        const auto take = [&](TreeNode node) -> Status {
            if (isNamed(node, parts[i]))
                found = std::move(node);
            return {};
        };
        SEALIFT_TRY(loadTree(repository, folder, isLast ? ReadContent::Yes : ReadContent::No, take, stop));
        if (!found)
            return missing();
        if (!isLast) {
            if (found->type != NodeType::Dir || !found->subtree)
                return missing();
            folder = *found->subtree;
        } else if (found->type != NodeType::File) {
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a regular file").arg(path)));
        } else {
            return FileContent{static_cast<qint64>(found->size), std::move(found->content)};
        }
    }
    return missing();
}

Result<QByteArray> loadSmallFile(const Repository &repository, const FileContent &file, qint64 maxSize,
                                 const std::stop_token &stop)
{
    QByteArray bytes;
    for (const auto &id : file.content) {
        SEALIFT_ASSIGN(const auto part, repository.loadBlob(BlobType::Data, id, stop, maxSize + 1024));
        bytes.append(part);
        if (bytes.size() > maxSize)
            return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("a file has more than %1 bytes").arg(maxSize)));
    }
    if (bytes.size() != file.size)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("a file has %1 bytes instead of %2").arg(bytes.size()).arg(file.size)));
    return bytes;
}

} // namespace sealift
