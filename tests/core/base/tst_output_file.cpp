#include "base/aligned_buffer.h"
#include "base/output_file.h"
#include "base/staged_files.h"
#include "support/killed_child.h"
#include "support/small_volume.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstring>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sealift;
using namespace std::chrono_literals;

namespace {

constexpr uid_t kNobody = 65534;

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString nameOf(const Status &status)
{
    return status ? QStringLiteral("ok") : errorCodeName(status.error().code());
}

template <typename T>
QString nameOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code());
}

/// Writes "new" to a finished file.
Status writeNew(const QString &path, Overwrite overwrite, Staging staging)
{
    SEALIFT_ASSIGN(auto file, OutputFile::create(path, overwrite, staging));
    SEALIFT_TRY(file->writeAt(0, viewOf("new")));
    return file->finish();
}

void addStagings()
{
    QTest::addColumn<Staging>("staging");
    QTest::newRow("automatic") << Staging::Automatic;
    QTest::newRow("named") << Staging::Named;
}

} // namespace

class TestOutputFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearsWhenFinished_data() { addStagings(); }
    void appearsWhenFinished();
    void leavesNothingWhenDropped_data() { addStagings(); }
    void leavesNothingWhenDropped();
    void overwrites_data();
    void overwrites();
    void replacesAtomically_data() { addStagings(); }
    void replacesAtomically();
    void nameTakenMeanwhile_data() { addStagings(); }
    void nameTakenMeanwhile();
    void oneOfTwoWins_data() { addStagings(); }
    void oneOfTwoWins();
    void badTargets_data();
    void badTargets();
    void replacesALinkItself_data() { addStagings(); }
    void replacesALinkItself();
    void folderWithoutPermission();
    void readOnlyFileSystem();
    void relativePath();
    void killLeavesNothing();
    void killedStagedFileIsSwept();
    void killWhileReplacing_data() { addStagings(); }
    void killWhileReplacing();
    void sweepsOnlyTheDead();
    void sweepsBesideWriters();
    void requiresSpace();
    void fullWhileWriting();
    void manyThreads();
    void unwrittenIsAHole();
    void writesPastTheCache();
    void goesThroughTheCacheWhereItMust();
};

void TestOutputFile::appearsWhenFinished()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    const auto oldMask = ::umask(0);
    auto file = OutputFile::create(path, Overwrite::No, staging);
    ::umask(oldMask);
    QCOMPARE(nameOf(file), QStringLiteral("ok"));
    QVERIFY((*file)->resize(10));
    QVERIFY((*file)->writeAt(4, viewOf("data")));
    QVERIFY((*file)->startWriteBack(0, 10));
    QCOMPARE((*file)->bytesWritten(), 4);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(entries(folder.path()).size(), staging == Staging::Named ? 1 : 0);
    QVERIFY((*file)->finish());
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
    file->reset();
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
    QCOMPARE(contentOf(path), QByteArray("\0\0\0\0data\0\0", 10));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void TestOutputFile::leavesNothingWhenDropped()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    auto file = OutputFile::create(folder.filePath(QStringLiteral("disk.raw")), Overwrite::No, staging);
    QVERIFY(file);
    QVERIFY((*file)->writeAt(0, viewOf("data")));
    file->reset();
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestOutputFile::overwrites_data()
{
    QTest::addColumn<Staging>("staging");
    QTest::addColumn<bool>("exists");
    QTest::addColumn<Overwrite>("overwrite");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QByteArray>("content");
    const std::pair<const char *, Staging> stagings[] = {{"automatic", Staging::Automatic}, {"named", Staging::Named}};
    for (const auto &[name, staging] : stagings) {
        QTest::addRow("%s, free name, no", name) << staging << false << Overwrite::No << "ok" << QByteArray("new");
        QTest::addRow("%s, free name, yes", name) << staging << false << Overwrite::Yes << "ok" << QByteArray("new");
        QTest::addRow("%s, taken name, no", name)
            << staging << true << Overwrite::No << "already-exists" << QByteArray("old");
        QTest::addRow("%s, taken name, yes", name) << staging << true << Overwrite::Yes << "ok" << QByteArray("new");
    }
}

void TestOutputFile::overwrites()
{
    QFETCH(const Staging, staging);
    QFETCH(const bool, exists);
    QFETCH(const Overwrite, overwrite);
    QFETCH(const QString, outcome);
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    if (exists)
        put(path, "old");
    const auto status = writeNew(path, overwrite, staging);
    QCOMPARE(nameOf(status), outcome);
    if (!status)
        QVERIFY(status.error().what().contains(path));
    QCOMPARE(contentOf(path), content);
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
}

void TestOutputFile::replacesAtomically()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    put(path, "old");
    QFile reader(path);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::thread watcher([&] {
        while (!done) {
            const auto content = contentOf(path);
            wrong += content != "old" && content != "new" ? 1 : 0;
        }
    });
    for (int i = 0; i < 50; ++i)
        wrong += writeNew(path, Overwrite::Yes, staging) ? 0 : 1;
    done = true;
    watcher.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(reader.readAll(), QByteArray("old"));
}

void TestOutputFile::nameTakenMeanwhile()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    auto file = OutputFile::create(path, Overwrite::No, staging);
    QVERIFY(file);
    put(path, "somebody's");
    QCOMPARE(nameOf((*file)->finish()), QStringLiteral("already-exists"));
    file->reset();
    QCOMPARE(contentOf(path), QByteArray("somebody's"));
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
}

void TestOutputFile::oneOfTwoWins()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    auto first = OutputFile::create(path, Overwrite::No, staging);
    auto second = OutputFile::create(path, Overwrite::No, staging);
    QVERIFY(first && second);
    QVERIFY((*first)->writeAt(0, viewOf("first")));
    QVERIFY((*second)->writeAt(0, viewOf("second")));
    QCOMPARE(nameOf((*second)->finish()), QStringLiteral("ok"));
    QCOMPARE(nameOf((*first)->finish()), QStringLiteral("already-exists"));
    QCOMPARE(contentOf(path), QByteArray("second"));
}

void TestOutputFile::badTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Overwrite>("overwrite");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *target, Overwrite overwrite, const char *outcome,
                        const char *says) {
        QTest::newRow(name) << QString::fromLatin1(target) << overwrite << QString::fromLatin1(outcome)
                            << QString::fromLatin1(says);
    };
    row("no name", "", Overwrite::No, "invalid-argument", "names no file");
    row("a folder's path", "folder/", Overwrite::Yes, "invalid-argument", "names no file");
    row("a folder", "folder", Overwrite::Yes, "invalid-argument", "is a folder");
    row("a link to a folder", "link-to-folder", Overwrite::Yes, "invalid-argument", "is a folder");
    row("this folder", ".", Overwrite::Yes, "invalid-argument", "names no file");
    row("a missing folder", "missing/disk.raw", Overwrite::No, "not-found", "the folder");
    row("a file as folder", "file/disk.raw", Overwrite::No, "not-found", "the folder");
    row("a link to nowhere", "link-to-nowhere", Overwrite::No, "already-exists", "already exists");
    row("a link to itself", "link-to-itself", Overwrite::No, "already-exists", "already exists");
    row("a fifo", "fifo", Overwrite::Yes, "unsupported", "no regular file");
    row("a socket", "socket", Overwrite::Yes, "unsupported", "no regular file");
    row("a character device", "/dev/null", Overwrite::Yes, "unsupported", "no regular file");
    row("a block device", "/dev/loop0", Overwrite::Yes, "unsupported", "is a block device");
    QTest::newRow("a long name") << QString(300, QLatin1Char('n')) << Overwrite::No << "io"
                                 << "cannot write";
}

void TestOutputFile::badTargets()
{
    QFETCH(QString, target);
    QFETCH(const Overwrite, overwrite);
    QFETCH(const QString, outcome);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const auto at = [&folder](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
    put(at("file"), "file");
    QVERIFY(QFile::link(at("folder"), at("link-to-folder")));
    QVERIFY(QFile::link(at("nowhere"), at("link-to-nowhere")));
    QVERIFY(QFile::link(at("link-to-itself"), at("link-to-itself")));
    QCOMPARE(::mkfifo(QFile::encodeName(at("fifo")).constData(), 0600), 0);
    QCOMPARE(::mknod(QFile::encodeName(at("socket")).constData(), S_IFSOCK | 0600, 0), 0);
    const auto before = entries(folder.path());

    if (target.startsWith(QLatin1String("/dev/")) && !QFile::exists(target))
        QSKIP("this machine has no such device");
    if (!target.isEmpty() && !target.startsWith(QLatin1Char('/')))
        target = folder.path() + QLatin1Char('/') + target;
    const auto file = OutputFile::create(target, overwrite);
    QCOMPARE(nameOf(file), outcome);
    QVERIFY2(file.error().what().contains(says), qPrintable(file.error().what()));
    QCOMPARE(entries(folder.path()), before);
}

void TestOutputFile::replacesALinkItself()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto real = folder.filePath(QStringLiteral("real"));
    const auto link = folder.filePath(QStringLiteral("link"));
    put(real, "real");
    QVERIFY(QFile::link(real, link));
    QCOMPARE(nameOf(writeNew(link, Overwrite::Yes, staging)), QStringLiteral("ok"));
    QCOMPARE(contentOf(real), QByteArray("real"));
    QCOMPARE(contentOf(link), QByteArray("new"));
    QVERIFY(!QFileInfo(link).isSymLink());
}

void TestOutputFile::folderWithoutPermission()
{
    const QTemporaryDir folder;
    // Root may write everywhere: then somebody else tries, in a folder that is closed to him.
    const bool isRoot = ::geteuid() == 0;
    QVERIFY(QFile::setPermissions(folder.path(), isRoot ? QFile::Permissions(0x7055) : QFile::Permissions(0x5000)));
    if (isRoot)
        QCOMPARE(::seteuid(kNobody), 0);
    const auto file = OutputFile::create(folder.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    if (isRoot)
        QCOMPARE(::seteuid(0), 0);
    QCOMPARE(nameOf(file), QStringLiteral("permission-denied"));
    QVERIFY(file.error().what().contains(folder.path()));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7000)));
}

void TestOutputFile::readOnlyFileSystem()
{
    test::SmallVolume volume(1 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    QVERIFY(volume.makeReadOnly());
    const auto file = OutputFile::create(volume.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    QCOMPARE(nameOf(file), QStringLiteral("permission-denied"));
    QVERIFY2(file.error().remedy().contains(QLatin1String("read-only")), qPrintable(file.error().remedy()));
}

void TestOutputFile::relativePath()
{
    const QTemporaryDir folder;
    const auto before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    auto file = OutputFile::create(QStringLiteral("disk.raw"), Overwrite::No);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(file);
    QVERIFY((*file)->finish()); // where it was when it was made
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
}

void TestOutputFile::killLeavesNothing()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    for (int i = 0; i < 10; ++i) {
        const auto killed = test::killedAtWork(
            [&path](const auto &ready) {
                const auto file = OutputFile::create(path, Overwrite::No);
                const std::vector<std::byte> block(65536, std::byte{7});
                for (qint64 offset = 0; offset < (64 << 20) && (*file)->writeAt(offset, block); offset += 65536)
                    ready();
                ::pause();
            },
            std::chrono::microseconds(i * 500));
        QVERIFY(killed);
        QCOMPARE(entries(folder.path()), QStringList());
    }
}

void TestOutputFile::killedStagedFileIsSwept()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    const auto killed = test::killedAtWork(
        [&path](const auto &ready) {
            const auto file = OutputFile::create(path, Overwrite::No, Staging::Named);
            if ((*file)->writeAt(0, viewOf("half")))
                ready();
            ::pause();
        },
        0us);
    QVERIFY(killed);
    QCOMPARE(entries(folder.path()).size(), 1);
    QVERIFY(!QFile::exists(path));
    const auto next = OutputFile::create(folder.filePath(QStringLiteral("another.raw")), Overwrite::No);
    QVERIFY(next);
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestOutputFile::killWhileReplacing()
{
    QFETCH(const Staging, staging);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    put(path, "old");
    for (int i = 0; i < 40; ++i) {
        const auto killed = test::killedAtWork(
            [&](const auto &ready) {
                for (ready();;)
                    static_cast<void>(writeNew(path, Overwrite::Yes, staging));
            },
            std::chrono::microseconds(i * 37));
        QVERIFY(killed);
        const auto content = contentOf(path);
        QVERIFY2(content == "old" || content == "new", content.constData());
        QVERIFY(OutputFile::create(folder.filePath(QStringLiteral("next")), Overwrite::No));
        QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk.raw")});
    }
}

void TestOutputFile::sweepsOnlyTheDead()
{
    const QTemporaryDir folder;
    const auto at = [&folder](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    const auto living = OutputFile::create(at("living.raw"), Overwrite::No, Staging::Named);
    QVERIFY(living);
    put(at(".sealift-0123456789abcdef.tmp"), "dead");
    put(at(".sealift-0123.tmp"), "not ours");
    put(at(".sealift-0123456789abcdef.bak"), "not ours");
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral(".sealift-folder0123456789.tmp")));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral(".sealift-1111111111111111.tmp")));
    QVERIFY(QFile::link(at(".sealift-0123.tmp"), at(".sealift-2222222222222222.tmp")));
    QCOMPARE(::mkfifo(QFile::encodeName(at(".sealift-3333333333333333.tmp")).constData(), 0600), 0);
    auto expected = entries(folder.path());
    expected.removeOne(QStringLiteral(".sealift-0123456789abcdef.tmp"));
    QVERIFY(OutputFile::create(at("next.raw"), Overwrite::No));
    QCOMPARE(entries(folder.path()), expected);
    QVERIFY((*living)->finish());
    QVERIFY(QFile::exists(at("living.raw")));
}

void TestOutputFile::sweepsBesideWriters()
{
    // Every create() sweeps: no writer may lose its file to another one's sweep, neither right after its creation nor
    // while it replaces another file.
    const QTemporaryDir folder;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            const auto path = folder.filePath(QString::number(t));
            for (int i = 0; i < 100; ++i)
                failures += writeNew(path, Overwrite::Yes, t % 2 == 0 ? Staging::Named : Staging::Automatic) ? 0 : 1;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(entries(folder.path()).size(), 4);
}

void TestOutputFile::requiresSpace()
{
    const test::SmallVolume volume(1 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const auto file = OutputFile::create(volume.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    QVERIFY(file);
    QVERIFY((*file)->requireSpace(1 << 20));
    const auto status = (*file)->requireSpace(3 << 20);
    QCOMPARE(nameOf(status), QStringLiteral("no-space"));
    const std::pair<QString, QString> missing(QStringLiteral("missing-bytes"), QString::number(2 << 20));
    QVERIFY(status.error().context().contains(missing));
    QVERIFY2(status.error().what().contains(QLatin1String("2.00 MiB are missing")), qPrintable(status.error().what()));
}

void TestOutputFile::fullWhileWriting()
{
    const test::SmallVolume volume(1 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    auto file = OutputFile::create(volume.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    QVERIFY(file);
    QVERIFY((*file)->requireSpace(1 << 20));
    put(volume.filePath(QStringLiteral("somebody's")), QByteArray(512 << 10, 'x'));
    const std::vector<std::byte> data(1 << 20, std::byte{7});
    const auto status = (*file)->writeAt(0, data);
    QCOMPARE(nameOf(status), QStringLiteral("no-space"));
    const std::pair<QString, QString> missing(QStringLiteral("missing-bytes"), QString::number(512 << 10));
    QVERIFY2(status.error().context().contains(missing), qPrintable(status.error().what()));
    QVERIFY(!status.error().remedy().isEmpty());
    file->reset();
    QCOMPARE(entries(volume.path()), QStringList{QStringLiteral("somebody's")});
}

void TestOutputFile::manyThreads()
{
    constexpr int kThreads = 4;
    constexpr int kBlocks = 256;
    constexpr qint64 kBlock = 10007; // not aligned to anything
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    auto file = OutputFile::create(path, Overwrite::No);
    QVERIFY(file);
    QVERIFY((*file)->resize(kBlock * kBlocks));
    std::vector<int> order(kBlocks);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(1)); // NOLINT(cert-msc51-cpp): repeatable by intent
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&] {
            for (auto i = next++; i < order.size(); i = next++) {
                const std::vector<std::byte> block(kBlock, static_cast<std::byte>(order[i]));
                failures += (*file)->writeAt(order[i] * kBlock, block) ? 0 : 1;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE((*file)->bytesWritten(), kBlock * kBlocks);
    QVERIFY((*file)->finish());
    const auto content = contentOf(path);
    QCOMPARE(content.size(), kBlock * kBlocks);
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (content[i] != static_cast<char>(i / kBlock))
            QFAIL(qPrintable(QStringLiteral("byte %1 is wrong").arg(i)));
    }
}

void TestOutputFile::unwrittenIsAHole()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    auto file = OutputFile::create(path, Overwrite::No);
    QVERIFY(file);
    QVERIFY((*file)->resize(1LL << 40));
    const std::vector<std::byte> block(4096, std::byte{7});
    QVERIFY((*file)->writeAt(1LL << 39, block));
    QVERIFY((*file)->finish());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(static_cast<qint64>(status.st_size), 1LL << 40);
    QVERIFY2(status.st_blocks * 512 <= qint64{3} * 4096, "at most the data and the file system's own tree of extents");
}

/// Direct and ordinary writes side by side, also into one page's neighbours, make one file.
void TestOutputFile::writesPastTheCache()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    const auto file = OutputFile::create(path, Overwrite::No);
    QVERIFY(file);
    constexpr std::size_t kPage = AlignedBuffer::kAlignment;
    AlignedBuffer buffer;
    QByteArray expected;
    for (int i = 0; i < 64; ++i) {
        const auto size = kPage * static_cast<std::size_t>(1 + i % 5);
        const auto bytes = buffer.first(size);
        std::fill(bytes.begin(), bytes.end(), std::byte(i));
        const auto written = (*file)->writeDirectAt(expected.size(), bytes);
        QVERIFY(written);
        if (!*written || i % 7 == 3)
            QVERIFY((*file)->writeAt(expected.size(), bytes));
        expected += QByteArray(static_cast<qsizetype>(size), static_cast<char>(i));
    }
    QVERIFY((*file)->writeAt(expected.size(), viewOf(QByteArray("odd end"))));
    expected += "odd end";
    QVERIFY((*file)->finish());
    QCOMPARE(contentOf(path), expected);
}

void TestOutputFile::goesThroughTheCacheWhereItMust()
{
    constexpr std::size_t kPage = AlignedBuffer::kAlignment;
    AlignedBuffer buffer;
    const auto bytes = buffer.first(4 * kPage);
    const auto refuses = [&](OutputFile &file, qint64 offset, ByteView data) {
        const auto written = file.writeDirectAt(offset, data);
        return written && !*written && file.bytesWritten() == 0;
    };
    const QTemporaryDir folder;
    const auto file = OutputFile::create(folder.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    QVERIFY(file);
    QVERIFY(refuses(**file, 512, bytes));
    QVERIFY(refuses(**file, 0, bytes.first(kPage + 1)));
    QVERIFY(refuses(**file, 0, bytes.subspan(8, kPage)));

    // A file system in memory has nothing but its cache; newer kernels pretend otherwise.
    test::SmallVolume volume(1 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const auto inMemory = OutputFile::create(volume.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    QVERIFY(inMemory);
    QVERIFY((*inMemory)->writeDirectAt(0, bytes));
    AlignedBuffer large;
    const auto full = (*inMemory)->writeDirectAt(0, large.first(2 << 20));
    QVERIFY(!full || !*full);
}

QTEST_GUILESS_MAIN(TestOutputFile)

#include "tst_output_file.moc"
