#include "aws/aws_session.h"
#include "aws_home.h"
#include "crypto/crypto_session.h"
#include "storage/open_store.h"
#include "support/rgw.h"

using namespace sealift;
using namespace sealift::test;

/// The Security Token Service of a real Ceph gateway, over TLS.
class TestStsRgw : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void assumesARole();
    void refusesAStranger();
    void workIsAllowedAsTheRole();

private:
    Result<std::unique_ptr<AwsSession>> session(const AwsHome &home) const
    {
        AwsSessionOptions options;
        options.variables = home.variables();
        options.caFile = m_rgw.value("RGW_CA");
        return AwsSession::open(options);
    }
    void writeProfiles(AwsHome &home, const char *key, const char *secret) const
    {
        home.set("AWS_ENDPOINT_URL", m_rgw.value("RGW_HTTPS"));
        home.credentials("[base]\naws_access_key_id = " + m_rgw.value(key).toUtf8() +
                         "\naws_secret_access_key = " + m_rgw.value(secret).toUtf8() + '\n');
        home.config("[default]\nrole_arn = arn:aws:iam:::role/sealift-writer\nsource_profile = base\n"
                    "role_session_name = test\nduration_seconds = 900\n");
    }

    Rgw m_rgw;
};

void TestStsRgw::initTestCase()
{
    if (!m_rgw.isThere())
        QSKIP("no Ceph gateway was started");
    const auto trust = QStringLiteral(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                                      R"({"AWS":["arn:aws:iam:::user/test"]},"Action":["sts:AssumeRole"]}]})");
    const auto name = QStringLiteral("--role-name=sealift-writer");
    static_cast<void>(m_rgw.admin({QStringLiteral("role"), QStringLiteral("create"), name,
                                   QStringLiteral("--assume-role-policy-doc=") + trust})); // it may be there already
    const auto policy = QStringLiteral(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":)"
                                       R"(["s3:*"],"Resource":["arn:aws:s3:::*"]}]})");
    const auto put = m_rgw.admin({QStringLiteral("role"), QStringLiteral("policy"), QStringLiteral("put"), name,
                                  QStringLiteral("--policy-name=work"), QStringLiteral("--policy-doc=") + policy});
    const auto older =
        put.ok() ? put
                 : m_rgw.admin({QStringLiteral("role-policy"), QStringLiteral("put"), name,
                                QStringLiteral("--policy-name=work"), QStringLiteral("--policy-doc=") + policy});
    QVERIFY2(older.ok(), older.describe());
}

void TestStsRgw::assumesARole()
{
    AwsHome home;
    writeProfiles(home, "RGW_ACCESS_KEY", "RGW_SECRET_KEY");
    const auto opened = session(home);
    QVERIFY(opened);
    const auto credentials = (*opened)->credentials({});
    QVERIFY2(credentials, qPrintable(credentials ? QString() : everythingOf(credentials.error())));
    QVERIFY(credentials->expires);
    const auto left = QDateTime::currentDateTimeUtc().secsTo(*credentials->expires);
    QVERIFY2(left > 800 && left <= 900, qPrintable(QString::number(left)));
    QVERIFY(!credentials->sessionToken.isEmpty());
    QCOMPARE((*opened)->words(),
             QStringLiteral("profile default: role arn:aws:iam:::role/sealift-writer, by profile base: keys in ") +
                 home.path(QStringLiteral(".aws/credentials")));
}

void TestStsRgw::refusesAStranger()
{
    AwsHome home;
    writeProfiles(home, "RGW_OTHER_ACCESS_KEY", "RGW_OTHER_SECRET_KEY");
    const auto opened = session(home);
    QVERIFY(opened);
    const auto credentials = (*opened)->credentials({});
    QVERIFY(!credentials);
    const auto said = everythingOf(credentials.error());
    QVERIFY2(credentials.error().code() == ErrorCode::PermissionDenied, qPrintable(said));
    QVERIFY2(!said.contains(m_rgw.value("RGW_OTHER_SECRET_KEY")), qPrintable(said));
}

void TestStsRgw::workIsAllowedAsTheRole()
{
    AwsHome home;
    writeProfiles(home, "RGW_ACCESS_KEY", "RGW_SECRET_KEY");
    auto opened = session(home);
    QVERIFY(opened);
    const auto bucket = QStringLiteral("sts-%1").arg(QDateTime::currentMSecsSinceEpoch());
    const auto made =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("create-bucket"), QStringLiteral("--bucket"), bucket});
    QVERIFY2(made.ok(), made.describe());
    StoreOptions options = m_rgw.options();
    options.credentials = std::shared_ptr<AwsSession>(std::move(*opened));
    const auto store = openStore(m_rgw.location(bucket), options);
    QVERIFY(store);
    const QByteArray content = "stored by the role";
    const ByteView parts[]{viewOf(content)};
    const auto put = (*store)->put(QStringLiteral("config"), parts, PutMode::CreateNew, {});
    QVERIFY2(put, qPrintable(put ? QString() : everythingOf(put.error())));
    const auto read = (*store)->readAll(QStringLiteral("config"), 100, {});
    QVERIFY(read);
    QCOMPARE(*read, content);
    QVERIFY((*store)->identity().startsWith(QStringLiteral("profile default: role arn:aws:iam:::role/sealift-writer")));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestStsRgw test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sts_rgw.moc"
