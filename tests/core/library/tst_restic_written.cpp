#include "library/check.h"
#include "library/image_catalog.h"

#include "storage/folder_store.h"
#include "support/restic.h"
#include "support/scratch_folder.h"
#include "support/test_library.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <map>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;
using test::Restic;

namespace {

void writeFile(const QByteArray &path, const QByteArray &content)
{
    const int file = ::open(path.constData(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0640);
    if (file < 0 || ::write(file, content.constData(), static_cast<std::size_t>(content.size())) != content.size())
        qFatal("cannot write %s", path.constData());
    ::close(file);
}

} // namespace

/// What the real restic writes, Sealift reads.
class TestResticWritten : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsWhatResticWrote_data();
    void readsWhatResticWrote();
    void namesWhatIsDamaged_data();
    void namesWhatIsDamaged();

private:
    std::unique_ptr<Repository> open(const QString &path) const;
    /// Every file that was backed up, with its content, by its name in the folder "source".
    std::map<QByteArray, QByteArray> makeSource(const QString &folder) const;

    std::unique_ptr<CryptoSession> m_session;
};

void TestResticWritten::initTestCase()
{
    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    qInfo("restic %s", qPrintable(Restic::version()));
    m_session = CryptoSession::start().value();
}

void TestResticWritten::cleanupTestCase()
{
    m_session.reset();
}

std::unique_ptr<Repository> TestResticWritten::open(const QString &path) const
{
    auto repository = Repository::open(std::make_unique<FolderStore>(path), QCA::SecureArray("geheim"), {}).value();
    test::require(repository->loadIndex({}));
    return repository;
}

std::map<QByteArray, QByteArray> TestResticWritten::makeSource(const QString &folder) const
{
    std::map<QByteArray, QByteArray> files{{"disk.raw", test::noise(9'000'000, 3) + QByteArray(20 << 20, '\0')},
                                           {"text.img", QByteArray(3'000'000, 't')},
                                           {"empty", {}},
                                           {"quote\" and \\.iso", "1"},
                                           {"line\nbreak.iso", "22"},
                                           {"\xff\xfe.iso", "333"},
                                           {"Gr\xc3\xbc\xc3\x9f\x65.iso", "4444"}};
    for (int i = 0; i < 200; ++i)
        files["small" + QByteArray::number(i)] = test::noise(500 + i, static_cast<quint32>(100 + i));
    const auto source = folder.toUtf8() + "/source";
    QDir().mkpath(folder + QStringLiteral("/source/below"));
    for (const auto &[name, content] : files)
        writeFile(source + "/" + name, content);
    if (::symlink("disk.raw", (source + "/link").constData()) != 0 ||
        ::symlink("\xff", (source + "/odd link").constData()) != 0 ||
        ::mkfifo((source + "/fifo").constData(), 0600) != 0)
        qFatal("cannot make links");
    return files;
}

void TestResticWritten::readsWhatResticWrote_data()
{
    QTest::addColumn<QStringList>("initArguments");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("thenPrune");
    const QStringList v1{"--repository-version", "1"};
    const QStringList v2{"--repository-version", "2"};
    QTest::newRow("version 1") << v1 << QStringList() << 1 << false;
    QTest::newRow("version 2, auto") << v2 << QStringList{"--compression", "auto"} << 2 << false;
    QTest::newRow("version 2, max") << v2 << QStringList{"--compression", "max"} << 2 << false;
    QTest::newRow("version 2, off") << v2 << QStringList{"--compression", "off"} << 2 << false;
    QTest::newRow("version 2, small packs") << v2 << QStringList{"--pack-size", "4"} << 2 << false;
    QTest::newRow("version 1, pruned") << v1 << QStringList() << 1 << true;
    QTest::newRow("version 2, pruned") << v2 << QStringList() << 2 << true;
}

void TestResticWritten::readsWhatResticWrote()
{
    QFETCH(const QStringList, initArguments);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, version);
    QFETCH(const bool, thenPrune);
    const test::ScratchFolder folder;
    const auto path = folder.filePath(QStringLiteral("library"));
    const Restic restic(path, "geheim");
    const auto files = makeSource(folder.path());
    const auto initialised = restic.run(QStringList{"init"} + initArguments);
    QVERIFY2(initialised.exitCode == 0, initialised.all());
    if (thenPrune) {
        // A first snapshot of which one part is still wanted and another is not.
        writeFile(folder.path().toUtf8() + "/source/passing.img", test::noise(7'000'000, 77));
        QCOMPARE(restic.run({"backup", "source"}, folder.path()).exitCode, 0);
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("source/passing.img"))));
    }
    const auto stored = restic.run(arguments + QStringList{"backup", "--tag", "one,two", "source"}, folder.path());
    QVERIFY2(stored.exitCode == 0, stored.all());
    if (thenPrune) {
        const auto pruned = restic.run({"forget", "--keep-last", "1", "--prune", "--max-unused", "0"});
        QVERIFY2(pruned.exitCode == 0, pruned.all());
        const auto rebuilt =
            restic.run(Restic::isAtLeast(16) ? QStringList{"repair", "index"} : QStringList{"rebuild-index"});
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.all());
    }

    const auto repository = open(path);
    QCOMPARE(repository->config().version, version);
    const auto catalog = loadCatalog(*repository, {}).value();
    QVERIFY(catalog.unreadable.empty());
    QCOMPARE(catalog.snapshots.size(), std::size_t{1});
    const auto &snapshot = catalog.snapshots[0].snapshot;
    QCOMPARE(snapshot.tags, (QStringList{"one", "two"}));
    QStringList disks;
    for (const auto &image : catalog.images)
        disks.append(image.name);
    QCOMPARE(disks, (QStringList{"Grüße.iso", "\\xff\\xfe.iso", "disk.raw", "line\nbreak.iso", "quote\" and \\.iso",
                                 "text.img"}));
    for (const auto &[name, content] : files) {
        auto shown = QString::fromUtf8(name);
        if (shown.toUtf8() != name)
            shown = QStringLiteral("\\xff\\xfe.iso");
        const auto file = loadFile(*repository, snapshot.tree, QStringLiteral("/source/") + shown, {});
        QVERIFY2(file, name.toPercentEncoding());
        QCOMPARE(file->size, content.size());
        QVERIFY(loadSmallFile(*repository, *file, content.size(), {}).value() == content);
    }
    for (const bool readData : {false, true}) {
        CheckProgress progress;
        const auto report = checkRepository(*repository, {readData, 4}, progress, {}).value();
        QVERIFY2(report.isClean(), report.isClean() ? "" : qPrintable(report.problems[0].what));
        QVERIFY(report.hints.empty());
    }
}

void TestResticWritten::namesWhatIsDamaged_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("pack") << QStringLiteral("data");
    QTest::newRow("index") << QStringLiteral("index");
    QTest::newRow("snapshot") << QStringLiteral("snapshots");
}

void TestResticWritten::namesWhatIsDamaged()
{
    QFETCH(const QString, kind);
    const test::ScratchFolder folder;
    const auto path = folder.filePath(QStringLiteral("library"));
    const Restic restic(path, "geheim");
    QCOMPARE(restic.run({"init"}).exitCode, 0);
    QDir().mkpath(folder.filePath(QStringLiteral("source")));
    writeFile(folder.path().toUtf8() + "/source/disk.raw", test::noise(2'000'000, 5));
    QCOMPARE(restic.run({"backup", "source"}, folder.path()).exitCode, 0);

    // The largest file of the kind: of packs the one with data.
    const auto repository = open(path);
    ObjectInfo victim;
    QVERIFY(repository->store().list(kind + u'/',
                                     [&victim](const ObjectInfo &object) -> Status {
                                         if (object.size > victim.size)
                                             victim = object;
                                         return {};
                                     },
                                     {}));
    QFile file(path + u'/' + victim.name);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(40);
    const char byte = file.read(1).at(0);
    file.seek(40);
    const char changed = static_cast<char>(~byte);
    QCOMPARE(file.write(&changed, 1), 1);
    file.close();

    CheckProgress progress;
    const auto report = checkRepository(*repository, {true, 4}, progress, {}).value();
    QVERIFY(!report.isClean());
    const auto id = victim.name.section(u'/', -1);
    const bool isNamed = std::any_of(report.problems.begin(), report.problems.end(),
                                     [&id](const CheckProblem &problem) { return problem.object.contains(id); });
    QVERIFY(isNamed);
    QVERIFY(std::any_of(report.problems.begin(), report.problems.end(),
                        [](const CheckProblem &problem) { return problem.affectedCount > 0; }));
    // restic says so, too.
    QVERIFY(restic.run({"check", "--read-data"}).exitCode != 0);
}

QTEST_GUILESS_MAIN(TestResticWritten)
#include "tst_restic_written.moc"
