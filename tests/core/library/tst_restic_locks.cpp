#include "library/orphans.h"
#include "library/repository_lock.h"

#include "storage/folder_store.h"
#include "support/restic.h"
#include "support/scratch_folder.h"
#include "support/test_library.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <signal.h>

using namespace sealift;
using test::Restic;

/// Sealift and the real restic keep out of each other's way.
class TestResticLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void sharesWithABackup();
    void keepsOffWhileResticIsAlone();
    void ourLockKeepsResticOff_data();
    void ourLockKeepsResticOff();
    void unlockLeavesALivingLock();
    void unlockRemovesADeadLock();
    void killedResticIsStale();

private:
    Restic restic() const { return {m_folder->filePath(QStringLiteral("library")), "test"}; }
    /// Starts a backup of what the test writes into it, and waits until it holds its lock.
    std::unique_ptr<QProcess> startBackup();
    /// Names of lock files, without restic's temporary ones.
    QStringList locks() const
    {
        const QDir folder(m_folder->filePath(QStringLiteral("library/locks")));
        return folder.entryList(QDir::Files).filter(QRegularExpression(QStringLiteral("^[0-9a-f]{64}$")));
    }
    Result<std::unique_ptr<RepositoryLock>> lock(LockMode mode)
    {
        return RepositoryLock::acquire(m_repository->files(), mode, {}, {});
    }

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<test::ScratchFolder> m_folder;
    std::unique_ptr<Repository> m_repository;
};

void TestResticLocks::initTestCase()
{
    if (Restic::program().isEmpty())
        QSKIP("restic is not installed");
    qInfo("restic %s", qPrintable(Restic::version()));
    m_session = CryptoSession::start().value();
}

void TestResticLocks::cleanupTestCase()
{
    m_repository.reset();
    m_folder.reset();
    m_session.reset();
}

void TestResticLocks::init()
{
    m_repository.reset();
    m_folder = std::make_unique<test::ScratchFolder>();
    m_repository = Repository::create(std::make_unique<FolderStore>(m_folder->filePath(QStringLiteral("library"))),
                                      QCA::SecureArray("test"), {test::kCheapScrypt}, {})
                       .value();
}

std::unique_ptr<QProcess> TestResticLocks::startBackup()
{
    auto process = restic().start({"backup", "--stdin", "--stdin-filename", "disk.raw"});
    if (!QTest::qWaitFor([this] { return !locks().isEmpty(); }, 20'000))
        qFatal("restic does not lock: %s", process->readAllStandardError().constData());
    return process;
}

void TestResticLocks::sharesWithABackup()
{
    const auto backup = startBackup();
    {
        const auto shared = lock(LockMode::Shared).value();
        QCOMPARE(locks().size(), 2);
        // Its packs are its own.
        const auto report = loadIndexAndAdoptOrphans(*m_repository, *shared, {}).value();
        QVERIFY(report.othersAtWork);
        test::storeImage(*m_repository, QStringLiteral("vm1"), test::noise(100'000, 1), 65536);

        const auto exclusive = lock(LockMode::Exclusive);
        QVERIFY(!exclusive);
        QCOMPARE(exclusive.error().code(), ErrorCode::Locked);

        backup->write(test::noise(3'000'000, 2));
        backup->closeWriteChannel();
        QVERIFY(backup->waitForFinished());
        QVERIFY2(backup->exitCode() == 0, backup->readAllStandardError());
        QVERIFY(shared->release());
    }
    QVERIFY(locks().isEmpty());
    QVERIFY(lock(LockMode::Exclusive));
    const auto checked = restic().run({"check", "--read-data"});
    QVERIFY2(checked.exitCode == 0, checked.all());
    QCOMPARE(loadSnapshots(m_repository->files(), {}).value().snapshots.size(), std::size_t{2});
}

void TestResticLocks::keepsOffWhileResticIsAlone()
{
    // Stopped in the middle of what it does under an exclusive lock.
    const auto prune = restic().start({"prune"});
    QVERIFY(QTest::qWaitFor([this] { return !locks().isEmpty(); }, 20'000));
    QCOMPARE(::kill(static_cast<pid_t>(prune->processId()), SIGSTOP), 0);
    const auto shared = lock(LockMode::Shared);
    const auto pid = QString::number(prune->processId());
    QCOMPARE(::kill(static_cast<pid_t>(prune->processId()), SIGCONT), 0);
    QVERIFY(!shared);
    QCOMPARE(shared.error().code(), ErrorCode::Locked);
    QVERIFY2(shared.error().what().contains(pid), qPrintable(shared.error().what()));
    QVERIFY(prune->waitForFinished());
    QVERIFY2(prune->exitCode() == 0, prune->readAllStandardError());
    QVERIFY(lock(LockMode::Shared));
}

void TestResticLocks::ourLockKeepsResticOff_data()
{
    QTest::addColumn<LockMode>("mode");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<bool>("works");
    const QStringList backup{"backup", "/etc/hostname"};
    QTest::newRow("shared, backup") << LockMode::Shared << backup << true;
    QTest::newRow("shared, prune") << LockMode::Shared << QStringList{"prune"} << false;
    QTest::newRow("exclusive, backup") << LockMode::Exclusive << backup << false;
    QTest::newRow("exclusive, prune") << LockMode::Exclusive << QStringList{"prune"} << false;
}

void TestResticLocks::ourLockKeepsResticOff()
{
    QFETCH(const LockMode, mode);
    QFETCH(const QStringList, command);
    QFETCH(const bool, works);
    const auto ours = lock(mode).value();
    const auto outcome = restic().run(command);
    QVERIFY2((outcome.exitCode == 0) == works, outcome.all());
    if (!works) {
        QVERIFY2(outcome.errors.contains("already locked"), outcome.all());
        QVERIFY2(outcome.errors.contains("PID " + QByteArray::number(QCoreApplication::applicationPid())),
                 outcome.all());
    }
    QVERIFY(ours->isValid());
}

void TestResticLocks::unlockLeavesALivingLock()
{
    // It asks by SIGHUP whether we live. Qt Test would take that for a crash.
    struct sigaction previous {
    };
    struct sigaction usual {
    };
    usual.sa_handler = SIG_DFL;
    QCOMPARE(::sigaction(SIGHUP, &usual, &previous), 0);
    {
        const auto ours = lock(LockMode::Shared).value();
        const auto unlocked = restic().run({"unlock"});
        QVERIFY2(unlocked.exitCode == 0, unlocked.all());
        QCOMPARE(locks().size(), 1);
        QVERIFY(ours->isValid());
    }
    QCOMPARE(::sigaction(SIGHUP, &previous, nullptr), 0);
}

void TestResticLocks::unlockRemovesADeadLock()
{
    LockFile dead;
    dead.time = QDateTime::currentDateTimeUtc();
    dead.holder = ClientIdentity::current();
    const auto process = restic().start({"version"});
    dead.holder.pid = process->processId();
    QVERIFY(process->waitForFinished());
    QVERIFY(m_repository->files().save(FileKind::Lock, viewOf(dead.toJson()), {}));
    QCOMPARE(locks().size(), 1);
    const auto unlocked = restic().run({"unlock"});
    QVERIFY2(unlocked.exitCode == 0, unlocked.all());
    QVERIFY(locks().isEmpty());
}

void TestResticLocks::killedResticIsStale()
{
    const auto backup = startBackup();
    backup->write(test::noise(40 << 20, 3));
    // Some packs are stored, no index is written yet.
    QVERIFY(QTest::qWaitFor(
        [this] {
            int packs = 0;
            test::require(m_repository->store().list(kDataFolder.toString(),
                                                     [&packs](const ObjectInfo &object) -> Status {
                                                         packs += idOfObject(object.name) ? 1 : 0;
                                                         return {};
                                                     },
                                                     {}));
            return packs > 0;
        },
        20'000));
    backup->kill();
    QVERIFY(backup->waitForFinished());
    QCOMPARE(locks().size(), 1);

    // Its lock counts no more, and what it had stored is used.
    const auto ours = lock(LockMode::Shared).value();
    QCOMPARE(locks().size(), 1);
    const auto report = loadIndexAndAdoptOrphans(*m_repository, *ours, {}).value();
    QVERIFY(!report.othersAtWork);
    QVERIFY(report.adopted > 0);
    QVERIFY(m_repository->flushIndex({}));
    QVERIFY(ours->release());
    const auto checked = restic().run({"check", "--read-data"});
    QVERIFY2(checked.exitCode == 0, checked.all());
    QVERIFY2(!checked.output.contains("additional files"), checked.all());
}

QTEST_GUILESS_MAIN(TestResticLocks)
#include "tst_restic_locks.moc"
