#include "library/image_space.h"

#include "library/repository.h"
#include "library/snapshot.h"
#include "library/tree_paths.h"

#include <unordered_set>

namespace sealift {

namespace {

using Blobs = std::unordered_set<BlobId>;

/// Calls `use` for the pieces of all files below a tree; trees in `seen` are passed over, others are added to it.
template <typename Use>
Status walk(const Repository &repository, const BlobId &root, Blobs &seen, const Use &use, const std::stop_token &stop)
{
    std::vector<BlobId> waiting{root};
    while (!waiting.empty()) {
        const auto tree = waiting.back();
        waiting.pop_back();
        if (!seen.insert(tree).second)
            continue;
        const auto take = [&](const TreeNode &node) -> Status {
            for (const auto &id : node.content)
                use(id);
            if (node.subtree)
                waiting.push_back(*node.subtree);
            return {};
        };
        SEALIFT_TRY(loadTree(repository, tree, ReadContent::Yes, take, stop));
    }
    return {};
}

void add(FreedSpace &space, const BlobIndex &index, BlobType type, const Blobs &blobs)
{
    for (const auto &id : blobs) {
        if (const auto place = index.find(type, id)) {
            space.bytes += place->length;
            ++space.blobs;
        }
    }
}

} // namespace

Result<FreedSpace> spaceFreedBy(Repository &repository, const QList<SnapshotId> &removed, const std::stop_token &stop)
{
    // The list before the index: what is stored meanwhile is in the index, and not in the list.
    SEALIFT_ASSIGN(const auto list, loadSnapshots(repository.files(), stop));
    SEALIFT_ASSIGN(const auto damaged, repository.loadSoundIndex(stop));
    FreedSpace space;
    space.isExact = damaged.empty() && list.unreadable.empty();

    Blobs data;
    Blobs trees;
    for (const auto &id : removed) {
        SEALIFT_ASSIGN(const auto snapshot, loadSnapshot(repository.files(), id, stop));
        SEALIFT_TRY(walk(
            repository, snapshot.tree, trees, [&data](const BlobId &blob) { data.insert(blob); }, stop));
    }
    Blobs kept;
    for (const auto &[id, snapshot] : list.snapshots) {
        if (removed.contains(id))
            continue;
        const auto walked = walk(
            repository, snapshot.tree, kept, [&data](const BlobId &blob) { data.erase(blob); }, stop);
        if (!walked && walked.error().code() == ErrorCode::Cancelled)
            return fail(walked.error());
        space.isExact = space.isExact && walked;
    }
    for (const auto &tree : kept)
        trees.erase(tree);
    add(space, repository.index(), BlobType::Data, data);
    add(space, repository.index(), BlobType::Tree, trees);
    return space;
}

} // namespace sealift
