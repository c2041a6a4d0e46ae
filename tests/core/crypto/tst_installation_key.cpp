#include "crypto/crypto_session.h"
#include "crypto/installation_key.h"
#include "support/process_runner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <set>
#include <vector>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

const QByteArray kMessage("a message");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool putFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString nameOf(const Result<InstallationKey> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code());
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
}

} // namespace

class TestInstallationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void init();

    void isMadeOnceAndKept();
    void filesArePrivate();
    void atRestByOpenssl();
    void opensQuickly();
    void withPassphrase();
    void changesPassphrase();
    void interruptedChange();
    void damaged_data();
    void damaged();
    void unsafe_data();
    void unsafe();
    void otherPublicKey();
    void manyProcessesAtOnce();
    void signaturesAreChecked();
    void refusesOtherKeys_data();
    void refusesOtherKeys();

private:
    QString at(const char *name) const { return m_folder + QLatin1Char('/') + QLatin1String(name); }
    /// The key that init() put there, made once for all tests: that takes its time.
    void copyKey() const;

    std::unique_ptr<CryptoSession> m_session;
    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

void TestInstallationKey::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
    const auto key = InstallationKey::open(m_made.filePath(QStringLiteral("key")));
    QVERIFY2(key.has_value(), key ? "" : qPrintable(key.error().what()));
}

void TestInstallationKey::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(QStringLiteral("identity"));
    copyKey();
}

void TestInstallationKey::copyKey() const
{
    QVERIFY(::mkdir(QFile::encodeName(m_folder).constData(), 0700) == 0);
    const QDir made(m_made.filePath(QStringLiteral("key")));
    for (const auto &name : made.entryList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(made.filePath(name), m_folder + QLatin1Char('/') + name));
}

void TestInstallationKey::isMadeOnceAndKept()
{
    auto first = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(first), QStringLiteral("ok"));
    auto second = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(second), QStringLiteral("ok"));
    QCOMPARE(first->publicKey().id(), second->publicKey().id());
    QCOMPARE(first->publicKey().id().size(), 64);
    const auto signature = first->sign(viewOf(kMessage));
    QVERIFY(signature.has_value());
    QCOMPARE(signature->size(), 384);
    QVERIFY(second->publicKey().verify(viewOf(kMessage), *signature));
    const QStringList files{QStringLiteral("receipt-key.pem"), QStringLiteral("receipt-key.pub.pem"),
                            QStringLiteral("receipt-key.secret")};
    QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), files);
}

void TestInstallationKey::filesArePrivate()
{
    const auto made = m_made.filePath(QStringLiteral("key"));
    QCOMPARE(modeOf(made), 0700U);
    for (const auto *name : {"receipt-key.pem", "receipt-key.secret"})
        QCOMPARE(modeOf(made + QLatin1Char('/') + QLatin1String(name)), 0600U);
    QVERIFY(contentOf(at("receipt-key.pem")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    QVERIFY(contentOf(at("receipt-key.pub.pem")).startsWith("-----BEGIN PUBLIC KEY-----\n"));
}

void TestInstallationKey::atRestByOpenssl()
{
    const auto openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    const auto key = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(key), QStringLiteral("ok"));
    CommandLine shown;
    shown.program = openssl;
    shown.arguments = {QStringLiteral("asn1parse"), QStringLiteral("-in"), at("receipt-key.pem")};
    const auto structure = run(shown);
    QVERIFY2(structure.ok(), structure.describe());
    for (const auto *part : {"PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc"})
        QVERIFY2(structure.out.contains(part), part);
    // The very file opens without Sealift, and its public half is the one beside it.
    CommandLine opened;
    opened.program = openssl;
    opened.arguments = {QStringLiteral("pkey"),
                        QStringLiteral("-in"),
                        at("receipt-key.pem"),
                        QStringLiteral("-passin"),
                        QStringLiteral("file:") + at("receipt-key.secret"),
                        QStringLiteral("-pubout")};
    const auto publicHalf = run(opened);
    QVERIFY2(publicHalf.ok(), publicHalf.describe());
    QCOMPARE(publicHalf.out, key->publicKey().pem());
    QCOMPARE(contentOf(at("receipt-key.pub.pem")), key->publicKey().pem());
}

void TestInstallationKey::opensQuickly()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(nameOf(InstallationKey::open(m_folder)), QStringLiteral("ok"));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestInstallationKey::withPassphrase()
{
    const auto folder = m_home->filePath(QStringLiteral("guarded"));
    const QCA::SecureArray passphrase("correct horse");
    const auto made = InstallationKey::open(folder, passphrase);
    QCOMPARE(nameOf(made), QStringLiteral("ok"));
    QVERIFY(!QFile::exists(folder + QStringLiteral("/receipt-key.secret")));
    QCOMPARE(nameOf(InstallationKey::open(folder, passphrase)), QStringLiteral("ok"));
    const auto wrong = InstallationKey::open(folder, QCA::SecureArray("battery staple"));
    QCOMPARE(nameOf(wrong), QStringLiteral("wrong-password"));
    QVERIFY(!wrong.error().what().contains(QLatin1String("battery")));
    const auto without = InstallationKey::open(folder);
    QCOMPARE(nameOf(without), QStringLiteral("wrong-password"));
    QVERIFY(!without.error().remedy().isEmpty());
    QVERIFY(!QFile::exists(folder + QStringLiteral("/receipt-key.secret")));
}

void TestInstallationKey::changesPassphrase()
{
    const auto id = InstallationKey::open(m_folder)->publicKey().id();
    const QCA::SecureArray passphrase("new one");
    QVERIFY(InstallationKey::changePassphrase(m_folder, {}, passphrase).has_value());
    QVERIFY(!QFile::exists(at("receipt-key.secret")));
    QCOMPARE(nameOf(InstallationKey::open(m_folder)), QStringLiteral("wrong-password"));
    QCOMPARE(InstallationKey::open(m_folder, passphrase)->publicKey().id(), id);
    QVERIFY(!InstallationKey::changePassphrase(m_folder, QCA::SecureArray("other"), {}).has_value());
    QVERIFY(InstallationKey::changePassphrase(m_folder, passphrase, {}).has_value());
    QCOMPARE(InstallationKey::open(m_folder)->publicKey().id(), id);
}

void TestInstallationKey::interruptedChange()
{
    // As if killed before the secret was removed.
    const auto secret = contentOf(at("receipt-key.secret"));
    const QCA::SecureArray passphrase("new one");
    QVERIFY(InstallationKey::changePassphrase(m_folder, {}, passphrase).has_value());
    QVERIFY(putFile(at("receipt-key.secret"), secret));
    QVERIFY(QFile::setPermissions(at("receipt-key.secret"), QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(nameOf(InstallationKey::open(m_folder, passphrase)), QStringLiteral("ok"));
}

void TestInstallationKey::damaged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("place"); // in percent of the file; negative: cut there
    for (const auto *file : {"receipt-key.pem", "receipt-key.secret", "receipt-key.pub.pem"}) {
        for (const int place : {0, 3, 50, 99, -50, -1})
            QTest::addRow("%s at %d", file, place) << QString::fromLatin1(file) << place;
    }
}

void TestInstallationKey::damaged()
{
    QFETCH(const QString, file);
    QFETCH(const int, place);
    const auto path = m_folder + QLatin1Char('/') + file;
    auto content = contentOf(path);
    if (place < 0) {
        content.truncate(content.size() * -place / 100);
    } else {
        const auto index = content.size() * place / 100;
        content[index] = content.at(index) == 'x' ? 'y' : 'x';
    }
    QVERIFY(putFile(path, content));
    auto key = InstallationKey::open(m_folder);
    QCOMPARE(contentOf(path), content); // nothing is made anew over what is there
    if (key && file == QLatin1String("receipt-key.pem")) {
        // The file holds numbers that signing by the others does without; then it is the same key, and good.
        QCOMPARE(key->publicKey().pem(), contentOf(at("receipt-key.pub.pem")));
        return;
    }
    QCOMPARE(nameOf(key), QStringLiteral("corrupt"));
    QVERIFY2(key.error().what().contains(QLatin1String("receipt-key")), qPrintable(key.error().what()));
    QVERIFY(!key.error().remedy().isEmpty());
}

void TestInstallationKey::unsafe_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("the folder") << QString();
    QTest::newRow("the private key") << QStringLiteral("receipt-key.pem");
    QTest::newRow("the secret") << QStringLiteral("receipt-key.secret");
}

void TestInstallationKey::unsafe()
{
    QFETCH(const QString, file);
    const auto path = m_folder + QLatin1Char('/') + file;
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), file.isEmpty() ? 0750 : 0640), 0);
    const auto key = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(key), QStringLiteral("unsafe"));
    QVERIFY(key.error().remedy().contains(QLatin1String("chmod")));
}

void TestInstallationKey::otherPublicKey()
{
    QVERIFY(QFile::remove(at("receipt-key.pub.pem")));
    const auto key = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(key), QStringLiteral("ok"));
    QCOMPARE(contentOf(at("receipt-key.pub.pem")), key->publicKey().pem());
}

void TestInstallationKey::manyProcessesAtOnce()
{
    const auto folder = m_home->filePath(QStringLiteral("shared"));
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    constexpr int kProcesses = 4;
    for (int i = 0; i < kProcesses; ++i) {
        if (::fork() == 0) {
            const auto key = InstallationKey::open(folder);
            const auto id = key ? key->publicKey().id().toLatin1() : QByteArray(64, '-');
            static_cast<void>(!::write(ends[1], id.constData(), 64));
            ::_exit(0);
        }
    }
    std::set<QByteArray> ids;
    for (int i = 0; i < kProcesses; ++i) {
        QByteArray id(64, '\0');
        QCOMPARE(::read(ends[0], id.data(), 64), 64);
        ids.insert(id);
        QVERIFY(::wait(nullptr) > 0);
    }
    ::close(ends[0]);
    ::close(ends[1]);
    QCOMPARE(ids.size(), std::size_t{1});
    QCOMPARE(*ids.begin(), InstallationKey::open(folder)->publicKey().id().toLatin1());
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
}

void TestInstallationKey::signaturesAreChecked()
{
    auto key = InstallationKey::open(m_folder);
    QCOMPARE(nameOf(key), QStringLiteral("ok"));
    const auto signature = key->sign(viewOf(kMessage));
    QVERIFY(signature.has_value());
    const auto publicKey = VerifyingKey::fromPem(key->publicKey().pem());
    QVERIFY(publicKey.has_value());
    QVERIFY(publicKey->verify(viewOf(kMessage), *signature));
    QVERIFY(publicKey->verify(viewOf(kMessage), *signature)); // more than once
    QVERIFY(!publicKey->verify(viewOf("a massage"), *signature));
    QVERIFY(!publicKey->verify(viewOf(kMessage), signature->left(383)));
    QVERIFY(!publicKey->verify(viewOf(kMessage), *signature + '\0'));
    QVERIFY(!publicKey->verify(viewOf(kMessage), '\0' + *signature));
    QVERIFY(!publicKey->verify(viewOf(kMessage), {}));
    for (qsizetype i = 0; i < signature->size(); ++i) {
        auto changed = *signature;
        changed[i] = static_cast<char>(changed.at(i) ^ (1 << (i % 8)));
        QVERIFY(!publicKey->verify(viewOf(kMessage), changed));
    }
}

void TestInstallationKey::refusesOtherKeys_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("corrupt");
    QTest::newRow("no key") << QByteArray("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
                            << QStringLiteral("corrupt");
    QCA::KeyGenerator generator;
    const auto small = generator.createRSA(2048).toPublicKey().toPEM().toLatin1();
    QTest::newRow("too small") << small << QStringLiteral("unsupported");
    const auto good = contentOf(m_made.filePath(QStringLiteral("key/receipt-key.pub.pem")));
    QTest::newRow("good") << good << QStringLiteral("ok");
    QTest::newRow("more behind it") << good + '\n' << QStringLiteral("corrupt");
    QTest::newRow("more before it") << ' ' + good << QStringLiteral("corrupt");
    QTest::newRow("other line ends") << QByteArray(good).replace("\n", "\r\n") << QStringLiteral("corrupt");
    QTest::newRow("a private one") << contentOf(m_made.filePath(QStringLiteral("key/receipt-key.pem")))
                                   << QStringLiteral("corrupt");
}

void TestInstallationKey::refusesOtherKeys()
{
    QFETCH(const QByteArray, pem);
    QFETCH(const QString, outcome);
    const auto key = VerifyingKey::fromPem(pem);
    QCOMPARE(key ? QStringLiteral("ok") : errorCodeName(key.error().code()), outcome);
}

QTEST_GUILESS_MAIN(TestInstallationKey)
#include "tst_installation_key.moc"
