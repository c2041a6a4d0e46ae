#pragma once

#include "crypto/crypto_session.h"
#include "library/image_manifest.h"
#include "library/repository.h"
#include "library/snapshot.h"
#include "library/tree_node.h"

#include <memory>
#include <utility>
#include <vector>

namespace sealift::test {

/// scrypt at a cost that tests can pay.
inline constexpr ScryptParameters kCheapScrypt{16, 8, 1};

/// Ends the program with the error, if it is one: for what a test builds on and does not test.
void require(const Status &status);

/// A new repository in `store`, which outlives it, with the password "test". Fails the program if that cannot be.
std::unique_ptr<Repository> createTestRepository(ObjectStore &store);
/// The same one opened again, with its index.
std::unique_ptr<Repository> reopenTestRepository(ObjectStore &store);

/// Bytes that do not compress, the same for the same seed.
QByteArray noise(qsizetype size, quint32 seed);

/// Cuts `content` into blobs of `chunkSize` and stores them.
std::vector<BlobId> storeBlobs(Repository &repository, const QByteArray &content, qsizetype chunkSize);

/// Stores a tree and returns its id.
BlobId storeTree(Repository &repository, std::vector<TreeNode> nodes);

/// Stores an image of one disk, "disk.raw", as Sealift does, and writes the index.
SnapshotId storeImage(Repository &repository, const QString &name, const QByteArray &disk, qsizetype chunkSize,
                      const QDateTime &time = QDateTime::currentDateTimeUtc());

/// Stores a snapshot of files as restic does, each a path from the root and its content.
SnapshotId storeFiles(Repository &repository, const std::vector<std::pair<QString, QByteArray>> &files,
                      const QDateTime &time = QDateTime::currentDateTimeUtc());

} // namespace sealift::test
