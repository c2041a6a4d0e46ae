#include "task/secret_guard.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace sealift;

class TestSecretGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void texts_data();
    void texts();
    void looksEverywhere();
    void neverRepeatsTheSecret();
};

void TestSecretGuard::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    const auto add = [](const char *name, bool secret) { QTest::newRow(name) << QString::fromLatin1(name) << secret; };
    add("password", true);
    add("Password", true);
    add("library-password", true);
    add("passphrase", true);
    add("pass_phrase", true);
    add("passwd", true);
    add("secret", true);
    add("aws_secret_access_key", true);
    add("sessionToken", true);
    add("private-key", true);
    add("credentials", true);
    add("apiKey", true);
    add("password-file", false);
    add("passwordFile", false);
    add("token_path", false);
    add("library", false);
    add("path", false);
    add("kms-key-id", false);
    add("name", false);
}

void TestSecretGuard::names()
{
    QFETCH(const QString, name);
    QFETCH(const bool, secret);
    QCOMPARE(isSecretName(name), secret);
}

void TestSecretGuard::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("secret");
    const auto add = [](const char *name, const char *text, bool secret) {
        QTest::newRow(name) << QString::fromLatin1(text) << secret;
    };
    add("PEM", "-----BEGIN PRIVATE KEY-----\nMIIE", true);
    add("PEM of RSA", "x -----BEGIN RSA PRIVATE KEY-----", true);
    add("PEM of OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----", true);
    add("public PEM", "-----BEGIN PUBLIC KEY-----", false);
    add("access key", "AKIAIOSFODNN7EXAMPLE", true);
    add("access key in a sentence", "used AKIAIOSFODNN7EXAMPLE, refused", true);
    add("temporary access key", "ASIAIOSFODNN7EXAMPLE", true);
    add("too short for one", "AKIAIOSFODNN7", false);
    add("part of a longer word", "XAKIAIOSFODNN7EXAMPLEX", false);
    add("URL with a password", "https://me:hunter2@example.com/", true);
    add("URL with a user", "https://me@example.com/", false);
    add("URL", "s3:https://example.com:9000/bucket/a@b", false);
    add("path", "/srv/images/web.vmdk", false);
}

void TestSecretGuard::texts()
{
    QFETCH(const QString, text);
    QFETCH(const bool, secret);
    QCOMPARE(looksSecret(text), secret);
}

void TestSecretGuard::looksEverywhere()
{
    const QJsonObject deep{{QStringLiteral("a"), QJsonArray{1, QJsonObject{{QStringLiteral("token"), 1}}}}};
    QVERIFY(!refuseSecrets(deep, QStringLiteral("settings")));
    const QJsonObject text{{QStringLiteral("a"), QJsonArray{QStringLiteral("AKIAIOSFODNN7EXAMPLE")}}};
    QVERIFY(!refuseSecrets(text, QStringLiteral("settings")));
    const QJsonObject asName{{QStringLiteral("AKIAIOSFODNN7EXAMPLE"), true}};
    QVERIFY(!refuseSecrets(asName, QStringLiteral("settings")));
    const QJsonObject fine{{QStringLiteral("password-file"), QStringLiteral("/etc/sealift/password")},
                           {QStringLiteral("tags"), QJsonArray{QStringLiteral("web")}}};
    QVERIFY(refuseSecrets(fine, QStringLiteral("settings")));
}

void TestSecretGuard::neverRepeatsTheSecret()
{
    const QJsonObject object{
        {QStringLiteral("options"), QJsonObject{{QStringLiteral("password"), QStringLiteral("hunter2")}}}};
    const auto status = refuseSecrets(object, QStringLiteral("settings"));
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::Unsafe);
    QVERIFY(status.error().what().contains(QLatin1String("settings: options: password")));
    QVERIFY(!status.error().what().contains(QLatin1String("hunter2")));
    const auto key =
        refuseSecrets(QJsonObject{{QStringLiteral("AKIAIOSFODNN7EXAMPLE"), true}}, QStringLiteral("settings"));
    QVERIFY(!key);
    QVERIFY(!key.error().what().contains(QLatin1String("AKIA")));
}

QTEST_GUILESS_MAIN(TestSecretGuard)
#include "tst_secret_guard.moc"
