#include "core/scratch/scratch_fixture.h"
#include "support/killed_child.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr uid_t kNobody = 65534;

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

} // namespace

class ScratchRootTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void makesItPrivate();
    void refuses_data();
    void refuses();
    void refusesAnothersFolder();
    void taskIds_data();
    void taskIds();
    void folderIsPrivate();
    void oneFolderATask();
    void listsLiveAndOrphaned();
    void passesStrangersOver();
    void takesOverFromTheDead();
    void neverFromTheLiving();
    void oneOfManySweepersGetsIt();
    void withoutLeaseIsAnOrphan();
    void linkIsNoFolder();
    void killedWhileCreating();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void ScratchRootTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
}

void ScratchRootTest::makesItPrivate()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a/b/scratch"));
    const auto oldMask = ::umask(0);
    const auto root = ScratchRoot::open(path);
    ::umask(oldMask);
    VERIFY_OK(root);
    struct stat status = {};
    QCOMPARE(::stat(encoded(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    VERIFY_OK(ScratchRoot::open(path + QLatin1Char('/')));
}

void ScratchRootTest::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, const char *name, const char *outcome, const char *says) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(outcome) << QString::fromLatin1(says);
    };
    row("a symbolic link", "link", "unsafe", "symbolic link");
    row("a file", "file", "unsafe", "no");
    row("open to the group", "group", "unsafe", "open to other users");
    row("open to others", "others", "unsafe", "open to other users");
    row("below a file", "file/scratch", "not-found", "cannot open");
}

void ScratchRootTest::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QString, outcome);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const auto at = [&folder](const char *entry) { return encoded(folder.filePath(QString::fromLatin1(entry))); };
    QCOMPARE(::mkdir(at("real").constData(), 0700), 0);
    QCOMPARE(::symlink(at("real").constData(), at("link").constData()), 0);
    QCOMPARE(::mkdir(at("group").constData(), 0750), 0);
    QCOMPARE(::mkdir(at("others").constData(), 0701), 0);
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto root = ScratchRoot::open(folder.filePath(name));
    QVERIFY(!root);
    if (name != QLatin1String("file/scratch"))
        QCOMPARE(nameOf(root), outcome);
    QVERIFY2(root.error().what().contains(folder.filePath(name)), qPrintable(root.error().what()));
}

void ScratchRootTest::refusesAnothersFolder()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a folder to another user");
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("theirs"));
    QCOMPARE(::mkdir(encoded(path).constData(), 0700), 0);
    QCOMPARE(::chown(encoded(path).constData(), kNobody, kNobody), 0);
    const auto root = ScratchRoot::open(path);
    QCOMPARE(nameOf(root), QStringLiteral("unsafe"));
    QVERIFY(root.error().what().contains(QLatin1String("another user")));
}

void ScratchRootTest::taskIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("good");
    QTest::newRow("a UUID") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057") << true;
    QTest::newRow("capitals") << QStringLiteral("01890A5D-AC96-774B-BCCE-B302099A8057") << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("up") << QStringLiteral("..") << false;
    QTest::newRow("a path") << QStringLiteral("../01890a5d-ac96-774b-bcce-b302099a8057") << false;
    QTest::newRow("longer") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057/x") << false;
    QTest::newRow("a line end") << QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057\n") << false;
}

void ScratchRootTest::taskIds()
{
    QFETCH(const QString, id);
    QFETCH(const bool, good);
    QCOMPARE(isTaskId(id), good);
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    QCOMPARE(nameOf(root->create(id)), good ? QStringLiteral("ok") : QStringLiteral("invalid-argument"));
    QCOMPARE(nameOf(root->takeOver(id)), good ? QStringLiteral("ok") : QStringLiteral("invalid-argument"));
    QCOMPARE(QDir(fixture.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), good ? 1 : 0);
}

void ScratchRootTest::folderIsPrivate()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto oldMask = ::umask(0);
    const auto folder = root->create(newTaskId());
    ::umask(oldMask);
    VERIFY_OK(folder);
    struct stat status = {};
    QCOMPARE(::stat(encoded((*folder)->path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    QCOMPARE(::stat(encoded((*folder)->path() + QStringLiteral("/lease")).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    const auto helper = (*folder)->helperFolder();
    VERIFY_OK(helper);
    QCOMPARE(*helper, (*folder)->path() + QStringLiteral("/helper"));
    QCOMPARE(::stat(encoded(*helper).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    VERIFY_OK((*folder)->helperFolder());
}

void ScratchRootTest::oneFolderATask()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto id = newTaskId();
    auto folder = root->create(id);
    VERIFY_OK(folder);
    QCOMPARE(nameOf(root->create(id)), QStringLiteral("already-exists"));
    folder->reset();
    QCOMPARE(nameOf(root->create(id)), QStringLiteral("already-exists")); // to be swept first
}

void ScratchRootTest::listsLiveAndOrphaned()
{
    ScratchFixture fixture;
    auto live = fixture.make(10 << 20);
    VERIFY_OK(live);
    VERIFY_OK(live->volume->writeAt(0, viewOf(noise(65536))));
    auto dead = fixture.make(1 << 20);
    VERIFY_OK(dead);
    const auto deadId = dead->folder->taskId();
    dead->volume.reset();
    dead->folder.reset();

    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto entries = root->list();
    VERIFY_OK(entries);
    QCOMPARE(entries->size(), 2);
    for (const auto &entry : *entries) {
        QCOMPARE(entry.isLive, entry.taskId != deadId);
        QCOMPARE(entry.size, entry.isLive ? 10 << 20 : 1 << 20);
        QVERIFY(entry.isLive ? entry.allocated >= 65536 : entry.allocated <= 4096);
        QVERIFY(std::abs(entry.changed.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    // Looking at it does not make it live.
    const auto again = root->list();
    VERIFY_OK(again);
    QCOMPARE(again->at(0).isLive, entries->at(0).isLive);
}

void ScratchRootTest::passesStrangersOver()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    QVERIFY(QDir(fixture.path()).mkdir(QStringLiteral("somebody's")));
    QVERIFY(QFile::link(QStringLiteral("/etc"), fixture.path() + QLatin1Char('/') + newTaskId()));
    const auto entries = root->list();
    VERIFY_OK(entries);
    QCOMPARE(entries->size(), 0);
}

void ScratchRootTest::takesOverFromTheDead()
{
    const ScratchFixture fixture;
    const auto id = newTaskId();
    const bool killed = killedAtWork(
        [&](const std::function<void()> &ready) {
            const auto root = fixture.root();
            const auto folder = root->create(id);
            ready();
            ::pause();
        },
        1ms);
    QVERIFY(killed);
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->takeOver(id);
    VERIFY_OK(folder);
    QVERIFY(*folder);
    QVERIFY((*folder)->isOrphan());
    const auto entries = root->list();
    VERIFY_OK(entries);
    QVERIFY(entries->at(0).isLive); // it has an owner again
    QCOMPARE(nameOf(root->takeOver(newTaskId())), QStringLiteral("not-found"));
}

void ScratchRootTest::neverFromTheLiving()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto owned = root->create(newTaskId());
    VERIFY_OK(owned);
    const auto taken = root->takeOver((*owned)->taskId());
    VERIFY_OK(taken);
    QVERIFY(!*taken);
}

void ScratchRootTest::oneOfManySweepersGetsIt()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    for (int round = 0; round < 50; ++round) {
        const auto id = newTaskId();
        VERIFY_OK(root->create(id)); // let go at once
        std::atomic<int> got = 0;
        std::atomic<int> failures = 0;
        std::vector<Result<std::unique_ptr<ScratchFolder>>> kept(4);
        {
            std::vector<std::jthread> sweepers;
            sweepers.reserve(kept.size());
            for (auto &mine : kept) {
                sweepers.emplace_back([&] {
                    const auto own = fixture.root();
                    failures += own && own->list() ? 0 : 1;
                    mine = own->takeOver(id);
                    failures += mine ? 0 : 1;
                    got += mine && *mine ? 1 : 0;
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(got.load(), 1);
    }
}

void ScratchRootTest::withoutLeaseIsAnOrphan()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto id = newTaskId();
    QCOMPARE(::mkdir(encoded(fixture.path() + QLatin1Char('/') + id).constData(), 0700), 0);
    const auto entries = root->list();
    VERIFY_OK(entries);
    QCOMPARE(entries->size(), 1);
    QVERIFY(!entries->at(0).isLive);
    const auto folder = root->takeOver(id);
    VERIFY_OK(folder);
    QVERIFY(*folder);
}

void ScratchRootTest::linkIsNoFolder()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const QTemporaryDir elsewhere;
    const auto id = newTaskId();
    QVERIFY(QFile::link(elsewhere.path(), fixture.path() + QLatin1Char('/') + id));
    QCOMPARE(nameOf(root->takeOver(id)), QStringLiteral("unsafe"));
    QVERIFY(QDir(elsewhere.path()).isEmpty());

    // Nor is a link a lease.
    auto folder = root->create(newTaskId());
    VERIFY_OK(folder);
    const auto lease = (*folder)->path() + QStringLiteral("/lease");
    const auto otherId = (*folder)->taskId();
    folder->reset();
    QVERIFY(QFile::remove(lease));
    QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("made")), lease));
    QVERIFY(!root->takeOver(otherId));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

void ScratchRootTest::killedWhileCreating()
{
    const ScratchFixture fixture;
    for (int round = 0; round < 20; ++round) {
        QVERIFY(killedAtWork(
            [&](const std::function<void()> &ready) {
                const auto root = fixture.root();
                ready();
                for (;;)
                    static_cast<void>(root->create(newTaskId()));
            },
            std::chrono::microseconds(round * 100)));
    }
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto entries = root->list();
    VERIFY_OK(entries);
    QCOMPARE(entries->size(), QDir(fixture.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size());
    for (const auto &entry : *entries) {
        QVERIFY(!entry.isLive);
        const auto folder = root->takeOver(entry.taskId);
        VERIFY_OK(folder);
        QVERIFY(*folder);
    }
}

QTEST_GUILESS_MAIN(ScratchRootTest)
#include "tst_scratch_root.moc"
