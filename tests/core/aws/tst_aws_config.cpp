#include "aws/shell_words.h"
#include "aws_home.h"
#include "crypto/crypto_session.h"

using namespace sealift;
using namespace sealift::test;

/// The grammar of AWS's two files.
class TestAwsConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSections();
    void readsNestedFields();
    void joinsBothFiles();
    void splitsWords_data();
    void splitsWords();
    void refusesUnfinishedWords();
    void namesTheLineOnly_data();
    void namesTheLineOnly();
    void keepsSecretsInLockedMemory();
    void warnsOfReadableKeys();
    void limitsSizes();
    void choosesTheProfile();
    void choosesEndpoints();
};

static AwsConfig loaded(const AwsHome &home)
{
    auto config = AwsConfig::load(home.variables());
    if (!config)
        qFatal("%s", qPrintable(config.error().what()));
    return *config;
}

void TestAwsConfig::readsSections()
{
    AwsHome home;
    home.config("# comment\n; another\r\n[default]\nRegion = eu-west-1  \noutput: json # no comment here\n\n"
                "[profile \"my prod\"]\nregion=us-east-2\n[profile plain]\n\tregion\t=\teu-north-1\n"
                "[plain2]\nregion = nowhere\n[profile too many words]\nregion = x\n"
                "[sso-session corp]\nsso_region = eu-central-1\n[profiles x]\nregion = x\n");
    const auto config = loaded(home);
    QCOMPARE(config.profileNames(),
             QStringList({QStringLiteral("default"), QStringLiteral("my prod"), QStringLiteral("plain")}));
    QCOMPARE(config.profile(QStringLiteral("default"))->text("region"), QStringLiteral("eu-west-1"));
    QCOMPARE(config.profile(QStringLiteral("default"))->text("output"), QStringLiteral("json # no comment here"));
    QCOMPARE(config.profile(QStringLiteral("my prod"))->text("region"), QStringLiteral("us-east-2"));
    QCOMPARE(config.profile(QStringLiteral("plain"))->text("region"), QStringLiteral("eu-north-1"));
    QVERIFY(config.ssoSession(QStringLiteral("corp")) != nullptr);
    QVERIFY(config.profile(QStringLiteral("none")) == nullptr);
    QVERIFY(loaded(AwsHome()).profileNames().isEmpty());
}

void TestAwsConfig::readsNestedFields()
{
    AwsHome home;
    home.config(
        "\xef\xbb\xbf[default]\ncredential_process = /bin/tool\n   --first\n\n  # a comment between\n   --second\n\n"
        "region = eu-west-1\n[DEFAULT]\noutput = text\n[services own]\nsts =\n  endpoint_url = https://sts.example\n"
        "\n  other=x\ns3 =\n  endpoint_url = https://s3.example\n");
    const auto config = loaded(home);
    const auto *profile = config.profile(QStringLiteral("default"));
    QCOMPARE(profile->text("credential_process"), QStringLiteral("/bin/tool\n--first\n\n--second"));
    QCOMPARE(profile->text("region"), QStringLiteral("eu-west-1"));
    QCOMPARE(profile->text("output"), QStringLiteral("text"));
    QCOMPARE(profile->find("region")->line, 8);
    const auto &sts = config.services(QStringLiteral("own"))->fields.at(QStringLiteral("sts"));
    QCOMPARE(sts.nested.at(QStringLiteral("endpoint_url")), QStringLiteral("https://sts.example"));
    QCOMPARE(sts.nested.at(QStringLiteral("other")), QStringLiteral("x"));
}

void TestAwsConfig::joinsBothFiles()
{
    AwsHome home;
    home.config("[profile a]\nregion = eu-west-1\noutput = json\n");
    home.credentials("[a]\nregion = eu-west-2\naws_access_key_id = AKIA\n[b]\naws_access_key_id = AKIB\n");
    const auto config = loaded(home);
    const auto *a = config.profile(QStringLiteral("a"));
    QCOMPARE(a->text("region"), QStringLiteral("eu-west-2"));
    QCOMPARE(a->text("output"), QStringLiteral("json"));
    QVERIFY(a->fromCredentials.contains(QStringLiteral("aws_access_key_id")));
    QVERIFY(!a->fromConfig.contains(QStringLiteral("aws_access_key_id")));
    QVERIFY(config.profile(QStringLiteral("b")) != nullptr);
}

void TestAwsConfig::splitsWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *line, std::initializer_list<const char *> words) {
        QStringList list;
        for (const auto *word : words)
            list.append(QString::fromUtf8(word));
        QTest::newRow(line) << QString::fromUtf8(line) << list;
    };
    row("", {});
    row("  a\tb\n c ", {"a", "b", "c"});
    row("\"a b\" 'c d'", {"a b", "c d"});
    row("a\\ b", {"a b"});
    row("\"a\\\"b\" \"a\\\\b\" \"a\\nb\"", {"a\"b", "a\\b", "a\\nb"});
    row("'a\\b' '' \"\"", {"a\\b", "", ""});
    row("x'y'\"z\"", {"xyz"});
    row("$HOME `id` a;b #c * ~", {"$HOME", "`id`", "a;b", "#c", "*", "~"});
}

void TestAwsConfig::splitsWords()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    const auto split = splitShellWords(line);
    QVERIFY(split);
    QCOMPARE(*split, words);
}

void TestAwsConfig::refusesUnfinishedWords()
{
    for (const auto *line : {"\"S3CR3T", "'S3CR3T", "S3CR3T\\", "\"S3CR3T\\"}) {
        const auto split = splitShellWords(QString::fromLatin1(line));
        QVERIFY(!split && split.error().code() == ErrorCode::InvalidArgument);
        QVERIFY(!everythingOf(split.error()).contains(QStringLiteral("S3CR3T")));
    }
}

void TestAwsConfig::namesTheLineOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    QTest::newRow("no section") << QByteArray("\nS3CR3T = x\n") << 2;
    QTest::newRow("no value") << QByteArray("[a]\nS3CR3T\n") << 2;
    QTest::newRow("no name") << QByteArray("[a]\n= S3CR3T\n") << 2;
    QTest::newRow("section twice") << QByteArray("[S3CR3T]\n[b]\n[S3CR3T]\n") << 3;
    QTest::newRow("field twice") << QByteArray("[a]\nS3CR3T = 1\ns3cr3t = 2\n") << 3;
    QTest::newRow("secret goes on") << QByteArray("[a]\naws_secret_access_key = S3CR3T\n  S3CR3T\n") << 3;
    QTest::newRow("nested without value") << QByteArray("[a]\ns3 =\n  S3CR3T\n") << 2;
    QTest::newRow("no UTF-8") << QByteArray("[a]\nx = S3CR3T\xff\n") << 2;
    QTest::newRow("zero") << QByteArray("[a]\nx = S3CR3T\0b\n", 16) << 2;
    QTest::newRow("open section") << QByteArray("[a]\n[S3CR3T\n") << 2;
    QTest::newRow("empty section") << QByteArray("[]\n") << 1;
}

void TestAwsConfig::namesTheLineOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    AwsHome home;
    home.config(content);
    const auto config = AwsConfig::load(home.variables());
    QVERIFY(!config);
    QCOMPARE(config.error().code(), ErrorCode::Corrupt);
    const auto place = QStringLiteral("%1, line %2:").arg(home.path(QStringLiteral(".aws/config"))).arg(line);
    QVERIFY2(config.error().what().contains(place), qPrintable(config.error().what()));
    QVERIFY2(!everythingOf(config.error()).contains(QStringLiteral("S3CR3T")), qPrintable(config.error().what()));
}

void TestAwsConfig::keepsSecretsInLockedMemory()
{
    AwsHome home;
    home.credentials("[a]\nAWS_Secret_Access_Key = S3CR3T/+=x\naws_session_token = S3CR3T2==\n");
    const auto config = loaded(home);
    const auto *profile = config.profile(QStringLiteral("a"));
    for (const auto &[name, field] : profile->fields)
        QVERIFY(field.text.isEmpty());
    QCOMPARE(profile->find("aws_secret_access_key")->secret.toByteArray(), QByteArray("S3CR3T/+=x"));
    QCOMPARE(profile->find("aws_session_token")->secret.toByteArray(), QByteArray("S3CR3T2=="));
}

void TestAwsConfig::warnsOfReadableKeys()
{
    AwsHome home;
    home.credentials("[a]\naws_secret_access_key = x\n");
    home.config("[default]\nregion = x\n");
    QVERIFY(loaded(home).warnings().isEmpty());
    for (const auto *name : {".aws/config", ".aws/credentials"})
        QVERIFY(QFile::setPermissions(home.path(QString::fromLatin1(name)),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto warnings = loaded(home).warnings();
    QCOMPARE(warnings.size(), 1); // a config file without keys is everybody's
    QVERIFY(warnings.first().contains(home.path(QStringLiteral(".aws/credentials"))));
}

void TestAwsConfig::limitsSizes()
{
    AwsHome home;
    home.config("[default]\n" + QByteArray(1024 * 1024, '#'));
    const auto large = AwsConfig::load(home.variables());
    QVERIFY(!large && large.error().code() == ErrorCode::LimitExceeded);
    QByteArray many = "[default]\n";
    for (int i = 0; i < 10'001; ++i)
        many += 'f' + QByteArray::number(i) + "=1\n";
    home.config(many);
    const auto fields = AwsConfig::load(home.variables());
    QVERIFY(!fields && fields.error().code() == ErrorCode::LimitExceeded);
    home.set("AWS_CONFIG_FILE", home.path(QStringLiteral(".aws")));
    const auto folder = AwsConfig::load(home.variables());
    QVERIFY(!folder && folder.error().what().contains(home.path(QStringLiteral(".aws"))));
}

void TestAwsConfig::choosesTheProfile()
{
    AwsHome home;
    QVERIFY(!AwsConfig::chosenProfile({}, home.variables()).isNamed);
    home.set("AWS_PROFILE", QStringLiteral("a"));
    QCOMPARE(AwsConfig::chosenProfile({}, home.variables()).name, QStringLiteral("a"));
    home.set("AWS_DEFAULT_PROFILE", QStringLiteral("b"));
    QCOMPARE(AwsConfig::chosenProfile({}, home.variables()).name, QStringLiteral("b"));
    QCOMPARE(AwsConfig::chosenProfile(QStringLiteral("c"), home.variables()).name, QStringLiteral("c"));
}

void TestAwsConfig::choosesEndpoints()
{
    const auto regional = [](const char *region, const char *mode = "") {
        AwsHome home;
        home.set("AWS_STS_REGIONAL_ENDPOINTS", QString::fromLatin1(mode));
        const auto endpoint = stsEndpoint({}, QString::fromLatin1(region), home.variables(), nullptr);
        return endpoint ? endpoint->url.toString() + QLatin1Char(' ') + endpoint->region : endpoint.error().what();
    };
    QCOMPARE(regional("eu-central-1"), QStringLiteral("https://sts.eu-central-1.amazonaws.com eu-central-1"));
    QCOMPARE(regional("cn-north-1"), QStringLiteral("https://sts.cn-north-1.amazonaws.com.cn cn-north-1"));
    QCOMPARE(regional("us-gov-west-1"), QStringLiteral("https://sts.us-gov-west-1.amazonaws.com us-gov-west-1"));
    QCOMPARE(regional("eu-central-1", "legacy"), QStringLiteral("https://sts.amazonaws.com us-east-1"));
    QCOMPARE(regional("af-south-1", "legacy"), QStringLiteral("https://sts.af-south-1.amazonaws.com af-south-1"));
    QCOMPARE(regional(""), QStringLiteral("https://sts.amazonaws.com us-east-1"));
    QVERIFY(!regional("evil.example/").startsWith(QStringLiteral("https")));
    QVERIFY(!regional("eu-central-1", "S3CR3T").contains(QStringLiteral("S3CR3T")));

    AwsHome home;
    home.config("[default]\nendpoint_url = https://all.example\nservices = own\n[services own]\nsts =\n"
                "  endpoint_url = https://sts.example\n");
    const auto endpoint = [&home](const char *service) {
        const auto config = loaded(home);
        const auto url = configuredEndpoint(QString::fromLatin1(service), home.variables(), config,
                                            config.profile(QStringLiteral("default")));
        return url ? url->toString() : everythingOf(url.error());
    };
    QCOMPARE(endpoint("sts"), QStringLiteral("https://sts.example"));
    QCOMPARE(endpoint("sso"), QStringLiteral("https://all.example"));
    home.set("AWS_ENDPOINT_URL", QStringLiteral("https://set.example"));
    QCOMPARE(endpoint("sts"), QStringLiteral("https://set.example"));
    home.set("AWS_ENDPOINT_URL_STS", QStringLiteral("https://ann:S3CR3T@set.example"));
    QVERIFY(endpoint("sts").contains(QStringLiteral("AWS_ENDPOINT_URL_STS")));
    QVERIFY(!endpoint("sts").contains(QStringLiteral("S3CR3T")));
    home.set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", QStringLiteral("true"));
    QCOMPARE(endpoint("sts"), QString());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestAwsConfig test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_aws_config.moc"
