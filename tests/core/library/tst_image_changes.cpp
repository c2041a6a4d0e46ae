#include "library/image_changes.h"

#include "library/image_catalog.h"
#include "library/repository_lock.h"
#include "storage/folder_store.h"
#include "support/restic.h"
#include "support/scratch_folder.h"
#include "support/test_library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using test::Restic;

namespace {

constexpr qsizetype kChunk = 512 * 1024;

} // namespace

/// Removing and tagging images, and what the real restic makes of the library afterwards.
class TestImageChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase() { m_session.reset(); }
    void init();
    void cleanup();
    void removesOneImageOnly();
    void removesNothingWhileOthersWork();
    void tagsAsResticDoes();
    void keepsTheFirstOriginal();
    void refusesWhatIsNoTag_data();
    void refusesWhatIsNoTag();
    void renamesWithoutCopying();
    void refusesNames_data();
    void refusesNames();
    void leavesNamesOfResticsAlone();
    void leavesALibraryThatResticPrunes();

private:
    std::vector<CatalogImage> images() { return loadCatalog(*m_repository, {}).value().images; }

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Repository> m_repository;
    SnapshotId m_first;
    SnapshotId m_second;
};

void TestImageChanges::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_repository = Repository::create(std::make_unique<FolderStore>(m_folder->filePath(QStringLiteral("library"))),
                                      QCA::SecureArray("test"), {test::kCheapScrypt}, {})
                       .value();
    m_first = test::storeImage(*m_repository, QStringLiteral("first"), test::noise(3 << 20, 1), kChunk);
    m_second = test::storeImage(*m_repository, QStringLiteral("second"), test::noise(2 << 20, 2), kChunk);
}

void TestImageChanges::cleanup()
{
    m_repository.reset();
    m_folder.reset();
}

void TestImageChanges::removesOneImageOnly()
{
    test::require(removeImage(*m_repository, m_first, {}));
    const auto left = images();
    QCOMPARE(left.size(), std::size_t{1});
    QCOMPARE(left.front().name, QStringLiteral("second"));
    const auto again = removeImage(*m_repository, m_first, {});
    QVERIFY(!again);
    QCOMPARE(again.error().code(), ErrorCode::NotFound);
    QVERIFY(m_repository->files().list(FileKind::Lock, {}).value().empty());
}

void TestImageChanges::removesNothingWhileOthersWork()
{
    const auto other = test::reopenTestRepository(m_repository->store());
    auto lock = RepositoryLock::acquire(other->files(), LockMode::Shared, {}, {}).value();
    const auto removed = removeImage(*m_repository, m_first, {});
    QVERIFY(!removed);
    QCOMPARE(removed.error().code(), ErrorCode::Locked);
    const auto tagged = setImageTags(*m_repository, m_first, {QStringLiteral("june")}, {});
    QVERIFY(!tagged);
    QCOMPARE(tagged.error().code(), ErrorCode::Locked);
    QCOMPARE(images().size(), std::size_t{2});
    test::require(lock->release());
}

void TestImageChanges::tagsAsResticDoes()
{
    const QStringList tags{QStringLiteral("june"), QStringLiteral("größe 2")};
    const auto changed = setImageTags(*m_repository, m_first, tags, {}).value();
    QVERIFY(changed != m_first);
    const auto listed = images();
    QCOMPARE(listed.size(), std::size_t{2});
    const auto found = std::find_if(listed.begin(), listed.end(),
                                    [&changed](const CatalogImage &image) { return image.snapshot == changed; });
    QVERIFY(found != listed.end());
    QCOMPARE(found->name, QStringLiteral("first"));
    QCOMPARE(found->tags, tags);
    QCOMPARE(setImageTags(*m_repository, changed, tags, {}).value(), changed);

    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    const Restic restic(m_folder->filePath(QStringLiteral("library")), "test");
    const auto seen = restic.run({QStringLiteral("snapshots"), QStringLiteral("--json"), changed.hex()});
    QVERIFY2(seen.exitCode == 0, seen.all().constData());
    const auto snapshot = QJsonDocument::fromJson(seen.output).array().first().toObject();
    QCOMPARE(snapshot.value(QStringLiteral("tags")).toArray(), QJsonArray::fromStringList(tags));
    QCOMPARE(snapshot.value(QStringLiteral("original")).toString(), m_first.hex());
}

void TestImageChanges::keepsTheFirstOriginal()
{
    const auto once = setImageTags(*m_repository, m_first, {QStringLiteral("a")}, {}).value();
    const auto twice = setImageTags(*m_repository, once, {}, {}).value();
    QCOMPARE(loadSnapshot(m_repository->files(), twice, {}).value().original, std::optional(m_first));
}

void TestImageChanges::refusesWhatIsNoTag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral("  ");
    QTest::newRow("a comma") << QStringLiteral("a,b");
}

void TestImageChanges::refusesWhatIsNoTag()
{
    QFETCH(const QString, tag);
    const auto changed = setImageTags(*m_repository, m_first, {QStringLiteral("good"), tag}, {});
    QVERIFY(!changed);
    QCOMPARE(changed.error().code(), ErrorCode::InvalidArgument);
}

void TestImageChanges::renamesWithoutCopying()
{
    const auto name = QStringLiteral("größe 2");
    auto before = images().front();
    if (before.snapshot != m_first)
        before = images().back();
    const auto changed = renameImage(*m_repository, m_first, name, {}).value();
    QVERIFY(changed != m_first);
    const auto listed = images();
    QCOMPARE(listed.size(), std::size_t{2});
    const auto found = std::find_if(listed.begin(), listed.end(),
                                    [&changed](const CatalogImage &image) { return image.snapshot == changed; });
    QVERIFY(found != listed.end());
    QCOMPARE(found->name, name);
    QCOMPARE(found->time, before.time);
    QCOMPARE(found->disks.front().path, QStringLiteral("/größe 2/disk.raw"));
    QVERIFY(found->manifest->disks == before.manifest->disks);
    const auto snapshot = loadSnapshot(m_repository->files(), changed, {}).value();
    QCOMPARE(snapshot.original, std::optional(m_first));
    QCOMPARE(snapshot.paths, QStringList{QStringLiteral("/größe 2")});
    const auto file = loadFile(*m_repository, snapshot.tree, found->disks.front().path, {}).value();
    QCOMPARE(loadSmallFile(*m_repository, file, 4 << 20, {}).value(), test::noise(3 << 20, 1));
    // The same name is no change; the next one knows the first of all.
    QCOMPARE(renameImage(*m_repository, changed, name, {}).value(), changed);
    const auto again = renameImage(*m_repository, changed, QStringLiteral("third"), {}).value();
    QCOMPARE(loadSnapshot(m_repository->files(), again, {}).value().original, std::optional(m_first));
    QVERIFY(m_repository->files().list(FileKind::Lock, {}).value().empty());

    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    const Restic restic(m_folder->filePath(QStringLiteral("library")), "test");
    const auto checked = restic.run({QStringLiteral("check"), QStringLiteral("--read-data")});
    QVERIFY2(checked.exitCode == 0, checked.all().constData());
    const auto dumped = restic.run({QStringLiteral("dump"), again.hex(), QStringLiteral("/third/disk.raw")});
    QCOMPARE(dumped.output, test::noise(3 << 20, 1));
}

void TestImageChanges::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("a folder's") << QStringLiteral("a/b");
    QTest::newRow("above") << QStringLiteral("..");
}

void TestImageChanges::refusesNames()
{
    QFETCH(const QString, name);
    const auto changed = renameImage(*m_repository, m_first, name, {});
    QVERIFY(!changed);
    QCOMPARE(changed.error().code(), ErrorCode::InvalidArgument);
}

void TestImageChanges::leavesNamesOfResticsAlone()
{
    const auto theirs = test::storeFiles(*m_repository, {{QStringLiteral("/srv/old.raw"), test::noise(1 << 20, 9)}});
    const auto changed = renameImage(*m_repository, theirs, QStringLiteral("new"), {});
    QVERIFY(!changed);
    QCOMPARE(changed.error().code(), ErrorCode::Unsupported);
    QCOMPARE(images().size(), std::size_t{3});
    QVERIFY(m_repository->files().list(FileKind::Lock, {}).value().empty());
}

void TestImageChanges::leavesALibraryThatResticPrunes()
{
    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    const auto changed = setImageTags(*m_repository, m_second, {QStringLiteral("kept")}, {}).value();
    test::require(removeImage(*m_repository, m_first, {}));
    const Restic restic(m_folder->filePath(QStringLiteral("library")), "test");
    const auto pruned = restic.run({QStringLiteral("prune"), QStringLiteral("--max-unused"), QStringLiteral("0")});
    QVERIFY2(pruned.exitCode == 0, pruned.all().constData());
    const auto checked = restic.run({QStringLiteral("check"), QStringLiteral("--read-data")});
    QVERIFY2(checked.exitCode == 0, checked.all().constData());

    const auto reopened = test::reopenTestRepository(m_repository->store());
    const auto left = loadCatalog(*reopened, {}).value().images;
    QCOMPARE(left.size(), std::size_t{1});
    QCOMPARE(left.front().snapshot, changed);
    const auto snapshot = loadSnapshot(reopened->files(), changed, {}).value();
    const auto file = loadFile(*reopened, snapshot.tree, QStringLiteral("/second/disk.raw"), {}).value();
    QCOMPARE(loadSmallFile(*reopened, file, 4 << 20, {}).value(), test::noise(2 << 20, 2));
}

QTEST_GUILESS_MAIN(TestImageChanges)

#include "tst_image_changes.moc"
