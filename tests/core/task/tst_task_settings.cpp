#include "crypto/crypto_session.h"
#include "task/secret_guard.h"
#include "task/task_settings.h"

#include <QTest>

using namespace sealift;

class TestTaskSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportOptionsComeBack();
    void earlierTasksHaveNoOptions();
    void preflightComesBack();
    void originsComeBack();
    void copiesComeBack();
    void sealsComeBack();
    void typedPassphrasesAreOfOneProgram();
    void bucketsComeBack();
    void verificationsComeBack();
    void unknownNamesAreRefused_data();
    void unknownNamesAreRefused();
};

namespace {

ExportSettings sample()
{
    ExportSettings settings;
    settings.library.location = QStringLiteral("/srv/library");
    settings.request.image = QStringLiteral("web01");
    settings.request.format = WriteFormat::Vhd;
    settings.request.path = QStringLiteral("/tmp/web01.vhd");
    return settings;
}

} // namespace

void TestTaskSettings::exportOptionsComeBack()
{
    auto settings = sample();
    settings.request.options = {.subformat = WriteSubformat::Fixed,
                                .compression = WriteCompression::None,
                                .blockSize = 2 << 20,
                                .alignment = 1 << 20};
    const auto json = settings.toJson();
    QCOMPARE(json.value(QStringLiteral("subformat")).toString(), QStringLiteral("fixed"));
    QCOMPARE(json.value(QStringLiteral("compression")).toString(), QStringLiteral("none"));
    QCOMPARE(json.value(QStringLiteral("block-size")).toInteger(), 2 << 20);
    QCOMPARE(json.value(QStringLiteral("align")).toInteger(), 1 << 20);
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(parsed);
    QVERIFY(parsed->request.options == settings.request.options);
    QCOMPARE(parsed->request.format, WriteFormat::Vhd);
}

void TestTaskSettings::earlierTasksHaveNoOptions()
{
    const auto json = sample().toJson();
    for (const auto *key :
         {"subformat", "compression", "block-size", "align", "target", "ignore-preflight", "texts-judged", "seal-for",
          "age-recipients", "age-passphrase-file", "luks-passphrase-file", "output-store"})
        QVERIFY(!json.contains(QLatin1String(key)));
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(parsed);
    QVERIFY(parsed->request.options == WriteOptions());
    QVERIFY(!parsed->request.target && parsed->ignorePreflight.isEmpty() && parsed->request.seal.isEmpty());
}

void TestTaskSettings::copiesComeBack()
{
    ImportSettings settings;
    settings.library = {QStringLiteral("/srv/b"), QStringLiteral("/etc/b.txt")};
    settings.image = QStringLiteral("web01");
    QVERIFY(!settings.toJson().contains(QStringLiteral("from-library")));
    QVERIFY(!settings.toJson().contains(QStringLiteral("follow-parents")));
    QVERIFY(!settings.toJson().contains(QStringLiteral("from-server")));
    settings.followParents = true;
    settings.fromServer = RemoteSettings{QStringLiteral("/etc/ca.pem"), true};
    StoreSettings store;
    store.region = QStringLiteral("eu-central-1");
    settings.fromLibrary = LibrarySettings{QStringLiteral("s3:https://h/a"), QStringLiteral("/etc/a.txt"), store};
    const auto json = settings.toJson();
    QVERIFY(refuseSecrets(json, QStringLiteral("settings")));
    const auto parsed = ImportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(parsed && parsed->fromLibrary && parsed->followParents);
    QVERIFY(parsed->fromServer == settings.fromServer);
    QCOMPARE(parsed->library.location, QStringLiteral("/srv/b"));
    QCOMPARE(parsed->fromLibrary->location, QStringLiteral("s3:https://h/a"));
    QCOMPARE(parsed->fromLibrary->passwordFile, QStringLiteral("/etc/a.txt"));
    QVERIFY(parsed->fromLibrary->store == settings.fromLibrary->store);
}

void TestTaskSettings::typedPassphrasesAreOfOneProgram()
{
    const auto session = CryptoSession::start();
    QVERIFY(session);
    const auto name = typedPassphraseName(QStringLiteral("5b1f"));
    QVERIFY(isTypedPassphrase(name));
    QVERIFY(!isTypedPassphrase(QStringLiteral("/home/ann/.passphrase")));
    const SealSettings seal{.passphraseFile = name};
    const auto known = loadRecipients(seal, [&name](const QString &file) -> Result<QCA::SecureArray> {
        return file == name ? QCA::SecureArray("kolibri-7") : QCA::SecureArray();
    });
    QVERIFY(known && *known);
    // Any other program finds no such file: that is not what is wrong.
    const auto unknown = loadRecipients(seal, [](const QString &file) -> Result<QCA::SecureArray> {
        return fail(Error(ErrorCode::NotFound, QStringLiteral("cannot read %1").arg(file)));
    });
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code(), ErrorCode::NotFound);
    QVERIFY2(unknown.error().what().contains(QStringLiteral("typed")), qPrintable(unknown.error().what()));
    QVERIFY(!unknown.error().remedy().isEmpty());
}

void TestTaskSettings::sealsComeBack()
{
    for (const auto &seal :
         {SealSettings{.certificates = {QStringLiteral("/home/ann/a.pem"), QStringLiteral("/home/ann/b.pem")}},
          SealSettings{.ageRecipients = {QStringLiteral("age1")}},
          SealSettings{.passphraseFile = QStringLiteral("/home/ann/.passphrase")},
          SealSettings{.luksFile = QStringLiteral("/home/ann/.passphrase")},
          SealSettings{.luksFile = typedPassphraseName(QStringLiteral("5b1f"))}}) {
        QVERIFY(!seal.isEmpty());
        auto settings = sample();
        settings.request.seal = seal;
        const auto json = settings.toJson();
        // As the journal does, which takes no secret.
        QVERIFY(refuseSecrets(json, QStringLiteral("settings")));
        const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
        QVERIFY(parsed);
        QVERIFY(parsed->request.seal == seal);
    }
}

void TestTaskSettings::bucketsComeBack()
{
    auto settings = sample();
    settings.request.path = QStringLiteral("s3:https://host/bucket/web01.vhd");
    settings.request.store.encryption = QStringLiteral("kms");
    settings.request.store.region = QStringLiteral("eu-central-1");
    const auto parsed = ExportSettings::parse(settings.toJson(), QStringLiteral("task 1"));
    QVERIFY(parsed);
    QCOMPARE(parsed->request.path, settings.request.path);
    QVERIFY(parsed->request.store == settings.request.store);
}

void TestTaskSettings::preflightComesBack()
{
    const QStringList rules{QStringLiteral("host-image-in-use"), QStringLiteral("hyper-v-2-firmware")};
    auto settings = sample();
    settings.request.target = Destination::HyperV2;
    settings.ignorePreflight = rules;
    const auto parsed = ExportSettings::parse(settings.toJson(), QStringLiteral("task 1"));
    QVERIFY(parsed);
    QCOMPARE(parsed->request.target, std::optional(Destination::HyperV2));
    QCOMPARE(parsed->ignorePreflight, rules);
    ImportSettings import;
    import.image = QStringLiteral("/tmp/web01.vhd");
    import.ignorePreflight = rules;
    import.textsJudged = true;
    const auto imported = ImportSettings::parse(import.toJson(), QStringLiteral("task 2"));
    QVERIFY(imported);
    QCOMPARE(imported->ignorePreflight, rules);
    QVERIFY(imported->textsJudged && !parsed->textsJudged);
}

void TestTaskSettings::originsComeBack()
{
    auto settings = sample();
    QVERIFY(!ExportSettings::parse(settings.toJson(), QStringLiteral("task 1"))->fromEc2);
    Ec2Settings ec2;
    ec2.region = QStringLiteral("eu-central-1");
    ec2.endpoint = QUrl(QStringLiteral("https://ec2.example.com"));
    settings.library = {};
    settings.fromEc2 = ec2;
    const auto parsed = ExportSettings::parse(settings.toJson(), QStringLiteral("task 1"));
    QVERIFY(parsed && parsed->fromEc2);
    QCOMPARE(parsed->fromEc2->region, ec2.region);
    QCOMPARE(parsed->fromEc2->endpoint, ec2.endpoint);
    QVERIFY(parsed->library.location.isEmpty());
    ImportSettings import;
    import.image = QStringLiteral("snap-0123456789abcdef0");
    import.fromEc2 = ec2;
    const auto imported = ImportSettings::parse(import.toJson(), QStringLiteral("task 2"));
    QVERIFY(imported && imported->fromEc2);
    QCOMPARE(imported->image, import.image);
    QVERIFY(!imported->byService && !parsed->byService);
    ServiceExportSettings service;
    service.place = QStringLiteral("s3:eu-central-1/bucket/folder");
    service.format = StagingFormat::Vhd;
    service.role = QStringLiteral("mine");
    service.keep = true;
    import.byService = service;
    settings.byService = service;
    QVERIFY(ImportSettings::parse(import.toJson(), QStringLiteral("task 2"))->byService == service);
    QVERIFY(ExportSettings::parse(settings.toJson(), QStringLiteral("task 2"))->byService == service);
    auto broken = import.toJson();
    broken.insert(QStringLiteral("from-ec2"), QJsonObject{{QStringLiteral("region"), 7}});
    QCOMPARE(ImportSettings::parse(broken, QStringLiteral("task 3")).error().code(), ErrorCode::Corrupt);
}

void TestTaskSettings::verificationsComeBack()
{
    const VerifySettings settings{{QStringLiteral("/srv/library"), QStringLiteral("/home/ann/.password"), {}},
                                  QStringLiteral("web01")};
    const auto parsed = VerifySettings::parse(settings.toJson(), QStringLiteral("task 1"));
    QVERIFY(parsed);
    QCOMPARE(parsed->library.location, settings.library.location);
    QCOMPARE(parsed->library.passwordFile, settings.library.passwordFile);
    QCOMPARE(parsed->image, settings.image);
    const auto broken = VerifySettings::parse({{QStringLiteral("library"), 7}}, QStringLiteral("task 1"));
    QVERIFY(!broken);
    QCOMPARE(broken.error().code(), ErrorCode::Corrupt);
}

void TestTaskSettings::unknownNamesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    for (const auto *key : {"format", "subformat", "compression", "target"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestTaskSettings::unknownNamesAreRefused()
{
    QFETCH(const QString, key);
    auto json = sample().toJson();
    json.insert(key, QStringLiteral("amiga"));
    const auto parsed = ExportSettings::parse(json, QStringLiteral("task 1"));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::Corrupt);
    QVERIFY(parsed.error().what().contains(QLatin1String("amiga")));
}

QTEST_GUILESS_MAIN(TestTaskSettings)

#include "tst_task_settings.moc"
