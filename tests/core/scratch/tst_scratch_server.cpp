#include "core/scratch/scratch_fixture.h"
#include "scratch/confirmation.h"
#include "scratch/destruction.h"
#include "scratch/process_table.h"
#include "scratch/scratch_server.h"
#include "support/process_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;

Finished run(const QString &program, const QStringList &arguments)
{
    CommandLine line;
    line.program = program;
    line.arguments = arguments;
    return sealift::test::run(line);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How this program is started as the process whose end the server does not survive.
constexpr auto kOwnerMode = "--own-a-server-in";

ScratchServerOptions serverOptions()
{
    ScratchServerOptions options;
    options.plugin = QStringLiteral(SEALIFT_SCRATCH_PLUGIN);
    return options;
}

} // namespace

class ScratchServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void qemuReadsIt();
    void qemuReadsAnImageInIt();
    void servesAStretch();
    void tellsHoles();
    void seesWhatIsWrittenLater();
    void isPrivate();
    void keyIsNowhere();
    void refusesToBeWritten();
    void badOptions();
    void missingTool();
    void endsBeforeTheKey();
    void endsWithItsProcess();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void ScratchServerTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
    for (const auto *tool : {"nbdkit", "qemu-img"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            QSKIP("nbdkit and qemu-img are needed");
    }
}

void ScratchServerTest::qemuReadsIt()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    const auto bytes = noise(3 * kMiB + 12345);
    VERIFY_OK(scratch->volume->writeAt(kMiB + 77, viewOf(bytes)));
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    const auto info =
        run(QStringLiteral("qemu-img"), {QStringLiteral("info"), QStringLiteral("--output=json"), (*server)->uri()});
    QVERIFY2(info.ok(), info.describe());
    QCOMPARE(QJsonDocument::fromJson(info.out).object().value(QStringLiteral("virtual-size")).toInteger(), 16 * kMiB);
    const QTemporaryDir folder;
    const auto copy = folder.filePath(QStringLiteral("copy.raw"));
    const auto converted = run(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-O"),
                                                            QStringLiteral("raw"), (*server)->uri(), copy});
    QVERIFY2(converted.ok(), converted.describe());
    QByteArray expected(16 * kMiB, '\0');
    expected.replace(kMiB + 77, bytes.size(), bytes);
    QVERIFY(contentOf(copy) == expected);
    const auto compared =
        run(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"),
                                         QStringLiteral("-F"), QStringLiteral("raw"), (*server)->uri(), copy});
    QVERIFY2(compared.ok(), compared.describe());
}

void ScratchServerTest::qemuReadsAnImageInIt()
{
    // What it is for: a disk in QEMU's own format, unpacked into scratch.
    const QTemporaryDir folder;
    const auto raw = folder.filePath(QStringLiteral("disk.raw"));
    QFile file(raw);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(noise(2 * kMiB)), 2 * kMiB);
    QVERIFY(file.resize(8 * kMiB));
    file.close();
    const auto image = folder.filePath(QStringLiteral("disk.vmdk"));
    const auto made = run(QStringLiteral("qemu-img"),
                          {QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("vmdk"),
                           QStringLiteral("-o"), QStringLiteral("subformat=streamOptimized"), raw, image});
    QVERIFY2(made.ok(), made.describe());
    const auto content = contentOf(image);
    ScratchFixture fixture;
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(kMiB, viewOf(content)));
    auto options = serverOptions();
    options.offset = kMiB;
    options.length = content.size();
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, options);
    VERIFY_OK(server);
    const auto compared =
        run(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("vmdk"),
                                         QStringLiteral("-F"), QStringLiteral("raw"), (*server)->uri(), raw});
    QVERIFY2(compared.ok(), compared.describe());
}

void ScratchServerTest::servesAStretch()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(4 * kMiB);
    VERIFY_OK(scratch);
    const auto bytes = noise(4 * kMiB);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(bytes)));
    auto options = serverOptions();
    options.offset = kMiB + 1000;
    options.length = kMiB + 512;
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, options);
    VERIFY_OK(server);
    const QTemporaryDir folder;
    const auto copy = folder.filePath(QStringLiteral("copy.raw"));
    const auto converted = run(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-O"),
                                                            QStringLiteral("raw"), (*server)->uri(), copy});
    QVERIFY2(converted.ok(), converted.describe());
    QVERIFY(contentOf(copy) == bytes.mid(kMiB + 1000, kMiB + 512));
}

void ScratchServerTest::tellsHoles()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(4 * kMiB, viewOf(noise(kMiB))));
    VERIFY_OK(scratch->volume->writeAt(8 * kMiB, viewOf(noise(kMiB))));
    VERIFY_OK(scratch->volume->discard(8 * kMiB, kMiB));
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    const auto mapped =
        run(QStringLiteral("qemu-img"), {QStringLiteral("map"), QStringLiteral("--output=json"), (*server)->uri()});
    QVERIFY2(mapped.ok(), mapped.describe());
    qint64 data = 0;
    for (const auto &entry : QJsonDocument::fromJson(mapped.out).array()) {
        if (!entry.toObject().value(QStringLiteral("zero")).toBool())
            data += entry.toObject().value(QStringLiteral("length")).toInteger();
    }
    QCOMPARE(data, kMiB);
}

void ScratchServerTest::seesWhatIsWrittenLater()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    const auto bytes = noise(kMiB);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(bytes)));
    const QTemporaryDir folder;
    const auto copy = folder.filePath(QStringLiteral("copy.raw"));
    const auto converted = run(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-O"),
                                                            QStringLiteral("raw"), (*server)->uri(), copy});
    QVERIFY2(converted.ok(), converted.describe());
    QVERIFY(contentOf(copy) == bytes);
}

void ScratchServerTest::isPrivate()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto oldMask = ::umask(0);
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    ::umask(oldMask);
    VERIFY_OK(server);
    QCOMPARE((*server)->socketPath(), scratch->folder->path() + QStringLiteral("/disk.sock"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName((*server)->socketPath()).constData(), &status), 0);
    QVERIFY(S_ISSOCK(status.st_mode));
    QCOMPARE(status.st_mode & 07777U, 0600U);
    // A second one needs a name of its own.
    QCOMPARE(nameOf(ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions())),
             QStringLiteral("already-exists"));
    auto other = serverOptions();
    other.name = QStringLiteral("other");
    VERIFY_OK(ScratchServer::start(*scratch->folder, *scratch->volume, other));
}

void ScratchServerTest::keyIsNowhere()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(kMiB))));
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    const auto process = QStringLiteral("/proc/%1/").arg((*server)->process().pid);
    // All it was started with: paths and numbers, nothing that could be 512 bits.
    const auto arguments = contentOf(process + QStringLiteral("cmdline")).split('\0');
    const QList<QByteArray> expected{"nbdkit",   "--exit-with-parent", "--readonly",    SEALIFT_SCRATCH_PLUGIN,
                                     "offset=0", "size=1048576",       "quota=1048576", ""};
    QCOMPARE(arguments.size(), expected.size());
    QVERIFY(arguments.first().endsWith("/nbdkit"));
    QCOMPARE(arguments.mid(1), expected.mid(1));
    for (const auto &variable : contentOf(process + QStringLiteral("environ")).split('\0')) {
        const auto name = variable.split('=').first();
        QVERIFY2(name.isEmpty() || name == "PATH" || name == "LC_ALL" || name == "LISTEN_FDS" || name == "LISTEN_PID",
                 variable);
    }
    QVERIFY(!contentOf(process + QStringLiteral("cmdline")).isEmpty());
    // Nothing is left in a pipe, and no memory file is a key's.
    const QDir descriptors(process + QStringLiteral("fd"));
    for (const auto &link : descriptors.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const FileDescriptor pipe(::open(QFile::encodeName(link.filePath()).constData(), O_RDONLY | O_NONBLOCK));
        char byte = 0;
        QVERIFY(!link.symLinkTarget().contains(QLatin1String("pipe")) || ::read(pipe.get(), &byte, 1) <= 0);
        QVERIFY(!link.symLinkTarget().contains(QLatin1String("memfd")) ||
                link.symLinkTarget().contains(QLatin1String("sealift-sectors")));
    }
    // Nobody of this user may trace it or have its core: then its /proc files are root's.
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(process + QStringLiteral("mem")).constData(), &status), 0);
    QCOMPARE(status.st_uid, 0U);
    QVERIFY(contentOf(process + QStringLiteral("limits")).contains("Max core file size        0"));
    // In the task's folder: the lease, the ciphertext, the socket.
    const auto entries =
        QDir(scratch->folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    const QStringList files{QStringLiteral("disk.sock"), QStringLiteral("lease"), QStringLiteral("volume")};
    QCOMPARE(entries, files);
    QCOMPARE(QFileInfo(scratch->folder->path() + QStringLiteral("/lease")).size(), 0);
}

void ScratchServerTest::refusesToBeWritten()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    const auto written =
        run(QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-c"),
                                        QStringLiteral("write 0 4k"), (*server)->uri()});
    QVERIFY(written.started && written.exitCode != 0);
    QCOMPARE(readBack(*scratch->volume, 0, 4096), QByteArray(4096, '\0'));
}

void ScratchServerTest::badOptions()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto outcome = [&](const std::function<void(ScratchServerOptions &)> &change) {
        auto options = serverOptions();
        change(options);
        return nameOf(ScratchServer::start(*scratch->folder, *scratch->volume, options));
    };
    const auto kInvalid = QStringLiteral("invalid-argument");
    QCOMPARE(outcome([](auto &options) { options.offset = -1; }), kInvalid);
    QCOMPARE(outcome([](auto &options) { options.offset = kMiB; }), kInvalid);
    QCOMPARE(outcome([](auto &options) { options.length = kMiB + 1; }), kInvalid);
    QCOMPARE(outcome([](auto &options) { options.name = QStringLiteral("../x"); }), kInvalid);
    QCOMPARE(outcome([](auto &options) { options.name.clear(); }), kInvalid);
    QCOMPARE(outcome([](auto &options) { options.name = QString(120, QLatin1Char('n')); }),
             QStringLiteral("unsupported"));
    QCOMPARE(outcome([](auto &options) { options.plugin = QStringLiteral("/nowhere.so"); }),
             QStringLiteral("tool-missing"));
    // Something that nbdkit cannot load.
    QCOMPARE(outcome([](auto &options) { options.plugin = QStringLiteral("/etc/passwd"); }),
             QStringLiteral("tool-failed"));
    QVERIFY(QDir(scratch->folder->path()).entryList({QStringLiteral("*.sock")}, QDir::System).isEmpty());
}

void ScratchServerTest::missingTool()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const auto path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    qputenv("PATH", path);
    QCOMPARE(nameOf(server), QStringLiteral("tool-missing"));
    QVERIFY(server.error().remedy().contains(QLatin1String("nbdkit")));
}

void ScratchServerTest::endsBeforeTheKey()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(kMiB))));
    const auto server = ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions());
    VERIFY_OK(server);
    ScratchTraces traces{scratch->folder->rootPath(), scratch->folder->taskId(), {(*server)->process()}, {}};
    QVERIFY(!allOk(confirmScratch(traces)));
    const auto steps = destroyScratch({*scratch->folder, scratch->volume.get(), {server->get()}});
    QVERIFY(allOk(steps));
    QCOMPARE(steps.first().name, QStringLiteral("servers-stopped"));
    for (const auto &check : confirmScratch(traces))
        QVERIFY2(check.ok, qPrintable(check.detail));
    QCOMPARE(nameOf(ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions())),
             QStringLiteral("cancelled"));
}

void ScratchServerTest::endsWithItsProcess()
{
    const QTemporaryDir home;
    ScratchFixture fixture(home.path());
    CommandLine line;
    line.program = QCoreApplication::applicationFilePath();
    line.arguments = {QLatin1String(kOwnerMode), home.path()};
    HelperProcess server;
    {
        Running owner(line);
        QTRY_VERIFY_WITH_TIMEOUT(owner.outSoFar().endsWith('\n') || !owner.isRunning(), 20'000);
        const auto said = owner.outSoFar().trimmed().split(' ');
        server = {said.value(0).toInt(), said.value(1).toULongLong()};
        QVERIFY2(server.pid > 0 && isAlive(server), owner.errSoFar());
        owner.signal(SIGKILL);
        QCOMPARE(owner.wait().signal, SIGKILL);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(!isAlive(server), "the server outlives its process", 5000);
    // What the dead one left, its socket too, goes with the sweep.
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto entries = root->list();
    VERIFY_OK(entries);
    QCOMPARE(entries->size(), 1);
    const auto folder = root->takeOver(entries->at(0).taskId);
    VERIFY_OK(folder);
    QVERIFY(QFileInfo((*folder)->path() + QStringLiteral("/disk.sock")).exists());
    QVERIFY(allOk(destroyScratch({**folder, nullptr, {}})));
    QVERIFY(allOk(confirmScratch({fixture.path(), entries->at(0).taskId, {server}, {}})));
}

namespace {

/// Serves a volume, says by which process, and waits to be killed.
int ownAServer(const QString &folder)
{
    const auto session = CryptoSession::start();
    ScratchFixture fixture(folder);
    const auto scratch = fixture.make(kMiB);
    const auto server = scratch ? ScratchServer::start(*scratch->folder, *scratch->volume, serverOptions())
                                : Result<std::unique_ptr<ScratchServer>>(fail(scratch.error()));
    if (!server) {
        static_cast<void>(std::fprintf(stderr, "%s\n", qPrintable(server.error().what())));
        return 1;
    }
    static_cast<void>(std::printf("%d %llu\n", (*server)->process().pid,
                                  static_cast<unsigned long long>((*server)->process().startTime)));
    static_cast<void>(std::fflush(stdout));
    for (;;)
        ::pause();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String(kOwnerMode))
        return ownAServer(arguments.value(2));
    ScratchServerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scratch_server.moc"
