#include "common/task_jobs.h"
#include "core/scratch/memory_search.h"
#include "desktop/services/auto_lock.h"
#include "desktop/services/idle_watch.h"
#include "desktop/services/session_watch.h"
#include "storage/folder_store.h"
#include "support/test_library.h"
#include "ui/settings/settings_dialog.h"
#include "ui/support/fake_logind.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <sys/prctl.h>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;
using enum TaskState;

namespace {

constexpr int kDisk = 8 << 20;
constexpr qint64 kSlow = 64 << 10; // bytes a second: a search of memory takes its time

/// 32 letters that are nowhere but in locked memory.
QCA::SecureArray drawnPassword()
{
    QCA::SecureArray password(static_cast<int>(MaskedKey::kSize));
    for (int i = 0; i < password.size(); ++i)
        password[i] = static_cast<char>('a' + QRandomGenerator::system()->bounded(26));
    return password;
}

} // namespace

/// Libraries that lock themselves: after a time, with the screen, before sleep. The clock is the test's, logind a small
/// one on a bus of the test's own (bus-session.sh); libraries, queue and tasks are the application's.
class TestAutoLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void locksAfterIdleTime();
    void inputPutsItOff();
    void neverIfSoWished();
    void locksWithTheScreen_data();
    void locksWithTheScreen();
    void leavesTheScreenAloneIfSoWished();
    void locksBeforeSleep();
    void tasksGoOnAndTheLibraryIsLockedAfterThem();
    void tasksStopAndGoOnWhenUnlocked();
    void keysAndPasswordLeaveMemory();
    void pausedTasksAreStopped();
    void tasksWithAPasswordFileNeedNobody();
    void settingsShowAndKeepIt();

private:
    void change(const std::function<void(AppSettings &)> &change);
    LibraryState state() const { return m_bench->libraries.library(m_library)->state; }
    TaskState state(const TaskId &id) const
    {
        const auto *task = m_engine->queue().task(id);
        return task == nullptr ? TaskState(-1) : task->state;
    }
    QString location() const { return m_bench->libraries.library(m_library)->location; }
    /// An import that takes some seconds, under way.
    TaskId slowImport(const QString &passwordFile = {});
    void lockTheScreen() { Q_EMIT m_session->locked(); }

    std::chrono::milliseconds m_now = 1000h;
    std::unique_ptr<DialogBench> m_bench;
    std::unique_ptr<TaskEngine> m_engine;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<IdleWatch> m_idle;
    std::unique_ptr<SessionWatch> m_session;
    std::unique_ptr<AutoLock> m_lock;
    QString m_library;
};

void TestAutoLock::initTestCase()
{
    // It belongs to no session of that name: the user's own is the one that counts.
    qputenv("XDG_SESSION_ID", "gone");
}

void TestAutoLock::init()
{
    m_bench = std::make_unique<DialogBench>();
    auto &bench = *m_bench;
    StatePaths paths;
    paths.state = bench.path(QStringLiteral("state"));
    paths.scratch = bench.path(QStringLiteral("scratch"));
    TaskEngineOptions options;
    options.factory = jobFactory({.openLibrary = [&bench](const LibrarySettings &library, const std::stop_token &stop) {
        return bench.vault.openTaskLibrary(library, stop);
    }});
    options.accepts = [&bench](const TaskRecord &record) {
        const auto settings = ImportSettings::parse(record.settings, {});
        return settings && bench.vault.canOpen(settings->library);
    };
    options.cleansUpAll = true;
    m_engine = TaskEngine::start(paths, options).value();
    if (qEnvironmentVariableIsSet("SEALIFT_TEST_BUS")) {
        m_logind = std::make_unique<FakeLogind>();
        QVERIFY(m_logind->isServing());
    }
    m_idle = std::make_unique<IdleWatch>([this] { return m_now; });
    m_session = std::make_unique<SessionWatch>(QDBusConnection::sessionBus());
    m_lock = std::make_unique<AutoLock>(bench.libraries, m_engine->queue(), bench.settings, *m_idle, *m_session);
    m_library = bench.unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
}

void TestAutoLock::cleanup()
{
    m_lock.reset();
    m_session.reset();
    m_idle.reset();
    m_logind.reset();
    m_engine.reset();
    m_bench.reset();
}

void TestAutoLock::change(const std::function<void(AppSettings &)> &change)
{
    auto settings = m_bench->settings.settings();
    change(settings);
    m_bench->settings.set(settings);
}

TaskId TestAutoLock::slowImport(const QString &passwordFile)
{
    const auto disk = m_bench->path(QStringLiteral("disk.raw"));
    QFile file(disk);
    if (!file.open(QIODevice::WriteOnly) || file.write(noise(kDisk, 7)) != kDisk)
        qFatal("cannot write %s", qPrintable(disk));
    file.close();
    ImportSettings settings;
    settings.library = {location(), passwordFile};
    settings.image = disk;
    settings.request.name = QStringLiteral("slow");
    auto &queue = m_engine->queue();
    queue.setBytesPerSecond(kSlow);
    const auto id = queue.add(TaskRecord::create(TaskKind::Import, settings.toJson(), disk, location()));
    if (!QTest::qWaitFor([&] { return state(id) == Transferring && queue.task(id)->progress.done > 0; }, kPatience))
        qWarning("the import does not begin");
    return id;
}

void TestAutoLock::locksAfterIdleTime()
{
    QSignalSpy locked(m_lock.get(), &AutoLock::locked);
    m_now += 29min + 59s;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Unlocked);
    m_now += 1s;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Locked);
    QVERIFY(!m_bench->vault.has(location()));
    QVERIFY(m_bench->libraries.images(m_library).empty());
    QCOMPARE(locked.size(), 1);
    QCOMPARE(locked.first().at(0).toStringList(), QStringList{QStringLiteral("Office NAS")});
    QCOMPARE(locked.first().at(1).value<LockReason>(), LockReason::Idle);
    m_now += 24h;
    m_idle->look();
    QCOMPARE(locked.size(), 1);
}

void TestAutoLock::inputPutsItOff()
{
    QLineEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    m_now += 29min;
    QTest::keyClick(&field, Qt::Key_A);
    m_now += 29min;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Unlocked);
    QTest::mouseClick(&field, Qt::LeftButton);
    m_now += 29min;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Unlocked);
    // What the program does by itself is nobody's input.
    field.setText(QStringLiteral("b"));
    field.update();
    QTest::qWait(50);
    m_now += 1min;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Locked);
}

void TestAutoLock::neverIfSoWished()
{
    change([](AppSettings &settings) { settings.lockAfterMinutes = 0; });
    m_now += 24h * 365;
    m_idle->look();
    QCOMPARE(state(), LibraryState::Unlocked);
    // A shorter limit counts from the last input, not from now.
    change([](AppSettings &settings) { settings.lockAfterMinutes = 5; });
    QCOMPARE(state(), LibraryState::Locked);
}

void TestAutoLock::locksWithTheScreen_data()
{
    QTest::addColumn<bool>("byHint");
    QTest::newRow("LockedHint") << true;
    QTest::newRow("Lock") << false;
}

void TestAutoLock::locksWithTheScreen()
{
    QFETCH(const bool, byHint);
    if (!m_logind)
        QSKIP("there is no dbus-run-session here");
    QTRY_VERIFY(m_session->knowsSession());
    m_logind->setLockedHint(false);
    QTest::qWait(100);
    QCOMPARE(state(), LibraryState::Unlocked);
    if (byHint)
        m_logind->setLockedHint(true);
    else
        m_logind->askToLock();
    QTRY_COMPARE(state(), LibraryState::Locked);
    QVERIFY(!m_bench->vault.has(location()));
}

void TestAutoLock::leavesTheScreenAloneIfSoWished()
{
    if (!m_logind)
        QSKIP("there is no dbus-run-session here");
    change([](AppSettings &settings) { settings.lockWithScreen = false; });
    QTRY_VERIFY(m_session->knowsSession() && m_session->holdsSleepBack());
    QSignalSpy locked(m_session.get(), &SessionWatch::locked);
    m_logind->setLockedHint(true);
    m_logind->prepareForSleep(true);
    QTRY_VERIFY(!m_logind->isSleepHeldBack());
    QCOMPARE(locked.size(), 1);
    QCOMPARE(state(), LibraryState::Unlocked);
}

void TestAutoLock::locksBeforeSleep()
{
    if (!m_logind)
        QSKIP("there is no dbus-run-session here");
    change([](AppSettings &settings) { settings.lockStopsTasks = true; });
    QTRY_VERIFY(m_session->holdsSleepBack());
    QCOMPARE(m_logind->inhibited().first(), QStringLiteral("sleep"));
    QCOMPARE(m_logind->inhibited().last(), QStringLiteral("delay"));
    QVERIFY(m_logind->isSleepHeldBack());
    const auto id = slowImport();
    QSignalSpy falling(m_session.get(), &SessionWatch::fallingAsleep);
    m_logind->prepareForSleep(true);
    QVERIFY(falling.wait());
    QCOMPARE(state(), LibraryState::Locked);
    QVERIFY(m_session->holdsSleepBack()); // until the task has let go of its key
    QTRY_VERIFY(!m_logind->isSleepHeldBack());
    QVERIFY(!m_engine->queue().isExecutedHere(id));
    m_logind->prepareForSleep(false);
    QTRY_VERIFY(m_logind->isSleepHeldBack());
}

void TestAutoLock::tasksGoOnAndTheLibraryIsLockedAfterThem()
{
    QSignalSpy locked(m_lock.get(), &AutoLock::locked);
    const auto id = slowImport();
    lockTheScreen();
    QCOMPARE(m_lock->waiting(), QSet{m_library});
    QTest::qWait(300);
    QCOMPARE(state(), LibraryState::Unlocked);
    QCOMPARE(state(id), Transferring);
    m_engine->queue().setBytesPerSecond(0);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), Completed, kPatience);
    QTRY_COMPARE(state(), LibraryState::Locked);
    QVERIFY(m_lock->waiting().isEmpty());
    QVERIFY(!m_bench->vault.has(location()));
    QCOMPARE(locked.size(), 1);
    QCOMPARE(locked.first().at(1).value<LockReason>(), LockReason::Screen);
}

void TestAutoLock::tasksStopAndGoOnWhenUnlocked()
{
    change([](AppSettings &settings) { settings.lockStopsTasks = true; });
    const auto id = slowImport();
    lockTheScreen();
    QCOMPARE(state(), LibraryState::Locked);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), Queued, kPatience);
    QTRY_VERIFY(!m_engine->queue().isExecutedHere(id));
    QTest::qWait(300);
    QCOMPARE(state(id), Queued);
    m_engine->queue().setBytesPerSecond(0);
    m_bench->libraries.unlock(m_library, QCA::SecureArray("test"), false);
    QVERIFY(m_bench->waitFor(m_library, LibraryState::Unlocked));
    m_engine->queue().reconsider();
    QTRY_COMPARE_WITH_TIMEOUT(state(id), Completed, kPatience);
    QVERIFY(!m_engine->queue().task(id)->error);
}

void TestAutoLock::keysAndPasswordLeaveMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's memory cannot be searched");
#endif
    change([](AppSettings &settings) { settings.lockStopsTasks = true; });
    const auto place = m_bench->path(QStringLiteral("secret"));
    auto password = drawnPassword();
    const MaskedKey maskedPassword(reinterpret_cast<const unsigned char *>(password.constData()));
    std::optional<MaskedKey> master;
    {
        const auto made = Repository::create(std::make_unique<FolderStore>(place), password, {kCheapScrypt}, {});
        QVERIFY(made);
        master.emplace(reinterpret_cast<const unsigned char *>((*made)->sealingKey().encrypt.constData()));
    }
    m_library = m_bench->libraries.add(QStringLiteral("Secret"), {place});
    m_bench->libraries.unlock(m_library, password, false);
    password = QCA::SecureArray();
    QVERIFY(m_bench->waitFor(m_library, LibraryState::Unlocked));
    const auto id = slowImport();

    // The search finds them while they are in use, or it would prove nothing.
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); // or an ordinary user's process may not read itself
    MemorySearch search;
    QVERIFY2(search.countInMemory({*master}) > 0, "the master key was not found while it was in use");
    QVERIFY(search.countInMemory({maskedPassword}) > 0);

    lockTheScreen();
    QTRY_VERIFY_WITH_TIMEOUT(!m_engine->queue().isExecutedHere(id), kPatience);
    QCOMPARE(search.countInMemory({*master}), 0);
    QCOMPARE(search.countInMemory({maskedPassword}), 0);
}

void TestAutoLock::pausedTasksAreStopped()
{
    const auto id = slowImport();
    m_engine->queue().pause({id});
    QTRY_COMPARE_WITH_TIMEOUT(state(id), Paused, kPatience);
    QVERIFY(m_engine->queue().isExecutedHere(id));
    lockTheScreen();
    QCOMPARE(state(), LibraryState::Locked);
    QTRY_VERIFY_WITH_TIMEOUT(!m_engine->queue().isExecutedHere(id), kPatience);
    QTRY_COMPARE(state(id), Paused);
}

void TestAutoLock::tasksWithAPasswordFileNeedNobody()
{
    change([](AppSettings &settings) { settings.lockStopsTasks = true; });
    const auto path = m_bench->path(QStringLiteral("password"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("test\n");
    file.close();
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    const auto id = slowImport(path);
    lockTheScreen();
    QCOMPARE(state(), LibraryState::Locked);
    QTest::qWait(300);
    QCOMPARE(state(id), Transferring);
    m_engine->queue().setBytesPerSecond(0);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), Completed, kPatience);
}

void TestAutoLock::settingsShowAndKeepIt()
{
    SettingsDialog dialog(m_bench->settings, m_bench->places, {});
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("settingsTabs"));
    auto *after = dialog.findChild<QSpinBox *>(QStringLiteral("lockAfter"));
    auto *withScreen = dialog.findChild<QCheckBox *>(QStringLiteral("lockWithScreen"));
    auto *tasks = dialog.findChild<QComboBox *>(QStringLiteral("lockTasks"));
    QCOMPARE(after->value(), 30);
    QVERIFY(withScreen->isChecked());
    tabs->setCurrentWidget(after->parentWidget());
    QTest::qWait(300);
    photograph(dialog, QStringLiteral("settings-locking"));
    VERIFY_SOUND(dialog);
    tasks->setCurrentIndex(1);
    VERIFY_SOUND(dialog);
    after->setValue(5);
    withScreen->setChecked(false);
    auto *apply = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatience);
    apply->click();
    const auto settings = m_bench->settings.settings();
    QCOMPARE(settings.lockAfterMinutes, 5);
    QVERIFY(!settings.lockWithScreen);
    QVERIFY(settings.lockStopsTasks);
    QVERIFY(settingsOf(settingsJson(settings)) == settings);
    QCOMPARE(settingsOf({{QStringLiteral("lockAfterMinutes"), -5}}).lockAfterMinutes, 0);
}

QTEST_MAIN(TestAutoLock)

#include "tst_auto_lock.moc"
