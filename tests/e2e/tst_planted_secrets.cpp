// Secrets are planted - passwords, keys, tokens, an image's content - and everything is done that the command line can
// do with them; then they are looked for wherever something could have kept them.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/secret_search.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/datagram_receiver.h"
#include "support/ec2_server.h"
#include "support/rgw.h"
#include "support/toxic_server.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
const QString kBucket = QStringLiteral("e2e");

const QByteArray kPassword = "Planted-Password-q7Zk";
const QByteArray kSecondPassword = "Planted-Second-Password-x9";
const QByteArray kUrlPassword = "Planted-Url-Password-w3";
const QByteArray kToken = "ghp_Planted0Planted1Planted2Planted3Plan";
const QByteArray kMarker = "PLANTED-PLAINTEXT-5b1e-";

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestPlantedSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsWhatIsPlanted();
    void nothingKeepsThem();
    void nothingOnTheWireHasThem();
    void swappableMemoryHasNoKeys();
    void noCoreFileIsMade();

private:
    /// Runs it and keeps what it said.
    Outcome run(const QStringList &arguments);
    Outcome run(const CommandLine &command);
    /// The folders that the command may write to, and what of them it was given.
    QStringList places() const;
    QStringList given() const;
    void addSecret(const QString &name, const QByteArray &bytes) { m_secrets.append({name, bytes}); }
    QString passwordFile(const QString &name, const QByteArray &password);
    void library(const QString &location);
    /// An import that takes long enough to be looked at, once it is transferring.
    std::unique_ptr<Running> slowImport(const QString &image);
    QByteArray masterKey() const;

    const Rgw m_rgw;
    std::unique_ptr<Workbench> m_bench;
    QList<PlantedSecret> m_secrets;
    QByteArray m_said;
    QString m_raw;
};

void TestPlantedSecrets::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
}

void TestPlantedSecrets::init()
{
    m_bench = std::make_unique<Workbench>();
    m_said.clear();
    m_secrets.clear();
    addSecret(QStringLiteral("the password"), kPassword);
    addSecret(QStringLiteral("the second password"), kSecondPassword);
    addSecret(QStringLiteral("the password of a URL"), kUrlPassword);
    addSecret(QStringLiteral("a token"), kToken);
    addSecret(QStringLiteral("the image's content"), kMarker);
    m_bench->sealift.setPasswordFile(passwordFile(QStringLiteral("given/password"), kPassword));
    m_raw = m_bench->path(QStringLiteral("given/disk.raw"));
    // Between bytes that no compressor makes fewer, so that a limit of the bandwidth holds the import up.
    QVERIFY(writeRandom(m_raw, 0, 24 * MiB, 4711));
    auto content = readFile(m_raw);
    for (int i = 0; i < 24 * MiB / 4096; ++i) {
        const auto marked = kMarker + QByteArray::number(i);
        content.replace(qsizetype{i} * 4096, marked.size(), marked);
    }
    QVERIFY(writeFile(m_raw, content));
}

QString TestPlantedSecrets::passwordFile(const QString &name, const QByteArray &password)
{
    QDir().mkpath(m_bench->path(QStringLiteral("given")));
    const auto path = m_bench->path(name);
    if (!writeFile(path, password + '\n') || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

Outcome TestPlantedSecrets::run(const CommandLine &command)
{
    const auto finished = sealift::test::run(command);
    m_said += finished.out + finished.err;
    return outcomeOf(finished);
}

Outcome TestPlantedSecrets::run(const QStringList &arguments)
{
    return run(m_bench->sealift.command(arguments));
}

QStringList TestPlantedSecrets::places() const
{
    return {m_bench->path(QStringLiteral("."))};
}

QStringList TestPlantedSecrets::given() const
{
    // What the test itself made, and what an export is for.
    QStringList paths;
    for (const auto *name : {"./given", "./exported", "./images", "./restic", "./capture", "./password"})
        paths.append(m_bench->path(QString::fromLatin1(name)));
    return paths;
}

void TestPlantedSecrets::findsWhatIsPlanted()
{
    // A search that finds nothing where there is something proves nothing.
    const auto folder = m_bench->path(QStringLiteral("planted"));
    QDir().mkpath(folder);
    for (const auto &form : formsOf(kPassword)) {
        QVERIFY(writeFile(folder + QStringLiteral("/file"), "before " + form + " after"));
        QCOMPARE(secretsBelow({folder}, m_secrets, {}).size(), 1);
    }
    QVERIFY(writeFile(folder + QStringLiteral("/file"), ("beforehand" + kPassword + "after").toBase64()));
    QCOMPARE(secretsBelow({folder}, m_secrets, {}).size(), 1);
    QCOMPARE(secretsBelow({folder}, m_secrets, {folder}), QStringList());
    QVERIFY(secretsBelow(places(), m_secrets, {}).size() > 2);
}

void TestPlantedSecrets::nothingKeepsThem()
{
    const auto startedAt = QDateTime::currentDateTime();
    // The journal of the system is one of the places.
    const auto config = m_bench->path(QStringLiteral("home/.config/sealift"));
    QVERIFY(QDir().mkpath(config));
    QFile::setPermissions(config, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto journal = m_bench->path(QStringLiteral("run/journal"));
    DatagramReceiver receiver(journal);
    QByteArray journaled;
    std::jthread reader([&](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            for (const auto &datagram : receiver.take())
                journaled += datagram;
            std::this_thread::sleep_for(5ms);
        }
    });
    QVERIFY(writeFile(config + QStringLiteral("/audit.json"),
                      R"({"version": 1, "forward": "journald", "socket": ")" + journal.toUtf8() + R"("})"));

    // Libraries and their passwords.
    auto &sealift = m_bench->sealift;
    const Outcome made = run({QStringLiteral("library"), QStringLiteral("init"), sealift.library()});
    VERIFY_RUN(made.ok(), made.run);
    const auto recovery = made.object().value(QStringLiteral("recoveryKey")).toString().toLatin1();
    QVERIFY(recovery.size() > 20);
    m_said.clear(); // it is shown this one time
    addSecret(QStringLiteral("the recovery key"), recovery);
    const auto second = passwordFile(QStringLiteral("given/second"), kSecondPassword);
    for (const auto &arguments :
         {words("library key add --new-password-file") + QStringList{second}, words("library key list"),
          words("library key list --password-file") + QStringList{second}, words("version"),
          words("aws policy ") + QStringList{QStringLiteral("s3:eu-central-1/images/library")}}) {
        const Outcome ended = run(arguments);
        QVERIFY2(ended.run.exitCode != 2, ended.run.describe().constData());
    }
    // The master key is what everything else is for.
    const auto master = masterKey();
    QCOMPARE(master.size(), 32);
    addSecret(QStringLiteral("the master key"), master);

    // Images of every kind.
    ApplianceMaker maker(m_bench->path(QStringLiteral("given/package")));
    ImageMaker images(m_bench->path(QStringLiteral("given/images")));
    const auto qcow2 = images.converted(m_raw, inputFormats()[1], QStringLiteral("disk.qcow2"));
    const ImageFormat stream{QStringLiteral("stream"), QStringLiteral("vmdk"), QStringLiteral("vmdk"),
                             QStringLiteral("subformat=streamOptimized")};
    QVERIFY(QFile::rename(images.converted(m_raw, stream, QStringLiteral("web.vmdk")),
                          maker.path(QStringLiteral("web.vmdk"))));
    maker.describe(QStringLiteral("web"), {{QStringLiteral("web.vmdk"), "25165824", {}}});
    maker.addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), QStringLiteral("web.vmdk")});
    const auto ova = maker.pack(QStringLiteral("web.ova"), words("web.ovf web.mf web.vmdk"));
    maker.shell(QStringLiteral("cp '%1' disk.qcow2 && gzip -1 disk.qcow2 && cp '%2' disk.raw && zip -q -0 disks.zip "
                               "disk.raw && rm disk.raw")
                    .arg(qcow2, m_raw));
    for (const auto &image :
         {m_raw, qcow2, ova, maker.path(QStringLiteral("disk.qcow2.gz")), maker.path(QStringLiteral("disks.zip"))}) {
        const auto name = QFileInfo(image).fileName();
        const Outcome inspected = run({QStringLiteral("inspect"), image, QStringLiteral("--sensitive-files")});
        VERIFY_RUN(inspected.ok(), inspected.run);
        const Outcome imported = run(Sealift::importArguments(image, name));
        VERIFY_RUN(imported.ok(), imported.run);
    }
    const Outcome detached = run(Sealift::importArguments(qcow2, QStringLiteral("detached")) + words("--detach"));
    VERIFY_RUN(detached.ok(), detached.run);

    // Out again, in each way.
    QDir().mkpath(m_bench->path(QStringLiteral("exported")));
    for (const auto *format : {"raw", "qcow2", "vmdk", "vhdx"}) {
        const Outcome exported = run(
            Sealift::exportArguments(QStringLiteral("disk.raw"), QString::fromLatin1(format),
                                     m_bench->path(QStringLiteral("exported/disk.") + QString::fromLatin1(format))));
        VERIFY_RUN(exported.ok(), exported.run);
    }
    const Outcome machine =
        run(words("export web.ova --for esxi -o") + QStringList{m_bench->path(QStringLiteral("exported/web.ova"))});
    VERIFY_RUN(machine.ok(), machine.run);

    // What goes wrong.
    static_cast<void>(run(Sealift::importArguments(m_raw, QStringLiteral("x")) + words("--tag") +
                          QStringList{QString::fromLatin1(kToken)}));
    static_cast<void>(
        run({QStringLiteral("images"), QStringLiteral("--library"),
             QStringLiteral("s3:https://ann:%1@s3.example.org/b").arg(QString::fromLatin1(kUrlPassword))}));
    static_cast<void>(run(words("images --password-file") +
                          QStringList{passwordFile(QStringLiteral("given/wrong"), kSecondPassword + "-wrong")}));
    static_cast<void>(run(words("import --to ec2-snapshot --region eu-central-1 --description") +
                          QStringList{QString::fromLatin1(kToken), m_raw}));
    {
        // One that is killed leaves its scratch volume behind; what is in it is noise.
        const auto victim = slowImport(maker.path(QStringLiteral("disk.qcow2.gz")));
        victim->signal(SIGKILL);
        const auto dead = victim->wait();
        m_said += dead.out + dead.err;
        VERIFY_EMPTY(secretsBelow(places(), m_secrets, given()).join(u'\n'));
        const Outcome swept = run(words("scratch sweep"));
        VERIFY_RUN(swept.ok(), swept.run);
    }

    // EC2, which reads the image itself: there the keys must not be kept.
    const Ec2Server ec2;
    QVERIFY(ec2.isReady());
    auto toEc2 = sealift.command(words("import --to ec2-snapshot") + QStringList{m_raw});
    toEc2.environment = ec2.environment(toEc2.environment);
    addSecret(QStringLiteral("AWS's secret key"),
              toEc2.environment.value(QStringLiteral("AWS_SECRET_ACCESS_KEY")).toLatin1());
    const Outcome sent = run(toEc2);
    VERIFY_RUN(sent.ok(), sent.run);

    // What is kept, and passed on.
    const auto bundle = m_bench->path(QStringLiteral("bundle.zip"));
    for (const auto &arguments :
         {words("images"), words("library check --read-data"), words("tasks"), words("scratch list"),
          words("receipt list"), words("audit show"), words("audit verify"),
          words("evidence export -o") + QStringList{bundle},
          words("library key change --new-password-file") +
              QStringList{passwordFile(QStringLiteral("given/third"), kSecondPassword + "-3")}}) {
        const Outcome ended = run(arguments);
        VERIFY_RUN(ended.ok(), ended.run);
    }
    const auto unpacked =
        sealift::test::run({.program = QStringLiteral("python3"),
                            .arguments = {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), bundle,
                                          m_bench->path(QStringLiteral("bundle"))}});
    VERIFY_RUN(unpacked.ok(), unpacked);

    // The whole home, temporary and runtime folders, journal, audit log, receipts, scratch, the library itself.
    VERIFY_EMPTY(secretsBelow(places(), m_secrets, given()).join(u'\n'));
    VERIFY_EMPTY(secretsIn(m_said, m_secrets, QStringLiteral("what the command said")).join(u'\n'));
    reader.request_stop();
    reader.join();
    QVERIFY(journaled.contains("image-stored"));
    VERIFY_EMPTY(secretsIn(journaled, m_secrets, QStringLiteral("the system's journal")).join(u'\n'));

    // And whatever is new in the folders that are everybody's.
    QStringList fresh;
    for (const auto *folder : {"/tmp", "/var/tmp", "/dev/shm"}) {
        for (const auto &info : QDir(QString::fromLatin1(folder)).entryInfoList(QDir::Files | QDir::Hidden)) {
            if (info.lastModified() >= startedAt && info.size() < 64 * MiB)
                fresh.append(info.absoluteFilePath());
        }
    }
    for (const auto &path : fresh)
        VERIFY_EMPTY(secretsIn(readFile(path), m_secrets, path).join(u'\n'));
}

void TestPlantedSecrets::nothingOnTheWireHasThem()
{
    // The test server ends TLS and writes down every byte that is sent.
    const auto capture = m_bench->path(QStringLiteral("capture"));
    const ToxicServer server({QStringLiteral("--certificate"), m_rgw.value("RGW_TLS") + QStringLiteral("/server.pem"),
                              QStringLiteral("--upstream"), m_rgw.value("RGW_HTTPS"), QStringLiteral("--ca"),
                              m_rgw.value("RGW_CA"), QStringLiteral("--capture"), capture});
    auto &sealift = m_bench->sealift;
    sealift.setLibrary(
        QStringLiteral("s3:https://localhost:%1/%2/planted-%3")
            .arg(QString::number(server.port()), kBucket, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    const auto environment = m_rgw.environment();
    const auto command = [&](const QStringList &arguments) {
        auto line = sealift.command(arguments);
        for (const auto *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "SEALIFT_CA_FILE"})
            line.environment.insert(QString::fromLatin1(name), environment.value(QString::fromLatin1(name)));
        line.environment.remove(QStringLiteral("AWS_CA_BUNDLE"));
        return line;
    };
    addSecret(QStringLiteral("the secret key"), m_rgw.value("RGW_SECRET_KEY").toLatin1());
    const auto second = passwordFile(QStringLiteral("given/second"), kSecondPassword);
    const Outcome made = run(command({QStringLiteral("library"), QStringLiteral("init"), sealift.library()}));
    VERIFY_RUN(made.ok(), made.run);
    addSecret(QStringLiteral("the recovery key"),
              made.object().value(QStringLiteral("recoveryKey")).toString().toLatin1());
    m_said.clear();
    for (const auto &arguments :
         {words("library key add --new-password-file") + QStringList{second},
          Sealift::importArguments(m_raw, QStringLiteral("disk")), words("images"), words("library check --read-data"),
          Sealift::exportArguments(QStringLiteral("disk"), QStringLiteral("raw"),
                                   m_bench->path(QStringLiteral("given/out.raw"))),
          words("library key change --new-password-file") +
              QStringList{passwordFile(QStringLiteral("given/third"), kSecondPassword + "-3")}}) {
        const Outcome ended = run(command(arguments));
        VERIFY_RUN(ended.ok(), ended.run);
    }
    const auto sent = readFile(capture);
    QVERIFY(sent.contains("PUT /"));
    VERIFY_EMPTY(secretsIn(sent, m_secrets, QStringLiteral("what was sent")).join(u'\n'));
    VERIFY_EMPTY(secretsBelow(places(), m_secrets, given()).join(u'\n'));
    VERIFY_EMPTY(secretsIn(m_said, m_secrets, QStringLiteral("what the command said")).join(u'\n'));
}

QByteArray TestPlantedSecrets::masterKey() const
{
    const Restic restic(m_bench->sealift.library(), m_bench->sealift.passwordFile(),
                        m_bench->path(QStringLiteral("restic")));
    const auto shown = restic.run({QStringLiteral("cat"), QStringLiteral("masterkey")});
    const auto key = QJsonDocument::fromJson(shown.out).object().value(QStringLiteral("encrypt")).toString();
    return QByteArray::fromBase64(key.toLatin1());
}

std::unique_ptr<Running> TestPlantedSecrets::slowImport(const QString &image)
{
    auto running = std::make_unique<Running>(
        m_bench->sealift.command(Sealift::importArguments(image, QStringLiteral("slow")) + words("--bandwidth 1M")));
    for (int i = 0; i < 600; ++i) {
        const auto tasks = m_bench->sealift.tasks();
        const auto last = tasks.isEmpty() ? QJsonObject() : tasks.last().toObject();
        if (last.value(QStringLiteral("state")).toString() == QStringLiteral("transferring"))
            break;
        std::this_thread::sleep_for(50ms);
    }
    std::this_thread::sleep_for(500ms);
    return running;
}

void TestPlantedSecrets::swappableMemoryHasNoKeys()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer locks no memory");
#endif
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    const auto master = masterKey();
    QCOMPARE(master.size(), 32);
    // Not the image: its content passes through memory by the gigabyte (see the threat model).
    const QList<PlantedSecret> keys{{QStringLiteral("the password"), kPassword},
                                    {QStringLiteral("the master key"), master},
                                    {QStringLiteral("the master key's first half"), master.first(16)},
                                    {QStringLiteral("the master key's second half"), master.last(16)}};
    const auto import = slowImport(m_raw);
    import->signal(SIGSTOP);
    qint64 looked = 0;
    const auto found = secretsInSwappableMemory(import->pid(), keys, looked);
    const auto locked = countInLockedMemory(import->pid(), master.first(16));
    import->signal(SIGKILL);
    static_cast<void>(import->wait());
    if (looked == 0)
        QSKIP("this user may not read its own process's memory, which is how it should be");
    QVERIFY2(looked > 8 * MiB, QByteArray::number(looked).constData());
    QVERIFY2(locked > 0, "the key was not found where it should be");
    VERIFY_EMPTY(found.join(u'\n'));
}

void TestPlantedSecrets::noCoreFileIsMade()
{
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    const auto folder = m_bench->path(QStringLiteral("cores"));
    QVERIFY(QDir().mkpath(folder));
    auto line =
        m_bench->sealift.command(Sealift::importArguments(m_raw, QStringLiteral("slow")) + words("--bandwidth 100K"));
    line.folder = folder;
    Running import(line);
    std::this_thread::sleep_for(2s);
    QVERIFY(import.isRunning());
    const auto gcore = QStandardPaths::findExecutable(QStringLiteral("gcore"));
    if (!gcore.isEmpty()) {
        // A debugger is refused; where it is root's, it gets what is not left out.
        const auto dumped = sealift::test::run(
            {.program = gcore,
             .arguments = {QStringLiteral("-o"), folder + QStringLiteral("/dump"), QString::number(import.pid())}});
        const auto dump = folder + QStringLiteral("/dump.%1").arg(import.pid());
        if (dumped.ok() && QFile::exists(dump)) {
            const auto bytes = readFile(dump);
            QVERIFY(bytes.contains("SEALIFT_STATE")); // what is no secret is there
            const auto master = masterKey();
            VERIFY_EMPTY(secretsIn(bytes,
                                   {{QStringLiteral("the password"), kPassword},
                                    {QStringLiteral("the master key"), master.first(16)}},
                                   QStringLiteral("a core file"))
                             .join(u'\n'));
            QVERIFY(QFile::remove(dump));
        }
    }
    import.signal(SIGABRT);
    const auto ended = import.wait();
    QCOMPARE(ended.signal, SIGABRT);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(TestPlantedSecrets)
#include "tst_planted_secrets.moc"
