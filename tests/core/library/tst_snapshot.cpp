#include "library/snapshot.h"

#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTest>

#include <unistd.h>

using namespace sealift;
using test::MemoryStore;

namespace {

Digest idOf(int number)
{
    return sha256(viewOf(QByteArray::number(number)));
}

const QString kWhere = QStringLiteral("snapshot 4711");

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsTheDocumentedExample();
    void comesBack();
    void writesOnlyWhatIsThere();
    void knowsWhoMadeIt();
    void refuses_data();
    void refuses();
    void listsOldestFirstAndNamesTheBad();
    void findsByTheFirstDigits_data();
    void findsByTheFirstDigits();
    void namesAmbiguousIds();
    void forgets();

private:
    std::unique_ptr<CryptoSession> m_session;
    SealingKey m_key;
};

void TestSnapshot::initTestCase()
{
    m_session = CryptoSession::start().value();
    m_key = SealingKey::random();
}

void TestSnapshot::cleanupTestCase()
{
    m_key = {};
    m_session.reset();
}

// From restic's doc/design.rst, "Snapshots", with fields of later versions.
void TestSnapshot::readsTheDocumentedExample()
{
    const auto snapshot = Snapshot::parse(R"({
      "time": "2015-01-02T18:10:50.895208559+01:00",
      "tree": "2da81727b6585232894cfbb8f8bdab8d1eccd3d8f7c92bc934d62e62e618ffdf",
      "paths": ["/tmp/testdata"], "hostname": "kasimir", "username": "fd0", "uid": 1000, "gid": 100,
      "tags": ["NL", "DE"],
      "original": "251c2e5841355f743f9d4ffd3260bee765acee40a6229857e32b60446991b837",
      "summary": {"backup_start": "2024-01-01T00:00:00Z", "files_new": 5}})",
                                          kWhere)
                              .value();
    QCOMPARE(snapshot.time, QDateTime(QDate(2015, 1, 2), QTime(17, 10, 50, 895), Qt::UTC));
    QCOMPARE(snapshot.tree.shortHex(), QStringLiteral("2da81727"));
    QCOMPARE(snapshot.paths, QStringList{QStringLiteral("/tmp/testdata")});
    QCOMPARE(snapshot.hostname, QStringLiteral("kasimir"));
    QCOMPARE(snapshot.username, QStringLiteral("fd0"));
    QCOMPARE(snapshot.uid, 1000U);
    QCOMPARE(snapshot.gid, 100U);
    QCOMPARE(snapshot.tags, (QStringList{QStringLiteral("NL"), QStringLiteral("DE")}));
    QCOMPARE(snapshot.original->shortHex(), QStringLiteral("251c2e58"));
    QVERIFY(!snapshot.parent);
}

void TestSnapshot::comesBack()
{
    auto snapshot = Snapshot::now();
    snapshot.tree = idOf(1);
    snapshot.parent = idOf(2);
    snapshot.original = idOf(3);
    snapshot.paths = QStringList{QStringLiteral("/vm \"1\"")};
    snapshot.excludes = QStringList{QStringLiteral("*.tmp")};
    snapshot.tags = QStringList{QStringLiteral("sealift"), QStringLiteral("grün")};
    snapshot.uid = 0xffffffff;
    snapshot.programVersion = QStringLiteral("sealift 0.1.0");
    const auto back = Snapshot::parse(snapshot.toJson(), kWhere).value();
    QCOMPARE(back.time, snapshot.time);
    QCOMPARE(back.tree, snapshot.tree);
    QCOMPARE(back.parent, snapshot.parent);
    QCOMPARE(back.original, snapshot.original);
    QCOMPARE(back.paths, snapshot.paths);
    QCOMPARE(back.excludes, snapshot.excludes);
    QCOMPARE(back.tags, snapshot.tags);
    QCOMPARE(back.hostname, snapshot.hostname);
    QCOMPARE(back.username, snapshot.username);
    QCOMPARE(back.uid, snapshot.uid);
    QCOMPARE(back.programVersion, snapshot.programVersion);
}

void TestSnapshot::writesOnlyWhatIsThere()
{
    Snapshot snapshot;
    snapshot.time = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC);
    snapshot.tree = idOf(1);
    QCOMPARE(snapshot.toJson(),
             QByteArray(R"({"time":"2024-05-06T07:08:09Z","tree":")" + idOf(1).hex().toLatin1() + R"(","paths":[]})"));
}

void TestSnapshot::knowsWhoMadeIt()
{
    const auto snapshot = Snapshot::now();
    QVERIFY(!snapshot.hostname.isEmpty());
    QCOMPARE(snapshot.uid, static_cast<quint32>(::getuid()));
    QVERIFY(qAbs(snapshot.time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestSnapshot::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto id = idOf(1).hex().toLatin1();
    const auto with = [&id](const QByteArray &more) {
        return QByteArray("{\"time\":\"2024-05-06T07:08:09Z\",\"tree\":\"" + id + "\"" + more + "}");
    };
    QTest::newRow("no JSON") << QByteArray("x") << "JSON";
    QTest::newRow("no time") << QByteArray("{\"tree\":\"" + id + "\"}") << "time";
    QTest::newRow("no tree") << QByteArray("{\"time\":\"2024-05-06T07:08:09Z\"}") << "tree";
    QTest::newRow("null tree") << QByteArray("{\"time\":\"2024-05-06T07:08:09Z\",\"tree\":null}") << "tree";
    QTest::newRow("short tree") << QByteArray("{\"time\":\"2024-05-06T07:08:09Z\",\"tree\":\"2da8\"}") << "tree";
    QTest::newRow("paths is text") << with(",\"paths\":\"/\"") << "paths";
    QTest::newRow("tags of numbers") << with(",\"tags\":[1]") << "tags";
    QTest::newRow("negative uid") << with(",\"uid\":-1") << "uid";
    QTest::newRow("bad original") << with(",\"original\":\"x\"") << "original";
}

void TestSnapshot::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, word);
    const auto snapshot = Snapshot::parse(json, kWhere);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().code(), ErrorCode::Corrupt);
    QVERIFY2(snapshot.error().what().contains(word), qPrintable(snapshot.error().what()));
    QVERIFY(snapshot.error().what().startsWith(kWhere));
}

void TestSnapshot::listsOldestFirstAndNamesTheBad()
{
    MemoryStore store;
    const UnpackedFiles files(store, m_key, 2);
    std::vector<SnapshotId> ids;
    for (int i = 0; i < 20; ++i) {
        auto snapshot = Snapshot::now();
        snapshot.time = snapshot.time.addSecs(-i);
        snapshot.tree = idOf(i);
        ids.push_back(saveSnapshot(files, snapshot, {}).value());
    }
    store.flipBit(fileObjectName(FileKind::Snapshot, ids[5]), 20);
    const auto list = loadSnapshots(files, {}).value();
    QCOMPARE(list.snapshots.size(), std::size_t{19});
    QCOMPARE(list.unreadable.size(), std::size_t{1});
    QCOMPARE(list.unreadable[0].id, ids[5]);
    QCOMPARE(list.unreadable[0].error.code(), ErrorCode::Corrupt);
    QVERIFY(std::is_sorted(list.snapshots.begin(), list.snapshots.end(),
                           [](const auto &a, const auto &b) { return a.snapshot.time < b.snapshot.time; }));
    QCOMPARE(list.snapshots.back().id, ids[0]);
    QCOMPARE(loadSnapshot(files, ids[3], {}).value().tree, idOf(3));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(loadSnapshots(files, stop.get_token()).error().code(), ErrorCode::Cancelled);
}

void TestSnapshot::findsByTheFirstDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found"); // -1: none
    const auto hex = idOf(3).hex();
    QTest::newRow("all") << hex << 3;
    QTest::newRow("eight") << hex.left(8) << 3;
    QTest::newRow("capitals") << hex.left(10).toUpper() << 3;
    QTest::newRow("too few") << hex.left(3) << -1;
    QTest::newRow("too many") << hex + u'0' << -1;
    QTest::newRow("none of them") << QStringLiteral("0123456789") << -1;
    QTest::newRow("no digits") << QStringLiteral("debian") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestSnapshot::findsByTheFirstDigits()
{
    QFETCH(const QString, text);
    QFETCH(const int, found);
    std::vector<SnapshotId> ids;
    for (int i = 0; i < 10; ++i)
        ids.push_back(idOf(i));
    const auto id = findSnapshotId(ids, text);
    if (found >= 0)
        QCOMPARE(id.value(), idOf(found));
    else
        QCOMPARE(id.error().code(), ErrorCode::NotFound);
}

void TestSnapshot::namesAmbiguousIds()
{
    auto near = idOf(1);
    near.mutableBytes().back() ^= std::byte{1};
    const auto id = findSnapshotId({idOf(1), near, idOf(2)}, idOf(1).hex().left(12));
    QVERIFY(!id);
    QCOMPARE(id.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(id.error().what().count(idOf(1).hex().left(16)) == 2, qPrintable(id.error().what()));
}

void TestSnapshot::forgets()
{
    MemoryStore store;
    const UnpackedFiles files(store, m_key, 2);
    auto snapshot = Snapshot::now();
    const auto id = saveSnapshot(files, snapshot, {}).value();
    QCOMPARE(forgetSnapshot(files, idOf(1), {}).error().code(), ErrorCode::NotFound);
    QVERIFY(forgetSnapshot(files, id, {}));
    QVERIFY(loadSnapshots(files, {}).value().snapshots.empty());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
