#include "base/canonical_json.h"
#include "core/scratch/scratch_fixture.h"
#include "scratch/confirmation.h"
#include "scratch/destruction.h"
#include "scratch/receipt_signature.h"
#include "support/process_runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;

// Everything, but where a sanitizer makes that take an hour: it looks at the memory, not at the outcome.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qsizetype kStride = 41;
#else
constexpr qsizetype kStride = 1;
#endif

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 5, 6), QTime(7, 8, second, 9), Qt::UTC);
}

/// A receipt with something in every field; nothing of it is ASCII only by luck.
Receipt sample()
{
    Receipt receipt;
    receipt.issuer = QStringLiteral("sealift 0.1.0");
    receipt.issued = at(50);
    receipt.taskId = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
    receipt.taskKind = QStringLiteral("import");
    receipt.endState = QStringLiteral("completed");
    receipt.created = at(1);
    receipt.ended = at(49);
    receipt.image = {QStringLiteral("Büro \"web\"\n\U0001f600"), QStringLiteral("qcow2"), 40 * kMiB,
                     QString(64, QLatin1Char('a'))};
    receipt.destination = QStringLiteral("/srv/library");
    receipt.encryption = QStringLiteral("AES-256-CTR and Poly1305-AES");
    receipt.volume = ReceiptVolume{QStringLiteral("a-volume"),
                                   QStringLiteral("AES-256-XTS"),
                                   4096,
                                   100 * kMiB,
                                   7 * kMiB,
                                   {{ScratchState::Creating, at(2)}, {ScratchState::Ready, at(3)}}};
    const CleanupAttempt failed{{{QStringLiteral("key-erased"), true, QStringLiteral("512 bits"), at(40)},
                                 {QStringLiteral("volume-removed"), false, QStringLiteral("cannot remove"), at(41)}},
                                {{QStringLiteral("volume-gone"), false, QStringLiteral("left: volume"), at(42)}}};
    const CleanupAttempt good{{{QStringLiteral("key-erased"), true, QStringLiteral("was erased before"), at(45)}},
                              {{QStringLiteral("volume-gone"), true, QStringLiteral("there is none"), at(46)}}};
    receipt.cleanup = {failed, good};
    receipt.auditHash = QString(64, QLatin1Char('b'));
    receipt.auditEntries = 17;
    return receipt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void comesBack();
    void isCanonical();
    void saysWhoSigned();
    void everyFlippedBit();
    void everyRemovedByte();
    void everyAddedByte();
    void everyField();
    void signatureMembers_data();
    void signatureMembers();
    void otherForms_data();
    void otherForms();
    void rejectsHalfAReceipt();
    void laterVersion();
    void contradiction();
    void confirmedOrNot();
    void ofARealTask();
    void byOpensslAlone();

private:
    QByteArray signedSample();
    QString outcome(const QByteArray &file) const { return nameOf(verifyReceipt(file, &m_key->publicKey())); }
    /// Signs whatever it is given, as somebody with the key could.
    QByteArray resigned(QJsonObject object);

    std::unique_ptr<CryptoSession> m_session;
    QTemporaryDir m_home;
    std::unique_ptr<InstallationKey> m_key;
    std::unique_ptr<InstallationKey> m_other;
};

void ReceiptTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
    auto key = InstallationKey::open(m_home.filePath(QStringLiteral("identity")));
    VERIFY_OK(key);
    m_key = std::make_unique<InstallationKey>(std::move(*key));
    auto other = InstallationKey::open(m_home.filePath(QStringLiteral("other")));
    VERIFY_OK(other);
    m_other = std::make_unique<InstallationKey>(std::move(*other));
}

void ReceiptTest::cleanupTestCase()
{
    m_key.reset();
    m_other.reset();
    m_session.reset();
}

QByteArray ReceiptTest::signedSample()
{
    const auto file = signReceipt(sample(), *m_key);
    return file ? *file : QByteArray();
}

QByteArray ReceiptTest::resigned(QJsonObject object)
{
    const auto payload = canonicalJson(object);
    const auto value = m_key->sign(viewOf(*payload));
    object.insert(QStringLiteral("signature"),
                  QJsonObject{{QStringLiteral("algorithm"), QStringLiteral("RSASSA-PKCS1-v1_5-SHA256")},
                              {QStringLiteral("keyId"), m_key->publicKey().id()},
                              {QStringLiteral("publicKey"), QString::fromLatin1(m_key->publicKey().pem())},
                              {QStringLiteral("value"), QString::fromLatin1(value->toBase64())}});
    return *canonicalJson(object);
}

void ReceiptTest::comesBack()
{
    const auto verified = verifyReceipt(signedSample(), &m_key->publicKey());
    VERIFY_OK(verified);
    QVERIFY(verified->receipt == sample());
    auto bare = sample();
    bare.volume.reset();
    bare.ended = {};
    bare.image.sourceHash.clear();
    bare.cleanup.clear();
    bare.afterCrash = true;
    const auto file = signReceipt(bare, *m_key);
    VERIFY_OK(file);
    const auto again = verifyReceipt(*file, &m_key->publicKey());
    VERIFY_OK(again);
    QVERIFY(again->receipt == bare);
}

void ReceiptTest::isCanonical()
{
    const auto file = signedSample();
    QVERIFY(file.startsWith("{\"afterCrash\":false,\"auditEntries\":17,"));
    QVERIFY(!file.contains('\n'));
    QCOMPARE(signedSample(), file); // the same every time
    const auto object = parseCanonicalJson(file, QStringLiteral("receipt"));
    VERIFY_OK(object);
    const auto signature = object->value(QStringLiteral("signature")).toObject();
    QCOMPARE(signature.value(QStringLiteral("keyId")).toString(), m_key->publicKey().id());
    // What cannot be written is not signed.
    auto bad = sample();
    bad.image.name = QString(QChar(0xd800));
    QCOMPARE(nameOf(signReceipt(bad, *m_key)), QStringLiteral("invalid-argument"));
}

void ReceiptTest::saysWhoSigned()
{
    const auto file = signedSample();
    auto verified = verifyReceipt(file, &m_key->publicKey());
    VERIFY_OK(verified);
    QCOMPARE(verified->signer, ReceiptSigner::ThisInstallation);
    QCOMPARE(verified->keyId, m_key->publicKey().id());
    verified = verifyReceipt(file, &m_other->publicKey());
    VERIFY_OK(verified);
    QCOMPARE(verified->signer, ReceiptSigner::Another);
    QCOMPARE(verified->keyId, m_key->publicKey().id());
    verified = verifyReceipt(file, nullptr);
    VERIFY_OK(verified);
    QCOMPARE(verified->signer, ReceiptSigner::Another);
}

void ReceiptTest::everyFlippedBit()
{
    const auto file = signedSample();
    QVERIFY(file.size() > 2000);
    for (qsizetype i = 0; i < file.size(); i += kStride) {
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = file;
            changed[i] = static_cast<char>(changed.at(i) ^ (1 << bit));
            const auto verified = verifyReceipt(changed, &m_key->publicKey());
            QVERIFY2(!verified, qPrintable(QStringLiteral("byte %1, bit %2").arg(i).arg(bit)));
            QVERIFY(!verified.error().what().isEmpty());
        }
    }
}

void ReceiptTest::everyRemovedByte()
{
    const auto file = signedSample();
    for (qsizetype i = 0; i < file.size(); i += kStride) {
        QVERIFY(!verifyReceipt(QByteArray(file).remove(i, 1), &m_key->publicKey()));
        if (i % 50 == 0)
            QVERIFY(!verifyReceipt(file.left(i), &m_key->publicKey()));
    }
}

void ReceiptTest::everyAddedByte()
{
    const auto file = signedSample();
    for (qsizetype i = 0; i <= file.size(); i += kStride) {
        for (const char added : {' ', i % 2 == 0 ? '0' : '"', i % 3 == 0 ? '\0' : 'a'}) {
            if (verifyReceipt(QByteArray(file).insert(i, added), &m_key->publicKey()))
                QFAIL(qPrintable(QStringLiteral("byte %1 added at %2").arg(int{added}).arg(i)));
        }
    }
}

void ReceiptTest::everyField()
{
    // Canonical again after the change, as a careful forger would have it.
    const auto object = parseCanonicalJson(signedSample(), QStringLiteral("receipt"));
    VERIFY_OK(object);
    for (const auto &name : object->keys()) {
        auto changed = *object;
        const auto value = object->value(name);
        if (value.isBool())
            changed[name] = !value.toBool();
        else if (value.isDouble())
            changed[name] = value.toInteger() + 1;
        else if (value.isString())
            changed[name] = value.toString() + QLatin1Char('x');
        else
            changed[name] = QJsonArray();
        QVERIFY2(outcome(*canonicalJson(changed)) != QLatin1String("ok"), qPrintable(name));
        auto removed = *object;
        removed.remove(name);
        QCOMPARE(outcome(*canonicalJson(removed)), QStringLiteral("corrupt"));
    }
    auto added = *object;
    added.insert(QStringLiteral("note"), QStringLiteral("all is well"));
    QCOMPARE(outcome(*canonicalJson(added)), QStringLiteral("corrupt"));
    // A failed check left out, or two attempts swapped.
    auto attempts = object->value(QStringLiteral("cleanup")).toArray();
    attempts.removeFirst();
    auto shorter = *object;
    shorter.insert(QStringLiteral("cleanup"), attempts);
    QCOMPARE(outcome(*canonicalJson(shorter)), QStringLiteral("corrupt"));
    attempts = object->value(QStringLiteral("cleanup")).toArray();
    attempts.append(attempts.takeAt(0));
    auto swapped = *object;
    swapped.insert(QStringLiteral("cleanup"), attempts);
    QCOMPARE(outcome(*canonicalJson(swapped)), QStringLiteral("corrupt"));
}

void ReceiptTest::signatureMembers_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *member, const QJsonValue &value, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(member) << value << QString::fromLatin1(says);
    };
    row("no algorithm", "algorithm", QStringLiteral("none"), "another algorithm");
    row("a weaker algorithm", "algorithm", QStringLiteral("RSASSA-PKCS1-v1_5-SHA1"), "another algorithm");
    row("another's id", "keyId", m_other->publicKey().id(), "id");
    row("another's key", "publicKey", QString::fromLatin1(m_other->publicKey().pem()), "id");
    row("no key", "publicKey", QString(), "public key");
    row("no signature", "value", QString(), "changed after it was signed");
    row("not base64", "value", QStringLiteral("?"), "base64");
    row("a number", "value", 7, "value");
    row("one more", "comment", QStringLiteral("x"), "other members");
}

void ReceiptTest::signatureMembers()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, says);
    auto object = parseCanonicalJson(signedSample(), QStringLiteral("receipt"));
    VERIFY_OK(object);
    auto signature = object->value(QStringLiteral("signature")).toObject();
    signature.insert(member, value);
    object->insert(QStringLiteral("signature"), signature);
    const auto verified = verifyReceipt(*canonicalJson(*object), &m_key->publicKey());
    QCOMPARE(nameOf(verified), QStringLiteral("corrupt"));
    QVERIFY2(verified.error().what().contains(says), qPrintable(verified.error().what()));
}

void ReceiptTest::otherForms_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto file = signedSample();
    QTest::newRow("a line end") << file + '\n';
    QTest::newRow("white space") << QByteArray(file).replace("\",\"", "\", \"");
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + file;
    QTest::newRow("escaped otherwise") << QByteArray(file).replace("/srv/library", "\\/srv\\/library");
    QTest::newRow("a member twice") << QByteArray(file).replace("{\"afterCrash\":false,",
                                                                "{\"afterCrash\":false,\"afterCrash\":false,");
    QTest::newRow("a number otherwise") << QByteArray(file).replace("\"auditEntries\":17", "\"auditEntries\":17.0");
    QTest::newRow("another order") << QByteArray(file).replace("{\"afterCrash\":false,\"auditEntries\":17,",
                                                               "{\"auditEntries\":17,\"afterCrash\":false,");
}

void ReceiptTest::otherForms()
{
    QFETCH(const QByteArray, file);
    QVERIFY(file != signedSample());
    const auto verified = verifyReceipt(file, &m_key->publicKey());
    QCOMPARE(nameOf(verified), QStringLiteral("corrupt"));
}

void ReceiptTest::rejectsHalfAReceipt()
{
    // Signed, but not by anybody who writes receipts: each field is asked for.
    const auto whole = sample().toJson();
    for (const auto &name : whole.keys()) {
        if (name == QLatin1String("volume"))
            continue;
        auto object = whole;
        object.remove(name);
        const auto verified = verifyReceipt(resigned(object), &m_key->publicKey());
        QCOMPARE(nameOf(verified), QStringLiteral("corrupt"));
        QVERIFY2(verified.error().what().contains(name), qPrintable(verified.error().what()));
    }
    QCOMPARE(outcome(resigned(whole)), QStringLiteral("ok"));
    QCOMPARE(outcome("{}"), QStringLiteral("corrupt"));
    QCOMPARE(outcome(""), QStringLiteral("corrupt"));
}

void ReceiptTest::laterVersion()
{
    auto object = sample().toJson();
    object.insert(QStringLiteral("version"), 2);
    QCOMPARE(outcome(resigned(object)), QStringLiteral("unsupported"));
}

void ReceiptTest::contradiction()
{
    auto object = sample().toJson();
    object.insert(QStringLiteral("confirmed"), false);
    QCOMPARE(outcome(resigned(object)), QStringLiteral("corrupt"));
}

void ReceiptTest::confirmedOrNot()
{
    auto receipt = sample();
    QVERIFY(receipt.isConfirmed());
    receipt.cleanup.removeLast();
    QVERIFY(!receipt.isConfirmed());
    receipt.cleanup.clear();
    QVERIFY(!receipt.isConfirmed());
    receipt.cleanup.append(CleanupAttempt{{{QStringLiteral("key-erased"), true, {}, at(1)}}, {}});
    QVERIFY(!receipt.isConfirmed()); // nobody looked
}

void ReceiptTest::ofARealTask()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(5000))));
    // The first attempt finds something in its way, the second does not.
    const auto strange = scratch->folder->path() + QStringLiteral("/strange");
    QFile file(strange);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    auto receipt = sample();
    receipt.taskId = scratch->folder->taskId();
    receipt.cleanup.clear();
    for (int round = 0; round < 2; ++round) {
        CleanupAttempt attempt;
        attempt.steps = destroyScratch({*scratch->folder, scratch->volume.get(), {}});
        attempt.checks = confirmScratch({fixture.path(), receipt.taskId, {}, {}});
        receipt.cleanup.append(attempt);
        scratch->volume->lifecycle().advance(attempt.isConfirmed() ? ScratchState::Confirmed
                                                                   : ScratchState::Unconfirmed);
        QFile::remove(strange);
    }
    receipt.volume = ReceiptVolume::of(*scratch->volume);
    const auto signedFile = signReceipt(receipt, *m_key);
    VERIFY_OK(signedFile);
    const auto verified = verifyReceipt(*signedFile, &m_key->publicKey());
    VERIFY_OK(verified);
    QVERIFY(verified->receipt.isConfirmed());
    QCOMPARE(verified->receipt.cleanup.size(), 2);
    QVERIFY(!verified->receipt.cleanup.first().isConfirmed());
    QVERIFY(signedFile->contains("/strange"));
    QCOMPARE(verified->receipt.volume->highWater, 8192);
    QCOMPARE(verified->receipt.volume->states.last().state, ScratchState::Confirmed);
}

void ReceiptTest::byOpensslAlone()
{
    const auto openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    const QTemporaryDir folder;
    VERIFY_OK(exportForOpenssl(signedSample(), folder.path()));
    VERIFY_OK(exportForOpenssl(signedSample(), folder.path())); // over older ones
    const QStringList files{QStringLiteral("key.pem"), QStringLiteral("receipt.payload"),
                            QStringLiteral("receipt.sig")};
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), files);
    CommandLine verify;
    verify.program = QStringLiteral("/bin/sh");
    verify.folder = folder.path();
    verify.arguments = {QStringLiteral("-c"),
                        QStringLiteral("openssl dgst -sha256 -verify key.pem -signature receipt.sig receipt.payload")};
    auto finished = run(verify);
    QVERIFY2(finished.ok(), finished.describe());
    QCOMPARE(finished.out, QByteArray("Verified OK\n"));
    CommandLine identify = verify;
    identify.arguments = {QStringLiteral("-c"),
                          QStringLiteral("openssl pkey -pubin -in key.pem -outform DER | openssl dgst -sha256")};
    finished = run(identify);
    QVERIFY2(finished.ok(), finished.describe());
    QVERIFY2(finished.out.contains(m_key->publicKey().id().toLatin1()), finished.describe());
    // The payload is what people read, and a change in it is noticed.
    auto payload = contentOf(folder.filePath(QStringLiteral("receipt.payload")));
    QVERIFY(payload.contains("\"endState\":\"completed\"") && !payload.contains("signature"));
    payload.replace("completed", "cancelled");
    QFile file(folder.filePath(QStringLiteral("receipt.payload")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(payload), payload.size());
    file.close();
    finished = run(verify);
    QVERIFY(finished.started && finished.exitCode != 0);
    QCOMPARE(nameOf(exportForOpenssl("{}", folder.path())), QStringLiteral("corrupt"));
    QCOMPARE(nameOf(exportForOpenssl(signedSample(), folder.filePath(QStringLiteral("missing")))),
             QStringLiteral("not-found"));
}

QTEST_GUILESS_MAIN(ReceiptTest)
#include "tst_receipt.moc"
