#include "library/check.h"

#include "library/index_file.h"
#include "library/pack_header.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTest>

using namespace sealift;
using test::MemoryStore;

namespace {

constexpr qsizetype kChunk = 64 * 1024;

QString allProblems(const CheckReport &report)
{
    QString text;
    for (const auto &problem : report.problems) {
        text += QStringLiteral("%1: %2\n").arg(problem.object, problem.what);
        for (const auto &file : problem.affected)
            text += QStringLiteral("   %1 %2\n").arg(file.snapshot.shortHex(), file.path);
    }
    return text;
}

bool affects(const CheckReport &report, const SnapshotId &snapshot, const QString &path)
{
    return std::any_of(report.problems.begin(), report.problems.end(), [&](const CheckProblem &problem) {
        return std::find(problem.affected.begin(), problem.affected.end(), AffectedFile{snapshot, path}) !=
               problem.affected.end();
    });
}

bool affectsAnything(const CheckReport &report, const SnapshotId &snapshot)
{
    return std::any_of(report.problems.begin(), report.problems.end(), [&](const CheckProblem &problem) {
        return std::any_of(problem.affected.begin(), problem.affected.end(),
                           [&](const AffectedFile &file) { return file.snapshot == snapshot; });
    });
}

} // namespace

/// A library of two images, of which each test damages something.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase();
    void init();
    void findsNothingWrong();
    void countsProgress();
    void damagedDataPack_data();
    void damagedDataPack();
    void damagedTreePack_data();
    void damagedTreePack();
    void damagedHeader();
    void changedBlobIsFoundByReading();
    void damagedIndex_data();
    void damagedIndex();
    void damagedSnapshot_data();
    void damagedSnapshot();
    void missingTree();
    void anotherCopyHelps();
    void indexThatLies();
    void blobOfAnotherContent();
    void fileWithoutContent();
    void badTreeDocument();
    void unreferencedPackIsAHint();
    void packListedTwiceIsAHint();
    void sharedTreesAreBlamedOnEach();
    void canBeCancelled();
    void endsWhereTheNetworkIsAway();
    void largeBlobsTakeTurns();

private:
    CheckReport check(bool readData = false)
    {
        CheckProgress progress;
        return checkRepository(*m_repository, {readData, 4}, progress, {}).value();
    }
    /// The pack that holds a blob.
    QString packOf(BlobType type, const BlobId &id) const
    {
        return packObjectName(m_repository->index().packId(m_repository->index().find(type, id)->pack));
    }
    QString dataPack() const { return packOf(BlobType::Data, sha256(viewOf(m_disk.left(kChunk)))); }
    BlobId rootTree() const { return loadSnapshot(m_repository->files(), m_first, {}).value().tree; }

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Repository> m_repository;
    QByteArray m_disk;
    SnapshotId m_first;
    SnapshotId m_second;
};

void TestCheck::cleanupTestCase()
{
    m_repository.reset();
    m_session.reset();
}

void TestCheck::init()
{
    m_repository.reset();
    m_store = std::make_unique<MemoryStore>();
    m_repository = test::createTestRepository(*m_store);
    m_disk = test::noise(5 * kChunk + 1000, 1);
    m_first = test::storeImage(*m_repository, QStringLiteral("vm1"), m_disk, kChunk);
    m_second = test::storeImage(*m_repository, QStringLiteral("vm2"), test::noise(3 * kChunk, 2), kChunk);
}

void TestCheck::findsNothingWrong()
{
    for (const bool readData : {false, true}) {
        const auto report = check(readData);
        QVERIFY2(report.isClean(), qPrintable(allProblems(report)));
        QVERIFY(report.hints.empty());
        QCOMPARE(report.snapshots, 2);
        QCOMPARE(report.packs, m_store->names(QStringLiteral("data/")).size());
        QCOMPARE(report.blobs, 6 + 3 + 2 + 4);
    }
    // Nothing at all is a good library, too.
    m_repository.reset();
    MemoryStore empty;
    const auto repository = test::createTestRepository(empty);
    CheckProgress progress;
    QVERIFY(checkRepository(*repository, {true, 1}, progress, {}).value().isClean());
}

void TestCheck::countsProgress()
{
    CheckProgress progress;
    const auto report = checkRepository(*m_repository, {true, 2}, progress, {}).value();
    QCOMPARE(progress.packsDone.load(), report.packs);
    QCOMPARE(progress.packsTotal.load(), report.packs);
    QCOMPARE(progress.bytesRead.load(), report.bytes);
    QCOMPARE(progress.bytesTotal.load(), report.bytes);
    QCOMPARE(progress.snapshotsDone.load(), 2);
    QCOMPARE(progress.snapshotsTotal.load(), 2);
}

void TestCheck::damagedDataPack_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<bool>("readData");
    QTest::addColumn<QString>("word");
    for (const bool readData : {false, true}) {
        const char *how = readData ? "read" : "not read";
        QTest::addRow("missing, %s", how) << 0 << readData << "missing";
        QTest::addRow("truncated, %s", how) << 1 << readData << "bytes instead of";
        QTest::addRow("empty, %s", how) << 2 << readData << "bytes instead of";
    }
    QTest::newRow("flipped bit, read") << 3 << true << "SHA-256";
}

void TestCheck::damagedDataPack()
{
    QFETCH(const int, damage);
    QFETCH(const bool, readData);
    QFETCH(const QString, word);
    const auto pack = dataPack();
    if (damage == 0)
        m_store->erase(pack);
    else if (damage == 1)
        m_store->truncate(pack, 1000);
    else if (damage == 2)
        m_store->truncate(pack, 0);
    else
        m_store->flipBit(pack, 1000);
    const auto report = check(readData);
    QCOMPARE(report.problems.size(), std::size_t{1});
    const auto &problem = report.problems.front();
    QCOMPARE(problem.object, QStringLiteral("pack ") + pack.section(u'/', -1));
    QVERIFY2(problem.what.contains(word), qPrintable(problem.what));
    QCOMPARE(problem.affectedCount, quint64{1});
    QCOMPARE(problem.affected.front(), (AffectedFile{m_first, QStringLiteral("/vm1/disk.raw")}));
}

void TestCheck::damagedTreePack_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<bool>("readData");
    for (const bool readData : {false, true}) {
        QTest::addRow("missing, %d", readData) << 0 << readData;
        QTest::addRow("truncated, %d", readData) << 1 << readData;
        QTest::addRow("flipped bit, %d", readData) << 2 << readData;
    }
}

void TestCheck::damagedTreePack()
{
    QFETCH(const int, damage);
    QFETCH(const bool, readData);
    const auto pack = packOf(BlobType::Tree, rootTree());
    if (damage == 0)
        m_store->erase(pack);
    else if (damage == 1)
        m_store->truncate(pack, 30);
    else
        m_store->flipBit(pack, 30);
    // Trees are read in any case.
    const auto report = check(readData);
    QVERIFY(!report.isClean());
    QVERIFY2(affects(report, m_first, QString()), qPrintable(allProblems(report)));
    QVERIFY(!affectsAnything(report, m_second));
}

void TestCheck::damagedHeader()
{
    // The blobs can still be had: the index says where they are.
    m_store->flipBit(dataPack(), -10);
    for (const bool readData : {false, true}) {
        const auto report = check(readData);
        QCOMPARE(report.problems.size(), std::size_t{1});
        QVERIFY2(report.problems[0].what.contains(QStringLiteral("authentication")),
                 qPrintable(report.problems[0].what));
        QCOMPARE(report.problems[0].affectedCount, quint64{0});
    }
}

void TestCheck::changedBlobIsFoundByReading()
{
    m_store->flipBit(dataPack(), 1000);
    QVERIFY(check(false).isClean());
    const auto report = check(true);
    QVERIFY(affects(report, m_first, QStringLiteral("/vm1/disk.raw")));
    QVERIFY(!affectsAnything(report, m_second));
}

void TestCheck::damagedIndex_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("missing") << 0;
    QTest::newRow("truncated") << 1;
    QTest::newRow("flipped bit") << 2;
}

void TestCheck::damagedIndex()
{
    QFETCH(const int, damage);
    // The index file that names vm1's blobs.
    QString name;
    for (const auto &candidate : m_store->names(QStringLiteral("index/"))) {
        const auto json = m_repository->files().load(FileKind::Index, idOfObject(candidate).value(), {}).value();
        if (json.contains(sha256(viewOf(m_disk.left(kChunk))).hex().toLatin1()))
            name = candidate;
    }
    if (damage == 0)
        m_store->erase(name);
    else if (damage == 1)
        m_store->truncate(name, 40);
    else
        m_store->flipBit(name, 40);
    const auto report = check();
    QVERIFY(!report.isClean());
    const bool isNamed = std::any_of(report.problems.begin(), report.problems.end(), [&](const CheckProblem &problem) {
        return problem.object == QStringLiteral("index ") + name.section(u'/', -1);
    });
    QCOMPARE(isNamed, damage != 0);
    QVERIFY2(affectsAnything(report, m_first), qPrintable(allProblems(report)));
    QVERIFY(!affectsAnything(report, m_second));
    QVERIFY(!report.hints.empty());
}

void TestCheck::damagedSnapshot_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("truncated") << 1;
    QTest::newRow("flipped bit") << 2;
}

void TestCheck::damagedSnapshot()
{
    QFETCH(const int, damage);
    const auto name = fileObjectName(FileKind::Snapshot, m_first);
    if (damage == 1)
        m_store->truncate(name, 40);
    else
        m_store->flipBit(name, 40);
    const auto report = check();
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems[0].object, QStringLiteral("snapshot ") + m_first.hex());
    QVERIFY(affects(report, m_first, QString()));
    QCOMPARE(report.snapshots, 2);
}

void TestCheck::missingTree()
{
    auto snapshot = Snapshot::now();
    snapshot.tree = sha256({});
    const auto id = saveSnapshot(m_repository->files(), snapshot, {}).value();
    const auto report = check();
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems[0].object, QStringLiteral("tree ") + snapshot.tree.hex());
    QVERIFY(affects(report, id, QString()));
}

void TestCheck::anotherCopyHelps()
{
    // Another client had stored the same blob.
    const auto other =
        Repository::open(std::make_unique<test::BorrowedStore>(*m_store), QCA::SecureArray("test"), {}).value();
    QVERIFY(other->saveBlobNow(BlobType::Data, viewOf(m_disk.left(kChunk)), {}));
    QVERIFY(other->flushIndex({}));
    m_store->flipBit(dataPack(), 1000);
    const auto report = check(true);
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems[0].affectedCount, quint64{0});
}

void TestCheck::indexThatLies()
{
    // Names a blob at another place of a pack that is there.
    const auto pack = idOfObject(dataPack()).value();
    const auto size = static_cast<quint32>(m_store->content(dataPack()).size());
    const auto entries =
        std::vector<PackEntry>{{BlobType::Data, sha256(viewOf(QByteArray("elsewhere"))), 10, size - 10 - 41, 0}};
    const auto document = writeIndexDocument(std::vector<PendingPack>{{pack, entries}});
    QVERIFY(m_repository->files().save(FileKind::Index, viewOf(document), {}));
    const auto report = check();
    QVERIFY(!report.isClean());
    QCOMPARE(report.problems[0].object, QStringLiteral("pack ") + pack.hex());
    QVERIFY2(report.problems[0].what.contains(QStringLiteral("do not agree")), qPrintable(report.problems[0].what));
    QVERIFY(!affectsAnything(report, m_second));
}

void TestCheck::blobOfAnotherContent()
{
    // A pack that is sealed and named properly, but for a blob whose content is not what its id says: made by a faulty
    // program.
    BlobSealer sealer(m_repository->sealingKey());
    const QByteArray plain("not the first chunk of the disk");
    auto pack = sealer.sealed(viewOf(plain)).value();
    const auto wanted = sha256(viewOf(QByteArray("something else")));
    const std::vector<PackEntry> entries{{BlobType::Data, wanted, 0, static_cast<quint32>(pack.size()), 0}};
    pack.append(sealPackHeader(entries, sealer).value());
    const auto id = sha256(viewOf(pack));
    m_store->setContent(packObjectName(id), pack);
    const auto document = writeIndexDocument(std::vector<PendingPack>{{id, entries}});
    QVERIFY(m_repository->files().save(FileKind::Index, viewOf(document), {}));
    QVERIFY(check(false).isClean());
    const auto report = check(true);
    QCOMPARE(report.problems.size(), std::size_t{1});
    QVERIFY2(report.problems[0].what.contains(QStringLiteral("1 of its 1 blobs")), qPrintable(report.problems[0].what));
}

void TestCheck::fileWithoutContent()
{
    auto snapshot = Snapshot::now();
    const QByteArray tree(
        R"({"nodes":[{"name":"a","type":"file","size":5,"content":null},{"name":"b","type":"dir"}]})");
    snapshot.tree = m_repository->saveBlobNow(BlobType::Tree, viewOf(tree), {}).value();
    QVERIFY(m_repository->flushIndex({}));
    const auto id = saveSnapshot(m_repository->files(), snapshot, {}).value();
    const auto report = check();
    QCOMPARE(report.problems.size(), std::size_t{2});
    QVERIFY(affects(report, id, QStringLiteral("/a")));
    QVERIFY(affects(report, id, QStringLiteral("/b")));
}

void TestCheck::badTreeDocument()
{
    auto snapshot = Snapshot::now();
    snapshot.tree = m_repository->saveBlobNow(BlobType::Tree, viewOf(QByteArray("{\"nodes\":[")), {}).value();
    QVERIFY(m_repository->flushIndex({}));
    const auto id = saveSnapshot(m_repository->files(), snapshot, {}).value();
    const auto report = check();
    QCOMPARE(report.problems.size(), std::size_t{1});
    QVERIFY(affects(report, id, QString()));
}

void TestCheck::unreferencedPackIsAHint()
{
    const auto killed = test::reopenTestRepository(*m_store);
    QVERIFY(killed->saveBlobNow(BlobType::Data, viewOf(QByteArray("left behind")), {}));
    const auto report = check(true);
    QVERIFY(report.isClean());
    QCOMPARE(report.hints.size(), std::size_t{1});
    QVERIFY(report.hints[0].what.contains(QStringLiteral("no index names it")));
}

void TestCheck::packListedTwiceIsAHint()
{
    const auto pack = idOfObject(dataPack()).value();
    BlobSealer sealer(m_repository->sealingKey());
    const auto entries = readPackHeader(*m_store, pack, m_store->content(dataPack()).size(), sealer, {}).value();
    const auto document = writeIndexDocument(std::vector<PendingPack>{{pack, entries}});
    QVERIFY(m_repository->files().save(FileKind::Index, viewOf(document), {}));
    const auto report = check(true);
    QVERIFY2(report.isClean(), qPrintable(allProblems(report)));
    QCOMPARE(report.hints.size(), std::size_t{1});
    QVERIFY(report.hints[0].what.contains(QStringLiteral("2 times")));
}

void TestCheck::sharedTreesAreBlamedOnEach()
{
    auto again = loadSnapshot(m_repository->files(), m_first, {}).value();
    again.tags.append(QStringLiteral("again"));
    const auto twin = saveSnapshot(m_repository->files(), again, {}).value();
    m_store->erase(dataPack());
    const auto report = check();
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems[0].affectedCount, quint64{2});
    QVERIFY(affects(report, m_first, QStringLiteral("/vm1/disk.raw")));
    QVERIFY(affects(report, twin, QStringLiteral("/vm1/disk.raw")));
}

void TestCheck::canBeCancelled()
{
    std::stop_source stop;
    m_store->beforeList = [&stop](const QString &prefix) {
        if (prefix == QStringLiteral("data/"))
            stop.request_stop();
    };
    CheckProgress progress;
    const auto report = checkRepository(*m_repository, {true, 4}, progress, stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), ErrorCode::Cancelled);
}

void TestCheck::endsWhereTheNetworkIsAway()
{
    class Away : public test::BorrowedStore
    {
    public:
        using BorrowedStore::BorrowedStore;
        bool isAway = false;
        Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override
        {
            if (isAway)
                return fail(Error(ErrorCode::Network, QStringLiteral("no route to host")));
            return BorrowedStore::read(name, offset, out, std::move(stop));
        }
    };
    auto away = std::make_unique<Away>(*m_store);
    auto *switched = away.get();
    const auto repository = Repository::open(std::move(away), QCA::SecureArray("test"), {}).value();
    switched->isAway = true;
    CheckProgress progress;
    const auto report = checkRepository(*repository, {true, 4}, progress, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code(), ErrorCode::Network);
}

void TestCheck::largeBlobsTakeTurns()
{
    // Larger than what every thread may take at once.
    for (quint32 i = 0; i < 4; ++i) {
        const QByteArray plain(30 << 20, static_cast<char>('a' + i));
        QVERIFY(m_repository->saveBlobNow(BlobType::Data, viewOf(plain), {}));
    }
    QVERIFY(m_repository->flushIndex({}));
    const auto report = check(true);
    QVERIFY2(report.isClean(), qPrintable(allProblems(report)));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
