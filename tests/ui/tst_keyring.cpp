#include "desktop/services/keyring.h"

#include "ui/support/dialog_bench.h"

#include <QProcess>
#include <QTest>

using namespace sealift;

/// Passwords in a real keyring: gnome-keyring-daemon in a D-Bus session of the test's own, with its files in a
/// temporary home folder (keyring-session.sh).
class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void keepsAPassword();
    void saysWhatIsNotThere();
    void removesTwice();
    void unlocksARememberedLibrary();

private:
    Status write(const QString &key, const QByteArray &password);
    Status remove(const QString &key);
    Result<QCA::SecureArray> read(const QString &key);

    std::unique_ptr<test::DialogBench> m_bench;
    Keyring m_keyring{QStringLiteral("sealift-test")};
};

void TestKeyring::initTestCase()
{
    m_bench = std::make_unique<test::DialogBench>();
    if (qEnvironmentVariableIsEmpty("SEALIFT_TEST_KEYRING"))
        QSKIP("there is no gnome-keyring-daemon here");
}

template <typename Value, typename Call>
static Value answerOf(Call call)
{
    std::optional<Value> answer;
    call([&answer](const Value &value) { answer = value; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000))
        return fail(Error(ErrorCode::Timeout, QStringLiteral("the keyring does not answer")));
    return *answer;
}

Status TestKeyring::write(const QString &key, const QByteArray &password)
{
    return answerOf<Status>([&](const Keyring::Done &then) { m_keyring.write(key, QCA::SecureArray(password), then); });
}

Status TestKeyring::remove(const QString &key)
{
    return answerOf<Status>([&](const Keyring::Done &then) { m_keyring.remove(key, then); });
}

Result<QCA::SecureArray> TestKeyring::read(const QString &key)
{
    return answerOf<Result<QCA::SecureArray>>([&](const Keyring::Read &then) { m_keyring.read(key, then); });
}

void TestKeyring::keepsAPassword()
{
    const QByteArray password("gr\xc3\xbc\xc3\x9f Gott\0 und mehr", 21);
    const auto written = write(QStringLiteral("one"), password);
    QVERIFY2(written, written ? "" : qPrintable(written.error().what()));
    const auto back = read(QStringLiteral("one"));
    QVERIFY2(back, back ? "" : qPrintable(back.error().what()));
    QCOMPARE(back->toByteArray(), password);
    QVERIFY(write(QStringLiteral("one"), "another"));
    QCOMPARE(read(QStringLiteral("one"))->toByteArray(), QByteArray("another"));
}

void TestKeyring::saysWhatIsNotThere()
{
    const auto none = read(QStringLiteral("never"));
    QVERIFY(!none);
    QCOMPARE(none.error().code(), ErrorCode::NotFound);
}

void TestKeyring::removesTwice()
{
    QVERIFY(write(QStringLiteral("two"), "x"));
    QVERIFY(remove(QStringLiteral("two")));
    QVERIFY(!read(QStringLiteral("two")));
    QVERIFY(remove(QStringLiteral("two")));
}

void TestKeyring::unlocksARememberedLibrary()
{
    const auto list = m_bench->path(QStringLiteral("config/libraries.json"));
    const auto id = m_bench->libraries.add(QStringLiteral("Office"), {m_bench->makeLibrary()});
    QVERIFY(m_bench->waitFor(id, LibraryState::Locked));
    m_bench->libraries.unlock(id, QCA::SecureArray("test"), true);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->libraries.library(id)->remembered, test::kPatience);
    QCOMPARE(read(id)->toByteArray(), QByteArray("test"));
    QTest::qWait(500); // the list is written elsewhere

    // The next start asks for no password.
    PasswordVault vault(m_bench->stores);
    Libraries next(list, m_bench->stores, vault, m_bench->keyring, m_bench->settings);
    const auto isOpen = [&next, &id] { return next.library(id)->state == LibraryState::Unlocked; };
    QVERIFY(QTest::qWaitFor(isOpen, test::kPatience));
    QCOMPARE(next.images(id).size(), std::size_t{1});

    // Whoever wants no keyring any more has nothing left in it.
    auto settings = m_bench->settings.settings();
    settings.offerKeyring = false;
    m_bench->settings.set(settings);
    QTest::qWait(1000);
    QVERIFY(!m_bench->settings.settings().offerKeyring);
    QVERIFY(!m_bench->libraries.library(id)->remembered);
    const auto left = read(id);
    QVERIFY(!left);
    QCOMPARE(left.error().code(), ErrorCode::NotFound);
    QVERIFY(!next.library(id)->remembered);
}

QTEST_MAIN(TestKeyring)

#include "tst_keyring.moc"
