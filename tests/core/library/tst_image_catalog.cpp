#include "library/image_catalog.h"

#include "library/disk_finder.h"
#include "library/tree_writer.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealift;
using test::MemoryStore;

namespace {

constexpr qsizetype kChunk = 64 * 1024;

QStringList namesOf(const Catalog &catalog)
{
    QStringList names;
    for (const auto &image : catalog.images)
        names.append(image.name);
    return names;
}

QDateTime hour(int number)
{
    return {QDate(2024, 5, 6), QTime(number, 0), Qt::UTC};
}

} // namespace

class TestImageCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase();
    void init();
    void manifestComesBack();
    void refusesBadManifests_data();
    void refusesBadManifests();
    void hashesContent();
    void listsOwnImages();
    void listsOthersByTheRule_data();
    void listsOthersByTheRule();
    void listsTheGoodBesideTheBad();
    void findsWhatSoundIndexesName();
    void choosesByName();
    void choosesById();
    void choosesByPath_data();
    void choosesByPath();
    void choosesAnyFileById();
    void refusesWhatIsNotClear_data();
    void refusesWhatIsNotClear();
    void loadsFiles();
    void findsOddNames();

private:
    Catalog load() { return loadCatalog(*m_repository, {}).value(); }
    Result<ImageChoice> choose(const QString &text, const QString &path = {})
    {
        return chooseDisk(*m_repository, load(), text, path, {});
    }

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Repository> m_repository;
};

void TestImageCatalog::cleanupTestCase()
{
    m_repository.reset();
    m_session.reset();
}

void TestImageCatalog::init()
{
    m_repository.reset();
    m_store = std::make_unique<MemoryStore>();
    m_repository = test::createTestRepository(*m_store);
}

void TestImageCatalog::manifestComesBack()
{
    ImageManifest manifest;
    manifest.name = QStringLiteral("vm1");
    manifest.created = hour(7).addMSecs(123);
    manifest.program = QStringLiteral("sealift 0.1.0");
    manifest.description = QStringLiteral("vm1.ovf");
    manifest.disks.push_back({QStringLiteral("disk.raw"), QStringLiteral("vm1.vmdk"), QStringLiteral("vmdk"),
                              QStringLiteral("streamOptimized"), qint64{1} << 42, 437256192, 8 << 20, sha256({})});
    manifest.disks.push_back({QStringLiteral("disk2.raw"), QStringLiteral("b.raw"), QStringLiteral("raw"), QString(), 0,
                              0, 1 << 20, sha256({})});
    const auto json = manifest.toJson();
    const auto back = ImageManifest::parse(json, QStringLiteral("sealift.json")).value();
    QVERIFY(back == manifest);
    QVERIFY(!json.contains("\"subformat\": \"\""));
    // A later program may add fields.
    auto object = QJsonDocument::fromJson(json).object();
    object.insert(QStringLiteral("bootMode"), QStringLiteral("uefi"));
    QVERIFY(ImageManifest::parse(QJsonDocument(object).toJson(), QStringLiteral("x")).value() == manifest);
}

void TestImageCatalog::refusesBadManifests_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const QByteArray disk = R"({"file":"disk.raw","source":"a.raw","format":"raw","virtualSize":5,"allocated":5,)"
                            R"("chunkSize":1048576,"contentHash":")" +
                            sha256({}).hex().toLatin1() + R"("})";
    const QByteArray good =
        R"({"sealift":1,"name":"vm1","created":"2024-05-06T07:08:09Z","program":"x","disks":[)" + disk + "]}";
    const auto with = [&good](const QByteArray &from, const QByteArray &to) {
        return QByteArray(good).replace(from, to);
    };
    QTest::newRow("no JSON") << QByteArray("x") << ErrorCode::Corrupt << "JSON";
    QTest::newRow("later version") << with("\"sealift\":1", "\"sealift\":2") << ErrorCode::Unsupported << "version 2";
    QTest::newRow("no version") << with("\"sealift\":1,", "") << ErrorCode::Corrupt << "\"sealift\"";
    QTest::newRow("name is a number") << with("\"vm1\"", "5") << ErrorCode::Corrupt << "\"name\"";
    QTest::newRow("disks is an object") << with("[" + disk + "]", "{}") << ErrorCode::Corrupt << "\"disks\"";
    QTest::newRow("a disk is text") << with(disk, "\"disk.raw\"") << ErrorCode::Corrupt << "disks[0]";
    QTest::newRow("negative size") << with("\"virtualSize\":5", "\"virtualSize\":-5") << ErrorCode::Corrupt
                                   << "virtualSize";
    QTest::newRow("size is text") << with("\"virtualSize\":5", "\"virtualSize\":\"5\"") << ErrorCode::Corrupt
                                  << "virtualSize";
    QTest::newRow("short hash") << with("\"contentHash\":\"e3b0", "\"contentHash\":\"") << ErrorCode::Corrupt
                                << "contentHash";
}

void TestImageCatalog::refusesBadManifests()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto manifest = ImageManifest::parse(json, QStringLiteral("sealift.json of 4711"));
    QVERIFY(!manifest);
    QCOMPARE(manifest.error().code(), code);
    QVERIFY2(manifest.error().what().contains(word), qPrintable(manifest.error().what()));
}

void TestImageCatalog::hashesContent()
{
    const auto a = sha256(viewOf(QByteArray("a")));
    const auto b = sha256(viewOf(QByteArray("b")));
    const QByteArray bytes = toByteArray(a.bytes()) + toByteArray(b.bytes()) + QByteArray("\x05\0\0\0\0\0\0\0", 8);
    QCOMPARE(contentHashOf(std::vector{a, b}, 5), sha256(viewOf(bytes)));
    QVERIFY(contentHashOf(std::vector{b, a}, 5) != contentHashOf(std::vector{a, b}, 5));
    QVERIFY(contentHashOf(std::vector{a, b}, 6) != contentHashOf(std::vector{a, b}, 5));
}

void TestImageCatalog::listsOwnImages()
{
    QVERIFY(load().images.empty());
    const auto disk = test::noise(3 * kChunk + 5, 1);
    const auto late = test::storeImage(*m_repository, QStringLiteral("vm1"), disk, kChunk, hour(9));
    const auto early = test::storeImage(*m_repository, QStringLiteral("vm2"), disk, kChunk, hour(8));
    const auto catalog = load();
    QCOMPARE(namesOf(catalog), (QStringList{QStringLiteral("vm2"), QStringLiteral("vm1")}));
    QCOMPARE(catalog.images[0].snapshot, early);
    const auto &image = catalog.images[1];
    QCOMPARE(image.snapshot, late);
    QCOMPARE(image.time, hour(9));
    QCOMPARE(image.tags, QStringList{QStringLiteral("sealift")});
    QVERIFY(!image.hostname.isEmpty());
    QCOMPARE(image.disks.size(), std::size_t{1});
    QCOMPARE(image.disks[0].path, QStringLiteral("/vm1/disk.raw"));
    QCOMPARE(image.disks[0].size, disk.size());
    QVERIFY(image.manifest);
    QCOMPARE(image.manifest->disks[0].format, QStringLiteral("qcow2"));
    QVERIFY(catalog.unreadable.empty());
}

void TestImageCatalog::listsOthersByTheRule_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("disks");
    QTest::newRow("nothing") << QStringList() << QStringList();
    QTest::newRow("one file of any name") << QStringList{"/srv/data"} << QStringList{"/srv/data"};
    QTest::newRow("two files of any name") << QStringList{"/srv/data", "/srv/more"} << QStringList();
    QTest::newRow("disks among files") << QStringList{"/srv/a.raw", "/srv/b.txt", "/c.QCOW2"}
                                       << QStringList{"/c.QCOW2", "/srv/a.raw"};
    QTest::newRow("every ending") << QStringList{"/a.raw",  "/a.img", "/a.dd",   "/a.bin", "/a.iso",  "/a.qcow2",
                                                 "/a.vmdk", "/a.vhd", "/a.vhdx", "/a.vdi", "/a.rawx", "/raw"}
                                  << QStringList{"/a.bin", "/a.dd",  "/a.img", "/a.iso",  "/a.qcow2",
                                                 "/a.raw", "/a.vdi", "/a.vhd", "/a.vhdx", "/a.vmdk"};
    QTest::newRow("deep below") << QStringList{"/1/2/3/4/5/6/7/8/disk.img"} << QStringList{"/1/2/3/4/5/6/7/8/disk.img"};
    QTest::newRow("a manifest deeper than Sealift's")
        << QStringList{"/srv/vm1/disk.raw", "/srv/vm1/sealift.json"} << QStringList{"/srv/vm1/disk.raw"};
}

void TestImageCatalog::listsOthersByTheRule()
{
    QFETCH(const QStringList, files);
    QFETCH(const QStringList, disks);
    std::vector<std::pair<QString, QByteArray>> contents;
    for (const auto &file : files)
        contents.emplace_back(file, file.toUtf8());
    const auto snapshot = test::storeFiles(*m_repository, contents);
    const auto catalog = load();
    QStringList found;
    for (const auto &image : catalog.images) {
        QCOMPARE(image.snapshot, snapshot);
        QCOMPARE(image.disks.size(), std::size_t{1});
        QCOMPARE(image.name, image.disks[0].path.section(u'/', -1));
        QCOMPARE(image.disks[0].size, image.disks[0].path.size());
        QVERIFY(!image.manifest);
        found.append(image.disks[0].path);
    }
    QCOMPARE(found, disks);
    QCOMPARE(catalog.snapshots.size(), std::size_t{1});
    QVERIFY(catalog.unreadable.empty());
}

void TestImageCatalog::listsTheGoodBesideTheBad()
{
    test::storeImage(*m_repository, QStringLiteral("good"), test::noise(1000, 1), kChunk);
    const auto badFile = test::storeImage(*m_repository, QStringLiteral("bad1"), test::noise(1000, 2), kChunk);
    m_store->flipBit(fileObjectName(FileKind::Snapshot, badFile), 30);
    auto snapshot = Snapshot::now();
    snapshot.tree = sha256({});
    const auto noTree = saveSnapshot(m_repository->files(), snapshot, {}).value();
    // One whose manifest names a disk that is not there.
    const QByteArray json =
        R"({"sealift":1,"name":"bad3","created":"2024-05-06T07:08:09Z","program":"x","disks":[)"
        R"({"file":"disk.raw","source":"a","format":"raw","virtualSize":5,"allocated":5,"chunkSize":5,)"
        R"("contentHash":")" +
        sha256({}).hex().toLatin1() + R"("}]})";
    const auto noDisk = test::storeFiles(*m_repository, {{QStringLiteral("/bad3/sealift.json"), json}});

    const auto catalog = load();
    QCOMPARE(namesOf(catalog), QStringList{QStringLiteral("good")});
    QCOMPARE(catalog.unreadable.size(), std::size_t{3});
    for (const auto &id : {badFile, noTree, noDisk}) {
        QVERIFY(std::any_of(catalog.unreadable.begin(), catalog.unreadable.end(),
                            [&id](const auto &bad) { return bad.id == id; }));
        // Whoever asks for it hears why.
        QVERIFY(!chooseDisk(*m_repository, catalog, id.hex(), {}, {}));
    }
    QCOMPARE(chooseDisk(*m_repository, catalog, badFile.hex(), {}, {}).error().code(), ErrorCode::Corrupt);
}

void TestImageCatalog::findsWhatSoundIndexesName()
{
    test::storeImage(*m_repository, QStringLiteral("good"), test::noise(1000, 1), kChunk);
    const auto before = m_repository->files().list(FileKind::Index, {}).value();
    const auto hurt = test::storeImage(*m_repository, QStringLiteral("hurt"), test::noise(1000, 2), kChunk);
    const auto after = m_repository->files().list(FileKind::Index, {}).value();
    for (const auto &id : after) {
        if (std::find(before.begin(), before.end(), id) == before.end())
            m_store->flipBit(fileObjectName(FileKind::Index, id), 40);
    }
    const auto reopened =
        Repository::open(std::make_unique<test::BorrowedStore>(*m_store), QCA::SecureArray("test"), {}).value();
    QVERIFY(!reopened->loadIndex({}));
    const auto catalog = loadCatalog(*reopened, {}).value();
    QVERIFY(!catalog.damagedIndexes.empty());
    QCOMPARE(catalog.damagedIndexes.front().code(), ErrorCode::Corrupt);
    QCOMPARE(namesOf(catalog), QStringList{QStringLiteral("good")});
    QCOMPARE(catalog.unreadable.size(), std::size_t{1});
    QCOMPARE(catalog.unreadable.front().id, hurt);
}

void TestImageCatalog::choosesByName()
{
    test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(1000, 1), kChunk, hour(7));
    const auto latest = test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(2000, 2), kChunk, hour(9));
    test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(3000, 3), kChunk, hour(8));
    const auto choice = choose(QStringLiteral("vm1")).value();
    QCOMPARE(choice.image.snapshot, latest);
    QCOMPARE(choice.disk.path, QStringLiteral("/vm1/disk.raw"));
    QCOMPARE(choice.disk.size, 2000);
    // A name that looks like an id is a name.
    const auto odd = test::storeImage(*m_repository, latest.hex().left(8), test::noise(4000, 4), kChunk, hour(6));
    QCOMPARE(choose(latest.hex().left(8)).value().image.snapshot, odd);
    QCOMPARE(choose(latest.hex()).value().image.snapshot, latest);
}

void TestImageCatalog::choosesById()
{
    const auto old = test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(1000, 1), kChunk, hour(7));
    test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(2000, 2), kChunk, hour(9));
    for (const qsizetype digits : {8, 16, 64})
        QCOMPARE(choose(old.hex().left(digits)).value().image.snapshot, old);
}

void TestImageCatalog::choosesByPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("whole path") << "/a/disk.img"
                                << "/a/disk.img";
    QTest::newRow("without the root") << "b/disk.img"
                                      << "/b/disk.img";
    QTest::newRow("its end") << "other.img"
                             << "/b/other.img";
}

void TestImageCatalog::choosesByPath()
{
    QFETCH(const QString, path);
    QFETCH(const QString, chosen);
    const auto id = test::storeFiles(*m_repository, {{QStringLiteral("/a/disk.img"), "1"},
                                                     {QStringLiteral("/b/disk.img"), "2"},
                                                     {QStringLiteral("/b/other.img"), "3"}});
    QCOMPARE(choose(id.hex(), path).value().disk.path, chosen);
    if (chosen.endsWith(QStringLiteral("disk.img"))) {
        const auto byName = choose(QStringLiteral("disk.img"), path).value();
        QCOMPARE(byName.disk.path, chosen);
    }
}

void TestImageCatalog::choosesAnyFileById()
{
    const auto id =
        test::storeFiles(*m_repository, {{QStringLiteral("/a/one"), "1"}, {QStringLiteral("/a/two"), "22"}});
    const auto choice = choose(id.hex(), QStringLiteral("a/two")).value();
    QCOMPARE(choice.disk.path, QStringLiteral("/a/two"));
    QCOMPARE(choice.disk.size, 2);
    QCOMPARE(choice.image.name, QStringLiteral("two"));
    QCOMPARE(choice.image.snapshot, id);
}

void TestImageCatalog::refusesWhatIsNotClear_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such name") << "vm2"
                                  << "" << ErrorCode::NotFound << "vm2";
    QTest::newRow("no such id") << "0123456789abcdef"
                                << "" << ErrorCode::NotFound << "0123456789abcdef";
    QTest::newRow("empty") << ""
                           << "" << ErrorCode::NotFound << "no image";
    QTest::newRow("several of the name") << "disk.img"
                                         << "" << ErrorCode::InvalidArgument << "/b/disk.img";
    QTest::newRow("several by id") << "@"
                                   << "" << ErrorCode::InvalidArgument << "/b/other.img";
    QTest::newRow("no such path") << "disk.img"
                                  << "/c" << ErrorCode::NotFound << "/c";
    QTest::newRow("no such path, by id") << "@"
                                         << "/c" << ErrorCode::NotFound << "/c";
    QTest::newRow("a folder") << "@"
                              << "/a" << ErrorCode::InvalidArgument << "not a regular file";
}

void TestImageCatalog::refusesWhatIsNotClear()
{
    QFETCH(QString, text);
    QFETCH(const QString, path);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto id = test::storeFiles(*m_repository, {{QStringLiteral("/a/disk.img"), "1"},
                                                     {QStringLiteral("/b/disk.img"), "2"},
                                                     {QStringLiteral("/b/other.img"), "3"}});
    if (text == QStringLiteral("@"))
        text = id.hex();
    const auto choice = choose(text, path);
    QVERIFY(!choice);
    QCOMPARE(choice.error().code(), code);
    QVERIFY2(choice.error().what().contains(word), qPrintable(choice.error().what()));
}

void TestImageCatalog::loadsFiles()
{
    const auto disk = test::noise(3 * kChunk + 5, 1);
    const auto id = test::storeImage(*m_repository, QStringLiteral("vm1"), disk, kChunk);
    const auto tree = loadSnapshot(m_repository->files(), id, {}).value().tree;
    const auto file = loadFile(*m_repository, tree, QStringLiteral("/vm1/disk.raw"), {}).value();
    QCOMPARE(file.size, disk.size());
    QCOMPARE(file.content.size(), std::size_t{4});
    QCOMPARE(loadSmallFile(*m_repository, file, disk.size(), {}).value(), disk);
    QCOMPARE(loadSmallFile(*m_repository, file, disk.size() - 1, {}).error().code(), ErrorCode::LimitExceeded);
    auto wrong = file;
    wrong.content.pop_back();
    QCOMPARE(loadSmallFile(*m_repository, wrong, disk.size(), {}).error().code(), ErrorCode::Corrupt);
    for (const char *path : {"", "/", "/vm1/disk", "/vm2/disk.raw", "/vm1/disk.raw/x"})
        QCOMPARE(loadFile(*m_repository, tree, QString::fromLatin1(path), {}).error().code(), ErrorCode::NotFound);
}

void TestImageCatalog::findsOddNames()
{
    std::vector<TreeNode> nodes;
    const auto blob = m_repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("x")), {}).value();
    for (const char *name : {"a\xff.raw", "Gr\xc3\xbc\xc3\x9f\x65.raw", "a\nb.raw"})
        nodes.push_back(newFileNode(name, 1, {blob}, hour(1)));
    auto snapshot = Snapshot::now();
    snapshot.tree = test::storeTree(*m_repository, nodes);
    QVERIFY(m_repository->flushIndex({}));
    const auto id = saveSnapshot(m_repository->files(), snapshot, {}).value();
    const auto catalog = load();
    QCOMPARE(namesOf(catalog),
             (QStringList{QStringLiteral("Grüße.raw"), QStringLiteral("a\nb.raw"), QStringLiteral("a\\xff.raw")}));
    for (const auto &image : catalog.images) {
        QCOMPARE(loadFile(*m_repository, snapshot.tree, image.disks[0].path, {}).value().size, 1);
        QCOMPARE(choose(id.hex(), image.disks[0].path).value().disk.path, image.disks[0].path);
    }
}

QTEST_GUILESS_MAIN(TestImageCatalog)
#include "tst_image_catalog.moc"
