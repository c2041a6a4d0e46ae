#include "desktop/services/single_instance.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <optional>

using namespace sealift;
using Role = SingleInstance::Role;

/// A second start of the window hands over to the first.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void handsOver();
    void isAloneAgainAfterwards();
    void takesTheSocketOfTheDead();
    void closedToOthers();
    void otherStateIsAnother();
    void passesOverNonsense();
    void saysThatTheFirstHangs();

private:
    /// As another process does it: the first one goes on meanwhile.
    static std::optional<Role> startBeside(const QStringList &images);

    QTemporaryDir m_folder;
};

static const auto kState = QStringLiteral("/home/ann/.local/state/sealift");

void TestSingleInstance::initTestCase()
{
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
}

std::optional<Role> TestSingleInstance::startBeside(const QStringList &images)
{
    auto started = std::async(std::launch::async, [images]() -> std::optional<Role> {
        SingleInstance second(kState);
        const auto role = second.start(images);
        return role ? std::optional(*role) : std::nullopt;
    });
    const auto isDone = [&started] { return started.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    if (!QTest::qWaitFor(isDone, 20'000))
        return std::nullopt;
    return started.get();
}

void TestSingleInstance::handsOver()
{
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    QSignalSpy activated(&first, &SingleInstance::activated);
    const QStringList images{QStringLiteral("/srv/a b.qcow2"), QStringLiteral("/srv/\u00fc.raw")};
    QCOMPARE(startBeside(images), std::optional(Role::HandedOver));
    QCOMPARE(startBeside({}), std::optional(Role::HandedOver));
    QTRY_COMPARE(activated.size(), 2);
    QCOMPARE(activated[0][0].toStringList(), images);
    QCOMPARE(activated[1][0].toStringList(), QStringList());
}

void TestSingleInstance::isAloneAgainAfterwards()
{
    {
        SingleInstance first(kState);
        QCOMPARE(first.start({}).value(), Role::First);
    }
    QCOMPARE(startBeside({}), std::optional(Role::First));
}

void TestSingleInstance::takesTheSocketOfTheDead()
{
    // A socket that nobody listens at, and the lock of a process that never was.
    const auto path = SingleInstance(kState).socketPath();
    QFile socket(path);
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();
    QFile lock(path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("4194999\nsealift-desktop\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    lock.close();
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    QCOMPARE(startBeside({}), std::optional(Role::HandedOver));
}

void TestSingleInstance::closedToOthers()
{
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    QCOMPARE(QFileInfo(first.socketPath()).permissions() & 0x0077, QFileDevice::Permissions());
}

void TestSingleInstance::otherStateIsAnother()
{
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    SingleInstance other(QStringLiteral("/srv/other-state"));
    QCOMPARE(other.start({}).value(), Role::First);
    QVERIFY(first.socketPath() != other.socketPath());
}

void TestSingleInstance::passesOverNonsense()
{
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    QSignalSpy activated(&first, &SingleInstance::activated);
    QLocalSocket socket;
    socket.connectToServer(first.socketPath());
    QVERIFY(socket.waitForConnected(5000));
    socket.write("[\"relative\", 7, \"/srv/good.raw\", null]\n");
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toStringList(), QStringList{QStringLiteral("/srv/good.raw")});
}

void TestSingleInstance::saysThatTheFirstHangs()
{
    SingleInstance first(kState);
    QCOMPARE(first.start({}).value(), Role::First);
    // Its event loop does not turn.
    SingleInstance second(kState);
    const auto role = second.start({});
    QVERIFY(!role);
    QCOMPARE(role.error().code(), ErrorCode::Locked);
}

QTEST_GUILESS_MAIN(TestSingleInstance)

#include "tst_single_instance.moc"
