// Manifests of OVF packages and their signatures, made by openssl's own program.

#include "image/ovf/ovf_manifest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;

namespace {

const QByteArray kContent = "what the disk holds";

struct Kind {
    const char *name;
    DigestKind kind;
    QCryptographicHash::Algorithm other; ///< another implementation of it
};

const Kind kKinds[] = {{"SHA1", DigestKind::Sha1, QCryptographicHash::Sha1},
                       {"SHA256", DigestKind::Sha256, QCryptographicHash::Sha256},
                       {"SHA512", DigestKind::Sha512, QCryptographicHash::Sha512}};

QByteArray digestOf(DigestKind kind, const QByteArray &content)
{
    FileDigest digest(kind);
    digest.add(
        ByteView(reinterpret_cast<const std::byte *>(content.constData()), static_cast<std::size_t>(content.size())));
    return digest.finish();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestOvfManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsRightFromWrong_data();
    void tellsRightFromWrong();
    void refuses_data();
    void refuses();
    void verifiesSignatures();
};

void TestOvfManifest::tellsRightFromWrong_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("form");
    for (int i = 0; i < 3; ++i) {
        for (const auto *form : {"%1(a.vmdk)= %2\n", "%1 (./a.vmdk) = %2\r\n", "\n%1(a.vmdk)=%2"})
            QTest::addRow("%s as %s", kKinds[i].name, form) << i << QByteArray(form);
    }
}

void TestOvfManifest::tellsRightFromWrong()
{
    QFETCH(int, index);
    QFETCH(QByteArray, form);
    const auto &kind = kKinds[index];
    const auto text =
        form.replace("%1", kind.name).replace("%2", QCryptographicHash::hash(kContent, kind.other).toHex());
    const auto manifest = parseManifest(text, QStringLiteral("x.mf"));
    QVERIFY(manifest);
    const auto *entry = manifestEntryOf(*manifest, QStringLiteral("a.vmdk"));
    if (entry == nullptr)
        QFAIL("the manifest's entry is not found");
    QVERIFY(manifestEntryOf(*manifest, QStringLiteral("b.vmdk")) == nullptr);
    QVERIFY(entry->kind == kind.kind);
    QVERIFY(compareDigest(*entry, digestOf(kind.kind, kContent), QStringLiteral("x.ova")));
    const auto wrong = compareDigest(*entry, digestOf(kind.kind, kContent + '!'), QStringLiteral("x.ova"));
    QVERIFY(!wrong);
    QVERIFY(wrong.error().code() == ErrorCode::Corrupt);
    QVERIFY(wrong.error().what().contains(QLatin1String("a.vmdk")));
}

void TestOvfManifest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    const auto line = [](int digits) { return "SHA256(a)= " + QByteArray(digits, '0') + "\n"; };
    QTest::newRow("prose") << QByteArray("hello\n") << ErrorCode::Corrupt;
    QTest::newRow("a digit short") << line(63) << ErrorCode::Corrupt;
    QTest::newRow("a byte long") << line(66) << ErrorCode::Corrupt;
    QTest::newRow("twice") << line(64) + line(64) << ErrorCode::Corrupt;
    QTest::newRow("unknown digest") << QByteArray("MD5(a)= ") + QByteArray(32, '0') << ErrorCode::Corrupt;
    QTest::newRow("size") << QByteArray(kMaxManifest + 1, '\n') << ErrorCode::LimitExceeded;
}

void TestOvfManifest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    const auto manifest = parseManifest(text, QStringLiteral("x.mf"));
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().code() == code, qPrintable(manifest.error().what()));
}

void TestOvfManifest::verifiesSignatures()
{
    const QTemporaryDir folder;
    const auto key = folder.filePath(QStringLiteral("key"));
    const auto certificate = folder.filePath(QStringLiteral("pem"));
    const auto manifest = folder.filePath(QStringLiteral("x.mf"));
    const auto signature = folder.filePath(QStringLiteral("signature"));
    const QByteArray text = "SHA256(a)= " + QByteArray(64, '0') + "\n";
    QVERIFY(write(manifest, text));
    const QString openssl = QStringLiteral("openssl");
    QCOMPARE(QProcess::execute(openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                                         QStringLiteral("/CN=Maker"), QStringLiteral("-keyout"), key,
                                         QStringLiteral("-out"), certificate}),
             0);
    QCOMPARE(QProcess::execute(openssl, {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-sign"),
                                         key, QStringLiteral("-out"), signature, manifest}),
             0);
    const auto file = "SHA256(x.mf)= " + read(signature).toHex() + "\n" + read(certificate);
    const auto where = QStringLiteral("x.cert");

    const auto signer = verifyManifestSignature(file, text, where);
    QVERIFY2(signer, signer ? "" : qPrintable(signer.error().what()));
    QCOMPARE(signer->signer, QStringLiteral("CN=Maker"));
    QVERIFY(signer->selfSigned);

    const auto changed = verifyManifestSignature(file, QByteArray(text).replace("(a)", "(b)"), where);
    QVERIFY(!changed);
    QVERIFY(changed.error().code() == ErrorCode::Corrupt);
    QVERIFY(!verifyManifestSignature(read(certificate), text, where));
    QVERIFY(!verifyManifestSignature(file.left(file.indexOf('\n') + 1), text, where));
    const auto unknown = verifyManifestSignature(QByteArray(file).replace("SHA256(x.mf)", "MD5(x.mf)"), text, where);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().code() == ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestOvfManifest)
#include "tst_ovf_manifest.moc"
