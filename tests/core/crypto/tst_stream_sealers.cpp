// What is sealed here is opened by the programs of others: age, and openssl's cms.

#include "crypto/crypto_session.h"
#include "crypto/seal/bech32.h"
#include "crypto/seal/seal_recipients.h"
#include "support/process_runner.h"
#include "support/pty_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

QByteArray someBytes(qint64 size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator generator(static_cast<quint32>(size));
    for (auto &byte : bytes)
        byte = static_cast<char>(generator.generate());
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("there is no such file");
}

bool putFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Seals the bytes in pieces of an odd size, as writers of images give them.
Result<QByteArray> sealed(const SealRecipients &recipients, const QByteArray &plain, qsizetype piece = 100'003)
{
    SEALIFT_ASSIGN(const auto sealer, recipients.makeSealer());
    QByteArray out;
    SEALIFT_TRY(sealer->begin([&out](ByteView bytes) -> Status {
        out += toByteArray(bytes);
        return {};
    }));
    for (qsizetype at = 0; at < plain.size(); at += piece)
        SEALIFT_TRY(sealer->add(viewOf(plain.mid(at, piece))));
    SEALIFT_TRY(sealer->finish());
    return out;
}

template <typename T>
QString nameOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code());
}

} // namespace

class TestStreamSealers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void bech32_data();
    void bech32();
    void ageRecipients_data();
    void ageRecipients();
    void ageSizes_data();
    void ageSizes();
    void ageForSeveral();
    void ageByPassphrase();
    void ageNoticesDamage();
    void cmsSizes_data();
    void cmsSizes();
    void cmsForSeveral();
    void cmsNoticesDamage();
    void cmsHoldsNothingEmpty();
    void certificates_data();
    void certificates();
    void sinksFail();
    void speeds_data();
    void speeds();

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }
    Finished tool(const QString &program, const QStringList &arguments) const;
    Finished openssl(const QString &arguments) const;
    void makeAgeKey(const QString &name);
    void makeCertificate(const QString &name, const QString &key, const QString &extension = {});
    Result<RecipientCertificate> certificate(const QString &name, int days = 0) const;
    SealRecipients certificatesOf(const QStringList &names) const;
    Finished openCms(const QByteArray &message, const QString &name) const;
    Finished openAge(const QByteArray &file, const QString &name) const;

    std::unique_ptr<CryptoSession> m_session;
    QTemporaryDir m_folder;
    QHash<QString, QString> m_ageRecipients;
};

Finished TestStreamSealers::tool(const QString &program, const QStringList &arguments) const
{
    return run({.program = program, .arguments = arguments, .folder = m_folder.path()});
}

Finished TestStreamSealers::openssl(const QString &arguments) const
{
    return tool(QStringLiteral("openssl"), arguments.split(u' ', Qt::SkipEmptyParts));
}

void TestStreamSealers::makeAgeKey(const QString &name)
{
    const auto made = tool(QStringLiteral("age-keygen"), {QStringLiteral("-o"), name + QStringLiteral(".agekey")});
    QVERIFY2(made.ok(), made.describe());
    const auto told = tool(QStringLiteral("age-keygen"), {QStringLiteral("-y"), name + QStringLiteral(".agekey")});
    QVERIFY2(told.ok(), told.describe());
    m_ageRecipients.insert(name, QString::fromLatin1(told.out.trimmed()));
}

void TestStreamSealers::makeCertificate(const QString &name, const QString &key, const QString &extension)
{
    auto arguments =
        QStringLiteral("req -x509 -nodes -days 30 -subj /CN=%1 -keyout %1.key -out %1.pem -newkey %2").arg(name, key);
    if (!extension.isEmpty())
        arguments += QStringLiteral(" -addext %1").arg(extension);
    const auto made = openssl(arguments);
    QVERIFY2(made.ok(), made.describe());
}

void TestStreamSealers::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
    makeAgeKey(QStringLiteral("ann"));
    makeAgeKey(QStringLiteral("bob"));
    makeAgeKey(QStringLiteral("eve"));
    makeCertificate(QStringLiteral("rsa"), QStringLiteral("rsa:2048"));
    makeCertificate(QStringLiteral("p256"), QStringLiteral("ec -pkeyopt ec_paramgen_curve:P-256"));
    makeCertificate(QStringLiteral("p384"), QStringLiteral("ec -pkeyopt ec_paramgen_curve:P-384"));
    makeCertificate(QStringLiteral("encrypting"), QStringLiteral("rsa:2048"),
                    QStringLiteral("keyUsage=keyEncipherment"));
    makeCertificate(QStringLiteral("signing"), QStringLiteral("rsa:2048"), QStringLiteral("keyUsage=digitalSignature"));
    makeCertificate(QStringLiteral("ecsigning"), QStringLiteral("ec -pkeyopt ec_paramgen_curve:P-256"),
                    QStringLiteral("keyUsage=digitalSignature"));
    makeCertificate(QStringLiteral("short"), QStringLiteral("rsa:1024"));
    makeCertificate(QStringLiteral("ed25519"), QStringLiteral("ed25519"));
    makeCertificate(QStringLiteral("pss"), QStringLiteral("rsa-pss -pkeyopt rsa_keygen_bits:2048"));
}

void TestStreamSealers::bech32_data()
{
    // The vectors of BIP 173, "Test vectors", as far as they are whole bytes.
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("no data") << QByteArray("A12UEL5L") << QByteArray("a") << QByteArray("");
    QTest::newRow("small letters") << QByteArray("a12uel5l") << QByteArray("a") << QByteArray("");
    QTest::newRow("all values") << QByteArray("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw") << QByteArray("abcdef")
                                << QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df");
    QTest::newRow("a prefix with the separator")
        << QByteArray("an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs")
        << QByteArray("an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio")
        << QByteArray("");
    QTest::newRow("a wrong checksum") << QByteArray("A1G7SGD8") << QByteArray() << QByteArray();
    QTest::newRow("no prefix") << QByteArray("1qzzfhee") << QByteArray() << QByteArray();
    QTest::newRow("no separator") << QByteArray("pzry9x0s0muk") << QByteArray() << QByteArray();
    QTest::newRow("a wrong character") << QByteArray("x1b4n0q5v") << QByteArray() << QByteArray();
    QTest::newRow("too short a checksum") << QByteArray("li1dgmt3") << QByteArray() << QByteArray();
    QTest::newRow("both cases") << QByteArray("A12uEL5L") << QByteArray() << QByteArray();
}

void TestStreamSealers::bech32()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, data);
    const auto decoded = decodeBech32(text);
    if (prefix.isNull()) {
        QCOMPARE(nameOf(decoded), QStringLiteral("invalid-argument"));
        return;
    }
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().what()));
    QCOMPARE(decoded->prefix, prefix);
    QCOMPARE(decoded->data, data);
}

void TestStreamSealers::ageRecipients_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto ann = m_ageRecipients.value(QStringLiteral("ann"));
    auto mistyped = ann;
    mistyped[20] = mistyped[20] == u'q' ? u'p' : u'q';
    QTest::newRow("right") << ann << QStringLiteral("ok");
    QTest::newRow("mistyped") << mistyped << QStringLiteral("invalid-argument");
    QTest::newRow("cut off") << ann.chopped(1) << QStringLiteral("invalid-argument");
    QTest::newRow("capitals") << ann.toUpper() << QStringLiteral("invalid-argument");
    QTest::newRow("for SSH") << QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA")
                             << QStringLiteral("invalid-argument");
    QTest::newRow("of a plugin") << QStringLiteral(
                                        "age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t")
                                 << QStringLiteral("unsupported");
    QTest::newRow("nothing") << QString() << QStringLiteral("invalid-argument");
    const auto secret = QString::fromLatin1(contentOf(at(QStringLiteral("ann.agekey"))))
                            .section(u'\n', -1, -1, QString::SectionSkipEmpty);
    QTest::newRow("a secret key") << secret << QStringLiteral("unsafe");
}

void TestStreamSealers::ageRecipients()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto parsed = AgeRecipient::parse(text);
    QCOMPARE(nameOf(parsed), expected);
    if (parsed)
        return;
    QVERIFY(!parsed.error().remedy().isEmpty());
    if (expected == QLatin1String("unsafe"))
        QVERIFY(text.startsWith(QLatin1String("AGE-SECRET-KEY-")) && !parsed.error().what().contains(text.mid(20)));
}

Finished TestStreamSealers::openAge(const QByteArray &file, const QString &name) const
{
    if (!putFile(at(QStringLiteral("sealed.age")), file))
        return {};
    QFile::remove(at(QStringLiteral("opened")));
    return tool(QStringLiteral("age"), {QStringLiteral("-d"), QStringLiteral("-i"), name + QStringLiteral(".agekey"),
                                        QStringLiteral("-o"), QStringLiteral("opened"), QStringLiteral("sealed.age")});
}

void TestStreamSealers::ageSizes_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64{0}, qint64{1}, 64 * KiB - 1, 64 * KiB, 64 * KiB + 1, MiB - 1, MiB, MiB + 1,
                              MiB + 64 * KiB, 9 * MiB + 77})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void TestStreamSealers::ageSizes()
{
    QFETCH(qint64, size);
    const auto plain = someBytes(size);
    const auto ann = AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("ann")));
    QVERIFY(ann.has_value());
    const auto file = sealed(*SealRecipients::ageRecipients({*ann}), plain);
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().what()));
    const auto opened = openAge(*file, QStringLiteral("ann"));
    QVERIFY2(opened.ok(), opened.describe());
    if (size == 0) // age makes a file with the first byte
        QVERIFY(!QFile::exists(at(QStringLiteral("opened"))));
    else
        QVERIFY(contentOf(at(QStringLiteral("opened"))) == plain);
}

void TestStreamSealers::ageForSeveral()
{
    const auto plain = someBytes(200 * KiB);
    const auto recipients =
        SealRecipients::ageRecipients({*AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("ann"))),
                                       *AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("bob")))});
    const auto file = sealed(*recipients, plain);
    QVERIFY(file.has_value());
    for (const auto *name : {"ann", "bob"}) {
        const auto opened = openAge(*file, QString::fromLatin1(name));
        QVERIFY2(opened.ok(), opened.describe());
        QVERIFY(contentOf(at(QStringLiteral("opened"))) == plain);
    }
    const auto refused = openAge(*file, QStringLiteral("eve"));
    QVERIFY2(refused.started && !refused.ok(), refused.describe());
    // The same for the same recipients is another file each time: keys are fresh.
    const auto other = sealed(*recipients, plain);
    QVERIFY(other.has_value() && other->size() == file->size() && *other != *file);
    QVERIFY(recipients->words().contains(m_ageRecipients.value(QStringLiteral("bob"))));
}

void TestStreamSealers::ageByPassphrase()
{
    const auto plain = someBytes(MiB + 5);
    QCOMPARE(nameOf(SealRecipients::agePassphrase(QCA::SecureArray())), QStringLiteral("invalid-argument"));
    const auto recipients = SealRecipients::agePassphrase(QCA::SecureArray("correct horse"));
    QVERIFY(recipients.has_value());
    const auto file = sealed(*recipients, plain);
    QVERIFY(file.has_value());
    QVERIFY(putFile(at(QStringLiteral("sealed.age")), *file));
    QFile::remove(at(QStringLiteral("opened")));
    // age asks on the terminal, and nowhere else.
    PtyProcess age({QStandardPaths::findExecutable(QStringLiteral("age")), QStringLiteral("-d"), QStringLiteral("-o"),
                    at(QStringLiteral("opened")), at(QStringLiteral("sealed.age"))});
    QVERIFY2(age.waitFor("assphrase"), age.screen());
    QVERIFY(age.waitForEcho(false));
    age.type("correct horse\r");
    QCOMPARE(age.waitForEnd(), std::optional(0));
    QVERIFY(contentOf(at(QStringLiteral("opened"))) == plain);
}

void TestStreamSealers::ageNoticesDamage()
{
    const auto recipients =
        SealRecipients::ageRecipients({*AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("ann")))});
    const auto file = sealed(*recipients, someBytes(300 * KiB));
    QVERIFY(file.has_value());
    auto changed = *file;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    // Cut off at the border of a chunk: only the mark of the last one tells.
    const auto cut = file->left(file->indexOf("\n---") + 1 + 3 + 1 + 43 + 1 + 16 + 2 * (64 * KiB + 16));
    for (const auto &damaged : {changed, cut, file->chopped(1)}) {
        const auto opened = openAge(damaged, QStringLiteral("ann"));
        QVERIFY2(opened.started && !opened.ok(), opened.describe());
    }
}

Result<RecipientCertificate> TestStreamSealers::certificate(const QString &name, int days) const
{
    const auto path = at(name + QStringLiteral(".pem"));
    return RecipientCertificate::parse(contentOf(path), path, QDateTime::currentDateTimeUtc().addDays(days));
}

SealRecipients TestStreamSealers::certificatesOf(const QStringList &names) const
{
    std::vector<RecipientCertificate> certificates;
    for (const auto &name : names)
        certificates.push_back(*certificate(name));
    return *SealRecipients::certificates(std::move(certificates));
}

Finished TestStreamSealers::openCms(const QByteArray &message, const QString &name) const
{
    if (!putFile(at(QStringLiteral("sealed.cms")), message))
        return {};
    QFile::remove(at(QStringLiteral("opened")));
    return openssl(
        QStringLiteral("cms -decrypt -binary -inform DER -in sealed.cms -out opened -inkey %1.key -recip %1.pem")
            .arg(name));
}

void TestStreamSealers::cmsSizes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    for (const auto *name : {"rsa", "p256", "p384", "encrypting"}) {
        for (const qint64 size : {qint64{1}, 4 * KiB, MiB - 1, 5 * MiB + 77})
            QTest::addRow("%s, %lld", name, static_cast<long long>(size)) << QString::fromLatin1(name) << size;
    }
}

void TestStreamSealers::cmsSizes()
{
    QFETCH(QString, name);
    QFETCH(qint64, size);
    const auto plain = someBytes(size);
    const auto message = sealed(certificatesOf({name}), plain);
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().what()));
    const auto opened = openCms(*message, name);
    QVERIFY2(opened.ok(), opened.describe());
    QVERIFY(contentOf(at(QStringLiteral("opened"))) == plain);
}

void TestStreamSealers::cmsForSeveral()
{
    const auto plain = someBytes(100 * KiB);
    const auto recipients = certificatesOf({QStringLiteral("rsa"), QStringLiteral("p384")});
    const auto message = sealed(recipients, plain);
    QVERIFY(message.has_value());
    for (const auto *name : {"rsa", "p384"}) {
        const auto opened = openCms(*message, QString::fromLatin1(name));
        QVERIFY2(opened.ok(), opened.describe());
        QVERIFY(contentOf(at(QStringLiteral("opened"))) == plain);
    }
    const auto refused = openCms(*message, QStringLiteral("p256"));
    QVERIFY2(refused.started && !refused.ok(), refused.describe());
    // What openssl sees in it: no SHA-1, no PKCS #1 version 1.5.
    const auto printed = openssl(QStringLiteral("cms -cmsout -print -noout -inform DER -in sealed.cms"));
    QVERIFY2(printed.ok(), printed.describe());
    for (const auto *part : {"authEnvelopedData", "aes-256-gcm", "rsaesOaep", "id-aes256-wrap", "sha256kdf"})
        QVERIFY2(printed.out.contains(part), printed.out + "\nlacks " + part);
    // Fingerprints in receipts, names for people.
    const auto fingerprint = openssl(QStringLiteral("x509 -in rsa.pem -noout -fingerprint -sha256"));
    const auto digits = fingerprint.out.trimmed().split('=').last().replace(":", "").toLower();
    QVERIFY2(recipients.words().contains(QString::fromLatin1(digits)), qPrintable(recipients.words()));
    QCOMPARE(recipients.names(), QStringList({QStringLiteral("CN=rsa"), QStringLiteral("CN=p384")}));
}

void TestStreamSealers::cmsNoticesDamage()
{
    const auto message = sealed(certificatesOf({QStringLiteral("rsa")}), someBytes(300 * KiB));
    QVERIFY(message.has_value());
    auto changed = *message;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    for (const auto &damaged : {changed, message->chopped(30)}) {
        const auto opened = openCms(damaged, QStringLiteral("rsa"));
        QVERIFY2(opened.started && !opened.ok(), opened.describe());
    }
}

void TestStreamSealers::cmsHoldsNothingEmpty()
{
    QCOMPARE(nameOf(sealed(certificatesOf({QStringLiteral("rsa")}), {})), QStringLiteral("unsupported"));
}

void TestStreamSealers::certificates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, int days, const char *expected, const char *says) {
        QTest::addRow("%s, day %d", name, days)
            << QString::fromLatin1(name) << days << QString::fromLatin1(expected) << QString::fromLatin1(says);
    };
    row("rsa", 0, "ok", "");
    row("rsa", 29, "ok", "");
    row("rsa", 31, "invalid-argument", "not valid any more since 20");
    row("rsa", -1, "invalid-argument", "not valid before 20");
    row("encrypting", 0, "ok", "");
    row("signing", 0, "invalid-argument", "keyEncipherment");
    row("ecsigning", 0, "invalid-argument", "keyAgreement");
    row("short", 0, "unsupported", "1024 bits");
    row("ed25519", 0, "unsupported", "ED25519");
    row("pss", 0, "unsupported", "RSA-PSS");
}

void TestStreamSealers::certificates()
{
    QFETCH(QString, name);
    QFETCH(int, days);
    QFETCH(QString, expected);
    QFETCH(QString, says);
    const auto parsed = certificate(name, days);
    QCOMPARE(nameOf(parsed), expected);
    if (!parsed) {
        QVERIFY2(parsed.error().what().contains(says), qPrintable(parsed.error().what()));
        QVERIFY2(parsed.error().what().contains(name + QStringLiteral(".pem")), qPrintable(parsed.error().what()));
        QVERIFY(!parsed.error().remedy().isEmpty());
        return;
    }
    // The same in DER; nothing in what is no certificate.
    const auto der = openssl(QStringLiteral("x509 -in %1.pem -outform DER").arg(name));
    const auto same = RecipientCertificate::parse(der.out, name, QDateTime::currentDateTimeUtc());
    QVERIFY(same.has_value());
    QCOMPARE(same->fingerprint(), parsed->fingerprint());
    const auto key = contentOf(at(name + QStringLiteral(".key")));
    QCOMPARE(nameOf(RecipientCertificate::parse(key, name, QDateTime::currentDateTimeUtc())),
             QStringLiteral("invalid-argument"));
}

void TestStreamSealers::sinksFail()
{
    const auto age =
        SealRecipients::ageRecipients({*AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("ann")))});
    for (const auto &recipients : {certificatesOf({QStringLiteral("rsa")}), *age}) {
        const auto sealer = recipients.makeSealer();
        QVERIFY(sealer.has_value());
        qint64 taken = 0;
        auto status = (*sealer)->begin([&taken](ByteView bytes) -> Status {
            taken += static_cast<qint64>(bytes.size());
            if (taken > 3 * MiB)
                return fail(Error(ErrorCode::NoSpace, QStringLiteral("full")));
            return {};
        });
        const auto piece = someBytes(MiB);
        int pieces = 0;
        for (; status && pieces < 100; ++pieces)
            status = (*sealer)->add(viewOf(piece));
        QCOMPARE(nameOf(status), QStringLiteral("no-space"));
        QVERIFY(pieces < 50); // what is under way is bounded
    }
}

void TestStreamSealers::speeds_data()
{
    QTest::addColumn<bool>("cms");
    QTest::newRow("age") << false;
    QTest::newRow("CMS") << true;
}

/// No more than a look: it fails only where something is wrong by an order of magnitude.
void TestStreamSealers::speeds()
{
    QFETCH(bool, cms);
    const auto recipients =
        cms ? certificatesOf({QStringLiteral("rsa")})
            : *SealRecipients::ageRecipients({*AgeRecipient::parse(m_ageRecipients.value(QStringLiteral("ann")))});
    const auto sealer = recipients.makeSealer();
    QVERIFY(sealer.has_value());
    qint64 taken = 0;
    const auto piece = someBytes(MiB);
    constexpr int kPieces = 512;
    QElapsedTimer timer;
    timer.start();
    QVERIFY((*sealer)->begin([&taken](ByteView bytes) -> Status {
        taken += static_cast<qint64>(bytes.size());
        return {};
    }));
    for (int i = 0; i < kPieces; ++i)
        QVERIFY((*sealer)->add(viewOf(piece)));
    QVERIFY((*sealer)->finish());
    const auto milliseconds = std::max<qint64>(timer.elapsed(), 1);
    QVERIFY(taken > kPieces * MiB && taken < kPieces * MiB + kPieces * MiB / 256 + MiB);
    qInfo("%lld MB/s", static_cast<long long>(kPieces * MiB / 1000 / milliseconds));
    QVERIFY(milliseconds < 60'000);
}

QTEST_GUILESS_MAIN(TestStreamSealers)

#include "tst_stream_sealers.moc"
