#include "crypto/crypto_session.h"
#include "crypto/password_generator.h"
#include "crypto/password_strength.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealift;

class TestPasswordStrength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void grades_data();
    void grades();
    void countsKnownWordsForNothing();
    void isQuickEnoughForEveryKey();
    void generatesStrongPasswords();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestPasswordStrength::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session, session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

void TestPasswordStrength::grades_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<PasswordGrade>("grade");
    QTest::newRow("none") << QByteArray() << PasswordGrade::Weak;
    QTest::newRow("the best known one") << QByteArray("password") << PasswordGrade::Weak;
    QTest::newRow("a word in disguise") << QByteArray("Tr0ub4dour&3") << PasswordGrade::Weak;
    QTest::newRow("a run on the keyboard") << QByteArray("qwertyuiop1234567890") << PasswordGrade::Weak;
    QTest::newRow("repetition") << QByteArray(60, 'a') << PasswordGrade::Weak;
    QTest::newRow("four common words") << QByteArray("correct horse battery staple") << PasswordGrade::Good;
    QTest::newRow("random") << QByteArray("k7fx-9qmw-p3zt-8hny-v2cd") << PasswordGrade::Strong;
}

void TestPasswordStrength::grades()
{
    QFETCH(const QByteArray, password);
    QFETCH(const PasswordGrade, grade);
    const auto strength = estimatePasswordStrength(QCA::SecureArray(password), {});
    QVERIFY2(strength.grade == grade, qPrintable(QString::number(strength.bits)));
}

void TestPasswordStrength::countsKnownWordsForNothing()
{
    const QCA::SecureArray password(QByteArray("seligmann-werke"));
    const auto unknown = estimatePasswordStrength(password, {});
    const auto known = estimatePasswordStrength(password, {"seligmann", "werke"});
    QVERIFY(known.bits < unknown.bits / 2);
}

void TestPasswordStrength::isQuickEnoughForEveryKey()
{
    const QCA::SecureArray password(QByteArray("aB3$ pPq!").repeated(1000));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(estimatePasswordStrength(password, {}).grade, estimatePasswordStrength(password, {}).grade);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
}

void TestPasswordStrength::generatesStrongPasswords()
{
    const QRegularExpression shape(QStringLiteral("^[2-9a-km-np-z]{4}(-[2-9a-km-np-z]{4}){4}$"));
    QSet<QByteArray> seen;
    for (int i = 0; i < 500; ++i) {
        const auto password = generatePassword();
        QVERIFY2(shape.match(QString::fromLatin1(password.toByteArray())).hasMatch(),
                 password.toByteArray().constData());
        QCOMPARE(estimatePasswordStrength(password, {}).grade, PasswordGrade::Strong);
        seen.insert(password.toByteArray());
    }
    QCOMPARE(seen.size(), 500);
}

QTEST_GUILESS_MAIN(TestPasswordStrength)

#include "tst_password_strength.moc"
