#include "aws/aws_session.h"
#include "aws/container_credentials.h"
#include "aws_search.h"
#include "crypto/crypto_session.h"

#include <QCryptographicHash>

using namespace sealift;
using namespace sealift::test;

/// Every source of credentials, from services that check what they are asked.
class TestCredentialSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void environment();
    void roleOfProfile();
    void roleWithMfa();
    void roleByEnvironmentAndServices();
    void webIdentity();
    void sso();
    void process();
    void container();
    void containerHosts_data();
    void containerHosts();
    void instance();
    void region();
    void passingFailuresAreTriedAgain();
    void stsActions();
    void sessionReplacesExpired();

private:
    Result<CallerIdentity> identityOf(const AwsCredentials &credentials)
    {
        HttpClient transport({.caFile = m_services.caFile()});
        StsClient sts(transport, {QUrl(m_services.https()), QStringLiteral("eu-central-1")});
        return sts.callerIdentity(credentials, {});
    }

    AwsServices m_services;
};

#define FOUND(search, kindOf, wordsOf, arnOf)                                                                          \
    do {                                                                                                               \
        const auto sealiftFound = (search).find();                                                                     \
        QVERIFY2(sealiftFound, qPrintable(sealiftFound ? QString() : everythingOf(sealiftFound.error())));             \
        QCOMPARE(sealiftFound->origin.kind, QStringLiteral(kindOf));                                                   \
        QCOMPARE(sealiftFound->origin.words, QString(wordsOf));                                                        \
        const auto sealiftIdentity = identityOf(sealiftFound->credentials);                                            \
        QVERIFY2(sealiftIdentity, qPrintable(sealiftIdentity ? QString() : everythingOf(sealiftIdentity.error())));    \
        QVERIFY2(sealiftIdentity->arn.startsWith(QStringLiteral(arnOf)), qPrintable(sealiftIdentity->arn));            \
    } while (false)

void TestCredentialSources::initTestCase()
{
    QVERIFY(m_services.isReady());
}

void TestCredentialSources::environment()
{
    AwsSearch search(m_services);
    search.home.set("AWS_ACCESS_KEY_ID", QStringLiteral("AKIABASE"));
    search.home.set("AWS_SECRET_ACCESS_KEY", QStringLiteral("S3CR3T-base-key"));
    search.home.credentials("[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = S3CR3T-other-key\n");
    FOUND(search, "environment", QStringLiteral("environment variables"), "arn:aws:iam::111122223333:user/base");
    search.choices.profile = QStringLiteral("other"); // a profile that the user chose comes first
    FOUND(search, "file",
          QStringLiteral("profile other: keys in ") + search.home.path(QStringLiteral(".aws/credentials")),
          "arn:aws:iam::111122223333:user/other");
}

void TestCredentialSources::roleOfProfile()
{
    AwsSearch search(m_services);
    search.home.credentials(kBaseKeys);
    search.home.config(
        "[default]\nrole_arn = arn:aws:iam::1:role/long\nsource_profile = middle\nduration_seconds = 7200\n"
        "role_session_name = ann\n"
        "[profile middle]\nrole_arn = arn:aws:iam::1:role/external\nsource_profile = base\n"
        "external_id = ticket 17/b\n");
    FOUND(search, "role",
          QStringLiteral("profile default: role arn:aws:iam::1:role/long, by profile middle: role "
                         "arn:aws:iam::1:role/external, by profile base: keys in ") +
              search.home.path(QStringLiteral(".aws/credentials")),
          "arn:aws:sts::111122223333:assumed-role/long/ann");
    const auto found = search.find();
    const auto left = QDateTime::currentDateTimeUtc().secsTo(*found->credentials.expires);
    QVERIFY(left > 7100 && left <= 7200);
}

void TestCredentialSources::roleWithMfa()
{
    AwsSearch search(m_services);
    search.home.credentials(kBaseKeys);
    search.home.config("[default]\nrole_arn = arn:aws:iam::1:role/mfa\nsource_profile = base\n"
                       "mfa_serial = arn:aws:iam::111122223333:mfa/ann\n");
    const auto nobody = search.find();
    QVERIFY(!nobody && nobody.error().code() == ErrorCode::NotFound);
    QVERIFY(nobody.error().what().contains(QStringLiteral("arn:aws:iam::111122223333:mfa/ann")));

    QString asked;
    QString code = QStringLiteral(" 123 401\n");
    search.choices.mfa = [&](const QString &serial, const std::stop_token &) -> Result<QString> {
        asked = serial;
        return code;
    };
    FOUND(search, "role",
          QStringLiteral("profile default: role arn:aws:iam::1:role/mfa with MFA, by profile base: keys in ") +
              search.home.path(QStringLiteral(".aws/credentials")),
          "arn:aws:sts::111122223333:assumed-role/mfa/sealift-");
    QCOMPARE(asked, QStringLiteral("arn:aws:iam::111122223333:mfa/ann"));
    // A used code is refused, once, without another try.
    m_services.forgetRequests();
    const auto again = search.find();
    QVERIFY(!again && again.error().code() == ErrorCode::PermissionDenied);
    QVERIFY2(!everythingOf(again.error()).contains(QStringLiteral("123401")), qPrintable(everythingOf(again.error())));
    QCOMPARE(m_services.requests().size(), 1);
    for (const auto *wrong : {"12345", "1234567", "12345a", ""}) {
        code = QString::fromLatin1(wrong);
        const auto refused = search.find();
        QVERIFY(!refused && refused.error().code() == ErrorCode::InvalidArgument);
    }
    search.choices.mfa = [](const QString &, const std::stop_token &) -> Result<QString> {
        return fail(Error::cancelled());
    };
    QCOMPARE(search.find().error().code(), ErrorCode::Cancelled);
    QCOMPARE(m_services.requests().size(), 1);
}

void TestCredentialSources::roleByEnvironmentAndServices()
{
    const auto with = [this](const QByteArray &source) {
        auto search = std::make_unique<AwsSearch>(m_services);
        search->home.config("[profile r]\nrole_arn = arn:aws:iam::1:role/plain\ncredential_source = " + source + '\n');
        search->choices.profile = QStringLiteral("r");
        return search;
    };
    auto environment = with("Environment");
    environment->home.set("AWS_ACCESS_KEY_ID", QStringLiteral("AKIABASE"));
    environment->home.set("AWS_SECRET_ACCESS_KEY", QStringLiteral("S3CR3T-base-key"));
    FOUND(*environment, "role", QStringLiteral("profile r: role arn:aws:iam::1:role/plain, by environment variables"),
          "arn:aws:sts::111122223333:assumed-role/plain/");
    auto instance = with("Ec2InstanceMetadata");
    instance->home.set("AWS_EC2_METADATA_DISABLED", QStringLiteral("false"));
    instance->home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", m_services.http());
    FOUND(*instance, "role",
          QStringLiteral("profile r: role arn:aws:iam::1:role/plain, by role web-server of this EC2 instance"),
          "arn:aws:sts::111122223333:assumed-role/plain/");
    auto container = with("EcsContainer");
    container->home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", m_services.http() + QStringLiteral("/container"));
    container->home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", QStringLiteral("S3CR3T-container-token"));
    FOUND(*container, "role",
          QStringLiteral("profile r: role arn:aws:iam::1:role/plain, by the container's credentials service"),
          "arn:aws:sts::111122223333:assumed-role/plain/");
}

void TestCredentialSources::webIdentity()
{
    AwsSearch search(m_services);
    const auto token = search.home.write(QStringLiteral("token"), "S3CR3T.web.token\n");
    search.home.set("AWS_WEB_IDENTITY_TOKEN_FILE", token);
    search.home.set("AWS_ROLE_ARN", QStringLiteral("arn:aws:iam::1:role/pod"));
    FOUND(search, "web-identity", QStringLiteral("role arn:aws:iam::1:role/pod, by a web identity token"),
          "arn:aws:sts::111122223333:assumed-role/pod/sealift-");
    AwsSearch profile(m_services);
    profile.home.config(
        "[default]\nrole_arn = arn:aws:iam::1:role/pod\nrole_session_name = s\nweb_identity_token_file = " +
        token.toUtf8() + '\n');
    FOUND(profile, "web-identity",
          QStringLiteral("profile default: role arn:aws:iam::1:role/pod, by a web identity token"),
          "arn:aws:sts::111122223333:assumed-role/pod/s");
}

void TestCredentialSources::sso()
{
    const QByteArray token = R"({"accessToken": "S3CR3T-sso-token", "expiresAt": "2099-01-01T00:00:00UTC"})";
    AwsSearch session(m_services);
    session.home.config("[default]\nsso_session = corp\nsso_account_id = 444455556666\nsso_role_name = Admin\n"
                        "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start\n");
    const auto name = QCryptographicHash::hash("corp", QCryptographicHash::Sha1).toHex();
    session.home.write(QStringLiteral(".aws/sso/cache/%1.json").arg(QString::fromLatin1(name)), token);
    FOUND(session, "sso", QStringLiteral("profile default: SSO role Admin of account 444455556666"),
          "arn:aws:sts::444455556666:assumed-role/Admin/ann");
    AwsSearch legacy(m_services);
    legacy.home.config("[default]\nsso_account_id = 444455556666\nsso_role_name = Admin\nsso_region = eu-west-1\n"
                       "sso_start_url = https://corp.example/start\n");
    const auto url = QCryptographicHash::hash("https://corp.example/start", QCryptographicHash::Sha1).toHex();
    legacy.home.write(QStringLiteral(".aws/sso/cache/%1.json").arg(QString::fromLatin1(url)), token);
    FOUND(legacy, "sso", QStringLiteral("profile default: SSO role Admin of account 444455556666"),
          "arn:aws:sts::444455556666:assumed-role/Admin/ann");
}

void TestCredentialSources::process()
{
    AwsSearch search(m_services);
    const auto program = search.home.write(
        QStringLiteral("give keys"), "#!/bin/sh\ntest \"$1\" = 'two words' && test -n \"$HOME\" && echo "
                                     "'{\"Version\": 1, \"AccessKeyId\": \"AKIABASE\", \"SecretAccessKey\": "
                                     "\"S3CR3T-base-key\", \"Expiration\": \"2099-01-01T02:03:04.567+02:00\"}'\n");
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner));
    search.home.config("[default]\ncredential_process = \"" + program.toUtf8() + "\" 'two words'\n");
    FOUND(search, "process", QStringLiteral("profile default: credential_process"),
          "arn:aws:iam::111122223333:user/base");
    QCOMPARE(search.find()->credentials.expires->toString(Qt::ISODate), QStringLiteral("2099-01-01T00:03:04Z"));
}

void TestCredentialSources::container()
{
    AwsSearch search(m_services);
    search.home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", m_services.https() + QStringLiteral("/container"));
    search.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                    search.home.write(QStringLiteral("token"), "S3CR3T-container-token"));
    search.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", QStringLiteral("wrong")); // the file comes first
    FOUND(search, "container", QStringLiteral("the container's credentials service"),
          "arn:aws:sts::111122223333:assumed-role/task/1");
}

void TestCredentialSources::containerHosts_data()
{
    QTest::addColumn<bool>("isRelative");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    const auto row = [](bool isRelative, const char *text, const char *url) {
        QTest::newRow(text) << isRelative << QString::fromLatin1(text) << QString::fromLatin1(url);
    };
    row(true, "/v2/credentials?id=1", "http://169.254.170.2/v2/credentials?id=1");
    row(true, "@elsewhere.example/", "");
    row(true, ".elsewhere.example/", "");
    row(true, ":80@elsewhere.example/", "");
    row(true, "//elsewhere.example/", "http://169.254.170.2//elsewhere.example/");
    row(false, "http://169.254.170.2/x", "http://169.254.170.2/x");
    row(false, "http://169.254.170.23/v1/credentials", "http://169.254.170.23/v1/credentials");
    row(false, "http://[fd00:ec2::23]/v1/credentials", "http://[fd00:ec2::23]/v1/credentials");
    row(false, "http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x");
    row(false, "http://localhost/x", "http://localhost/x");
    row(false, "http://[::1]/x", "http://[::1]/x");
    row(false, "https://elsewhere.example/x", "https://elsewhere.example/x");
    row(false, "http://elsewhere.example/x", "");
    row(false, "http://169.254.169.254/x", "");
    row(false, "http://169.254.170.2.elsewhere.example/x", "");
    row(false, "http://169.254.170.2@elsewhere.example/x", "");
    row(false, "http://localhost.elsewhere.example/x", "");
    row(false, "ftp://localhost/x", "");
    row(false, "file:///etc/passwd", "");
    row(false, "nonsense", "");
}

void TestCredentialSources::containerHosts()
{
    QFETCH(bool, isRelative);
    QFETCH(QString, text);
    QFETCH(QString, url);
    AwsHome home;
    home.set(isRelative ? "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" : "AWS_CONTAINER_CREDENTIALS_FULL_URI", text);
    const auto found = containerCredentialsUrl(home.variables());
    QCOMPARE(found ? found->toString(QUrl::FullyEncoded) : QString(), url);
}

void TestCredentialSources::instance()
{
    AwsSearch search(m_services);
    search.home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", m_services.http());
    m_services.forgetRequests();
    const auto off = search.find(); // the home's environment has it disabled
    QVERIFY(!off && off.error().code() == ErrorCode::NotFound);
    QVERIFY(m_services.requests().isEmpty());
    search.home.set("AWS_EC2_METADATA_DISABLED", QStringLiteral("false"));
    FOUND(search, "instance", QStringLiteral("role web-server of this EC2 instance"),
          "arn:aws:sts::111122223333:assumed-role/web-server/i-1");
    const auto folder = QStringLiteral("GET /latest/meta-data/iam/security-credentials/");
    QCOMPARE(m_services.requests().mid(0, 3),
             QStringList({QStringLiteral("PUT /latest/api/token"), folder, folder + QStringLiteral("web-server")}));

    AwsSearch none(m_services); // nobody listens there
    none.home.set("AWS_EC2_METADATA_DISABLED", QStringLiteral("false"));
    none.home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", QStringLiteral("http://127.0.0.1:1"));
    const auto absent = none.find();
    QVERIFY(!absent && absent.error().code() == ErrorCode::NotFound);
}

void TestCredentialSources::region()
{
    HttpClient metadata({.caFile = {}, .allowLoopbackHttp = true});
    AwsHome home;
    home.set("AWS_EC2_METADATA_DISABLED", QStringLiteral("false"));
    home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", m_services.http());
    AwsChoices choices;
    const auto region = [&] {
        return CredentialChain(home.variables(), choices, metadata, metadata).region({}).value_or(QString());
    };
    QCOMPARE(region(), QStringLiteral("eu-south-2"));
    home.config("[default]\nregion = eu-west-3\n");
    QCOMPARE(region(), QStringLiteral("eu-west-3"));
    home.set("AWS_DEFAULT_REGION", QStringLiteral("eu-west-2"));
    QCOMPARE(region(), QStringLiteral("eu-west-2"));
    home.set("AWS_REGION", QStringLiteral("eu-west-1"));
    QCOMPARE(region(), QStringLiteral("eu-west-1"));
    choices.region = QStringLiteral("eu-north-1");
    QCOMPARE(region(), QStringLiteral("eu-north-1"));
}

void TestCredentialSources::passingFailuresAreTriedAgain()
{
    AwsSearch role(m_services);
    role.home.credentials(kBaseKeys);
    role.home.config("[default]\nrole_arn = arn:aws:iam::1:role/flaky\nsource_profile = base\n");
    QVERIFY(role.find());
    AwsSearch container(m_services);
    container.home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", m_services.http() + QStringLiteral("/container/flaky"));
    container.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", QStringLiteral("S3CR3T-container-token"));
    QVERIFY(container.find());
}

void TestCredentialSources::stsActions()
{
    HttpClient transport({.caFile = m_services.caFile()});
    StsClient sts(transport, {QUrl(m_services.https()), QStringLiteral("eu-central-1")});
    const AwsCredentials base{QStringLiteral("AKIABASE"), QCA::SecureArray("S3CR3T-base-key"), {}, std::nullopt};
    const auto session = sts.sessionToken(
        base, 1800, MfaCode{QStringLiteral("arn:aws:iam::111122223333:mfa/ann"), QStringLiteral("123499")}, {});
    QVERIFY(session);
    const auto left = QDateTime::currentDateTimeUtc().secsTo(*session->expires);
    QVERIFY(left > 1700 && left <= 1800);
    const auto identity = sts.callerIdentity(*session, {});
    QVERIFY(identity);
    QCOMPARE(identity->account, QStringLiteral("111122223333"));
    QCOMPARE(identity->arn, QStringLiteral("arn:aws:iam::111122223333:user/base"));
    QCOMPARE(identity->userId, QStringLiteral("AIDAEXAMPLE"));
}

void TestCredentialSources::sessionReplacesExpired()
{
    AwsSessionOptions options;
    AwsHome home;
    home.credentials(kBaseKeys);
    home.config("[default]\nrole_arn = arn:aws:iam::1:role/expiring\nsource_profile = base\nca_bundle = " +
                m_services.caFile().toUtf8() + "\nendpoint_url = " + m_services.https().toUtf8() + '\n');
    options.variables = home.variables();
    const auto session = AwsSession::open(options);
    QVERIFY(session);
    QVERIFY(!(*session)->current());
    m_services.forgetRequests();
    const auto identity = (*session)->whoAmI({}); // STS says at first that the token has expired
    QVERIFY2(identity, qPrintable(identity ? QString() : everythingOf(identity.error())));
    QCOMPARE(m_services.requests().filter(QStringLiteral("AssumeRole")).size(), 2);
    QVERIFY((*session)->credentials({}));
    QCOMPARE(m_services.requests().filter(QStringLiteral("AssumeRole")).size(), 2);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestCredentialSources test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_credential_sources.moc"
