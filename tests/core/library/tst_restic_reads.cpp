#include "library/check.h"
#include "library/image_catalog.h"
#include "library/tree_writer.h"

#include "storage/folder_store.h"
#include "support/restic.h"
#include "support/scratch_folder.h"
#include "support/test_library.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>

using namespace sealift;
using test::Restic;

namespace {

// Names that restic quotes in one way or another.
const QByteArrayList kOddNames{"a disk.raw",         "quote\".raw", "back\\slash.raw",
                               "line\nbreak",        "control\x01", "Gr\xc3\xbc\xc3\x9f\x65",
                               "\xff\xfe not UTF-8", "<a&b>",       "no-break\xc2\xa0space",
                               "\xf0\x9f\x90\xa7",   "apostrophe's"};

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

/// What Sealift writes, restic reads: the real one, on a real folder.
class TestResticReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void checksClean();
    void listsSnapshots();
    void listsFiles();
    void dumpsAndRestores();
    void encodesTreesAlike();
    void opensWithEveryPassword();
    void addsKeysThatWeOpen();
    void backsUpBeside();
    void prunesAndRebuilds();

private:
    Restic restic(const char *password = "test") const
    {
        return {m_folder->filePath(QStringLiteral("library")), password};
    }
    std::unique_ptr<Repository> open(const char *password = "test") const;

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<test::ScratchFolder> m_folder;
    QByteArray m_disk;
    SnapshotId m_image;
    SnapshotId m_odd;
};

std::unique_ptr<Repository> TestResticReads::open(const char *password) const
{
    auto store = std::make_unique<FolderStore>(m_folder->filePath(QStringLiteral("library")));
    auto repository = Repository::open(std::move(store), QCA::SecureArray(password), {}).value();
    test::require(repository->loadIndex({}));
    return repository;
}

void TestResticReads::initTestCase()
{
    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    qInfo("restic %s", qPrintable(Restic::version()));
    m_session = CryptoSession::start().value();
    m_folder = std::make_unique<test::ScratchFolder>();
    auto store = std::make_unique<FolderStore>(m_folder->filePath(QStringLiteral("library")));
    const auto repository =
        Repository::create(std::move(store), QCA::SecureArray("test"), {test::kCheapScrypt}, {}).value();

    m_disk = test::noise(3 << 20, 1) + QByteArray(2 << 20, '\0') + QByteArray(1'000'001, 'x');
    m_image = test::storeImage(*repository, QStringLiteral("vm 1"), m_disk, 1 << 20,
                               QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9, 120), Qt::UTC));

    const QDateTime time(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC);
    const auto blob = repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value();
    std::vector<TreeNode> nodes{newFileNode("empty", 0, {}, time)};
    for (const auto &name : kOddNames)
        nodes.push_back(newFileNode(name, 7, {blob}, time));
    const auto below = test::storeTree(*repository, nodes);
    auto snapshot = Snapshot::now();
    snapshot.time = time;
    snapshot.tree = test::storeTree(*repository, {newDirNode("odd \"names\"", below, time)});
    snapshot.paths = QStringList{QStringLiteral("/odd \"names\"")};
    snapshot.tags = QStringList{QStringLiteral("odd"), QStringLiteral("<tag>")};
    test::require(repository->flushIndex({}));
    m_odd = saveSnapshot(repository->files(), snapshot, {}).value();
}

void TestResticReads::cleanupTestCase()
{
    m_folder.reset();
    m_session.reset();
}

void TestResticReads::checksClean()
{
    const auto checked = restic().run({"check", "--read-data"});
    QVERIFY2(checked.exitCode == 0, checked.all());
    QVERIFY2(checked.output.contains("no errors were found"), checked.all());
    QVERIFY2(!checked.all().contains("additional files"), checked.all());
}

void TestResticReads::listsSnapshots()
{
    const auto listed = restic().run({"snapshots", "--json"});
    QVERIFY2(listed.exitCode == 0, listed.all());
    const auto snapshots = arrayOf(listed.output);
    QCOMPARE(snapshots.size(), 2);
    const auto image = snapshots[0].toObject();
    QCOMPARE(image.value("id").toString(), m_image.hex());
    QCOMPARE(image.value("time").toString(), QStringLiteral("2024-05-06T07:08:09.12Z"));
    QCOMPARE(image.value("paths").toArray(), QJsonArray{QStringLiteral("/vm 1")});
    QCOMPARE(image.value("tags").toArray(), QJsonArray{QStringLiteral("sealift")});
    QCOMPARE(image.value("hostname").toString(), Snapshot::now().hostname);
    QCOMPARE(snapshots[1].toObject().value("tags").toArray(),
             (QJsonArray{QStringLiteral("odd"), QStringLiteral("<tag>")}));
}

void TestResticReads::listsFiles()
{
    const auto listed = restic().run({"ls", "--json", m_image.hex()});
    QVERIFY2(listed.exitCode == 0, listed.all());
    bool found = false;
    for (const auto &line : listed.output.split('\n')) {
        const auto node = QJsonDocument::fromJson(line).object();
        if (node.value("path").toString() != QStringLiteral("/vm 1/disk.raw"))
            continue;
        found = true;
        QCOMPARE(node.value("type").toString(), QStringLiteral("file"));
        QCOMPARE(node.value("size").toInteger(), m_disk.size());
        QCOMPARE(node.value("mtime").toString(), QStringLiteral("2024-05-06T07:08:09.12Z"));
        QCOMPARE(node.value("uid").toInteger(), static_cast<qint64>(Snapshot::now().uid));
    }
    QVERIFY2(found, listed.all());
}

void TestResticReads::dumpsAndRestores()
{
    const auto dumped = restic().run({"dump", m_image.hex(), "/vm 1/disk.raw"});
    QVERIFY2(dumped.exitCode == 0, dumped.errors);
    QVERIFY(dumped.output == m_disk);

    const test::ScratchFolder target;
    for (const auto &id : {m_image, m_odd}) {
        const auto restored = restic().run({"restore", id.hex(), "--target", target.path()});
        QVERIFY2(restored.exitCode == 0, restored.all());
    }
    QFile disk(target.filePath(QStringLiteral("vm 1/disk.raw")));
    QVERIFY(disk.open(QIODevice::ReadOnly));
    QVERIFY(disk.readAll() == m_disk);
    const auto folder = target.path().toUtf8() + "/odd \"names\"/";
    for (const auto &name : kOddNames + QByteArrayList{"empty"}) {
        struct stat info {
        };
        QVERIFY2(::stat((folder + name).constData(), &info) == 0, name.toPercentEncoding());
        QCOMPARE(info.st_size, name == "empty" ? 0 : 7);
        QCOMPARE(info.st_mode & 07777U, 0600U);
        QCOMPARE(info.st_mtime, QDateTime(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC).toSecsSinceEpoch());
    }
}

void TestResticReads::encodesTreesAlike()
{
    if (!Restic::isAtLeast(15))
        QSKIP("this restic has no rewrite");
    // It decodes every tree, encodes it again, and fails for one that does not come out the same.
    const auto rewritten = restic().run({"rewrite", "--dry-run", "--exclude", "nothing-of-that-name"});
    QVERIFY2(rewritten.exitCode == 0, rewritten.all());
}

void TestResticReads::opensWithEveryPassword()
{
    const auto repository = open();
    const QByteArray second("ein zweites, längeres Passwort \xf0\x9f\x94\x91");
    const auto id = repository->keys().add(QCA::SecureArray(second), test::kCheapScrypt, {}).value();
    for (const QByteArray &password : {QByteArray("test"), second}) {
        const auto listed = restic(password.constData()).run({"key", "list", "--json"});
        QVERIFY2(listed.exitCode == 0, listed.all());
        const auto keys = arrayOf(listed.output);
        QCOMPARE(keys.size(), 2);
        for (const auto &key : keys) {
            const bool isCurrent = key.toObject().value("current").toBool();
            const bool isSecond = id.hex().startsWith(key.toObject().value("id").toString());
            QCOMPARE(isCurrent, isSecond == (password == second));
            QCOMPARE(key.toObject().value("hostName").toString(), Snapshot::now().hostname);
        }
    }
    QVERIFY(restic("wrong").run({"key", "list"}).exitCode != 0);
    QVERIFY(repository->keys().remove(id, KeyRing::AllowCurrent::No, {}));
    QVERIFY(restic(second.constData()).run({"key", "list"}).exitCode != 0);
}

void TestResticReads::addsKeysThatWeOpen()
{
    QFile file(m_folder->filePath(QStringLiteral("password")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("von restic\n");
    file.close();
    const auto added = restic().run({"key", "add", "--new-password-file", file.fileName()});
    QVERIFY2(added.exitCode == 0, added.all());
    const auto repository = open("von restic");
    QCOMPARE(repository->keys().list({}).value().size(), std::size_t{2});
    QVERIFY(repository->sealingKey().encrypt == open()->sealingKey().encrypt);
    const auto id = repository->keys().currentKey();
    QVERIFY(open()->keys().remove(id, KeyRing::AllowCurrent::No, {}));
}

void TestResticReads::backsUpBeside()
{
    QDir().mkpath(m_folder->filePath(QStringLiteral("source")));
    QFile file(m_folder->filePath(QStringLiteral("source/other.img")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto content = test::noise(5'000'000, 9);
    file.write(content);
    file.close();
    const auto stored = restic().run({"backup", "source"}, m_folder->path());
    QVERIFY2(stored.exitCode == 0, stored.all());
    const auto checked = restic().run({"check", "--read-data"});
    QVERIFY2(checked.exitCode == 0, checked.all());

    const auto repository = open();
    const auto catalog = loadCatalog(*repository, {}).value();
    const auto choice = chooseDisk(*repository, catalog, QStringLiteral("other.img"), {}, {}).value();
    const auto snapshot = loadSnapshot(repository->files(), choice.image.snapshot, {}).value();
    const auto disk = loadFile(*repository, snapshot.tree, choice.disk.path, {}).value();
    QVERIFY(loadSmallFile(*repository, disk, content.size(), {}).value() == content);
    QVERIFY(chooseDisk(*repository, catalog, QStringLiteral("vm 1"), {}, {}));
}

void TestResticReads::prunesAndRebuilds()
{
    const auto forgotten = restic().run({"forget", m_odd.hex()});
    QVERIFY2(forgotten.exitCode == 0, forgotten.all());
    const QStringList rebuild = Restic::isAtLeast(16) ? QStringList{"repair", "index", "--read-all-packs"}
                                                      : QStringList{"rebuild-index", "--read-all-packs"};
    for (const auto &command : {QStringList{"prune", "--max-unused", "0", "--repack-small"}, rebuild}) {
        auto arguments = command;
        if (!Restic::isAtLeast(14))
            arguments.removeAll(QStringLiteral("--repack-small"));
        const auto done = restic().run(arguments);
        QVERIFY2(done.exitCode == 0, done.all());
        const auto repository = open();
        CheckProgress progress;
        const auto report = checkRepository(*repository, {true, 4}, progress, {}).value();
        QVERIFY2(report.isClean(), report.isClean() ? "" : qPrintable(report.problems[0].what));
        QVERIFY(report.hints.empty());
        const auto tree = loadSnapshot(repository->files(), m_image, {}).value().tree;
        const auto disk = loadFile(*repository, tree, QStringLiteral("/vm 1/disk.raw"), {}).value();
        QVERIFY(loadSmallFile(*repository, disk, m_disk.size(), {}).value() == m_disk);
    }
}

QTEST_GUILESS_MAIN(TestResticReads)
#include "tst_restic_reads.moc"
