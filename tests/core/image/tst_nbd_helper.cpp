// The QEMU helper: what it can reach, what is left of it, and what is said when it cannot work.

#include "hostile_images.h"
#include "image_tools.h"

#include "image/nbd/nbd_source.h"
#include "image/nbd/sandbox.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSize = 4 * kMiB;
constexpr unsigned kNobody = 65534;

/// An environment variable for as long as this lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable() { qputenv(m_name, m_before); }
    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    const char *m_name;
    QByteArray m_before;
};

/// A TCP socket of the test that listens on the loopback.
int listenSomewhere(FileDescriptor &socket)
{
    socket.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        ::listen(socket.get(), 4) != 0 ||
        ::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return -1;
    return ntohs(address.sin_port);
}

} // namespace

class NbdHelperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sandboxShowsNothing();
    void sandboxAllowsLittle();
    void hostileImageReachesNothing_data();
    void hostileImageReachesNothing();
    void hostileDataFileReachesNothing_data();
    void hostileDataFileReachesNothing();
    void helperHasLimits_data();
    void helperHasLimits();
    void toolsMissing();
    void sandboxThatFails();
    void unsandboxedIfAllowed_data();
    void unsandboxedIfAllowed();
    void asAnotherUser();
    void diesWithItsParent_data();
    void diesWithItsParent();
    void outlivesTheThreadThatOpenedIt();
    void leavesNothingInItsFolder();
    void oddPaths_data();
    void oddPaths();
    void imageInUse();
    void cancelled();
    void changedWhileRead();
    void brokenClusterIsAnError();
    void helperThatDies();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static void verifyNoChildrenRemain();
    /// Gives an image that the probe refuses to the helper all the same: what is read of it.
    static Result<QByteArray> readUnprobed(const QString &file);

    QTemporaryDir m_folder;
    QByteArray m_master;
};

void NbdHelperTest::initTestCase()
{
    const auto raw = path(QStringLiteral("master.img"));
    QVERIFY(makeRawFile(raw, kSize, {{0, 65536, 1}, {2 * kMiB, kMiB, 2}, {kSize - 512, 512, 3}}));
    m_master = fileContent(raw);
    auto run = convertRaw(raw, QStringLiteral("qcow2"), {}, path(QStringLiteral("disk.qcow2")));
    QVERIFY2(run.ok, run.errors);
    run = convertRaw(raw, QStringLiteral("vmdk"), QStringLiteral("subformat=twoGbMaxExtentSparse"),
                     path(QStringLiteral("split.vmdk")));
    QVERIFY2(run.ok, run.errors);
    // For the tests that are somebody else for a while.
    QVERIFY(QFile::copy(QCoreApplication::applicationDirPath() + QStringLiteral("/image_opener"),
                        path(QStringLiteral("opener"))));
    QVERIFY(QFile::setPermissions(path(QStringLiteral("opener")), QFile::Permissions(0x5555)));
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
}

void NbdHelperTest::sandboxShowsNothing()
{
    FileDescriptor listening;
    const int port = listenSomewhere(listening);
    QVERIFY(port > 0);
    const auto home = QDir::homePath();
    const auto shown = LocalFile::open(QFileInfo(path(QStringLiteral("disk.qcow2"))).canonicalFilePath());
    VERIFY_OK(shown);
    const auto other = path(QStringLiteral("master.img"));
    const QStringList paths{QStringLiteral("/image/disk"),
                            QStringLiteral("/etc/passwd"),
                            QStringLiteral("/proc/self"),
                            QStringLiteral("/sys"),
                            QStringLiteral("/dev/zero"),
                            QStringLiteral("/tmp"),
                            QStringLiteral("/var"),
                            QStringLiteral("/run"),
                            home,
                            other};
    SandboxedProgram program;
    program.program = QCoreApplication::applicationDirPath() + QStringLiteral("/sandbox_probe");
    program.arguments << QString::number(port) << paths;
    program.files.push_back({(*shown)->descriptor(), QStringLiteral("disk")});
    program.descriptors.push_back(listening.get());
    const auto spec = sandboxed(program);
    VERIFY_OK(spec);
    const auto child = ChildProcess::start(*spec);
    VERIFY_OK(child);
    const auto ended = (*child)->waitFor(std::chrono::seconds(10));
    QVERIFY2(ended && ended->ok(), (*child)->standardError());
    const auto told = (*child)->standardOutput();
    const auto lines = told.split('\n');

    QVERIFY2(lines.contains("interfaces=lo ") || lines.contains("interfaces="), told);
    QVERIFY2(lines.contains("connected=0"), told);
    QVERIFY2(lines.contains(::geteuid() == 0 ? "capabilities=2 0" : "capabilities=0 0"), told); // 2: CAP_DAC_OVERRIDE
    QVERIFY2(lines.contains("pid=1 parent=0"), told);
    QVERIFY2(lines.contains("can create=0"), told);
    QVERIFY2(lines.contains("descriptors=0 1 2 3 "), told); // 3: the one that was passed
    QVERIFY2(lines.contains("core=0"), told);
    QVERIFY2(!told.contains("HOME="), told);
    QVERIFY2(lines.contains("/image/disk readable=1 writable=0"), told);
    // The folder of the probe is shown, and with it the names of those that lead there, wherever this was built.
    const auto leadsToProbe = [&](const QString &folder) { return program.program.startsWith(folder + u'/'); };
    for (const auto &hidden : paths.mid(1)) {
        if (!leadsToProbe(hidden))
            QVERIFY2(lines.contains(QFile::encodeName(hidden) + " readable=0 writable=0"), told);
    }
    for (const auto *secret : {"etc", "home", "root", "proc", "sys", "tmp", "var", "run"}) {
        if (!leadsToProbe(u'/' + QString::fromLatin1(secret)))
            QVERIFY2(!lines.first().mid(5).split(' ').contains(secret), told);
    }
}

void NbdHelperTest::sandboxAllowsLittle()
{
    SandboxedProgram program;
    program.program = QCoreApplication::applicationDirPath() + QStringLiteral("/sandbox_probe");
    const auto spec = sandboxed(program);
    VERIFY_OK(spec);
    const auto child = ChildProcess::start(*spec);
    VERIFY_OK(child);
    const auto ended = (*child)->waitFor(std::chrono::seconds(10));
    QVERIFY2(ended && ended->ok(), (*child)->standardError());
    const auto told = (*child)->standardOutput();
    const auto lines = told.split('\n');
    const auto says = [&lines](const QByteArray &name, int error) {
        return lines.contains(name + '=' + QByteArray::number(error));
    };
    QVERIFY2(says("seccomp mode 2", 0), told);
    QVERIFY2(says("unix socket", 0), told);
    for (const auto *refused : {"inet socket", "netlink socket"})
        QVERIFY2(says(refused, EAFNOSUPPORT), told);
    for (const auto *refused : {"unshare", "ptrace", "keyctl", "bpf"})
        QVERIFY2(says(refused, EPERM), told);
    for (const auto *refused : {"clone3", "io_uring"})
        QVERIFY2(says(refused, ENOSYS), told);
    QVERIFY2(says("1 GiB", 1) && says("2 GiB more", 0), told);
}

Result<QByteArray> NbdHelperTest::readUnprobed(const QString &file)
{
    const auto real = QFileInfo(file).canonicalFilePath();
    SEALIFT_ASSIGN(auto opened, LocalFile::open(real));
    DiskImage image;
    image.path = real;
    image.format = DiskFormat::Qcow2;
    image.virtualSize = kHostileDiskSize;
    image.files.append({real, opened->identity()});
    std::vector<std::unique_ptr<DiskFile>> files;
    files.push_back(std::move(opened));
    SEALIFT_ASSIGN(const auto source, openNbdSource(image, std::move(files), {}, {}));
    auto content = readStraight(*source, kMiB);
    SEALIFT_TRY(source->close());
    return content;
}

void NbdHelperTest::hostileImageReachesNothing_data()
{
    QTest::addColumn<QString>("backing");
    QTest::addColumn<bool>("readByQemu");
    QTest::addRow("/etc/passwd") << QStringLiteral("/etc/passwd") << true;
    QTest::addRow("json")
        << QStringLiteral("json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"/etc/passwd\"}}")
        << true;
    QTest::addRow("the program's maps") << QStringLiteral("/proc/self/maps") << false;
}

void NbdHelperTest::hostileImageReachesNothing()
{
    QFETCH(const QString, backing);
    QFETCH(const bool, readByQemu);
    const auto file = path(QStringLiteral("hostile.qcow2"));
    const auto run = runTool(QStringLiteral("qemu-img"),
                             {QStringLiteral("create"), QStringLiteral("-u"), QStringLiteral("-f"),
                              QStringLiteral("qcow2"), QStringLiteral("-b"), backing, QStringLiteral("-F"),
                              QStringLiteral("raw"), file, QString::number(kHostileDiskSize)});
    QVERIFY2(run.ok, run.errors);
    // QEMU alone reads it.
    if (readByQemu) {
        const auto out = path(QStringLiteral("hostile.raw"));
        const auto read = runTool(QStringLiteral("qemu-img"),
                                  {QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                                   QStringLiteral("-O"), QStringLiteral("raw"), file, out});
        QVERIFY2(read.ok, read.errors);
        const auto secret = fileContent(QStringLiteral("/etc/passwd"));
        QVERIFY(!secret.isEmpty() && fileContent(out).startsWith(secret.left(kHostileDiskSize)));
    }
    // The probe refuses it; without the probe the sandbox has nothing to read.
    const auto probed = probeDisk(file, {}, {});
    QVERIFY(!probed);
    QCOMPARE(probed.error().code(), ErrorCode::Unsafe);
    const auto read = readUnprobed(file);
    QVERIFY(!read);
    QVERIFY2(read.error().what().contains(QStringLiteral("No such file")), qPrintable(read.error().what()));
}

void NbdHelperTest::hostileDataFileReachesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto good = fileContent(path(QStringLiteral("disk.qcow2")));
    for (const auto &image : vulnerabilityImages(good, good)) {
        if (image.claimed == "qcow2")
            QTest::addRow("%s: %s", image.number.constData(), image.name.constData()) << image.bytes;
    }
}

void NbdHelperTest::hostileDataFileReachesNothing()
{
    QFETCH(const QByteArray, bytes);
    const auto file = path(QStringLiteral("data-file.qcow2"));
    QVERIFY(writeFile(file, bytes));
    // Some have a data file by one of its marks only, which QEMU passes over.
    if (const auto read = readUnprobed(file))
        QVERIFY(*read == m_master);
}

void NbdHelperTest::helperHasLimits_data()
{
    QTest::addColumn<SandboxPolicy>("policy");
    QTest::newRow("sandboxed") << SandboxPolicy::Require;
    QTest::newRow("not sandboxed") << SandboxPolicy::AllowUnsandboxed;
}

void NbdHelperTest::helperHasLimits()
{
    QFETCH(const SandboxPolicy, policy);
    QTemporaryDir bin;
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/qemu-nbd"), bin.filePath(QStringLiteral("qemu-nbd"))));
    const Variable searched("PATH", policy == SandboxPolicy::Require ? qgetenv("PATH") : QFile::encodeName(bin.path()));
    const auto source = openPath(path(QStringLiteral("disk.qcow2")), {policy, {}});
    VERIFY_OK(source);
    QFile file(QStringLiteral("/proc/%1/limits").arg((*source)->helperProcesses().front()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto limits = QString::fromLatin1(file.readAll());
    // Of this disk of a few MiB.
    for (const auto *limit : {"Max cpu time +600 +600", "Max data size +2147483648 +2147483648",
                              "Max address space +17179869184 +17179869184", "Max core file size +0 +0"})
        QVERIFY2(QRegularExpression(QString::fromLatin1(limit)).match(limits).hasMatch(), qPrintable(limits));
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::toolsMissing()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
    const auto bin = path(QStringLiteral("bin"));
    const Variable searched("PATH", QFile::encodeName(bin));
    const auto disk = path(QStringLiteral("disk.qcow2"));

    auto source = openPath(disk);
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::ToolMissing);
    QVERIFY2(source.error().what().contains(QStringLiteral("qemu-nbd")), qPrintable(source.error().what()));
    QVERIFY2(source.error().remedy().contains(QStringLiteral("qemu-utils")), qPrintable(source.error().remedy()));

    QVERIFY(QFile::link(QStringLiteral("/usr/bin/qemu-nbd"), bin + QStringLiteral("/qemu-nbd")));
    source = openPath(disk);
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::ToolMissing);
    QVERIFY2(source.error().remedy().contains(QStringLiteral("bubblewrap")), qPrintable(source.error().remedy()));

    // A raw disk needs neither.
    source = openPath(path(QStringLiteral("master.img")));
    VERIFY_OK(source);
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::sandboxThatFails()
{
    // As it is where user namespaces are forbidden.
    QDir(m_folder.path()).mkpath(QStringLiteral("refusing"));
    const auto fake = path(QStringLiteral("refusing/bwrap"));
    QVERIFY(writeFile(fake, "#!/bin/sh\necho 'bwrap: No permissions to create a new namespace' >&2\nexit 1\n"));
    QVERIFY(QFile::setPermissions(fake, QFile::ReadOwner | QFile::ExeOwner));
    const Variable searched("PATH", QFile::encodeName(path(QStringLiteral("refusing"))) + ":/usr/bin:/bin");
    auto source = openPath(path(QStringLiteral("disk.qcow2")));
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::ToolFailed);
    QVERIFY2(source.error().what().contains(QStringLiteral("No permissions")), qPrintable(source.error().what()));
    QVERIFY2(source.error().remedy().contains(QStringLiteral("namespaces")), qPrintable(source.error().remedy()));

    source = openPath(path(QStringLiteral("disk.qcow2")), {SandboxPolicy::AllowUnsandboxed, {}});
    VERIFY_OK(source);
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::unsandboxedIfAllowed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("one file") << QStringLiteral("disk.qcow2");
    QTest::addRow("several files") << QStringLiteral("split.vmdk");
}

void NbdHelperTest::unsandboxedIfAllowed()
{
    QFETCH(const QString, name);
    QTemporaryDir bin;
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/qemu-nbd"), bin.filePath(QStringLiteral("qemu-nbd"))));
    const Variable searched("PATH", QFile::encodeName(bin.path()));
    auto source = openPath(path(name), {SandboxPolicy::AllowUnsandboxed, {}});
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == m_master);
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::asAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can become somebody else; then all other tests run unprivileged anyway");
    // The sandbox then needs a user namespace of its own.
    const auto id = QString::number(kNobody);
    const auto run =
        runTool(QStringLiteral("setpriv"),
                {QStringLiteral("--reuid"), id, QStringLiteral("--regid"), id, QStringLiteral("--clear-groups"),
                 path(QStringLiteral("opener")), QStringLiteral("sum"), path(QStringLiteral("disk.qcow2"))});
    QVERIFY2(run.ok, run.errors);
    quint64 sum = 0;
    for (const char byte : m_master)
        sum += static_cast<unsigned char>(byte);
    QCOMPARE(run.output, QByteArray::number(kSize) + ' ' + QByteArray::number(sum) + '\n');
}

void NbdHelperTest::verifyNoChildrenRemain()
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        int status = 0;
        const auto ended = ::waitpid(-1, &status, WNOHANG);
        if (ended < 0 && errno == ECHILD)
            return;
        QVERIFY2(timer.elapsed() < 5000, "a helper outlives the process that started it");
        if (ended == 0)
            QTest::qWait(10);
    }
}

void NbdHelperTest::diesWithItsParent_data()
{
    QTest::addColumn<int>("killAfter");
    QTest::addColumn<bool>("asOther");
    for (const bool asOther : {false, true}) {
        if (asOther && ::geteuid() != 0)
            continue;
        const auto *who = asOther ? "another user" : "this user";
        QTest::addRow("when the image is open, %s", who) << -1 << asOther;
        for (int milliseconds = 1; milliseconds < 40; ++milliseconds)
            QTest::addRow("%d ms after its start, %s", milliseconds, who) << milliseconds << asOther;
    }
}

void NbdHelperTest::diesWithItsParent()
{
    QFETCH(const int, killAfter);
    QFETCH(const bool, asOther);
    // Whatever is left behind becomes our child, at any depth, and can be waited for.
    QCOMPARE(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const auto program = QFile::encodeName(path(QStringLiteral("opener")));
    const auto disk = QFile::encodeName(path(QStringLiteral("disk.qcow2")));
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        if (asOther && (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
            ::_exit(126);
        ::execl(program.constData(), program.constData(), "wait", disk.constData(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    if (killAfter < 0) {
        char ready[6] = {};
        QCOMPARE(::read(ends[0], ready, 6), 6);
        QCOMPARE(QByteArray(ready, 6), QByteArray("ready\n"));
    } else {
        std::this_thread::sleep_for(std::chrono::milliseconds(killAfter));
    }
    ::kill(pid, SIGKILL);
    verifyNoChildrenRemain();
    ::close(ends[0]);
    ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

void NbdHelperTest::outlivesTheThreadThatOpenedIt()
{
    Result<std::unique_ptr<BlockSource>> source = fail(Error::cancelled());
    std::thread([&] { source = openPath(path(QStringLiteral("disk.qcow2"))); }).join();
    VERIFY_OK(source);
    QTest::qWait(50);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == m_master);
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::leavesNothingInItsFolder()
{
    // A path longer than a socket's address can be.
    const auto name = QStringLiteral("helpers-").repeated(20);
    QDir(m_folder.path()).mkpath(name);
    const QDir folder(path(name));
    auto source = openPath(path(QStringLiteral("disk.qcow2")), {SandboxPolicy::Require, folder.path()});
    VERIFY_OK(source);
    QVERIFY(folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    auto reader = (*source)->openReader(); // a late connection needs no name either
    VERIFY_OK(reader);
    reader->reset();
    VERIFY_OK((*source)->close());

    source = openPath(path(QStringLiteral("disk.qcow2")), {SandboxPolicy::Require, path(QStringLiteral("nowhere"))});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::NotFound);
}

void NbdHelperTest::oddPaths_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sandbox");
    for (const auto *name : {"a,b=c", "-rf", "json:{}", "nbd:x", "spa ce", "per%1cent", "quote\"quote", "line\nend",
                             "\303\244\303\266\303\274", "driver=raw,,x"}) {
        QTest::addRow("%s, sandboxed", name) << QString::fromUtf8(name) << true;
        QTest::addRow("%s, not sandboxed", name) << QString::fromUtf8(name) << false;
    }
}

void NbdHelperTest::oddPaths()
{
    QFETCH(const QString, name);
    QFETCH(const bool, sandbox);
    QTemporaryDir bin;
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/qemu-nbd"), bin.filePath(QStringLiteral("qemu-nbd"))));
    const Variable searched("PATH", sandbox ? qgetenv("PATH") : QFile::encodeName(bin.path()));
    QVERIFY(QFile::copy(path(QStringLiteral("disk.qcow2")), path(name)));
    auto source = openPath(path(name), {sandbox ? SandboxPolicy::Require : SandboxPolicy::AllowUnsandboxed, {}});
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == m_master);
    VERIFY_OK((*source)->close());
    QVERIFY(QFile::remove(path(name)));
}

void NbdHelperTest::imageInUse()
{
    const auto disk = path(QStringLiteral("used.qcow2"));
    QVERIFY(QFile::copy(path(QStringLiteral("disk.qcow2")), disk));
    QProcess user;
    user.start(QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), disk});
    QVERIFY(user.waitForStarted());
    user.write("length\n");
    QVERIFY(user.waitForReadyRead()); // it has the image open now
    auto source = openPath(disk);
    QVERIFY(!source);
    QVERIFY2(source.error().code() == ErrorCode::Locked, qPrintable(source.error().what()));
    QVERIFY2(source.error().what().contains(disk), qPrintable(source.error().what()));
    QVERIFY(source.error().remedy().contains(QStringLiteral("shut the virtual machine down")));
    user.write("quit\n");
    QVERIFY(user.waitForFinished());
}

void NbdHelperTest::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto image = probeDisk(path(QStringLiteral("disk.qcow2")), {}, {});
    VERIFY_OK(image);
    const auto refused = probeDisk(path(QStringLiteral("disk.qcow2")), {}, stop.get_token());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::Cancelled);
    auto source = openDisk(*image, {}, stop.get_token());
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Cancelled);

    source = openDisk(*image, {}, {});
    VERIFY_OK(source);
    auto reader = (*source)->openReader();
    VERIFY_OK(reader);
    QByteArray bytes(kSize, '\x55');
    const auto read = (*reader)->read(0, mutableViewOf(bytes), stop.get_token());
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::Cancelled);
    const auto extents = (*source)->forEachExtent(
        0, kSize, [](const Extent &) { return Status(); }, stop.get_token());
    QVERIFY(!extents);
    QCOMPARE(extents.error().code(), ErrorCode::Cancelled);
    reader->reset();
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::changedWhileRead()
{
    const auto disk = path(QStringLiteral("changing.qcow2"));
    QVERIFY(QFile::copy(path(QStringLiteral("disk.qcow2")), disk));
    const auto image = probeDisk(disk, {}, {});
    VERIFY_OK(image);
    auto source = openDisk(*image, {}, {});
    VERIFY_OK(source);
    VERIFY_OK((*source)->checkUnchanged());
    QVERIFY(patchFile(disk, kMiB, "x"));
    const auto status = (*source)->checkUnchanged();
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::SourceChanged);
    QVERIFY2(status.error().what().contains(disk), qPrintable(status.error().what()));
    VERIFY_OK((*source)->close());

    // What the probe saw is not what is there now.
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::SourceChanged);
}

void NbdHelperTest::brokenClusterIsAnError()
{
    const auto disk = path(QStringLiteral("broken.qcow2"));
    QVERIFY(convertRaw(path(QStringLiteral("master.img")), QStringLiteral("qcow2"), {}, disk, true).ok);
    // The compressed clusters lie behind the tables; the last table of this small image ends at 320 KiB at the latest.
    auto bytes = fileContent(disk);
    const auto size = bytes.size();
    for (qint64 at = 320 * 1024; at < size; ++at)
        bytes[at] = static_cast<char>(bytes.at(at) ^ 0x5a);
    QVERIFY(writeFile(disk, bytes));
    auto source = openPath(disk);
    VERIFY_OK(source);
    const auto read = readByExtents(**source);
    QVERIFY2(!read, "broken clusters were read");
    QCOMPARE(read.error().code(), ErrorCode::Io);
    QVERIFY2(read.error().what().contains(disk), qPrintable(read.error().what()));
    VERIFY_OK((*source)->close());
}

void NbdHelperTest::helperThatDies()
{
    // A qemu-nbd that starts, says something and goes.
    QDir(m_folder.path()).mkpath(QStringLiteral("dying"));
    const auto fake = path(QStringLiteral("dying/qemu-nbd"));
    QVERIFY(writeFile(fake, "#!/bin/sh\necho 'qemu-nbd: something is wrong with /image/file-0' >&2\nexit 3\n"));
    QVERIFY(QFile::setPermissions(fake, QFile::ReadOwner | QFile::ExeOwner));
    const Variable searched("PATH", QFile::encodeName(path(QStringLiteral("dying"))) + ":/usr/bin:/bin");
    QElapsedTimer timer;
    timer.start();
    const auto source = openPath(path(QStringLiteral("disk.qcow2")));
    QVERIFY(!source);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(source.error().code(), ErrorCode::ToolFailed);
    // The user reads of the file by its own name.
    const auto real = QFileInfo(path(QStringLiteral("disk.qcow2"))).canonicalFilePath();
    QVERIFY2(source.error().what().contains(QStringLiteral("something is wrong with ") + real),
             qPrintable(source.error().what()));
}

QTEST_GUILESS_MAIN(NbdHelperTest)
#include "tst_nbd_helper.moc"
