// Exports sealed for a recipient: openssl's cms and age open them, QEMU finds the disk in what comes out, receipt and
// audit log say for whom it was, and nothing plain lies anywhere on the way.

#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 kSize = 20 * MiB + 197 * 512;

using enum Patch::Fill;

/// What nobody may find outside of memory. As long as the pieces that are looked for.
const QByteArray kMarker("this text is on the disk and nowhere else; ");

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestSealedExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void seals_data();
    void seals();
    void sealsOva();
    void sealsIntoPipe_data();
    void sealsIntoPipe();
    void sealsByPassphrase();
    void makesLuksVolumes_data();
    void makesLuksVolumes();
    void guessesFormatBehindSuffix();
    void saysHowItWasSealed();
    void refuses_data();
    void refuses();
    void keepsExistingFile();
    void interrupted_data();
    void interrupted();
    void cleanup() { VERIFY_EMPTY(m_bench->sealift.leftovers()); }

private:
    QString at(const QString &name) const { return m_out + u'/' + name; }
    Finished shell(const QString &command) const;
    Outcome exported(const QStringList &options, const QString &file,
                     const QString &image = QStringLiteral("disk")) const;
    /// "cms" and "age" as options, and as what opens the file.
    QStringList sealOptions(const QString &how) const;
    Finished opened(const QString &how, const QString &sealed, const QString &plain) const;

    std::unique_ptr<Workbench> m_bench;
    QString m_reference;
    QString m_keys;
    QString m_out;
    QString m_recipient;
};

Finished TestSealedExport::shell(const QString &command) const
{
    return run({.program = QStringLiteral("bash"), .arguments = {QStringLiteral("-ec"), command}, .folder = m_keys});
}

void TestSealedExport::initTestCase()
{
    REQUIRE_TOOLS();
    for (const auto *tool : {"age", "openssl"})
        QVERIFY2(!QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty(), tool);
    adoptOrphans();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_reference = m_bench->images.raw(
        QStringLiteral("source.raw"), kSize,
        {{Random, 512, 3 * MiB}, {Constant, 9 * MiB, 2 * MiB, 0x22}, {Random, kSize - 7 * 512, 7 * 512}});
    const Outcome imported = m_bench->sealift.import(m_reference, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    m_keys = m_bench->path(QStringLiteral("keys"));
    QVERIFY(QDir().mkpath(m_keys));
    const Finished keys = shell(QStringLiteral(
        "new() { openssl req -x509 -nodes -days 30 -subj \"/CN=$1\" -keyout \"$1.key\" -out \"$1.pem\" \"${@:2}\"; }\n"
        "new rsa -newkey rsa:2048; new ec -newkey ec -pkeyopt ec_paramgen_curve:P-256; new short -newkey rsa:1024\n"
        "new ed25519 -newkey ed25519; new signing -newkey rsa:2048 -addext keyUsage=digitalSignature\n"
        "openssl req -new -key rsa.key -subj /CN=old -out old.csr\n"
        "openssl x509 -req -in old.csr -signkey rsa.key -days -1 -out old.pem\n"
        "age-keygen -o ann.agekey; age-keygen -y ann.agekey > ann.txt\n"
        "echo 'a passphrase for age' > passphrase; : > empty; chmod 600 passphrase empty\n"
        "printf %s 'a passphrase for LUKS' > luks; printf %s 'another' > wrong; chmod 600 luks wrong\n"));
    VERIFY_RUN(keys.ok(), keys);
    m_recipient = QString::fromLatin1(readFile(m_keys + QStringLiteral("/ann.txt")).trimmed());
}

void TestSealedExport::init()
{
    m_out = m_bench->path(QStringLiteral("out"));
    QDir(m_out).removeRecursively();
    QVERIFY(QDir().mkpath(m_out));
}

Outcome TestSealedExport::exported(const QStringList &options, const QString &file, const QString &image) const
{
    return m_bench->sealift.run(QStringList{QStringLiteral("export"), image, QStringLiteral("-o"), file} + options);
}

QStringList TestSealedExport::sealOptions(const QString &how) const
{
    if (how == QLatin1String("age"))
        return {QStringLiteral("--age-recipient"), m_recipient};
    return {QStringLiteral("--seal-for"), m_keys + u'/' + how + QStringLiteral(".pem")};
}

Finished TestSealedExport::opened(const QString &how, const QString &sealed, const QString &plain) const
{
    if (how == QLatin1String("age"))
        return shell(QStringLiteral("age -d -i ann.agekey -o '%2' '%1'").arg(sealed, plain));
    return shell(QStringLiteral("openssl cms -decrypt -binary -inform DER -in '%1' -inkey %3.key -out '%2'")
                     .arg(sealed, plain, how));
}

void TestSealedExport::seals_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("driver");
    const auto row = [](const char *how, const char *options, const char *driver) {
        QTest::addRow("%s: %s", how, options)
            << QString::fromLatin1(how) << QString::fromLatin1(options) << QString::fromLatin1(driver);
    };
    row("age", "-f raw", "raw");
    row("age", "-f qcow2", "qcow2");
    row("age", "-f vhd", "vpc");
    row("age", "-f vhdx --subformat fixed", "vhdx");
    row("age", "-f vdi", "vdi");
    row("age", "-f vmdk", "vmdk");
    row("rsa", "-f raw", "raw");
    row("rsa", "-f qcow2", "qcow2");
    row("rsa", "-f vhdx", "vhdx");
    row("ec", "-f vmdk", "vmdk");
}

void TestSealedExport::seals()
{
    QFETCH(QString, how);
    QFETCH(QString, options);
    QFETCH(QString, driver);
    const auto sealed = at(QStringLiteral("sealed"));
    const Outcome outcome = exported(words(options) + sealOptions(how), sealed);
    VERIFY_RUN(outcome.ok(), outcome.run);
    QCOMPARE(filesBelow(m_out), QStringList{QStringLiteral("sealed")});
    QCOMPARE(outcome.object().value(QStringLiteral("bytesWritten")).toInteger(), QFileInfo(sealed).size());
    QCOMPARE(QFile::permissions(sealed) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto plain = at(QStringLiteral("plain"));
    const Finished opening = opened(how, sealed, plain);
    VERIFY_RUN(opening.ok(), opening);
    const Finished same = ImageMaker::compare(plain, driver, m_reference);
    VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
    if (driver == QLatin1String("qcow2") || driver == QLatin1String("vdi")) {
        const Finished checked = ImageMaker::check(plain, driver);
        VERIFY_RUN(checked.ok(), checked);
    }
}

void TestSealedExport::sealsOva()
{
    const auto sealed = at(QStringLiteral("disk.ova.age"));
    const Outcome outcome = exported(sealOptions(QStringLiteral("age")), sealed);
    VERIFY_RUN(outcome.ok(), outcome.run);
    QCOMPARE(outcome.object().value(QStringLiteral("format")).toString(), QStringLiteral("ova"));
    const Finished opening = opened(QStringLiteral("age"), sealed, at(QStringLiteral("disk.ova")));
    VERIFY_RUN(opening.ok(), opening);
    const Finished unpacked = shell(QStringLiteral("tar -C '%1' -xf '%1/disk.ova' && cd '%1' && sed -E "
                                                   "'s/^SHA256\\((.*)\\)= (.*)$/\\2  \\1/' disk.mf | sha256sum "
                                                   "--strict -c")
                                        .arg(m_out));
    VERIFY_RUN(unpacked.ok(), unpacked);
    const Finished same =
        ImageMaker::compare(at(QStringLiteral("disk-disk1.vmdk")), QStringLiteral("vmdk"), m_reference);
    VERIFY_RUN(same.ok(), same);
}

void TestSealedExport::sealsIntoPipe_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("age") << QStringLiteral("age");
    QTest::newRow("CMS") << QStringLiteral("rsa");
}

void TestSealedExport::sealsIntoPipe()
{
    QFETCH(QString, how);
    const Outcome streamed = exported(words(QStringLiteral("-f qcow2")) + sealOptions(how), QStringLiteral("-"));
    VERIFY_RUN(streamed.run.ok(), streamed.run);
    QVERIFY(writeFile(at(QStringLiteral("sealed")), streamed.run.out));
    const Finished opening = opened(how, at(QStringLiteral("sealed")), at(QStringLiteral("plain")));
    VERIFY_RUN(opening.ok(), opening);
    const Finished same = ImageMaker::compare(at(QStringLiteral("plain")), QStringLiteral("qcow2"), m_reference);
    VERIFY_RUN(same.ok(), same);
}

/// That age opens such a file shows tst_stream_sealers, on a terminal; here that a file is made of it.
void TestSealedExport::sealsByPassphrase()
{
    const auto sealed = at(QStringLiteral("disk.qcow2.age"));
    const Outcome outcome =
        exported({QStringLiteral("--age-passphrase-file"), m_keys + QStringLiteral("/passphrase")}, sealed);
    VERIFY_RUN(outcome.ok(), outcome.run);
    QVERIFY(readFile(sealed).startsWith("age-encryption.org/v1\n-> scrypt "));
    QCOMPARE(outcome.object().value(QStringLiteral("sealed")).toString(),
             QStringLiteral("age, ChaCha20-Poly1305, by a passphrase"));
}

void TestSealedExport::makesLuksVolumes_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("intoPipe");
    QTest::newRow("qcow2") << QStringLiteral("-f qcow2") << false;
    QTest::newRow("qcow2, aligned") << QStringLiteral("-f qcow2 --align 64MiB") << false;
    QTest::newRow("qcow2, into a pipe") << QStringLiteral("-f qcow2") << true;
    QTest::newRow("raw") << QStringLiteral("-f raw") << false;
    QTest::newRow("raw, into a pipe") << QStringLiteral("-f raw") << true;
}

/// QEMU reads what is in it, by the passphrase and not without.
void TestSealedExport::makesLuksVolumes()
{
    QFETCH(QString, options);
    QFETCH(bool, intoPipe);
    const auto file = at(QStringLiteral("volume"));
    const Outcome outcome = exported(
        words(options) + QStringList{QStringLiteral("--luks-passphrase-file"), m_keys + QStringLiteral("/luks")},
        intoPipe ? QStringLiteral("-") : file);
    VERIFY_RUN(outcome.run.ok(), outcome.run);
    if (intoPipe)
        QVERIFY(writeFile(file, outcome.run.out));
    else
        QCOMPARE(outcome.object().value(QStringLiteral("sealed")).toString(),
                 QStringLiteral("LUKS 1, AES-256-XTS, by a passphrase"));
    const bool isQcow2 = options.contains(QLatin1String("qcow2"));
    const auto node = isQcow2 ? QStringLiteral("driver=qcow2,encrypt.key-secret=k,file.filename=%1").arg(file)
                              : QStringLiteral("driver=luks,key-secret=k,file.filename=%1").arg(file);
    const auto comparing = [&](const char *key) {
        return shell(QStringLiteral("qemu-img compare --object secret,id=k,file=%1 --image-opts %2 "
                                    "driver=raw,file.filename=%3")
                         .arg(QLatin1String(key), node, m_reference));
    };
    const Finished same = comparing("luks");
    VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
    const Finished refused = comparing("wrong");
    VERIFY_RUN(!refused.ok(), refused);
    if (isQcow2) {
        const Finished checked =
            shell(QStringLiteral("qemu-img check --object secret,id=k,file=luks --image-opts %1").arg(node));
        VERIFY_RUN(checked.ok() && checked.out.contains("No errors were found"), checked);
        return;
    }
    const Finished opened = shell(
        QStringLiteral("cryptsetup open --test-passphrase --key-file luks '%1' && cryptsetup luksDump '%1'").arg(file));
    VERIFY_RUN(opened.ok() && opened.out.contains("xts-plain64"), opened);
}

void TestSealedExport::guessesFormatBehindSuffix()
{
    const Outcome guessed = exported(sealOptions(QStringLiteral("rsa")), at(QStringLiteral("disk.VHDX.cms")));
    VERIFY_RUN(guessed.ok(), guessed.run);
    QCOMPARE(guessed.object().value(QStringLiteral("format")).toString(), QStringLiteral("vhdx"));
    // A plain file is no sealed one, whatever it is called.
    const Outcome plain = exported({}, at(QStringLiteral("disk.vhdx.age")));
    VERIFY_EMPTY(plain.complaint(QStringLiteral("invalid-argument"), {QStringLiteral("--format")}));
}

void TestSealedExport::saysHowItWasSealed()
{
    const Outcome outcome = exported(words(QStringLiteral("-f qcow2")) + sealOptions(QStringLiteral("rsa")) +
                                         sealOptions(QStringLiteral("ec")),
                                     at(QStringLiteral("sealed")));
    VERIFY_RUN(outcome.ok(), outcome.run);
    const auto said = outcome.object().value(QStringLiteral("sealed")).toString();
    QStringList fingerprints;
    for (const auto *name : {"rsa", "ec"}) {
        const Finished told =
            shell(QStringLiteral("openssl x509 -in %1.pem -noout -fingerprint -sha256").arg(QLatin1String(name)));
        fingerprints.append(QString::fromLatin1(told.out.trimmed().split('=').last().replace(":", "").toLower()));
        QVERIFY2(said.contains(fingerprints.last()), qPrintable(said));
    }
    // Fingerprints name nobody; what is kept has no other name of the recipients.
    const auto task = outcome.object().value(QStringLiteral("task")).toString();
    const Outcome receipt = m_bench->sealift.run({QStringLiteral("receipt"), QStringLiteral("show"), task});
    VERIFY_RUN(receipt.ok(), receipt.run);
    QVERIFY2(receipt.run.out.contains("sealed before it leaves memory: " + said.toUtf8()), receipt.run.out);
    QVERIFY(!receipt.run.out.contains("CN=rsa"));
    const Outcome audit = m_bench->sealift.run({QStringLiteral("audit"), QStringLiteral("show")});
    VERIFY_RUN(audit.ok(), audit.run);
    QVERIFY2(audit.run.out.contains("\"sealed\":\"" + said.toUtf8()), audit.run.out.right(3000));
    // A plain export says so as before.
    const Outcome plain = exported(words(QStringLiteral("-f qcow2")), at(QStringLiteral("plain")));
    VERIFY_RUN(plain.ok(), plain.run);
    QCOMPARE(plain.object().value(QStringLiteral("sealed")).toString(), QString());
    const Outcome other = m_bench->sealift.run(
        {QStringLiteral("receipt"), QStringLiteral("show"), plain.object().value(QStringLiteral("task")).toString()});
    QVERIFY2(other.run.out.contains("none: a plain disk image was asked for"), other.run.out);
}

void TestSealedExport::refuses_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *options, const char *code, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(options) << QString::fromLatin1(code) << QString::fromLatin1(says);
    };
    row("expired", "-f raw --seal-for KEYS/old.pem", "invalid-argument", "not valid any more since");
    row("a key that cannot receive", "-f raw --seal-for KEYS/ed25519.pem", "unsupported", "ED25519");
    row("too short a key", "-f raw --seal-for KEYS/short.pem", "unsupported", "1024 bits");
    row("for signatures only", "-f raw --seal-for KEYS/signing.pem", "invalid-argument", "keyEncipherment");
    row("a key in place of a certificate", "-f raw --seal-for KEYS/rsa.key", "invalid-argument", "no certificate");
    row("one of two is wrong", "-f raw --seal-for KEYS/rsa.pem --seal-for KEYS/old.pem", "invalid-argument", "old.pem");
    row("no such file", "-f raw --seal-for KEYS/none.pem", "not-found", "none.pem");
    row("an empty name", "-f raw --seal-for=", "invalid-argument", "--seal-for");
    row("no recipient", "-f raw --age-recipient age1nobody", "invalid-argument", "age1nobody");
    row("a recipient for SSH", "-f raw --age-recipient ssh-ed25519", "invalid-argument", "SSH");
    row("both forms", "-f raw --seal-for KEYS/rsa.pem --age-recipient AGE", "invalid-argument", "not for several");
    row("recipient and passphrase", "-f raw --age-passphrase-file KEYS/passphrase --age-recipient AGE",
        "invalid-argument", "not for several");
    row("an empty passphrase", "-f raw --age-passphrase-file KEYS/empty", "invalid-argument", "empty");
    row("LUKS in VHD", "-f vhd --luks-passphrase-file KEYS/luks", "unsupported", "VHD");
    row("LUKS in an OVA", "-f ova --luks-passphrase-file KEYS/luks", "unsupported", "OVA");
    row("LUKS, compressed", "-f qcow2 --compression zlib --luks-passphrase-file KEYS/luks", "unsupported",
        "compressed");
    row("compressed qcow2", "-f qcow2 --compression zstd --age-recipient AGE", "unsupported", "cannot be sealed");
}

void TestSealedExport::refuses()
{
    QFETCH(QString, options);
    QFETCH(QString, code);
    QFETCH(QString, says);
    options.replace(QStringLiteral("KEYS"), m_keys).replace(QStringLiteral("AGE"), m_recipient);
    const auto tasks = m_bench->sealift.tasks().size();
    const Outcome refused = exported(words(options), at(QStringLiteral("sealed")));
    VERIFY_EMPTY(refused.complaint(code, {says}));
    QCOMPARE(entriesBelow(m_out), QStringList());
    // Before anything was begun.
    QCOMPARE(m_bench->sealift.tasks().size(), tasks);
}

void TestSealedExport::keepsExistingFile()
{
    const auto sealed = at(QStringLiteral("disk.qcow2.age"));
    QVERIFY(writeFile(sealed, "precious"));
    const Outcome refused = exported(sealOptions(QStringLiteral("age")), sealed);
    VERIFY_EMPTY(refused.complaint(QStringLiteral("already-exists"), {sealed}));
    QCOMPARE(readFile(sealed), QByteArray("precious"));
    const Outcome replaced =
        exported(sealOptions(QStringLiteral("age")) + QStringList{QStringLiteral("--force")}, sealed);
    VERIFY_RUN(replaced.ok(), replaced.run);
    QVERIFY(readFile(sealed).startsWith("age-encryption.org/v1\n"));
}

void TestSealedExport::interrupted_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("age") << QStringLiteral("age");
    QTest::newRow("CMS") << QStringLiteral("rsa");
}

void TestSealedExport::interrupted()
{
    QFETCH(QString, how);
    const auto source = m_bench->path(QStringLiteral("marked.raw"));
    const auto name = QStringLiteral("marked");
    if (!QFile::exists(source)) {
        // 96 MiB of noise in which each mebibyte has the marker.
        QVERIFY(writeRandom(source, 0, 96 * MiB, 5));
        QFile file(source);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 0; at < 96 * MiB; at += MiB) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(kMarker), kMarker.size());
        }
        file.close();
        const Outcome imported = m_bench->sealift.import(source, name);
        VERIFY_RUN(imported.ok(), imported.run);
    }
    qint64 looked = 0;
    {
        Running running(m_bench->sealift.command(QStringList{QStringLiteral("export"), name, QStringLiteral("-f"),
                                                             QStringLiteral("raw"), QStringLiteral("-o"),
                                                             at(QStringLiteral("sealed")),
                                                             QStringLiteral("--bandwidth"), QStringLiteral("5M")} +
                                                 sealOptions(how)));
        const auto isUnderWay = [&] {
            const QByteArray progress = running.errSoFar();
            const auto last = progress.mid(progress.lastIndexOf("\"stored\":") + 9);
            return last.left(last.indexOf(',')).toLongLong() > 0;
        };
        while (running.isRunning() && !isUnderWay())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        running.signal(SIGSTOP);
        // The file has no name yet, but the process has it open.
        const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(running.pid()));
        for (const auto &entry : descriptors.entryInfoList(QDir::System | QDir::Files)) {
            if (!entry.symLinkTarget().startsWith(m_out))
                continue;
            QFile open(entry.filePath());
            if (!open.open(QIODevice::ReadOnly))
                continue;
            const auto content = open.readAll();
            looked += content.size();
            QVERIFY(!content.contains(kMarker));
        }
        running.signal(SIGINT);
        running.signal(SIGCONT);
        const Outcome outcome = outcomeOf(running.wait());
        VERIFY_EMPTY(outcome.complaint(QStringLiteral("cancelled")));
    }
    QVERIFY(looked > 0);
    QCOMPARE(entriesBelow(m_out), QStringList());
    VERIFY_EMPTY(survivors());
}

QTEST_GUILESS_MAIN(TestSealedExport)

#include "tst_sealed_export.moc"
