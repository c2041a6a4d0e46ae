#include "library/image_space.h"

#include "library/image_changes.h"
#include "storage/folder_store.h"
#include "support/restic.h"
#include "support/test_library.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using test::Restic;

namespace {

constexpr qsizetype kChunk = 512 * 1024;

} // namespace

/// What removing images is said to free, and what the real restic then frees.
class TestImageSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase() { m_session.reset(); }
    void init();
    void cleanup();
    void countsWhatNothingElseUses();
    void countsSharedPiecesOnlyWhereAllGo();
    void saysWhereItCannotKnow();
    void isWhatPruningFrees();

private:
    QString library() const { return m_folder->filePath(QStringLiteral("library")); }
    qint64 packBytes() const;

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Repository> m_repository;
    SnapshotId m_alone;
    SnapshotId m_twin;
    SnapshotId m_other;
};

void TestImageSpace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_repository =
        Repository::create(std::make_unique<FolderStore>(library()), QCA::SecureArray("test"), {test::kCheapScrypt}, {})
            .value();
    m_alone = test::storeImage(*m_repository, QStringLiteral("alone"), test::noise(3 << 20, 1), kChunk);
    // Two of one family: half of each is the same.
    const auto shared = test::noise(2 << 20, 2);
    m_twin = test::storeImage(*m_repository, QStringLiteral("twin"), shared + test::noise(1 << 20, 3), kChunk);
    m_other = test::storeImage(*m_repository, QStringLiteral("other"), shared + test::noise(1 << 20, 4), kChunk);
}

void TestImageSpace::cleanup()
{
    m_repository.reset();
    m_folder.reset();
}

qint64 TestImageSpace::packBytes() const
{
    qint64 bytes = 0;
    for (QDirIterator files(library() + QStringLiteral("/data"), QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();)
        bytes += QFileInfo(files.next()).size();
    return bytes;
}

void TestImageSpace::countsWhatNothingElseUses()
{
    const auto freed = spaceFreedBy(*m_repository, {m_alone}, {}).value();
    // Noise does not compress: the data, and a little for the record and two trees.
    QVERIFY2(freed.bytes > 3 << 20 && freed.bytes < (3 << 20) + 16384, qPrintable(QString::number(freed.bytes)));
    QCOMPARE(freed.blobs, qint64{6 + 3});
    QVERIFY(freed.isExact);
    QCOMPARE(spaceFreedBy(*m_repository, {}, {}).value(), FreedSpace());
}

void TestImageSpace::countsSharedPiecesOnlyWhereAllGo()
{
    const auto one = spaceFreedBy(*m_repository, {m_twin}, {}).value();
    QVERIFY2(one.bytes > 1 << 20 && one.bytes < (1 << 20) + 16384, qPrintable(QString::number(one.bytes)));
    const auto both = spaceFreedBy(*m_repository, {m_twin, m_other}, {}).value();
    QVERIFY2(both.bytes > 4 << 20 && both.bytes < (4 << 20) + 32768, qPrintable(QString::number(both.bytes)));
}

void TestImageSpace::saysWhereItCannotKnow()
{
    const auto path = library() + QStringLiteral("/snapshots/") + m_other.hex();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("damaged") == 7);
    file.close();
    QVERIFY(!spaceFreedBy(*m_repository, {m_twin}, {}).value().isExact);
    const auto unreadable = spaceFreedBy(*m_repository, {m_other}, {});
    QVERIFY(!unreadable);
    const auto unknown = spaceFreedBy(*m_repository, {BlobId()}, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code(), ErrorCode::NotFound);
}

void TestImageSpace::isWhatPruningFrees()
{
    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    const auto said = spaceFreedBy(*m_repository, {m_alone, m_twin}, {}).value();
    const auto before = packBytes();
    test::require(removeImage(*m_repository, m_alone, {}));
    test::require(removeImage(*m_repository, m_twin, {}));
    const Restic restic(library(), "test");
    const auto pruned = restic.run({QStringLiteral("prune"), QStringLiteral("--max-unused"), QStringLiteral("0")});
    QVERIFY2(pruned.exitCode == 0, pruned.all().constData());
    const auto freed = before - packBytes();
    // Packs have a table of contents each, which is not counted.
    QVERIFY2(std::abs(freed - said.bytes) < 16384, qPrintable(QStringLiteral("%1, %2").arg(said.bytes).arg(freed)));
}

QTEST_GUILESS_MAIN(TestImageSpace)

#include "tst_image_space.moc"
