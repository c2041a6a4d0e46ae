#include "container_forms.h"
#include "file_facts.h"
#include "image/writers/disk_writer.h"
#include "piped.h"
#include "sample_disk.h"
#include "support/killed_child.h"
#include "support/small_volume.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kChunk = 1LL << 20;

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

SampleDisk sample()
{
    return SampleDisk(planOf((24LL << 20) + 512, kChunk, Allocation::Alternating));
}

QString nameOf(const Status &status)
{
    return status ? QStringLiteral("ok") : errorCodeName(status.error().code());
}

void addFormats()
{
    QTest::addColumn<ContainerForm>("form");
    QTest::newRow("raw") << ContainerForm{"raw", WriteFormat::Raw, {}, "raw"};
    QTest::newRow("qcow2") << ContainerForm{"qcow2", WriteFormat::Qcow2, {}, "qcow2"};
    for (const auto &form : containerForms())
        QTest::newRow(form.name) << form;
}

/// Whether it is known beforehand how much the container will take.
bool knowsItsSize(const ContainerForm &form)
{
    return effectiveCompression(form.format, form.options) == WriteCompression::None;
}

/// Writes a dense disk of what cannot be compressed, up to the first failure or to finish().
Status writeNoise(DiskWriter &writer, const SampleDisk &disk)
{
    std::vector<std::byte> chunk(static_cast<std::size_t>(kChunk));
    std::mt19937_64 random(1); // NOLINT(cert-msc51-cpp): repeatable by intent
    for (auto &byte : chunk)
        byte = static_cast<std::byte>(random());
    SEALIFT_TRY(writer.begin());
    for (const auto index : disk.allocatedChunks())
        SEALIFT_TRY(writer.writeChunk(index, chunk));
    return writer.finish();
}

/// A pipe whose reader has gone.
FileDescriptor brokenPipe()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) == 0)
        ::close(ends[0]);
    return FileDescriptor(ends[1]);
}

} // namespace

/// What happens when writing a disk does not go well, the same for every format.
class TestWriterFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { static_cast<void>(std::signal(SIGPIPE, SIG_IGN)); }
    void droppedWriterLeavesNothing_data() { addFormats(); }
    void droppedWriterLeavesNothing();
    void killLeavesNothing_data() { addFormats(); }
    void killLeavesNothing();
    void missingChunkIsNoDisk_data() { addFormats(); }
    void missingChunkIsNoDisk();
    void chunksAsPlanned_data() { addFormats(); }
    void chunksAsPlanned();
    void streamInOrder_data() { addFormats(); }
    void streamInOrder();
    void overwrites_data() { addFormats(); }
    void overwrites();
    void targets_data() { addFormats(); }
    void targets();
    void brokenPlans_data() { addFormats(); }
    void brokenPlans();
    void tooLargeForQcow2();
    void notEnoughRoom_data() { addFormats(); }
    void notEnoughRoom();
    void roomForTheAllocatedOnly_data() { addFormats(); }
    void roomForTheAllocatedOnly();
    void fullWhileWriting_data() { addFormats(); }
    void fullWhileWriting();
    void readerGoesAway_data() { addFormats(); }
    void readerGoesAway();
    void streamToAFullDevice_data() { addFormats(); }
    void streamToAFullDevice();
    void compressedQcow2IsNoStream();
};

void TestWriterFailures::droppedWriterLeavesNothing()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto disk = sample();
    const auto chunks = disk.allocatedChunks();
    for (std::size_t written = 0; written <= chunks.size(); written += 6) {
        auto writer = createFileWriter(form.format, disk.plan(), folder.filePath(QStringLiteral("disk")), Overwrite::No,
                                       form.options);
        QVERIFY(writer && (*writer)->begin());
        for (std::size_t i = 0; i < written; ++i)
            QVERIFY((*writer)->writeChunk(chunks[i], disk.chunk(chunks[i])));
        writer->reset();
        QCOMPARE(entries(folder.path()), QStringList());
    }
}

void TestWriterFailures::killLeavesNothing()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk"));
    const SampleDisk disk(planOf(512LL << 20, kChunk, Allocation::All));
    for (int i = 0; i < 20; ++i) {
        const auto killed = killedAtWork(
            [&](const auto &ready) {
                auto writer = createFileWriter(form.format, disk.plan(), path, Overwrite::No, form.options);
                ready();
                bool ok = (*writer)->begin().has_value();
                const auto chunk = disk.chunk(0);
                for (const auto index : disk.allocatedChunks())
                    ok = ok && (*writer)->writeChunk(index, chunk);
                ::pause();
            },
            std::chrono::milliseconds(i * 2));
        QVERIFY(killed);
        QCOMPARE(entries(folder.path()), QStringList());
    }
}

void TestWriterFailures::missingChunkIsNoDisk()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto disk = sample();
    const auto chunks = disk.allocatedChunks();
    auto writer = createFileWriter(form.format, disk.plan(), folder.filePath(QStringLiteral("disk")), Overwrite::No,
                                   form.options);
    QVERIFY(writer && (*writer)->begin());
    for (std::size_t i = 1; i < chunks.size(); ++i)
        QVERIFY((*writer)->writeChunk(chunks[i], disk.chunk(chunks[i])));
    QCOMPARE(nameOf((*writer)->finish()), QStringLiteral("internal"));
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestWriterFailures::chunksAsPlanned()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto disk = sample();
    auto writer = createFileWriter(form.format, disk.plan(), folder.filePath(QStringLiteral("disk")), Overwrite::No,
                                   form.options);
    QVERIFY(writer && (*writer)->begin());
    const auto chunk = disk.chunk(1);
    QCOMPARE(nameOf((*writer)->writeChunk(0, chunk)), QStringLiteral("internal"));
    QCOMPARE(nameOf((*writer)->writeChunk(99, chunk)), QStringLiteral("internal"));
    QCOMPARE(nameOf((*writer)->writeChunk(1, ByteView(chunk).first(4096))), QStringLiteral("internal"));
    QVERIFY((*writer)->writeChunk(1, chunk));
    QCOMPARE(nameOf((*writer)->writeChunk(1, chunk)), QStringLiteral("internal"));
}

void TestWriterFailures::streamInOrder()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    if (!checkStreamable(form.format, form.options))
        return;
    const auto disk = sample();
    QVERIFY(pipedInto(folder.filePath(QStringLiteral("piped")), [&](int descriptor) {
        auto writer =
            createStreamWriter(form.format, disk.plan(), descriptor, QStringLiteral("the pipe"), form.options);
        QVERIFY(writer && (*writer)->begin());
        QVERIFY((*writer)->writeChunk(3, disk.chunk(3)));
        const auto status = (*writer)->writeChunk(1, disk.chunk(1));
        QCOMPARE(nameOf(status), QStringLiteral("internal"));
        QVERIFY(status.error().what().contains(QLatin1String("the pipe")));
        QCOMPARE(nameOf((*writer)->finish()), QStringLiteral("internal"));
    }));
}

void TestWriterFailures::overwrites()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk"));
    const auto disk = sample();
    {
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    }
    const auto refused = createFileWriter(form.format, disk.plan(), path, Overwrite::No, form.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::AlreadyExists);

    auto dropped = createFileWriter(form.format, disk.plan(), path, Overwrite::Yes, form.options);
    QVERIFY(dropped && (*dropped)->begin());
    dropped->reset();
    QCOMPARE(QFileInfo(path).size(), 3);

    auto writer = createFileWriter(form.format, disk.plan(), path, Overwrite::Yes, form.options);
    QVERIFY(writer && writeDisk(**writer, disk, 2));
    QVERIFY(QFileInfo(path).size() > 3);
    QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("disk")});
}

void TestWriterFailures::targets()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto disk = sample();
    const auto codeOf = [&](const QString &path) {
        const auto writer = createFileWriter(form.format, disk.plan(), path, Overwrite::Yes, form.options);
        return writer ? QStringLiteral("ok") : errorCodeName(writer.error().code());
    };
    QCOMPARE(codeOf(folder.path()), QStringLiteral("invalid-argument"));
    QCOMPARE(codeOf(folder.filePath(QStringLiteral("no/disk"))), QStringLiteral("not-found"));
    QCOMPARE(codeOf(QStringLiteral("/dev/null")), QStringLiteral("unsupported"));
}

void TestWriterFailures::brokenPlans()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto writer = createFileWriter(form.format, {10, 4096, {true}}, folder.filePath(QStringLiteral("disk")),
                                         Overwrite::No, form.options);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code(), ErrorCode::InvalidArgument);
}

void TestWriterFailures::tooLargeForQcow2()
{
    const QTemporaryDir folder;
    const DiskPlan plan{(1LL << 51) + (1LL << 40), 1LL << 40, std::vector<bool>(2049)};
    const auto writer =
        createFileWriter(WriteFormat::Qcow2, plan, folder.filePath(QStringLiteral("disk")), Overwrite::No);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code(), ErrorCode::LimitExceeded);
    QCOMPARE(entries(folder.path()), QStringList());
}

void TestWriterFailures::notEnoughRoom()
{
    QFETCH(const ContainerForm, form);
    if (!knowsItsSize(form))
        return;
    const SmallVolume volume(4 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const auto writer = createFileWriter(form.format, planOf(6LL << 20, kChunk, Allocation::All),
                                         volume.filePath(QStringLiteral("disk")), Overwrite::No, form.options);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code(), ErrorCode::NoSpace);
    QVERIFY2(writer.error().what().contains(QLatin1String("are missing")), qPrintable(writer.error().what()));
    QCOMPARE(entries(volume.path()), QStringList());
}

void TestWriterFailures::roomForTheAllocatedOnly()
{
    QFETCH(const ContainerForm, form);
    const SmallVolume volume(32 << 20); // the tables take up to 8 MiB
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const SampleDisk disk(planOf(1LL << 40, kChunk, Allocation::LastOnly));
    auto writer = createFileWriter(form.format, disk.plan(), volume.filePath(QStringLiteral("disk")), Overwrite::No,
                                   form.options);
    QVERIFY(writer);
    const auto status = writeDisk(**writer, disk, 1);
    QVERIFY2(status, status ? "" : qPrintable(status.error().what()));
}

void TestWriterFailures::fullWhileWriting()
{
    QFETCH(const ContainerForm, form);
    const SmallVolume volume(32 << 20);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    const SampleDisk disk(planOf(24LL << 20, kChunk, Allocation::All));
    auto writer = createFileWriter(form.format, disk.plan(), volume.filePath(QStringLiteral("disk")), Overwrite::No,
                                   form.options);
    QVERIFY(writer);
    QFile other(volume.filePath(QStringLiteral("somebody's")));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(24 << 20, 'x')) == 24 << 20);
    const auto status = knowsItsSize(form) ? writeDisk(**writer, disk, 2) : writeNoise(**writer, disk);
    QCOMPARE(nameOf(status), QStringLiteral("no-space"));
    if (knowsItsSize(form))
        QVERIFY2(status.error().what().contains(QLatin1String("are missing")), qPrintable(status.error().what()));
    QCOMPARE(nameOf((*writer)->finish()), QStringLiteral("internal")); // not to be had by insisting
    writer->reset();
    QCOMPARE(entries(volume.path()), QStringList{QStringLiteral("somebody's")});
}

void TestWriterFailures::readerGoesAway()
{
    QFETCH(const ContainerForm, form);
    if (!checkStreamable(form.format, form.options))
        return;
    // With data to write, and with zeroes only, which go another way.
    for (const auto allocation : {Allocation::All, Allocation::LastOnly}) {
        const SampleDisk disk(planOf(24LL << 20, kChunk, allocation));
        const auto pipe = brokenPipe();
        auto writer =
            createStreamWriter(form.format, disk.plan(), pipe.get(), QStringLiteral("standard output"), form.options);
        QVERIFY(writer);
        const auto status = writeDisk(**writer, disk, 1);
        QCOMPARE(nameOf(status), QStringLiteral("io"));
        QVERIFY2(status.error().what().contains(QLatin1String("standard output: its reader has gone")),
                 qPrintable(status.error().what()));
    }
}

void TestWriterFailures::streamToAFullDevice()
{
    QFETCH(const ContainerForm, form);
    if (!checkStreamable(form.format, form.options))
        return;
    const auto disk = sample();
    const FileDescriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    QVERIFY(full);
    auto writer =
        createStreamWriter(form.format, disk.plan(), full.get(), QStringLiteral("standard output"), form.options);
    QVERIFY(writer);
    QCOMPARE(nameOf(writeDisk(**writer, disk, 1)), QStringLiteral("no-space"));
}

void TestWriterFailures::compressedQcow2IsNoStream()
{
    WriteOptions options;
    options.compression = WriteCompression::Zstd;
    const auto writer = createStreamWriter(WriteFormat::Qcow2, sample().plan(), 1, QStringLiteral("the pipe"), options);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code(), ErrorCode::Unsupported);
    QVERIFY2(writer.error().remedy().contains(QLatin1String("vmdk")), qPrintable(writer.error().remedy()));
}

QTEST_GUILESS_MAIN(TestWriterFailures)

#include "tst_writer_failures.moc"
