#include "base/child_process.h"
#include "core/scratch/scratch_fixture.h"
#include "scratch/confirmation.h"
#include "scratch/destruction.h"
#include "support/killed_child.h"
#include "support/small_volume.h"

#include <QDir>
#include <QFile>

#include <thread>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMiB = 1 << 20;

/// The names of what failed.
QStringList failed(const QList<CleanupEntry> &entries)
{
    QStringList names;
    for (const auto &entry : entries) {
        if (!entry.ok)
            names.append(entry.name);
    }
    return names;
}

QString detailOf(const QList<CleanupEntry> &entries, const char *name)
{
    for (const auto &entry : entries) {
        if (entry.name == QLatin1String(name))
            return entry.detail;
    }
    return {};
}

QStringList names(const QList<CleanupEntry> &entries)
{
    QStringList all;
    for (const auto &entry : entries)
        all.append(entry.name);
    return all;
}

bool setImmutable(const QString &path, bool on)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    int flags = 0;
    if (!file || ::ioctl(file.get(), FS_IOC_GETFLAGS, &flags) != 0)
        return false;
    flags = on ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
    return ::ioctl(file.get(), FS_IOC_SETFLAGS, &flags) == 0;
}

class BindMount
{
public:
    BindMount(const QString &from, const QString &to)
        : m_to(QFile::encodeName(to))
        , m_mounted(::mount(QFile::encodeName(from).constData(), m_to.constData(), nullptr, MS_BIND, nullptr) == 0)
    {
    }
    ~BindMount() { undo(); }
    BindMount(const BindMount &) = delete;
    BindMount &operator=(const BindMount &) = delete;
    bool isMounted() const { return m_mounted; }
    void undo()
    {
        if (std::exchange(m_mounted, false))
            ::umount2(m_to.constData(), MNT_DETACH);
    }

private:
    QByteArray m_to;
    bool m_mounted;
};

FileDescriptor boundSocket(const QString &path)
{
    FileDescriptor made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    if (::bind(made.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return made;
}

bool putFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

class FakeStaging : public RemoteStaging
{
public:
    explicit FakeStaging(Result<QList<CheckResult>> answer)
        : m_answer(std::move(answer))
    {
    }
    QString place() const override { return QStringLiteral("s3://bucket/task"); }
    Result<QList<CheckResult>> look() override { return m_answer; }

private:
    Result<QList<CheckResult>> m_answer;
};

} // namespace

class ScratchCleanupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void leavesNothing();
    void repeatsHarmlessly();
    void withoutAVolume();
    void whileInUse();
    void orphanOfAKilledProcess();
    void strangersStay();
    void removesSocketsAndHelpers();
    void immutableFile();
    void immutableFileOfAnOrphan();
    void mountedOver_data();
    void mountedOver();
    void readOnlyRoot();
    void fullRoot();
    void rootThatDisappeared();
    void rootThatWasRemoved();
    void linkInPlaceOfTheVolume();

    void confirmsNothingByItself();
    void findsTheVolume();
    void findsAnOpenFile();
    void findsAnotherProcess();
    void findsALiveChild();
    void forgetsAReusedNumber();
    void findsASocket();
    void findsAMount();
    void asksTheRemote();

private:
    ScratchTraces tracesOf(const ScratchFolder &folder) const { return {folder.rootPath(), folder.taskId(), {}, {}}; }

    std::unique_ptr<CryptoSession> m_session;
};

void ScratchCleanupTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
}

void ScratchCleanupTest::leavesNothing()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(kMiB))));
    const auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    const QStringList expected{QStringLiteral("servers-stopped"), QStringLiteral("key-erased"),
                               QStringLiteral("content-freed"),   QStringLiteral("volume-removed"),
                               QStringLiteral("sockets-removed"), QStringLiteral("helpers-removed"),
                               QStringLiteral("folder-removed"),  QStringLiteral("root-synced")};
    QCOMPARE(names(steps), expected);
    QCOMPARE(failed(steps), QStringList());
    QCOMPARE(scratch->volume->lifecycle().state(), ScratchState::Destroyed);
    QVERIFY(QDir(fixture.path()).isEmpty());
    for (const auto &step : steps)
        QVERIFY(!step.detail.isEmpty() && step.at.isValid());
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QVERIFY2(allOk(checks), qPrintable(detailOf(checks, "no-descriptor")));
    const QStringList looked{QStringLiteral("volume-gone"),   QStringLiteral("folder-gone"),
                             QStringLiteral("no-descriptor"), QStringLiteral("no-process"),
                             QStringLiteral("no-socket"),     QStringLiteral("no-mount")};
    QCOMPARE(names(checks), looked);
    QVERIFY(scratch->volume->lifecycle().advance(ScratchState::Confirmed));
    QCOMPARE(scratch->volume->highWater(), kMiB); // it is still the record
}

void ScratchCleanupTest::repeatsHarmlessly()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    // Somebody else's by now.
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto again = root->create(scratch->folder->taskId());
    VERIFY_OK(again);
    const auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList());
    QVERIFY(QFile::exists((*again)->path() + QStringLiteral("/lease")));
}

void ScratchCleanupTest::withoutAVolume()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->create(newTaskId());
    VERIFY_OK(folder);
    QCOMPARE(failed(destroyScratch({**folder, nullptr, {}})), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(**folder))));
}

void ScratchCleanupTest::whileInUse()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(8 * kMiB);
    VERIFY_OK(scratch);
    std::atomic<int> rounds = 0;
    std::atomic<int> others = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (unsigned seed = 0; seed < 4; ++seed) {
            threads.emplace_back([&, seed] {
                auto bytes = noise(kMiB, seed);
                for (;; ++rounds) {
                    const auto offset = static_cast<qint64>(seed) * kMiB;
                    const auto status = rounds % 2 == 0 ? scratch->volume->writeAt(offset, viewOf(bytes))
                                                        : scratch->volume->readAt(offset, mutableViewOf(bytes));
                    if (!status) {
                        others += status.error().code() == ErrorCode::Cancelled ? 0 : 1;
                        return;
                    }
                }
            });
        }
        while (rounds < 20)
            std::this_thread::yield();
        QCOMPARE(failed(destroyScratch({*scratch->folder, scratch->volume.get(), {}})), QStringList());
    }
    QCOMPARE(others.load(), 0);
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::orphanOfAKilledProcess()
{
    ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    for (int round = 0; round < 20; ++round) {
        QVERIFY(killedAtWork(
            [&](const std::function<void()> &ready) {
                auto scratch = fixture.make(16 * kMiB);
                ready();
                const auto bytes = noise(100000);
                for (qint64 at = 0; at < 8 * kMiB; at += bytes.size())
                    static_cast<void>(scratch->volume->writeAt(at, viewOf(bytes)));
                // In half of the rounds it dies while it destroys.
                if (round % 2 == 1)
                    static_cast<void>(destroyScratch({*scratch->folder, scratch->volume.get(), {}}));
                ::pause();
            },
            std::chrono::microseconds(round * 700)));
        const auto entries = root->list();
        VERIFY_OK(entries);
        for (const auto &entry : *entries) {
            QVERIFY(!entry.isLive);
            const auto folder = root->takeOver(entry.taskId);
            VERIFY_OK(folder);
            QVERIFY(*folder);
            const auto steps = destroyScratch({**folder, nullptr, {}});
            QCOMPARE(failed(steps), QStringList());
            QVERIFY(detailOf(steps, "key-erased").contains(QLatin1String("process that is gone")));
            QVERIFY(allOk(confirmScratch(tracesOf(**folder))));
        }
        QVERIFY(QDir(fixture.path()).isEmpty());
    }
}

void ScratchCleanupTest::strangersStay()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = scratch->folder->path();
    const auto strange = path + QStringLiteral("/notes.txt");
    QVERIFY(putFile(strange, "mine"));
    QVERIFY(putFile(path + QStringLiteral("/file.sock"), "no socket"));
    auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList{QStringLiteral("folder-removed")});
    QVERIFY(detailOf(steps, "folder-removed").contains(strange));
    QVERIFY(detailOf(steps, "folder-removed").contains(QLatin1String("file.sock")));
    QCOMPARE(scratch->volume->lifecycle().state(), ScratchState::Unconfirmed);
    QVERIFY(QFile::exists(strange));
    QVERIFY(!QFile::exists(path + QStringLiteral("/volume")));
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QVERIFY(detailOf(checks, "folder-gone").contains(strange));
    // Still ours: no sweeper takes it.
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto taken = root->takeOver(scratch->folder->taskId());
    VERIFY_OK(taken);
    QVERIFY(!*taken);

    QVERIFY(QFile::remove(strange));
    QVERIFY(QFile::remove(path + QStringLiteral("/file.sock")));
    steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList());
    QCOMPARE(scratch->volume->lifecycle().state(), ScratchState::Destroyed);
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::removesSocketsAndHelpers()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    { // as left by processes that were killed
        QVERIFY(boundSocket(scratch->folder->path() + QStringLiteral("/disk.sock")));
        const auto helper = scratch->folder->helperFolder();
        VERIFY_OK(helper);
        QVERIFY(QDir(*helper).mkdir(QStringLiteral("sealift-a1B2c3")));
        QVERIFY(boundSocket(*helper + QStringLiteral("/sealift-a1B2c3/nbd")));
        QVERIFY(QDir(*helper).mkdir(QStringLiteral("sealift-000000")));
    }
    QCOMPARE(failed(destroyScratch({*scratch->folder, scratch->volume.get(), {}})), QStringList());
    QVERIFY(QDir(fixture.path()).isEmpty());

    // What is not a helper's stays there, too.
    scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto helper = scratch->folder->helperFolder();
    VERIFY_OK(helper);
    QVERIFY(putFile(*helper + QStringLiteral("/other"), "x"));
    const auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    const QStringList expected{QStringLiteral("helpers-removed"), QStringLiteral("folder-removed")};
    QCOMPARE(failed(steps), expected);
}

void ScratchCleanupTest::immutableFile()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(kMiB))));
    const auto path = scratch->volume->path();
    if (!setImmutable(path, true))
        QSKIP("this user, or this file system, cannot make files immutable");
    auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    const QStringList expected{QStringLiteral("content-freed"), QStringLiteral("volume-removed"),
                               QStringLiteral("folder-removed")};
    QCOMPARE(failed(steps), expected);
    QVERIFY(detailOf(steps, "volume-removed").contains(path));
    QVERIFY(scratch->volume->isKeyErased());
    QCOMPARE(scratch->volume->lifecycle().state(), ScratchState::Unconfirmed);
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QVERIFY(failed(checks).contains(QStringLiteral("volume-gone")));
    QVERIFY(detailOf(checks, "volume-gone").contains(path));

    QVERIFY(setImmutable(path, false));
    steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::immutableFileOfAnOrphan()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = scratch->volume->path();
    const auto id = scratch->folder->taskId();
    scratch->volume.reset();
    scratch->folder.reset();
    if (!setImmutable(path, true))
        QSKIP("this user, or this file system, cannot make files immutable");
    const auto root = fixture.root();
    VERIFY_OK(root);
    auto folder = root->takeOver(id);
    VERIFY_OK(folder);
    QVERIFY(failed(destroyScratch({**folder, nullptr, {}})).contains(QStringLiteral("volume-removed")));
    folder->reset();
    QVERIFY(setImmutable(path, false));
    folder = root->takeOver(id);
    VERIFY_OK(folder);
    QVERIFY(*folder);
    QCOMPARE(failed(destroyScratch({**folder, nullptr, {}})), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(**folder))));
}

void ScratchCleanupTest::mountedOver_data()
{
    QTest::addColumn<bool>("isOrphan");
    QTest::newRow("with its owner") << false;
    QTest::newRow("an orphan") << true;
}

void ScratchCleanupTest::mountedOver()
{
    QFETCH(const bool, isOrphan);
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = scratch->volume->path();
    const QTemporaryDir elsewhere;
    const auto precious = elsewhere.filePath(QStringLiteral("precious"));
    QVERIFY(putFile(precious, "precious"));
    BindMount mount(precious, path);
    if (!mount.isMounted())
        QSKIP("only root may mount");
    const auto id = scratch->folder->taskId();
    if (isOrphan) {
        scratch->volume.reset();
        scratch->folder.reset();
        const auto root = fixture.root();
        VERIFY_OK(root);
        auto taken = root->takeOver(id);
        VERIFY_OK(taken);
        QVERIFY(*taken);
        scratch->folder = std::move(*taken);
    }
    auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QVERIFY(failed(steps).contains(QStringLiteral("volume-removed")));
    QCOMPARE(failed(steps).contains(QStringLiteral("content-freed")), isOrphan);
    QVERIFY(detailOf(steps, "volume-removed").contains(path));
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QVERIFY(failed(checks).contains(QStringLiteral("no-mount")));
    QVERIFY(detailOf(checks, "no-mount").contains(path));
    QFile file(precious); // somebody else's file is untouched
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));

    mount.undo();
    steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::readOnlyRoot()
{
    // Not a remount of the file system: that is refused while a file is open for writing.
    const QTemporaryDir base;
    ScratchFixture fixture(base.path());
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto id = scratch->folder->taskId();
    scratch->volume.reset();
    scratch->folder.reset();
    BindMount mount(fixture.path(), fixture.path());
    if (!mount.isMounted() || ::mount(nullptr, QFile::encodeName(fixture.path()).constData(), nullptr,
                                      MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0)
        QSKIP("only root may mount");
    {
        const auto root = fixture.root();
        VERIFY_OK(root);
        QCOMPARE(nameOf(root->create(newTaskId())), QStringLiteral("permission-denied"));
        QCOMPARE(root->list()->size(), 1);
        // Its lease cannot even be opened for writing.
        QCOMPARE(nameOf(root->takeOver(id)), QStringLiteral("permission-denied"));
        QVERIFY(failed(confirmScratch({fixture.path(), id, {}, {}})).contains(QStringLiteral("volume-gone")));
    }
    mount.undo();
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->takeOver(id);
    VERIFY_OK(folder);
    QCOMPARE(failed(destroyScratch({**folder, nullptr, {}})), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(**folder))));
}

void ScratchCleanupTest::fullRoot()
{
    const SmallVolume disk(4 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    ScratchFixture fixture(disk.path());
    auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    for (qint64 at = 0; scratch->volume->writeAt(at, viewOf(noise(65536))); at += 65536) {
    }
    QVERIFY(scratch->volume->used() > 3 * kMiB);
    QCOMPARE(failed(destroyScratch({*scratch->folder, scratch->volume.get(), {}})), QStringList());
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
    QVERIFY(disk.freeBytes() > 3 * kMiB);
}

void ScratchCleanupTest::rootThatDisappeared()
{
    const QTemporaryDir base;
    ScratchFixture fixture(base.path());
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto away = base.filePath(QStringLiteral("away"));
    QVERIFY(QDir().rename(fixture.path(), away));
    // Through its descriptors the owner reaches it wherever it is; but nobody can confirm that by the path.
    const auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
    QCOMPARE(failed(steps), QStringList());
    QVERIFY(QDir(away).isEmpty());
    auto checks = confirmScratch(tracesOf(*scratch->folder));
    const QStringList expected{QStringLiteral("volume-gone"), QStringLiteral("folder-gone")};
    QCOMPARE(failed(checks), expected);
    QVERIFY(detailOf(checks, "folder-gone").contains(fixture.path()));
    QVERIFY(QDir().rename(away, fixture.path()));
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::rootThatWasRemoved()
{
    const QTemporaryDir base;
    ScratchFixture fixture(base.path());
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(1000))));
    QVERIFY(QDir(fixture.path()).removeRecursively());
    QCOMPARE(failed(destroyScratch({*scratch->folder, scratch->volume.get(), {}})), QStringList());
    QVERIFY(!allOk(confirmScratch(tracesOf(*scratch->folder))));
    VERIFY_OK(fixture.root()); // made anew
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::linkInPlaceOfTheVolume()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = scratch->volume->path();
    const auto id = scratch->folder->taskId();
    scratch->volume.reset();
    scratch->folder.reset();
    const QTemporaryDir elsewhere;
    const auto precious = elsewhere.filePath(QStringLiteral("precious"));
    QVERIFY(putFile(precious, "precious"));
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::link(precious, path));
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->takeOver(id);
    VERIFY_OK(folder);
    static_cast<void>(destroyScratch({**folder, nullptr, {}}));
    QCOMPARE(QFileInfo(precious).size(), 8);
    QVERIFY(!QFileInfo(path).isSymLink()); // the name was ours, what it leads to was not
}

void ScratchCleanupTest::confirmsNothingByItself()
{
    // It only looks.
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    QVERIFY(!allOk(confirmScratch(tracesOf(*scratch->folder))));
    QVERIFY(QFile::exists(scratch->volume->path()));
    VERIFY_OK(scratch->volume->writeAt(0, viewOf("x")));
}

void ScratchCleanupTest::findsTheVolume()
{
    const ScratchFixture fixture;
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = fixture.path() + QLatin1Char('/') + newTaskId();
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(putFile(folder + QStringLiteral("/volume"), "x"));
    const auto checks = confirmScratch({fixture.path(), folder.section(QLatin1Char('/'), -1), {}, {}});
    const QStringList expected{QStringLiteral("volume-gone"), QStringLiteral("folder-gone")};
    QCOMPARE(failed(checks), expected);
    QVERIFY(detailOf(checks, "volume-gone").contains(folder));
}

void ScratchCleanupTest::findsAnOpenFile()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    FileDescriptor kept(::open(QFile::encodeName(scratch->volume->path()).constData(), O_RDONLY | O_CLOEXEC));
    QVERIFY(kept);
    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QCOMPARE(failed(checks), QStringList{QStringLiteral("no-descriptor")});
    QVERIFY(detailOf(checks, "no-descriptor").contains(QString::number(::getpid())));
    QVERIFY(detailOf(checks, "no-descriptor").contains(QLatin1String("(deleted)")));
    kept.reset();
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::findsAnotherProcess()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ChildSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments = {QStringLiteral("-c"), QStringLiteral("exec 3<\"$1\"; echo up; exec sleep 100"),
                      QStringLiteral("sh"), scratch->volume->path()};
    spec.environment = {"PATH=/usr/bin:/bin"};
    auto child = ChildProcess::start(spec);
    VERIFY_OK(child);
    QTRY_COMPARE((*child)->standardOutput(), QByteArray("up\n"));
    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QCOMPARE(failed(checks), QStringList{QStringLiteral("no-descriptor")});
    QVERIFY(detailOf(checks, "no-descriptor").contains(QString::number((*child)->pid())));
    child->reset();
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::findsALiveChild()
{
    const ScratchFixture fixture;
    VERIFY_OK(fixture.root());
    ChildSpec spec;
    spec.program = QStringLiteral("/bin/sleep");
    spec.arguments = {QStringLiteral("100")};
    auto child = ChildProcess::start(spec);
    VERIFY_OK(child);
    const auto identity = HelperProcess::of((*child)->pid());
    VERIFY_OK(identity);
    const ScratchTraces traces{fixture.path(), newTaskId(), {*identity}, {}};
    const auto checks = confirmScratch(traces);
    QCOMPARE(failed(checks), QStringList{QStringLiteral("no-process")});
    QVERIFY(detailOf(checks, "no-process").contains(QString::number(identity->pid)));
    QVERIFY(detailOf(checks, "no-process").contains(QLatin1String("sleep")));
    child->reset();
    QVERIFY(allOk(confirmScratch(traces)));
    QCOMPARE(nameOf(HelperProcess::of(identity->pid)), QStringLiteral("not-found"));
}

void ScratchCleanupTest::forgetsAReusedNumber()
{
    const ScratchFixture fixture;
    VERIFY_OK(fixture.root());
    auto self = HelperProcess::of(::getpid());
    VERIFY_OK(self);
    QVERIFY(!allOk(confirmScratch({fixture.path(), newTaskId(), {*self}, {}})));
    --self->startTime; // somebody who had our number before us
    QVERIFY(allOk(confirmScratch({fixture.path(), newTaskId(), {*self}, {}})));
}

void ScratchCleanupTest::findsASocket()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = scratch->folder->path() + QStringLiteral("/a b.sock");
    auto bound = boundSocket(path);
    QVERIFY(bound);
    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    // Its file is gone, and it still is a socket.
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QCOMPARE(failed(checks), QStringList{QStringLiteral("no-socket")});
    QVERIFY(detailOf(checks, "no-socket").contains(path));
    bound.reset();
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::findsAMount()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const QTemporaryDir elsewhere;
    const auto copy = elsewhere.filePath(QStringLiteral("co py"));
    QVERIFY(putFile(copy, {}));
    BindMount mount(scratch->volume->path(), copy);
    if (!mount.isMounted())
        QSKIP("only root may mount");
    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    const auto checks = confirmScratch(tracesOf(*scratch->folder));
    QCOMPARE(failed(checks), QStringList{QStringLiteral("no-mount")});
    QVERIFY2(detailOf(checks, "no-mount").contains(copy), qPrintable(detailOf(checks, "no-mount")));
    mount.undo();
    QVERIFY(allOk(confirmScratch(tracesOf(*scratch->folder))));
}

void ScratchCleanupTest::asksTheRemote()
{
    const ScratchFixture fixture;
    VERIFY_OK(fixture.root());
    const auto now = QDateTime::currentDateTimeUtc();
    FakeStaging clean(QList<CheckResult>{{QStringLiteral("no-object"), true, QStringLiteral("404"), now}});
    FakeStaging left(QList<CheckResult>{{QStringLiteral("no-upload"), false, QStringLiteral("left: upload 7"), now}});
    FakeStaging unreachable(fail(Error(ErrorCode::Network, QStringLiteral("no route"))));
    const auto checks = confirmScratch({fixture.path(), newTaskId(), {}, {&clean, &left, &unreachable}});
    QCOMPARE(checks.size(), 9);
    const QStringList expected{QStringLiteral("no-upload"), QStringLiteral("remote")};
    QCOMPARE(failed(checks), expected);
    QVERIFY(detailOf(checks, "remote").contains(QLatin1String("s3://bucket/task")));
    QVERIFY(detailOf(checks, "remote").contains(QLatin1String("no route")));
}

QTEST_GUILESS_MAIN(ScratchCleanupTest)
#include "tst_scratch_cleanup.moc"
