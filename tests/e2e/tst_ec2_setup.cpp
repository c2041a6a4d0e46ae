// What imports through a bucket take is made on request, by the real command: the bucket with its settings, the role of
// VM Import/Export, the user's policy. The server judges each request by botocore's models of S3 and IAM, and the real
// AWS command line shows what is there afterwards.

#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/ec2_server.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

#include <map>
#include <memory>

using namespace sealift::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestEc2Setup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysWhatItWouldMake();
    void makesWhatIsMissing();
    void leavesOthersAlone();
    void explainsRefusals_data();
    void explainsRefusals();
    void wrongUse_data();
    void wrongUse();
    void asksAsAwsDoes();

private:
    Outcome run(const QStringList &arguments) const
    {
        auto command = m_bench->sealift.command(arguments);
        command.environment = m_server.environment(command.environment);
        return outcomeOf(sealift::test::run(command));
    }
    /// Each test has a bucket and a role of its own.
    QStringList setup(const QStringList &more = {}) const
    {
        return words("ec2 setup --create --role-name") + QStringList{m_name} + more +
               QStringList{QStringLiteral("s3:%1/%2/staging").arg(m_server.url(), m_name)};
    }
    QStringList printed() const
    {
        auto arguments = setup();
        arguments.removeAll(QStringLiteral("--create"));
        return arguments;
    }
    /// "bucket made", one a step.
    static QStringList statesOf(const Outcome &outcome)
    {
        QStringList states;
        for (const auto &entry : outcome.array()) {
            const auto step = entry.toObject();
            states.append(step.value(QStringLiteral("name")).toString() + QLatin1Char(' ') +
                          step.value(QStringLiteral("state")).toString());
        }
        return states;
    }
    static QStringList all(const char *state, bool hasUser = true)
    {
        QStringList states;
        for (const auto *name : {"bucket", "encryption", "publicAccessBlock", "lifecycle", "bucketPolicy", "role",
                                 "rolePolicy", "userPolicy"})
            states.append(QLatin1String(name) + QLatin1Char(' ') + QLatin1String(state));
        if (!hasUser)
            states.removeLast();
        return states;
    }
    QByteArray s3(const char *action, const char *query) const
    {
        return m_server
            .aws(words("s3api") + QStringList{QString::fromLatin1(action), QStringLiteral("--bucket"), m_name,
                                              QStringLiteral("--output"), QStringLiteral("text"),
                                              QStringLiteral("--query"), QString::fromLatin1(query)})
            .out.simplified();
    }
    QJsonObject iam(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(m_server.aws(words("iam --output json") + arguments).out).object();
    }
    /// What is changed: every request but those that look.
    QStringList changes() const
    {
        QStringList changes;
        for (const auto &line : m_server.requests()) {
            const auto action = line.section(QLatin1Char(' '), 0, 0);
            if (action.startsWith(QLatin1String("Put")) || action.startsWith(QLatin1String("Create")))
                changes.append(action);
        }
        return changes;
    }

    Ec2Server m_server;
    std::unique_ptr<Workbench> m_bench;
    QString m_name;
    int m_count = 0;
};

void TestEc2Setup::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY(m_server.isReady());
}

void TestEc2Setup::init()
{
    m_server.set({});
    m_server.forgetRequests();
    m_bench = std::make_unique<Workbench>();
    m_name = QStringLiteral("setup-%1").arg(++m_count);
}

void TestEc2Setup::cleanup()
{
    VERIFY_EMPTY(m_server.takeComplaints());
}

void TestEc2Setup::saysWhatItWouldMake()
{
    const auto planned = run(setup(words("--user ann")));
    VERIFY_RUN(planned.ok(), planned.run);
    QCOMPARE(statesOf(planned), all("missing"));
    VERIFY_EMPTY(changes().join(QLatin1Char(' ')));
}

void TestEc2Setup::makesWhatIsMissing()
{
    const auto made = run(setup(words("--yes --user ann")));
    VERIFY_RUN(made.ok(), made.run);
    QCOMPARE(statesOf(made), all("made"));
    QCOMPARE(s3("get-bucket-encryption",
                "ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm"),
             QByteArray("AES256"));
    QCOMPARE(s3("get-public-access-block", "PublicAccessBlockConfiguration.[BlockPublicAcls,IgnorePublicAcls,"
                                           "BlockPublicPolicy,RestrictPublicBuckets]"),
             QByteArray("True True True True"));
    QCOMPARE(s3("get-bucket-lifecycle-configuration",
                "Rules[0].[Status,Filter.Prefix,AbortIncompleteMultipartUpload.DaysAfterInitiation]"),
             QByteArray("Enabled staging/ 1"));
    QVERIFY(s3("get-bucket-policy", "Policy").contains("aws:SecureTransport"));
    // What is there is what is printed.
    const auto documents = run(printed());
    VERIFY_RUN(documents.ok(), documents.run);
    const auto role = iam(words("get-role --role-name") + QStringList{m_name});
    const auto trust = role.value(QStringLiteral("Role")).toObject().value(QStringLiteral("AssumeRolePolicyDocument"));
    QVERIFY(trust.isObject() && trust == documents.object().value(QStringLiteral("trustPolicy")));
    const auto policy = QStringLiteral("sealift-import-%1").arg(m_name);
    const auto ofRole =
        iam(words("get-role-policy --role-name") + QStringList{m_name, QStringLiteral("--policy-name"), policy});
    QCOMPARE(ofRole.value(QStringLiteral("PolicyDocument")), documents.object().value(QStringLiteral("rolePolicy")));
    const auto ofUser = iam(words("get-user-policy --user-name ann --policy-name") + QStringList{policy});
    QCOMPARE(ofUser.value(QStringLiteral("PolicyDocument")), documents.object().value(QStringLiteral("userPolicy")));

    // Once more, nothing is changed; for people, it says so.
    m_server.forgetRequests();
    auto again = m_bench->sealift.command(setup(words("--yes --user ann")));
    again.environment = m_server.environment(again.environment);
    again.arguments.removeFirst(); // --json
    const auto shown = sealift::test::run(again);
    VERIFY_RUN(shown.ok() && shown.out.count("There already: ") == 8, shown);
    VERIFY_RUN(shown.err.contains("arn:aws:iam::111122223333:user/ann"), shown);
    VERIFY_EMPTY(changes().join(QLatin1Char(' ')));
    // Other permissions are wanted now: ours are replaced.
    const auto more = run(setup(words("--yes --exports")));
    VERIFY_RUN(more.ok(), more.run);
    QCOMPARE(changes(), QStringList{QStringLiteral("PutRolePolicy")});
}

void TestEc2Setup::leavesOthersAlone()
{
    const auto bucket = QStringList{QStringLiteral("--bucket"), m_name};
    QVERIFY(
        m_server
            .aws(words("s3api create-bucket --create-bucket-configuration LocationConstraint=eu-central-1") + bucket)
            .ok());
    const auto rule = QStringLiteral(
        R"({"Rules":[{"ID":"theirs","Status":"Enabled","Filter":{"Prefix":"logs/"},"Expiration":{"Days":9}}]})");
    QVERIFY(m_server
                .aws(words("s3api put-bucket-lifecycle-configuration --lifecycle-configuration") + QStringList{rule} +
                     bucket)
                .ok());
    const auto policy = QStringLiteral(R"({"Version":"2012-10-17","Statement":[]})");
    QVERIFY(m_server.aws(words("s3api put-bucket-policy --policy") + QStringList{policy} + bucket).ok());
    const auto trust =
        QStringLiteral(R"({"Version":"2012-10-17","Statement":[{"Condition":{)"
                       R"("StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"x"}}}]})");
    QVERIFY(m_server
                .aws(words("iam create-role --role-name") +
                     QStringList{m_name, QStringLiteral("--assume-role-policy-document"), trust})
                .ok());
    const auto made = run(setup({QStringLiteral("--yes")}));
    VERIFY_RUN(made.ok(), made.run);
    auto expected = all("made", false);
    expected[0] = QStringLiteral("bucket there");
    expected[4] = QStringLiteral("bucketPolicy other");
    expected[5] = QStringLiteral("role other");
    QCOMPARE(statesOf(made), expected);
    QCOMPARE(s3("get-bucket-lifecycle-configuration", "Rules[].ID"),
             QByteArray("theirs sealift-end-unfinished-uploads"));
    QVERIFY(!s3("get-bucket-policy", "Policy").contains("SecureTransport"));
}

void TestEc2Setup::explainsRefusals_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("word");
    QTest::newRow("bucket") << QStringLiteral("CreateBucket") << QString();
    QTest::newRow("role") << QStringLiteral("CreateRole") << QStringLiteral("iam:CreateRole");
    QTest::newRow("policy") << QStringLiteral("PutRolePolicy") << QStringLiteral("iam:PutRolePolicy");
}

void TestEc2Setup::explainsRefusals()
{
    QFETCH(QString, action);
    QFETCH(QString, word);
    m_server.set({{QStringLiteral("refuse"),
                   QJsonObject{{action, QJsonObject{{QStringLiteral("status"), 403},
                                                    {QStringLiteral("code"), QStringLiteral("AccessDenied")}}}}}});
    const auto refused = run(setup({QStringLiteral("--yes")}));
    QCOMPARE(refused.complaint(QStringLiteral("permission-denied"), {word}), QByteArray());
    // What was made stays, and the next one goes on from there.
    m_server.set({});
    const auto again = run(setup({QStringLiteral("--yes")}));
    VERIFY_RUN(again.ok() && !again.run.out.contains("missing"), again.run);
}

void TestEc2Setup::wrongUse_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *arguments, const char *code, const char *word) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(code)
                                 << QString::fromLatin1(word);
    };
    row("--yes", "invalid-argument", "--create");
    row("--user ann", "invalid-argument", "--create");
    row("--create --account 999999999999", "invalid-argument", "999999999999");
    row("--create --yes --exports --bucket-key arn:aws:kms:eu-central-1:111122223333:key/1", "invalid-argument", "KMS");
}

void TestEc2Setup::wrongUse()
{
    QFETCH(QString, arguments);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const auto refused = run(words("ec2 setup") + words(arguments.toLatin1().constData()) +
                             QStringList{QStringLiteral("s3:%1/%2/staging").arg(m_server.url(), m_name)});
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    VERIFY_EMPTY(changes().join(QLatin1Char(' ')));
}

/// Parameter by parameter.
void TestEc2Setup::asksAsAwsDoes()
{
    const auto made = run(setup({QStringLiteral("--yes")}));
    VERIFY_RUN(made.ok(), made.run);
    const auto fieldsOf = [this](const char *action) {
        std::map<QString, QString> fields;
        const auto forms = m_server.forms(QString::fromLatin1(action));
        for (const auto &field : forms.isEmpty() ? QStringList() : forms.last().split(QLatin1Char('&'))) {
            const auto value = QString(field.section(QLatin1Char('='), 1)).replace(QLatin1Char('+'), QLatin1Char(' '));
            fields[field.section(QLatin1Char('='), 0, 0)] = QUrl::fromPercentEncoding(value.toUtf8());
        }
        return fields;
    };
    const auto created = fieldsOf("CreateRole");
    const auto put = fieldsOf("PutRolePolicy");
    const auto looked = fieldsOf("GetRole");
    QVERIFY(created.size() == 5 && put.size() == 5);
    m_server.forgetRequests();
    static_cast<void>(
        m_server.aws(words("iam create-role --role-name") +
                     QStringList{m_name, QStringLiteral("--description"), created.at(QStringLiteral("Description")),
                                 QStringLiteral("--assume-role-policy-document"),
                                 created.at(QStringLiteral("AssumeRolePolicyDocument"))}));
    static_cast<void>(
        m_server.aws(words("iam put-role-policy --role-name") +
                     QStringList{m_name, QStringLiteral("--policy-name"), put.at(QStringLiteral("PolicyName")),
                                 QStringLiteral("--policy-document"), put.at(QStringLiteral("PolicyDocument"))}));
    static_cast<void>(m_server.aws(words("iam get-role --role-name") + QStringList{m_name}));
    QVERIFY(fieldsOf("CreateRole") == created);
    QVERIFY(fieldsOf("PutRolePolicy") == put);
    QVERIFY(fieldsOf("GetRole") == looked);
}

QTEST_GUILESS_MAIN(TestEc2Setup)
#include "tst_ec2_setup.moc"
