#include "desktop/services/keyring.h"

#include "crypto/crypto_session.h"

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
    void cleanupTestCase() { m_session.reset(); }
    void keepsAPassword();
    void saysWhatIsNotThere();
    void removesTwice();

private:
    Status write(const QString &key, const QByteArray &password);
    Status remove(const QString &key);
    Result<QCA::SecureArray> read(const QString &key);

    std::unique_ptr<CryptoSession> m_session;
    Keyring m_keyring{QStringLiteral("sealift-test")};
};

void TestKeyring::initTestCase()
{
    m_session = CryptoSession::start().value();
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

QTEST_GUILESS_MAIN(TestKeyring)

#include "tst_keyring.moc"
