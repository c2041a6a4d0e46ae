#include "aws/process_credentials.h"
#include "aws/sts_client.h"
#include "aws_search.h"
#include "crypto/crypto_session.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

#include <thread>

using namespace sealift;
using namespace sealift::test;

/// What goes wrong is said clearly, and no secret with it.
class TestCredentialFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roles_data();
    void roles();
    void profiles_data();
    void profiles();
    void processes_data();
    void processes();
    void processTakesTooLong();
    void containers_data();
    void containers();
    void environments_data();
    void environments();
    void sso_data();
    void sso();
    void webIdentity_data();
    void webIdentity();
    void noSts();
    void foreignCertificate();
    void endsWhenStopped();

private:
    /// The search fails so; nothing that is said has a secret in it.
    void check(AwsSearch &search, ErrorCode code, const QString &words)
    {
        const auto found = search.find();
        QVERIFY2(!found, qPrintable(words));
        const auto said = everythingOf(found.error());
        QVERIFY2(!said.contains(QStringLiteral("S3CR3T"), Qt::CaseInsensitive), qPrintable(said));
        QVERIFY2(found.error().code() == code, qPrintable(errorCodeName(found.error().code()) + said));
        QVERIFY2(found.error().what().contains(words), qPrintable(said));
        QVERIFY2(!found.error().what().contains(QStringLiteral("%1")), qPrintable(said));
    }

    AwsServices m_services;
};

void TestCredentialFailures::initTestCase()
{
    QVERIFY(m_services.isReady());
}

void TestCredentialFailures::roles_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *role, ErrorCode code, const char *words) {
        QTest::newRow(role) << QString::fromLatin1(role) << code << QString::fromLatin1(words);
    };
    row("denied", ErrorCode::PermissionDenied,
        "arn:aws:iam::111122223333:user/base may not sts:AssumeRole on arn:aws:iam::1:role/denied");
    row("external", ErrorCode::PermissionDenied, "AccessDenied");
    row("long", ErrorCode::InvalidArgument, "ValidationError");
    row("mfa", ErrorCode::PermissionDenied, "AccessDenied");
    row("text", ErrorCode::Corrupt, "no XML");
    row("half", ErrorCode::Corrupt, "no XML");
    row("entities", ErrorCode::Corrupt, "document type");
    row("deep", ErrorCode::LimitExceeded, "nested");
    row("endless", ErrorCode::LimitExceeded, "more than");
    row("lacking", ErrorCode::Corrupt, "lacks");
    row("over", ErrorCode::PermissionDenied, "expired");
}

void TestCredentialFailures::roles()
{
    QFETCH(QString, role);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.credentials(kBaseKeys);
    search.home.config("[default]\nrole_arn = arn:aws:iam::1:role/" + role.toUtf8() + "\nsource_profile = base\n");
    check(search, code, words);
}

void TestCredentialFailures::profiles_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const QByteArray role = "[default]\nrole_arn = arn:aws:iam::1:role/x\n";
    const auto row = [](const char *name, const QByteArray &config, const QByteArray &credentials, ErrorCode code,
                        const char *words) {
        QTest::newRow(name) << config << credentials << code << QString::fromLatin1(words);
    };
    row("unknown key", {}, "[default]\naws_access_key_id = AKIANONE\naws_secret_access_key = S3CR3T\n",
        ErrorCode::NotFound, "");
    row("wrong secret", role + "source_profile = base\n",
        "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = S3CR3T-other\n", ErrorCode::PermissionDenied,
        "the secret access key does not belong to the access key");
    row("unknown source key", role + "source_profile = base\n",
        "[base]\naws_access_key_id = AKIANONE\naws_secret_access_key = S3CR3T\n", ErrorCode::PermissionDenied,
        "it does not know the access key");
    row("wrong token", role + "source_profile = base\n", QByteArray(kBaseKeys) + "aws_session_token = S3CR3T\n",
        ErrorCode::PermissionDenied, "InvalidClientTokenId");
    row("no source", role, {}, ErrorCode::InvalidArgument, "neither source_profile nor credential_source");
    row("two sources", role + "source_profile = base\ncredential_source = Environment\n", kBaseKeys,
        ErrorCode::InvalidArgument, "both");
    row("missing source", role + "source_profile = gone\n", {}, ErrorCode::NotFound, "no profile \"gone\"");
    row("empty source", role + "source_profile = base\n[profile base]\nregion = x\n", {}, ErrorCode::InvalidArgument,
        "has no credentials");
    row("itself", role + "source_profile = default\n", {}, ErrorCode::InvalidArgument, "circle: default, default");
    row("circle",
        role + "source_profile = b\n[profile b]\nrole_arn = r\nsource_profile = c\n[profile c]\nrole_arn = r\n"
               "source_profile = b\n",
        {}, ErrorCode::InvalidArgument, "circle: default, b, c, b");
    row("wrong service", role + "credential_source = S3CR3T\n", {}, ErrorCode::InvalidArgument, "credential_source");
    row("empty service", role + "credential_source = Environment\n", {}, ErrorCode::NotFound, "Environment");
    row("duration", role + "source_profile = base\nduration_seconds = S3CR3T\n", kBaseKeys, ErrorCode::InvalidArgument,
        "line 4: duration_seconds");
    row("short duration", role + "source_profile = base\nduration_seconds = 60\n", kBaseKeys,
        ErrorCode::InvalidArgument, "duration_seconds");
    row("half a key", {}, "[default]\naws_access_key_id = AKIABASE\n", ErrorCode::InvalidArgument, "line 2");
    row("empty secret", {}, "[default]\naws_access_key_id = AKIABASE\naws_secret_access_key =\n",
        ErrorCode::InvalidArgument, "line 3");
    row("torn file", {}, "[default]\naws_access_key_id = AKIABASE\nS3CR3T\n", ErrorCode::Corrupt, "line 3");
}

void TestCredentialFailures::profiles()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, credentials);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.config(config);
    search.home.credentials(credentials);
    if (words.isEmpty()) { // it is found, and only its use shows that it is none
        const auto found = search.find();
        QVERIFY(found);
        HttpClient transport({.caFile = m_services.caFile()});
        StsClient sts(transport, {QUrl(m_services.https()), QStringLiteral("eu-central-1")});
        const auto identity = sts.callerIdentity(found->credentials, {});
        QVERIFY(!identity && identity.error().code() == ErrorCode::PermissionDenied);
        QVERIFY(!everythingOf(identity.error()).contains(QStringLiteral("S3CR3T")));
        return;
    }
    check(search, code, words);
}

void TestCredentialFailures::processes_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &command, ErrorCode code, const char *words) {
        QTest::newRow(name) << command << code << QString::fromLatin1(words);
    };
    row("no program", "", ErrorCode::InvalidArgument, "no program");
    row("not there", "/S3CR3T/program", ErrorCode::ToolMissing, "no such program");
    row("not in the path", "s3cr3t-program", ErrorCode::ToolMissing, "no such program");
    row("open quote", "/bin/echo 'S3CR3T", ErrorCode::InvalidArgument, "no end");
    row("fails", "/bin/sh -c 'echo S3CR3T; echo S3CR3T >&2; exit 7'", ErrorCode::ToolFailed, "exit code 7");
    row("killed", "/bin/sh -c 'echo S3CR3T; kill -9 $$'", ErrorCode::ToolFailed, "signal 9");
    row("no JSON", "/bin/echo S3CR3T", ErrorCode::Corrupt, "no JSON object");
    row("a list", "/bin/echo '[\"S3CR3T\"]'", ErrorCode::Corrupt, "no JSON object");
    row("deep", "/bin/sh -c 'printf \"{\\\"S3CR3T\\\":\"; head -c 30000 /dev/zero | tr \"\\\\0\" \"[\"'",
        ErrorCode::Corrupt, "no JSON object");
    row("endless", "/bin/sh -c 'head -c 100000 /dev/zero | tr \"\\\\0\" S'", ErrorCode::LimitExceeded, "more than");
    row("no version", "/bin/echo '{\"AccessKeyId\": \"S3CR3T\"}'", ErrorCode::Unsupported, "version 1");
    row("version 2", "/bin/echo '{\"Version\": 2, \"AccessKeyId\": \"S3CR3T\"}'", ErrorCode::Unsupported, "version 1");
    row("no secret", "/bin/echo '{\"Version\": 1, \"AccessKeyId\": \"S3CR3T\"}'", ErrorCode::Corrupt,
        "\"SecretAccessKey\" is missing");
    row("secret no text",
        "/bin/echo '{\"Version\": 1, \"AccessKeyId\": \"S3CR3T\", \"SecretAccessKey\": [\"S3CR3T\"]}'",
        ErrorCode::Corrupt, "\"SecretAccessKey\" is no text");
    row("no time",
        "/bin/echo '{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"S3CR3T\", \"Expiration\": "
        "\"S3CR3T\"}'",
        ErrorCode::Corrupt, "\"Expiration\" is no time");
    row("expired",
        "/bin/echo '{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"S3CR3T\", \"Expiration\": "
        "\"2001-01-01T00:00:00Z\"}'",
        ErrorCode::PermissionDenied, "expired");
}

void TestCredentialFailures::processes()
{
    QFETCH(QByteArray, command);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.config("[default]\ncredential_process = " + command + '\n');
    check(search, code, words);
    if (!QTest::currentTestFailed())
        check(search, code, search.home.path(QStringLiteral(".aws/config, line 2")));
}

void TestCredentialFailures::processTakesTooLong()
{
    const IniField command{QStringLiteral("/bin/sleep 60"), {}, {}, QStringLiteral("config"), 7};
    QElapsedTimer timer;
    timer.start();
    const auto slow = processCredentials(command, AwsHome().variables(), {}, std::chrono::seconds(1));
    QVERIFY(!slow && slow.error().code() == ErrorCode::Timeout);
    QVERIFY(timer.elapsed() < 10'000);
}

void TestCredentialFailures::containers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("token");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto good = QStringLiteral("S3CR3T-container-token");
    QTest::newRow("no token") << "/container" << QString() << ErrorCode::PermissionDenied << "status 401";
    QTest::newRow("wrong token") << "/container"
                                 << "S3CR3T" << ErrorCode::PermissionDenied << "status 401";
    QTest::newRow("token with a line break") << "/container"
                                             << "S3CR3T\nX-Evil: 1" << ErrorCode::InvalidArgument << "line break";
    QTest::newRow("broken") << "/container/broken" << good << ErrorCode::Corrupt << "no JSON object";
    QTest::newRow("deep") << "/container/deep" << good << ErrorCode::Corrupt << "no JSON object";
    QTest::newRow("large") << "/container/large" << good << ErrorCode::LimitExceeded << "more than";
    QTest::newRow("elsewhere") << "/nothing" << good << ErrorCode::PermissionDenied << "status 404";
}

void TestCredentialFailures::containers()
{
    QFETCH(QString, path);
    QFETCH(QString, token);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", m_services.http() + path);
    search.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", token);
    check(search, code, words);
}

void TestCredentialFailures::environments_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArrayList{} << ErrorCode::NotFound << "there are no AWS credentials";
    QTest::newRow("half") << QByteArrayList{"AWS_ACCESS_KEY_ID=AKIABASE"} << ErrorCode::InvalidArgument
                          << "AWS_SECRET_ACCESS_KEY";
    QTest::newRow("expired") << QByteArrayList{"AWS_ACCESS_KEY_ID=A", "AWS_SECRET_ACCESS_KEY=S3CR3T",
                                               "AWS_CREDENTIAL_EXPIRATION=2001-01-01T00:00:00+00:00"}
                             << ErrorCode::PermissionDenied << "expired";
    QTest::newRow("no time") << QByteArrayList{"AWS_ACCESS_KEY_ID=A", "AWS_SECRET_ACCESS_KEY=S3CR3T",
                                               "AWS_CREDENTIAL_EXPIRATION=S3CR3T"}
                             << ErrorCode::InvalidArgument << "AWS_CREDENTIAL_EXPIRATION";
    QTest::newRow("profile") << QByteArrayList{"AWS_PROFILE=gone"} << ErrorCode::NotFound << "no AWS profile \"gone\"";
    QTest::newRow("attempts") << QByteArrayList{"AWS_METADATA_SERVICE_NUM_ATTEMPTS=S3CR3T"}
                              << ErrorCode::InvalidArgument << "AWS_METADATA_SERVICE_NUM_ATTEMPTS";
    QTest::newRow("mode") << QByteArrayList{"AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=S3CR3T"}
                          << ErrorCode::InvalidArgument << "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";
    QTest::newRow("metadata elsewhere") << QByteArrayList{"AWS_EC2_METADATA_DISABLED=false",
                                                          "AWS_EC2_METADATA_SERVICE_ENDPOINT=http://elsewhere.example"}
                                        << ErrorCode::Unsafe << "elsewhere.example";
    QTest::newRow("endpoint") << QByteArrayList{"AWS_ENDPOINT_URL=https://u:S3CR3T@h"} << ErrorCode::Unsafe
                              << "AWS_ENDPOINT_URL";
}

void TestCredentialFailures::environments()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    for (const auto &line : lines)
        search.home.set(line.left(line.indexOf('=')).constData(), QString::fromUtf8(line.mid(line.indexOf('=') + 1)));
    check(search, code, words);
}

void TestCredentialFailures::sso_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("token"); // empty: no file
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const QByteArray good = R"({"accessToken": "S3CR3T-sso-token", "expiresAt": "2099-01-01T00:00:00Z"})";
    QTest::newRow("no token") << QByteArray() << QByteArray() << ErrorCode::PermissionDenied << "no SSO token yet";
    QTest::newRow("expired") << QByteArray()
                             << QByteArray(R"({"accessToken": "S3CR3T", "expiresAt": "2020-06-17T10:02:08UTC"})")
                             << ErrorCode::PermissionDenied << "expired";
    QTest::newRow("refused") << QByteArray()
                             << QByteArray(R"({"accessToken": "S3CR3T", "expiresAt": "2099-01-01T00:00:00Z"})")
                             << ErrorCode::PermissionDenied << "not accepted";
    QTest::newRow("no end") << QByteArray() << QByteArray(R"({"accessToken": "S3CR3T"})") << ErrorCode::Corrupt
                            << "expiresAt";
    QTest::newRow("torn") << QByteArray() << QByteArray(R"({"accessToken": "S3CR3T)") << ErrorCode::Corrupt
                          << "no JSON object";
    QTest::newRow("contradiction") << QByteArray("sso_region = elsewhere\n") << good << ErrorCode::InvalidArgument
                                   << "sso_region";
}

void TestCredentialFailures::sso()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, token);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.config("[default]\nsso_session = corp\nsso_account_id = 444455556666\nsso_role_name = Admin\n" + more +
                       "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start\n");
    const auto name = QCryptographicHash::hash("corp", QCryptographicHash::Sha1).toHex();
    if (!token.isEmpty())
        search.home.write(QStringLiteral(".aws/sso/cache/%1.json").arg(QString::fromLatin1(name)), token);
    check(search, code, words);
    const auto found = search.find();
    if (code == ErrorCode::PermissionDenied)
        QVERIFY(found.error().remedy().contains(QStringLiteral("aws sso login --profile default")));
}

void TestCredentialFailures::webIdentity_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << QByteArray("S3CR3T.other") << ErrorCode::PermissionDenied << "InvalidIdentityToken";
    QTest::newRow("none") << QByteArray("S3CR3T&RoleArn=x") << ErrorCode::Corrupt << "no JSON web token";
    QTest::newRow("empty") << QByteArray("\n") << ErrorCode::Corrupt << "no JSON web token";
    QTest::newRow("large") << QByteArray(20'001, 'S') << ErrorCode::LimitExceeded << "larger than";
}

void TestCredentialFailures::webIdentity()
{
    QFETCH(QByteArray, token);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    AwsSearch search(m_services);
    search.home.set("AWS_WEB_IDENTITY_TOKEN_FILE", search.home.write(QStringLiteral("token"), token));
    check(search, ErrorCode::InvalidArgument, QStringLiteral("AWS_ROLE_ARN is not"));
    search.home.set("AWS_ROLE_ARN", QStringLiteral("arn:aws:iam::1:role/pod"));
    check(search, code, words);
}

void TestCredentialFailures::noSts()
{
    AwsSearch search(m_services);
    search.home.credentials(kBaseKeys);
    search.home.config("[default]\nrole_arn = arn:aws:iam::1:role/plain\nsource_profile = base\n");
    search.choices.stsEndpoint = QUrl(QStringLiteral("https://localhost:1"));
    check(search, ErrorCode::Network, QStringLiteral("localhost"));
    search.choices.stsEndpoint = QUrl(QStringLiteral("http://sts.example"));
    check(search, ErrorCode::Unsafe, QStringLiteral("sts.example"));
}

void TestCredentialFailures::foreignCertificate()
{
    AwsHome home;
    home.credentials(kBaseKeys);
    home.config("[default]\nrole_arn = arn:aws:iam::1:role/plain\nsource_profile = base\n");
    home.set("AWS_ENDPOINT_URL_STS", m_services.https());
    HttpClient transport; // the system's store does not know it
    const auto found = CredentialChain(home.variables(), {}, transport, transport).find({});
    QVERIFY(!found && found.error().code() == ErrorCode::Unsafe);
}

void TestCredentialFailures::endsWhenStopped()
{
    AwsSearch search(m_services);
    search.home.config("[default]\ncredential_process = /bin/sleep 60\n");
    std::jthread soon([&search] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        search.stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto found = search.find();
    QVERIFY(!found && found.error().code() == ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestCredentialFailures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_credential_failures.moc"
