#include "storage/open_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;

class TestOpenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensFolders();
    void makesPathsAbsolute_data();
    void makesPathsAbsolute();
    void refusesFiles();
    void refusesOtherPlaces_data();
    void refusesOtherPlaces();
    void refusesCredentials_data();
    void refusesCredentials();
};

void TestOpenStore::opensFolders()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("new"));
    const auto store = openStore(path);
    QVERIFY(store.has_value());
    QVERIFY(!QFile::exists(path));
    QVERIFY((*store)->create({}).has_value());
    QVERIFY(QFile::exists(path));
    QCOMPARE((*store)->location(), path);
}

void TestOpenStore::makesPathsAbsolute_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("absolute");
    const auto here = QDir::currentPath();
    QTest::newRow("relative") << QStringLiteral("library") << here + QStringLiteral("/library");
    QTest::newRow("dots") << QStringLiteral("./a/../library/") << here + QStringLiteral("/library");
    QTest::newRow("absolute") << QStringLiteral("/srv//x/") << QStringLiteral("/srv/x");
    QTest::newRow("a colon in its name") << QStringLiteral("./s3:old") << here + QStringLiteral("/s3:old");
    QTest::newRow("an at sign") << QStringLiteral("/srv/a:b@c") << QStringLiteral("/srv/a:b@c");
    QTest::newRow("a percent sign") << QStringLiteral("/srv/%1%s") << QStringLiteral("/srv/%1%s");
    QTest::newRow("a drive's letter is no scheme after a slash") << QStringLiteral("/c:/x") << QStringLiteral("/c:/x");
}

void TestOpenStore::makesPathsAbsolute()
{
    QFETCH(const QString, location);
    QFETCH(const QString, absolute);
    const auto store = openStore(location);
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().what()));
    QCOMPARE((*store)->location(), absolute);
}

void TestOpenStore::refusesFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("disk.raw")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = openStore(file.fileName());
    QVERIFY(!store);
    QCOMPARE(store.error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(store.error().what(), file.fileName() + QStringLiteral(" is a file, not a folder"));
    for (const auto *empty : {"", "  "})
        QCOMPARE(openStore(QString::fromLatin1(empty)).error().code(), ErrorCode::InvalidArgument);
}

void TestOpenStore::refusesOtherPlaces_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("named");
    QTest::newRow("another machine") << QStringLiteral("sftp:host:/srv") << QStringLiteral("sftp:");
    QTest::newRow("web") << QStringLiteral("https://host/path?key=hunter2") << QStringLiteral("https:");
    QTest::newRow("file URL") << QStringLiteral("file:///srv/library") << QStringLiteral("file:");
    QTest::newRow("drive") << QStringLiteral("C:\\libraries") << QStringLiteral("of that kind");
    QTest::newRow("something else") << QStringLiteral("hunter2:x") << QStringLiteral("of that kind");
}

void TestOpenStore::refusesOtherPlaces()
{
    QFETCH(const QString, location);
    QFETCH(const QString, named);
    const auto store = openStore(location);
    QVERIFY(!store);
    QCOMPARE(store.error().code(), ErrorCode::Unsupported);
    QVERIFY2(store.error().what().contains(named), qPrintable(store.error().what()));
    QVERIFY(!(store.error().what() + store.error().remedy()).contains(QLatin1String("hunter2")));
    QVERIFY(!store.error().remedy().isEmpty());
}

void TestOpenStore::refusesCredentials_data()
{
    QTest::addColumn<QString>("location");
    QTest::newRow("URL") << QStringLiteral("https://joe:hunter2@host/bucket");
    QTest::newRow("key without secret") << QStringLiteral("s3://hunter2@bucket/prefix");
    QTest::newRow("inside an s3 location") << QStringLiteral("s3:https://AKIAhunter2:hunter2@host/bucket");
    QTest::newRow("without slashes") << QStringLiteral("sftp:hunter2@host:/srv");
    QTest::newRow("scheme forgotten") << QStringLiteral("hunter2:hunter2@host/bucket");
    QTest::newRow("empty password") << QStringLiteral("s3://hunter2:@host/bucket");
    QTest::newRow("new line in front of the sign") << QStringLiteral("s3://a\nhunter2@host/bucket");
}

void TestOpenStore::refusesCredentials()
{
    QFETCH(const QString, location);
    const auto store = openStore(location);
    QVERIFY(!store);
    QCOMPARE(store.error().code(), ErrorCode::Unsafe);
    const auto all = store.error().what() + store.error().remedy();
    QVERIFY2(!all.contains(QLatin1String("hunter2")), qPrintable(all));
    QVERIFY(store.error().context().isEmpty());
}

QTEST_APPLESS_MAIN(TestOpenStore)
#include "tst_open_store.moc"
