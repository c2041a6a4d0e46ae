#include "container_forms.h"
#include "file_facts.h"
#include "image/probe.h"
#include "piped.h"
#include "sample_disk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace sealift;
using namespace sealift::test;

namespace {

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

/// Whether the format can hold a disk of no bytes.
bool holdsNothing(const ContainerForm &form)
{
    return form.format != WriteFormat::Vhdx && form.format != WriteFormat::Vmdk &&
           (form.format != WriteFormat::Vhd || form.options.subformat != WriteSubformat::Fixed);
}

void compareWhole(const ContainerForm &form, const QString &path, const QString &reference)
{
    const QemuImg compare(
        {text("compare"), text("-f"), text("raw"), text("-F"), text(form.qemuFormat), reference, path});
    QVERIFY2(compare.ok, compare.out.constData());
}

/// Whether QEMU finds the disk's content in the container. It does not know the holes of a VHDX, and goes through
/// those of a VMDK grain by grain: there only the allocated chunks are looked at.
void compareLarge(const ContainerForm &form, const QString &path, const QString &reference, const SampleDisk &disk)
{
    if (form.format != WriteFormat::Vhdx && form.format != WriteFormat::Vmdk)
        return compareWhole(form, path, reference);
    for (const auto index : disk.allocatedChunks()) {
        const auto window = [&](const QString &driver, const QString &file) {
            return QStringLiteral(
                       "driver=raw,offset=%1,size=%2,file.driver=%3,file.file.driver=file,file.file.filename=%4")
                .arg(index * disk.plan().chunkSize)
                .arg(disk.chunkLength(index) / 512 * 512)
                .arg(driver, file);
        };
        const QemuImg compare({text("compare"), text("--image-opts"), window(text("raw"), reference),
                               window(text(form.qemuFormat), path)});
        QVERIFY2(compare.ok, compare.out.constData());
    }
}

/// QEMU's and our own reader find the disk's exact size in the container, and no fault.
void checkContainer(const ContainerForm &form, const QString &path, qint64 size)
{
    const auto expected = writtenDiskSize(form.format, form.options, size);
    QVERIFY(expected);
    const auto format = text(form.qemuFormat);
    const QemuImg info({text("info"), text("--output=json"), text("-f"), format, path});
    QVERIFY2(info.ok, info.out.constData());
    QCOMPARE(QJsonDocument::fromJson(info.out).object()[QLatin1String("virtual-size")].toInteger(), *expected);
    if (form.format != WriteFormat::Raw && form.format != WriteFormat::Vhd) {
        const QemuImg check({text("check"), text("-f"), format, path});
        QVERIFY2(check.ok && check.out.contains("No errors were found"), check.out.constData());
    }
    if (form.format == WriteFormat::Raw)
        return;
    if (form.format == WriteFormat::Vhdx || form.format == WriteFormat::Vmdk) {
        QProcess structure;
        structure.setProcessChannelMode(QProcess::MergedChannels);
        structure.start(text("python3"), {text(SEALIFT_SOURCE_DIR "/tests/core/image/writers/container_structure.py"),
                                          writeFormatName(form.format), path});
        QVERIFY(structure.waitForFinished(60000));
        QVERIFY2(structure.exitCode() == 0, structure.readAll().constData());
    }
    const auto probed = probeDisk(path, {}, {});
    QVERIFY2(probed, probed ? "" : qPrintable(probed.error().what()));
    QCOMPARE(diskFormatName(probed->format), writeFormatName(form.format));
    QCOMPARE(probed->virtualSize, *expected);
    QVERIFY(!probed->dirty && !probed->corrupt);
    QVERIFY(probed->unknownFeatures.isEmpty());
}

void addForms()
{
    QTest::addColumn<ContainerForm>("form");
    for (const auto &form : containerForms())
        QTest::newRow(form.name) << form;
}

} // namespace

/// Every container format against QEMU's reader and our own.
class TestContainerWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writes_data();
    void writes();
    void keepsNoise_data() { addForms(); }
    void keepsNoise();
    void keepsHoles_data() { addForms(); }
    void keepsHoles();
    void sparseTerabytes_data() { addForms(); }
    void sparseTerabytes();
    void endsAtTheLimit_data();
    void endsAtTheLimit();
};

void TestContainerWriters::initTestCase()
{
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    if (QStandardPaths::findExecutable(QStringLiteral("qemu-img")).isEmpty())
        QSKIP("there is no qemu-img");
}

void TestContainerWriters::writes_data()
{
    QTest::addColumn<ContainerForm>("form");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunkSize");
    QTest::addColumn<Allocation>("allocation");
    constexpr qint64 kSmall = 64LL << 10;
    constexpr qint64 kUsual = 1LL << 20;
    constexpr qint64 kLarge = 8LL << 20;
    const std::tuple<const char *, qint64, qint64, Allocation> shapes[] = {
        {"nothing", 0, kUsual, Allocation::None},
        {"a byte", 1, kSmall, Allocation::All},
        {"a sector", 512, kUsual, Allocation::LastOnly},
        {"an empty sector", 512, kUsual, Allocation::None},
        {"a chunk and a sector", kSmall + 512, kSmall, Allocation::All},
        {"less than a block", kUsual - 512, kSmall, Allocation::Random},
        {"no whole sectors, dense", (17LL << 20) + 511, kSmall, Allocation::All},
        {"no whole sectors, every second chunk", (17LL << 20) + 511, kUsual, Allocation::Alternating},
        {"the last chunk", (17LL << 20) + 511, kLarge, Allocation::LastOnly},
        {"small chunks", 72LL << 20, kSmall, Allocation::Random},
        {"large chunks", 72LL << 20, kLarge, Allocation::Alternating},
    };
    for (const auto &form : containerForms()) {
        for (const auto &[name, size, chunkSize, allocation] : shapes)
            QTest::addRow("%s: %s", form.name, name) << form << size << chunkSize << allocation;
    }
}

void TestContainerWriters::writes()
{
    QFETCH(const ContainerForm, form);
    QFETCH(const qint64, size);
    QFETCH(const qint64, chunkSize);
    QFETCH(const Allocation, allocation);
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    const auto piped = folder.filePath(QStringLiteral("piped"));
    const SampleDisk disk(planOf(size, chunkSize, allocation));
    QVERIFY(disk.writeReference(reference));

    auto writer = createFileWriter(form.format, disk.plan(), file, Overwrite::No, form.options);
    if (size == 0 && !holdsNothing(form)) {
        QVERIFY(!writer);
        QCOMPARE(writer.error().code(), ErrorCode::Unsupported);
        return;
    }
    QVERIFY2(writer, writer ? "" : qPrintable(writer.error().what()));
    const auto status = writeDisk(**writer, disk, 3);
    QVERIFY2(status, status ? "" : qPrintable(status.error().what()));
    checkContainer(form, file, size);
    compareWhole(form, file, reference);
    if (!checkStreamable(form.format, form.options))
        return;

    QVERIFY(pipedInto(piped, [&](int descriptor) {
        auto stream =
            createStreamWriter(form.format, disk.plan(), descriptor, QStringLiteral("the pipe"), form.options);
        QVERIFY(stream);
        QVERIFY((*stream)->ordered());
        const auto streamed = writeDisk(**stream, disk, 1);
        QVERIFY2(streamed, streamed ? "" : qPrintable(streamed.error().what()));
    }));
    QCOMPARE(QFileInfo(piped).size(), QFileInfo(file).size());
    checkContainer(form, piped, size);
    compareWhole(form, piped, reference);
}

/// What cannot be compressed is stored as it is.
void TestContainerWriters::keepsNoise()
{
    QFETCH(const ContainerForm, form);
    constexpr qint64 kChunk = 1LL << 20;
    constexpr qint64 kSize = 5 * kChunk + 512;
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    QByteArray content(kSize, Qt::Uninitialized);
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): repeatable by intent
    for (auto &byte : content)
        byte = static_cast<char>(random());
    content.replace(kChunk + 100000, 300000, QByteArray(300000, 'x')); // beside clusters that can be
    QFile raw(reference);
    QVERIFY(raw.open(QIODevice::WriteOnly) && raw.write(content) == kSize && raw.flush());

    auto writer =
        createFileWriter(form.format, planOf(kSize, kChunk, Allocation::All), file, Overwrite::No, form.options);
    QVERIFY(writer && (*writer)->begin());
    for (qint64 at = 0; at < kSize; at += kChunk) {
        const auto length = static_cast<std::size_t>(std::min(kChunk, kSize - at));
        QVERIFY((*writer)->writeChunk(at / kChunk, viewOf(content).subspan(static_cast<std::size_t>(at), length)));
    }
    QVERIFY((*writer)->finish());
    checkContainer(form, file, kSize);
    compareWhole(form, file, reference);
}

void TestContainerWriters::keepsHoles()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("file"));
    const SampleDisk disk(planOf(256LL << 20, 1 << 20, Allocation::Random));
    auto writer = createFileWriter(form.format, disk.plan(), file, Overwrite::No, form.options);
    QVERIFY(writer && writeDisk(**writer, disk, 3));
    // Each block of a VHD has a bitmap, in a page of its own.
    const auto tables = form.format == WriteFormat::Vhd ? qint64{2} << 20 : qint64{256} << 10;
    const auto blocks = 4096 * (2 + static_cast<qint64>(dataOf(file).size()) / 100);
    QVERIFY2((*writer)->bytesWritten() <= disk.dataBytes() + tables,
             qPrintable(QStringLiteral("%1 for %2").arg((*writer)->bytesWritten()).arg(disk.dataBytes())));
    QVERIFY2(allocatedBytes(file) <= disk.dataBytes() + tables + blocks,
             qPrintable(QStringLiteral("%1 for %2").arg(allocatedBytes(file)).arg(disk.dataBytes())));
}

void TestContainerWriters::sparseTerabytes()
{
    QFETCH(const ContainerForm, form);
    const QTemporaryDir folder;
    const auto reference = folder.filePath(QStringLiteral("reference"));
    const auto file = folder.filePath(QStringLiteral("file"));
    // VHD ends at 2040 GiB; 32-bit places count sectors beyond 2^31 in both.
    const auto size = form.format == WriteFormat::Vhd ? 2040LL << 30 : (3LL << 40) + (1LL << 20);
    auto plan = planOf(size, 8LL << 20, Allocation::LastOnly);
    for (std::size_t i = 0; i < 16; ++i)
        plan.allocated[i * i * plan.allocated.size() / 256] = true;
    const SampleDisk disk(std::move(plan));
    QVERIFY(disk.writeReference(reference));
    auto writer = createFileWriter(form.format, disk.plan(), file, Overwrite::No, form.options);
    QVERIFY2(writer, writer ? "" : qPrintable(writer.error().what()));
    const auto status = writeDisk(**writer, disk, 2);
    QVERIFY2(status, status ? "" : qPrintable(status.error().what()));
    checkContainer(form, file, size);
    compareLarge(form, file, reference, disk);
}

void TestContainerWriters::endsAtTheLimit_data()
{
    QTest::addColumn<WriteFormat>("format");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("vhd") << WriteFormat::Vhd << (2040LL << 30);
    QTest::newRow("vhdx") << WriteFormat::Vhdx << (64LL << 40);
    QTest::newRow("vmdk") << WriteFormat::Vmdk << (62LL << 40);
}

void TestContainerWriters::endsAtTheLimit()
{
    QFETCH(const WriteFormat, format);
    QFETCH(const qint64, limit);
    const QTemporaryDir folder;
    const auto writerOf = [&](qint64 size) {
        const auto plan = planOf(size, 8LL << 20, Allocation::None);
        return createFileWriter(format, plan, folder.filePath(QStringLiteral("disk")), Overwrite::No);
    };
    QVERIFY(writerOf(limit));
    QVERIFY(writerOf(limit - 1));
    const auto writer = writerOf(limit + 1);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code(), ErrorCode::LimitExceeded);
    QVERIFY(writer.error().what().contains(writeFormatInfo(format).title));
    QVERIFY(!writer.error().remedy().isEmpty());
}

QTEST_GUILESS_MAIN(TestContainerWriters)

#include "tst_container_writers.moc"
