#include "aws/credential_chain.h"
#include "aws_home.h"
#include "crypto/crypto_session.h"
#include "support/process_runner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace sealift;
using namespace sealift::test;

namespace {

/// In place of a call of STS, as resolve_by_botocore.py has it: says who makes it, and with which role.
class TellingSts final : public HttpTransport
{
public:
    Result<HttpResponse> send(const HttpRequest &request, std::stop_token /*stop*/) override
    {
        QByteArray form;
        for (const auto &part : request.body)
            form += toByteArray(part);
        const QUrlQuery query(QString::fromLatin1(form));
        static const QRegularExpression signer(QStringLiteral("Credential=(.*)/20\\d{6}/[^/]*/sts/aws4_request"));
        const auto header = QString::fromUtf8(headerValue(request.headers, "Authorization"));
        const auto role = query.queryItemValue(QStringLiteral("RoleArn"), QUrl::FullyDecoded);
        const auto key = QStringLiteral("role:%1<%2").arg(role, signer.match(header).captured(1));
        const auto answer = QStringLiteral("<R><AccessKeyId>%1</AccessKeyId><SecretAccessKey>x</SecretAccessKey>"
                                           "<SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
                                           "</R>")
                                .arg(key.toHtmlEscaped())
                                .toUtf8();
        std::memcpy(request.into.data(), answer.constData(), static_cast<std::size_t>(answer.size()));
        return HttpResponse{200, {}, {}, answer.size()};
    }
};

} // namespace

/// The same choice as botocore's, which is the AWS CLI's, on random configurations.
class TestBotocoreChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesAsBotocoreDoes();
};

void TestBotocoreChain::choosesAsBotocoreDoes()
{
    constexpr int kCount = 600;
    const auto seed = qEnvironmentVariable("SEALIFT_TEST_SEED", QStringLiteral("4711"));
    QTemporaryDir folder;
    CommandLine command;
    command.program = QStringLiteral(SEALIFT_PYTHON);
    command.arguments = {QStringLiteral(SEALIFT_RESOLVER), folder.path(), QString::number(kCount), seed};
    const auto resolver = run(command);
    QVERIFY2(resolver.ok(), resolver.describe());
    const auto lines = resolver.out.trimmed().split('\n');
    QCOMPARE(lines.size(), kCount);

    TellingSts sts;
    int found = 0;
    int roles = 0;
    for (const auto &line : lines) {
        const auto object = QJsonDocument::fromJson(line).object();
        const auto environment = object.value(QLatin1String("environment")).toObject();
        QByteArrayList variables;
        for (auto i = environment.begin(); i != environment.end(); ++i)
            variables.append(i.key().toUtf8() + '=' + i.value().toString().toUtf8());
        AwsChoices choices;
        choices.profile = object.value(QLatin1String("profile")).toString();
        const CredentialChain chain(AwsVariables(variables), choices, sts, sts);
        const auto ours = chain.find({});
        const auto key = object.value(QLatin1String("key")).toString();
        const auto ourKey = ours ? ours->credentials.accessKey : QString();
        const auto said = line + "\nours: " +
                          (ours ? ourKey + QLatin1Char(' ') + ours->origin.words : everythingOf(ours.error())).toUtf8();
        QVERIFY2(ourKey == key, said);
        if (!ours)
            continue;
        ++found;
        roles += key.startsWith(QStringLiteral("role:")) ? 1 : 0;
        QVERIFY2(QString::fromUtf8(ours->credentials.sessionToken.toByteArray()) ==
                     object.value(QLatin1String("token")).toString(),
                 said);
    }
    // Or the test would show nothing.
    qInfo("%d of %d configurations have credentials, %d of them a role's", found, kCount, roles);
    QVERIFY(found > kCount / 5 && roles > kCount / 25);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestBotocoreChain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_botocore_chain.moc"
