#include "cli/program.h"
#include "support/aws_services.h"
#include "support/pty_process.h"
#include "support/rgw.h"

#include <QDir>
#include <QTest>

using namespace sealift::test;

/// Working as an AWS identity, as users do it.
class TestCliAws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhoAndHow();
    void asksForTheCode();
    void needsATerminalForTheCode();
    void failuresHoldNoSecret();
    void worksInABucketAsARole();

private:
    /// A program whose home has AWS's files, with the played services.
    std::unique_ptr<Program> program(const QByteArray &config) const
    {
        auto made = std::make_unique<Program>();
        QDir().mkpath(made->file(QStringLiteral(".aws")));
        made->write(QStringLiteral(".aws/config"), config);
        made->write(QStringLiteral(".aws/credentials"),
                    "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = S3CR3T-base-key\n");
        auto &environment = made->environment;
        const auto names = environment.keys();
        for (const auto &name : names) {
            if (name.startsWith(QStringLiteral("AWS_")) || name == QLatin1String("SEALIFT_CA_FILE"))
                environment.remove(name);
        }
        environment.insert(QStringLiteral("HOME"), QFileInfo(made->file(QStringLiteral("x"))).path());
        environment.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
        environment.insert(QStringLiteral("AWS_ENDPOINT_URL"), m_services.https());
        environment.insert(QStringLiteral("AWS_CA_BUNDLE"), m_services.caFile());
        return made;
    }
    static QStringList whoAmI(const QStringList &more = {})
    {
        return QStringList{QStringLiteral("aws"), QStringLiteral("whoami")} + more;
    }

    AwsServices m_services;
};

static const QByteArray kMfaProfile = "[profile prod]\nregion = eu-west-1\nrole_arn = arn:aws:iam::1:role/mfa\n"
                                      "source_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/ann\n"
                                      "role_session_name = ann\n";

void TestCliAws::initTestCase()
{
    QVERIFY(m_services.isReady());
}

void TestCliAws::saysWhoAndHow()
{
    const auto sealift = program("[default]\nregion = eu-west-1\n");
    const auto plain = sealift->run(whoAmI({QStringLiteral("--profile"), QStringLiteral("base")}));
    QVERIFY2(plain.exitCode == 0, plain.describe());
    QVERIFY2(plain.output.contains("arn:aws:iam::111122223333:user/base"), plain.describe());
    QVERIFY2(plain.output.contains("profile base: keys in "), plain.describe());
    QVERIFY2(plain.errors.isEmpty(), plain.describe());

    const auto file = sealift->file(QStringLiteral(".aws/credentials"));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto json =
        sealift->run(whoAmI({QStringLiteral("--profile"), QStringLiteral("base"), QStringLiteral("--region"),
                             QStringLiteral("eu-north-1"), QStringLiteral("--json")}));
    QVERIFY2(json.exitCode == 0, json.describe());
    const auto object = json.object();
    QCOMPARE(object.value(QStringLiteral("account")).toString(), QStringLiteral("111122223333"));
    QCOMPARE(object.value(QStringLiteral("arn")).toString(), QStringLiteral("arn:aws:iam::111122223333:user/base"));
    QCOMPARE(object.value(QStringLiteral("source")).toString(), QStringLiteral("file"));
    QCOMPARE(object.value(QStringLiteral("region")).toString(), QStringLiteral("eu-north-1"));
    QVERIFY(!object.contains(QStringLiteral("expires")));
    QCOMPARE(json.messages(QStringLiteral("warning")).size(), 1); // others can read the file
    QVERIFY(!json.describe().contains("S3CR3T"));
}

void TestCliAws::asksForTheCode()
{
    const auto sealift = program(kMfaProfile);
    PtyProcess process(QStringList{Program::path()} + whoAmI({QStringLiteral("--profile"), QStringLiteral("prod")}),
                       sealift->variables());
    QVERIFY2(process.waitFor("Code of the MFA device arn:aws:iam::111122223333:mfa/ann: "), process.screen());
    QVERIFY(process.waitForEcho(false));
    process.type("123477\n");
    QCOMPARE(process.waitForEnd(), std::optional<int>(0));
    QVERIFY2(process.screen().contains("assumed-role/mfa/ann"), process.screen());
    QVERIFY2(process.screen().contains("with MFA"), process.screen());
    QVERIFY(!process.screen().contains("123477"));
    QVERIFY(process.echoes());
}

void TestCliAws::needsATerminalForTheCode()
{
    const auto sealift = program(kMfaProfile);
    const auto ended = runProgram(QStringLiteral("/usr/bin/setsid"),
                                  QStringList{QStringLiteral("--wait"), Program::path()} +
                                      whoAmI({QStringLiteral("--profile"), QStringLiteral("prod")}),
                                  sealift->environment);
    QCOMPARE(ended.exitCode, 3);
    QVERIFY2(ended.errors.contains("no terminal to ask for the code of the MFA device"), ended.describe());
}

void TestCliAws::failuresHoldNoSecret()
{
    const auto sealift = program("[profile process]\ncredential_process = /bin/sh -c 'echo S3CR3T >&2; exit 3'\n"
                                 "[profile denied]\nrole_arn = arn:aws:iam::1:role/denied\nsource_profile = base\n"
                                 "[profile text]\nrole_arn = arn:aws:iam::1:role/text\nsource_profile = base\n");
    for (const auto *profile : {"process", "denied", "text", "gone"}) {
        for (const auto *format : {"--json", "--quiet"}) {
            const auto ended = sealift->run(
                whoAmI({QStringLiteral("--profile"), QString::fromLatin1(profile), QString::fromLatin1(format)}));
            QVERIFY2(ended.exitCode > 0, ended.describe());
            QVERIFY2(!ended.describe().contains("S3CR3T") && !ended.errors.isEmpty(), ended.describe());
        }
    }
    const auto url =
        sealift->run(whoAmI({QStringLiteral("--profile"), QStringLiteral("base"), QStringLiteral("--sts-endpoint"),
                             QStringLiteral("https://ann:S3CR3T@localhost")}));
    QVERIFY2(url.exitCode > 0 && !url.describe().contains("S3CR3T"), url.describe());
}

void TestCliAws::worksInABucketAsARole()
{
    const Rgw rgw;
    if (!rgw.isThere())
        QSKIP("no Ceph gateway was started");
    const auto role = QStringLiteral("--role-name=sealift-cli");
    static_cast<void>(
        rgw.admin({QStringLiteral("role"), QStringLiteral("create"), role,
                   QStringLiteral(
                       R"(--assume-role-policy-doc={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                       R"({"AWS":["arn:aws:iam:::user/test"]},"Action":["sts:AssumeRole"]}]})")}));
    const auto policy =
        QStringLiteral(R"(--policy-doc={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*"],)"
                       R"("Resource":["arn:aws:s3:::*"]}]})");
    const auto put = rgw.admin(
        {QStringLiteral("role-policy"), QStringLiteral("put"), role, QStringLiteral("--policy-name=work"), policy});
    QVERIFY2(put.ok(), put.describe());
    const auto bucket = QStringLiteral("cli-%1").arg(QDateTime::currentMSecsSinceEpoch());
    const auto made =
        rgw.aws({QStringLiteral("s3api"), QStringLiteral("create-bucket"), QStringLiteral("--bucket"), bucket});
    QVERIFY2(made.ok(), made.describe());

    const auto sealift = program("[profile work]\nrole_arn = arn:aws:iam:::role/sealift-cli\nsource_profile = owner\n"
                                 "region = us-east-1\nca_bundle = " +
                                 rgw.value("RGW_CA").toUtf8() + "\n");
    sealift->write(QStringLiteral(".aws/credentials"),
                   "[owner]\naws_access_key_id = " + rgw.value("RGW_ACCESS_KEY").toUtf8() +
                       "\naws_secret_access_key = " + rgw.value("RGW_SECRET_KEY").toUtf8() + '\n');
    sealift->environment.insert(QStringLiteral("AWS_ENDPOINT_URL"), rgw.value("RGW_HTTPS"));
    sealift->environment.insert(QStringLiteral("AWS_CA_BUNDLE"), rgw.value("RGW_CA"));
    const auto place = rgw.location(bucket + QStringLiteral("/library"));
    const QStringList as{QStringLiteral("--profile"), QStringLiteral("work")};
    const auto begun = sealift->run(
        QStringList{QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), place} +
        as);
    QVERIFY2(begun.exitCode == 0, begun.describe());
    const auto image = sealift->writeRandom(QStringLiteral("disk.raw"), 1024 * 1024);
    const auto imported =
        sealift->run(QStringList{QStringLiteral("import"), QStringLiteral("--library"), place, image} + as);
    QVERIFY2(imported.exitCode == 0, imported.describe());
    const auto audit = sealift->run({QStringLiteral("audit"), QStringLiteral("show")});
    QVERIFY2(
        audit.output.contains("\"identity\":\"profile work: role arn:aws:iam:::role/sealift-cli, by profile owner: "
                              "keys in "),
        audit.describe());
    QVERIFY(!audit.describe().contains(rgw.value("RGW_SECRET_KEY").toUtf8()));
}

QTEST_GUILESS_MAIN(TestCliAws)
#include "tst_cli_aws.moc"
