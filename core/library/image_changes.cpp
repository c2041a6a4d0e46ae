#include "library/image_changes.h"

#include "library/image_catalog.h"
#include "library/repository.h"
#include "library/repository_lock.h"
#include "library/snapshot.h"
#include "library/tree_paths.h"
#include "library/tree_writer.h"

#include <algorithm>

namespace sealift {

namespace {

/// Does it under the exclusive lock.
template <typename Change>
Status underLock(Repository &repository, const Change &change, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto lock, RepositoryLock::acquire(repository.files(), LockMode::Exclusive, {}, stop));
    SEALIFT_TRY(lock->check());
    auto changed = change();
    auto released = lock->release();
    return changed ? released : changed;
}

/// All nodes of a tree, with what they are made of.
Result<std::vector<TreeNode>> nodesOf(const Repository &repository, const BlobId &tree, const std::stop_token &stop)
{
    std::vector<TreeNode> nodes;
    SEALIFT_TRY(loadTree(
        repository, tree, ReadContent::Yes,
        [&nodes](TreeNode node) -> Status {
            nodes.push_back(std::move(node));
            return {};
        },
        stop));
    return nodes;
}

Error notOurs()
{
    return {ErrorCode::Unsupported,
            QStringLiteral("this image was stored by restic, and is named after a file: it cannot be renamed")};
}

/// Stores the folder of an image anew, with a record that has another name; its tree's id.
Result<BlobId> renamedFolder(Repository &repository, const BlobId &folder, const QString &name,
                             const std::stop_token &stop)
{
    constexpr qint64 kMaxManifest = 4LL << 20;
    SEALIFT_ASSIGN(auto nodes, nodesOf(repository, folder, stop));
    const auto record = std::find_if(nodes.begin(), nodes.end(), [](const TreeNode &node) {
        return node.type == NodeType::File && node.name == ImageManifest::kFileName;
    });
    if (record == nodes.end())
        return fail(notOurs());
    const FileContent file{static_cast<qint64>(record->size), record->content};
    SEALIFT_ASSIGN(const auto json, loadSmallFile(repository, file, kMaxManifest, stop));
    SEALIFT_ASSIGN(auto manifest, ImageManifest::parse(json, QString::fromLatin1(ImageManifest::kFileName)));
    manifest.name = name;
    const auto changed = manifest.toJson();
    SEALIFT_ASSIGN(const auto blob, repository.saveBlobNow(BlobType::Data, viewOf(changed), stop));
    *record = newFileNode(record->name, static_cast<quint64>(changed.size()), {blob}, QDateTime::currentDateTimeUtc());
    SEALIFT_ASSIGN(const auto tree, writeTree(std::move(nodes)));
    return repository.saveBlobNow(BlobType::Tree, viewOf(tree), stop);
}

/// The same of the root of its snapshot, which holds the folder and nothing else.
Result<BlobId> renamedRoot(Repository &repository, const BlobId &root, const QString &name, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto nodes, nodesOf(repository, root, stop));
    if (nodes.size() != 1 || nodes.front().type != NodeType::Dir || !nodes.front().subtree)
        return fail(notOurs());
    if (nodes.front().name == name.toUtf8())
        return root;
    SEALIFT_ASSIGN(const auto folder, renamedFolder(repository, *nodes.front().subtree, name, stop));
    nodes.front().name = name.toUtf8();
    nodes.front().subtree = folder;
    SEALIFT_ASSIGN(const auto tree, writeTree(std::move(nodes)));
    return repository.saveBlobNow(BlobType::Tree, viewOf(tree), stop);
}

} // namespace

bool isTag(const QString &tag)
{
    return !tag.trimmed().isEmpty() && !tag.contains(u',');
}

Status removeImage(Repository &repository, const SnapshotId &snapshot, const std::stop_token &stop)
{
    return underLock(
        repository, [&] { return forgetSnapshot(repository.files(), snapshot, stop); }, stop);
}

Result<SnapshotId> setImageTags(Repository &repository, const SnapshotId &snapshot, const QStringList &tags,
                                const std::stop_token &stop)
{
    const auto bad = std::find_if_not(tags.begin(), tags.end(), isTag);
    if (bad != tags.end())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a tag").arg(*bad),
                          QStringLiteral("A tag is not empty and has no comma.")));
    SnapshotId changed = snapshot;
    const auto change = [&]() -> Status {
        SEALIFT_ASSIGN(auto value, loadSnapshot(repository.files(), snapshot, stop));
        if (value.tags == tags)
            return {};
        value.tags = tags;
        if (!value.original)
            value.original = snapshot;
        SEALIFT_ASSIGN(changed, saveSnapshot(repository.files(), value, stop));
        return forgetSnapshot(repository.files(), snapshot, stop);
    };
    SEALIFT_TRY(underLock(repository, change, stop));
    return changed;
}

Result<SnapshotId> renameImage(Repository &repository, const SnapshotId &snapshot, const QString &name,
                               const std::stop_token &stop)
{
    if (!isNodeName(name.toUtf8()))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be an image's name").arg(name),
                          QStringLiteral("Choose a name without '/', other than \".\" and \"..\".")));
    if (!repository.canCompress())
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("the library at %1 has restic's repository format 1, which Sealift only reads")
                              .arg(repository.store().location()),
                          QStringLiteral("Upgrade it with `restic migrate upgrade_repo_v2`.")));
    SnapshotId changed = snapshot;
    const auto change = [&]() -> Status {
        SEALIFT_ASSIGN(auto value, loadSnapshot(repository.files(), snapshot, stop));
        SEALIFT_TRY(repository.loadIndex(stop));
        SEALIFT_ASSIGN(const auto root, renamedRoot(repository, value.tree, name, stop));
        if (root == value.tree)
            return {};
        SEALIFT_TRY(repository.flushIndex(stop));
        value.tree = root;
        value.paths = QStringList(QLatin1Char('/') + name);
        if (!value.original)
            value.original = snapshot;
        SEALIFT_ASSIGN(changed, saveSnapshot(repository.files(), value, stop));
        return forgetSnapshot(repository.files(), snapshot, stop);
    };
    SEALIFT_TRY(underLock(repository, change, stop));
    return changed;
}

} // namespace sealift
