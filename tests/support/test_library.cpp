#include "support/test_library.h"

#include "library/tree_writer.h"
#include "support/memory_store.h"

#include <QRandomGenerator>

#include <map>

namespace sealift::test {

namespace {

/// A directory while it is being put together.
struct Folder {
    std::map<QString, Folder> folders;
    std::map<QString, QByteArray> files;
};

BlobId storeFolder(Repository &repository, const Folder &folder, const QDateTime &time)
{
    std::vector<TreeNode> nodes;
    for (const auto &[name, below] : folder.folders)
        nodes.push_back(newDirNode(name.toUtf8(), storeFolder(repository, below, time), time));
    for (const auto &[name, content] : folder.files) {
        nodes.push_back(newFileNode(name.toUtf8(), static_cast<quint64>(content.size()),
                                    storeBlobs(repository, content, 1 << 20), time));
    }
    return storeTree(repository, std::move(nodes));
}

} // namespace

void require(const Status &status)
{
    if (!status)
        qFatal("%s", qPrintable(status.error().what()));
}

std::unique_ptr<Repository> createTestRepository(ObjectStore &store)
{
    return Repository::create(std::make_unique<BorrowedStore>(store), QCA::SecureArray("test"), {kCheapScrypt}, {})
        .value();
}

std::unique_ptr<Repository> reopenTestRepository(ObjectStore &store)
{
    auto repository = Repository::open(std::make_unique<BorrowedStore>(store), QCA::SecureArray("test"), {}).value();
    require(repository->loadIndex({}));
    return repository;
}

QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator generator(seed);
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    bytes.truncate(size);
    return bytes;
}

std::vector<BlobId> storeBlobs(Repository &repository, const QByteArray &content, qsizetype chunkSize)
{
    std::vector<BlobId> ids;
    for (qsizetype offset = 0; offset < content.size(); offset += chunkSize) {
        const auto chunk = content.mid(offset, chunkSize);
        ids.push_back(repository.saveBlobNow(BlobType::Data, viewOf(chunk), {}).value());
    }
    return ids;
}

BlobId storeTree(Repository &repository, std::vector<TreeNode> nodes)
{
    const auto json = writeTree(std::move(nodes)).value();
    return repository.saveBlobNow(BlobType::Tree, viewOf(json), {}).value();
}

SnapshotId storeImage(Repository &repository, const QString &name, const QByteArray &disk, qsizetype chunkSize,
                      const QDateTime &time)
{
    auto content = storeBlobs(repository, disk, chunkSize);
    ImageManifest manifest;
    manifest.name = name;
    manifest.created = time;
    manifest.program = QStringLiteral("test");
    manifest.disks.push_back({QStringLiteral("disk.raw"), name + QStringLiteral(".qcow2"), QStringLiteral("qcow2"),
                              QStringLiteral("v3"), disk.size(), disk.size(), chunkSize,
                              contentHashOf(content, disk.size())});
    const auto json = manifest.toJson();
    std::vector<TreeNode> nodes;
    nodes.push_back(newFileNode("disk.raw", static_cast<quint64>(disk.size()), std::move(content), time));
    nodes.push_back(newFileNode(ImageManifest::kFileName, static_cast<quint64>(json.size()),
                                storeBlobs(repository, json, 1 << 20), time));
    const auto folder = storeTree(repository, std::move(nodes));
    auto snapshot = Snapshot::now();
    snapshot.time = time;
    snapshot.tree = storeTree(repository, {newDirNode(name.toUtf8(), folder, time)});
    snapshot.paths = {u'/' + name};
    snapshot.tags = {QStringLiteral("sealift")};
    require(repository.flushIndex({}));
    return saveSnapshot(repository.files(), snapshot, {}).value();
}

SnapshotId storeFiles(Repository &repository, const std::vector<std::pair<QString, QByteArray>> &files,
                      const QDateTime &time)
{
    Folder root;
    for (const auto &[path, content] : files) {
        auto parts = path.split(u'/', Qt::SkipEmptyParts);
        const auto name = parts.takeLast();
        auto *folder = &root;
        for (const auto &part : parts)
            folder = &folder->folders[part];
        folder->files[name] = content;
    }
    auto snapshot = Snapshot::now();
    snapshot.time = time;
    snapshot.tree = storeFolder(repository, root, time);
    snapshot.paths = {QStringLiteral("/")};
    require(repository.flushIndex({}));
    return saveSnapshot(repository.files(), snapshot, {}).value();
}

} // namespace sealift::test
