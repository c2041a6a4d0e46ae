#include "cli/program.h"
#include "support/rgw.h"

#include <QDir>
#include <QTest>

using namespace sealift::test;

/// A real service under exactly the policy that `aws policy` prints: everything works, and nothing else is allowed.
class TestCliPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writePolicyIsEnough();
    void readOnlyPolicyIsEnough();
    void readOnlyPolicyImportsNothing();
    void neitherReachesBesideTheLibrary();
    void eachMissingPermissionIsSaid_data();
    void eachMissingPermissionIsSaid();
    void refusesPlacesThatAreNone();

private:
    /// The role that the profile "work" takes may from now on do this and nothing else.
    void allow(const QJsonObject &policy) const;
    QJsonObject policyOf(const QStringList &options = {}) const;
    Ended run(const QString &line, const QStringList &more = {}) const;

    Rgw m_rgw;
    Program m_program;
    QString m_bucket;
    QString m_place;
    QString m_image;
};

static const auto kRole = QStringLiteral("sealift-policy");

void TestCliPolicy::allow(const QJsonObject &policy) const
{
    const auto put = m_rgw.admin(
        {QStringLiteral("role-policy"), QStringLiteral("put"), QStringLiteral("--role-name=") + kRole,
         QStringLiteral("--policy-name=work"),
         QStringLiteral("--policy-doc=") + QString::fromUtf8(QJsonDocument(policy).toJson(QJsonDocument::Compact))});
    QVERIFY2(put.ok(), put.describe());
}

QJsonObject TestCliPolicy::policyOf(const QStringList &options) const
{
    return m_program
        .run(QStringList{QStringLiteral("aws"), QStringLiteral("policy"), QStringLiteral("--json"), m_place} + options)
        .object();
}

/// As the role.
Ended TestCliPolicy::run(const QString &line, const QStringList &more) const
{
    return m_program.run(line.split(u' ') + more + QStringList{QStringLiteral("--profile"), QStringLiteral("work")});
}

void TestCliPolicy::initTestCase()
{
    if (!m_rgw.isThere())
        QSKIP("no Ceph gateway was started");
    const auto trust = QStringLiteral(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":)"
                                      R"(["arn:aws:iam:::user/test"]},"Action":["sts:AssumeRole"]}]})");
    static_cast<void>(
        m_rgw.admin({QStringLiteral("role"), QStringLiteral("create"), QStringLiteral("--role-name=") + kRole,
                     QStringLiteral("--assume-role-policy-doc=") + trust}));
    m_bucket = QStringLiteral("policy-%1").arg(QDateTime::currentMSecsSinceEpoch());
    const auto made =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("create-bucket"), QStringLiteral("--bucket"), m_bucket});
    QVERIFY2(made.ok(), made.describe());
    m_place = m_rgw.location(m_bucket + QStringLiteral("/team/library"));

    QDir().mkpath(m_program.file(QStringLiteral(".aws")));
    m_program.write(QStringLiteral(".aws/config"), "[profile work]\nrole_arn = arn:aws:iam:::role/" + kRole.toLatin1() +
                                                       "\nsource_profile = owner\nregion = us-east-1\nca_bundle = " +
                                                       m_rgw.value("RGW_CA").toUtf8() + '\n');
    m_program.write(QStringLiteral(".aws/credentials"),
                    "[owner]\naws_access_key_id = " + m_rgw.value("RGW_ACCESS_KEY").toUtf8() +
                        "\naws_secret_access_key = " + m_rgw.value("RGW_SECRET_KEY").toUtf8() + '\n');
    auto &environment = m_program.environment;
    for (const auto &name : environment.keys()) {
        if (name.startsWith(QStringLiteral("AWS_")) || name == QLatin1String("SEALIFT_CA_FILE"))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("HOME"), QFileInfo(m_program.file(QStringLiteral("x"))).path());
    environment.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
    environment.insert(QStringLiteral("AWS_ENDPOINT_URL"), m_rgw.value("RGW_HTTPS"));
    environment.insert(QStringLiteral("AWS_CA_BUNDLE"), m_rgw.value("RGW_CA"));
    environment.insert(QStringLiteral("SEALIFT_LIBRARY"), m_place);
    // Large enough for an upload in parts.
    m_image = m_program.writeRandom(QStringLiteral("disk.raw"), 24 << 20);
}

void TestCliPolicy::writePolicyIsEnough()
{
    allow(policyOf());
    const auto made = run(QStringLiteral("library init --no-recovery-key"), {m_place});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
    for (const auto &line : {QStringLiteral("import ") + m_image, QStringLiteral("images"),
                             QStringLiteral("library check"), QStringLiteral("library key list"),
                             QStringLiteral("export disk -f raw -o ") + m_program.file(QStringLiteral("out.raw"))}) {
        const auto ended = run(line);
        QVERIFY2(ended.exitCode == 0, (line.toUtf8() + '\n' + ended.describe()).constData());
        QVERIFY2(!ended.errors.contains("warning"), ended.errors.constData());
    }
}

void TestCliPolicy::readOnlyPolicyIsEnough()
{
    allow(policyOf({QStringLiteral("--read-only")}));
    for (const auto &line :
         {QStringLiteral("images"), QStringLiteral("library check --read-data"),
          QStringLiteral("export disk -f qcow2 -o ") + m_program.file(QStringLiteral("out.qcow2"))}) {
        const auto ended = run(line);
        QVERIFY2(ended.exitCode == 0, (line.toUtf8() + '\n' + ended.describe()).constData());
    }
}

void TestCliPolicy::readOnlyPolicyImportsNothing()
{
    const auto other = m_program.writeRandom(QStringLiteral("other.raw"), 1 << 20);
    const auto ended = run(QStringLiteral("import ") + other);
    QCOMPARE(ended.exitCode, 13); // by preflight
    QVERIFY2(ended.errors.contains("may not be written"), ended.errors.constData());
    QVERIFY(!run(QStringLiteral("images")).output.contains("other"));
}

void TestCliPolicy::neitherReachesBesideTheLibrary()
{
    for (const auto &options : {QStringList(), QStringList{QStringLiteral("--read-only")}}) {
        allow(policyOf(options));
        const auto beside = m_rgw.location(m_bucket + QStringLiteral("/team/library2"));
        const auto ended = run(QStringLiteral("library init --no-recovery-key"), {beside});
        QCOMPARE(ended.exitCode, 3);
    }
}

void TestCliPolicy::eachMissingPermissionIsSaid_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("ListBucket") << QStringLiteral("s3:ListBucket") << 3 << QByteArray("read");
    QTest::newRow("GetObject") << QStringLiteral("s3:GetObject") << 3 << QByteArray("read");
    QTest::newRow("PutObject") << QStringLiteral("s3:PutObject") << 13 << QByteArray("written");
    QTest::newRow("DeleteObject") << QStringLiteral("s3:DeleteObject") << 3 << QByteArray("removed");
}

void TestCliPolicy::eachMissingPermissionIsSaid()
{
    QFETCH(const QString, action);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, said);
    auto policy = policyOf();
    QJsonArray statements;
    for (const auto &statement : policy.value(QStringLiteral("Statement")).toArray()) {
        auto object = statement.toObject();
        QJsonArray actions;
        for (const auto &one : object.value(QStringLiteral("Action")).toArray()) {
            if (one.toString() != action)
                actions.append(one);
        }
        object.insert(QStringLiteral("Action"), actions);
        if (!actions.isEmpty())
            statements.append(object);
    }
    policy.insert(QStringLiteral("Statement"), statements);
    allow(policy);
    const auto ended = run(QStringLiteral("import ") + m_image);
    qInfo("%s", ended.errors.constData());
    QCOMPARE(ended.exitCode, exitCode);
    QVERIFY2(ended.errors.contains(said), ended.errors.constData());
}

void TestCliPolicy::refusesPlacesThatAreNone()
{
    for (const auto &place : {QStringLiteral("/srv/library"), QStringLiteral("s3:https://host"),
                              QStringLiteral("s3:https://a:b@host/bucket")})
        QVERIFY(m_program.run({QStringLiteral("aws"), QStringLiteral("policy"), place}).exitCode != 0);
    for (const auto *line : {"ec2-image --read-only", "ec2-image --region nowhere", "ec2-snapshot --kms-key alias/mine",
                             "s3:eu-central-1/bucket --region eu-central-1"})
        QCOMPARE(m_program.run(QStringLiteral("aws policy %1").arg(QLatin1String(line)).split(u' ')).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "tst_cli_policy.moc"
