// Images that must not be opened, or not silently: hostile, contradictory, truncated. Each is a good image with some
// bytes changed, and is refused with the right code and words that name the field.

#include "hostile_images.h"
#include "image_tools.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSize = kHostileDiskSize;
constexpr qint64 kSector = 512;

} // namespace

class UnsafeImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void descriptors_data();
    void descriptors();
    void vulnerabilities_data();
    void vulnerabilities();
    void backingFiles_data();
    void backingFiles();
    void externalDataFile();
    void encryptedQcow2();
    void extentOutOfTheFolder();
    void extentThatIsNoFile();
    void streamFooter_data();
    void streamFooter();
    void descriptorTricksAreNotQemus();
    void esxSparseExtent();
    void declaredFormats_data();
    void declaredFormats();
    void dirtyButReadable();
    void truncatedIsFoundByExtents_data();
    void truncatedIsFoundByExtents();
    void notImages();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray good(const QByteArray &base) const { return m_good.value(base); }

    QTemporaryDir m_folder;
    QHash<QByteArray, QByteArray> m_good;
};

void UnsafeImagesTest::initTestCase()
{
    const auto raw = path(QStringLiteral("master.img"));
    QVERIFY(makeRawFile(raw, kSize, {{0, 65536, 1}, {2 * kMiB, kMiB, 2}, {kSize - 512, 512, 3}}));
    for (const auto &base : hostileBases()) {
        const auto file = path(QStringLiteral("base"));
        const auto run = convertRaw(raw, QLatin1String(base.format), QLatin1String(base.options), file);
        QVERIFY2(run.ok, run.errors);
        m_good.insert(base.name, fileContent(file));
        QVERIFY(QFile::remove(file));
        // As it is, it opens: what the cases below change is what is refused.
        QVERIFY(writeFile(file, good(base.name)));
        auto source = openPath(file);
        VERIFY_OK(source);
        VERIFY_OK((*source)->close());
        QVERIFY(QFile::remove(file));
    }
}

void UnsafeImagesTest::refused_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    for (const auto &image : hostileImages())
        QTest::addRow("%s: %s", image.base.constData(), image.name.constData())
            << image.base << image.edit << image.code << image.words;
}

void UnsafeImagesTest::refused()
{
    QFETCH(const QByteArray, base);
    QFETCH(const Edit, edit);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    auto bytes = good(base);
    edit(bytes);
    QVERIFY(bytes != good(base));
    const auto file = path(QStringLiteral("case"));
    QVERIFY(writeFile(file, bytes));
    const auto image = probeDisk(file, {}, {});
    QVERIFY2(!image, "it was accepted");
    const auto &error = image.error();
    QVERIFY2(error.code() == code, qPrintable(errorCodeName(error.code()) + QStringLiteral(": ") + error.what()));
    QVERIFY2(error.what().contains(words), qPrintable(error.what()));
    QVERIFY2(error.what().contains(file), qPrintable(error.what()));
    QVERIFY(!error.remedy().isEmpty() || code == ErrorCode::LimitExceeded);
}

void UnsafeImagesTest::descriptors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    for (const auto &descriptor : hostileDescriptors())
        QTest::addRow("%s", descriptor.name.constData()) << descriptor.text << descriptor.code << descriptor.words;
}

void UnsafeImagesTest::descriptors()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    QVERIFY(writeFile(path(QStringLiteral("sparse.vmdk")), good("vmdk")));
    const auto file = path(QStringLiteral("case"));
    QVERIFY(writeFile(file, text));
    const auto image = probeDisk(file, {}, {});
    QVERIFY2(!image, "it was accepted");
    QVERIFY2(image.error().code() == code,
             qPrintable(errorCodeName(image.error().code()) + QStringLiteral(": ") + image.error().what()));
    QVERIFY2(image.error().what().contains(words), qPrintable(image.error().what()));
    QVERIFY(!image.error().remedy().isEmpty());
}

void UnsafeImagesTest::vulnerabilities_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    for (const auto &image : vulnerabilityImages(good("qcow2"), good("vmdk")))
        QTest::addRow("%s: %s", image.number.constData(), image.name.constData()) << image.bytes << image.words;
}

void UnsafeImagesTest::vulnerabilities()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    const auto file = path(QStringLiteral("case"));
    QVERIFY(writeFile(file, bytes));
    const auto image = probeDisk(file, {}, {});
    QVERIFY2(!image, "it was accepted");
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY2(image.error().what().contains(words), qPrintable(image.error().what()));
}

void UnsafeImagesTest::backingFiles_data()
{
    QTest::addColumn<QString>("backing");
    QTest::addRow("CVE-2024-32498: /etc/passwd") << QStringLiteral("/etc/passwd");
    QTest::addRow("CVE-2024-4467: json") << QStringLiteral(
        "json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"/etc/passwd\"}}");
    QTest::addRow("network") << QStringLiteral("nbd://127.0.0.1:1/x");
}

void UnsafeImagesTest::backingFiles()
{
    QFETCH(const QString, backing);
    const auto file = path(QStringLiteral("backed.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"), {QStringLiteral("create"), QStringLiteral("-u"), QStringLiteral("-f"),
                                             QStringLiteral("qcow2"), QStringLiteral("-b"), backing,
                                             QStringLiteral("-F"), QStringLiteral("raw"), file, QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY2(image.error().what().contains(backing.left(100)), qPrintable(image.error().what()));
}

void UnsafeImagesTest::externalDataFile()
{
    const auto file = path(QStringLiteral("external.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"),
                {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-o"),
                 QStringLiteral("data_file=%1,data_file_raw=on").arg(path(QStringLiteral("external.raw"))), file,
                 QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
}

void UnsafeImagesTest::encryptedQcow2()
{
    const auto file = path(QStringLiteral("encrypted.qcow2"));
    const auto run =
        runTool(QStringLiteral("qemu-img"),
                {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("--object"),
                 QStringLiteral("secret,id=s,data=secret"), QStringLiteral("-o"),
                 QStringLiteral("encrypt.format=aes,encrypt.key-secret=s"), file, QStringLiteral("1M")});
    QVERIFY2(run.ok, run.errors);
    const auto image = probeDisk(file, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);
    QVERIFY2(image.error().what().contains(QStringLiteral("encrypted (AES)")), qPrintable(image.error().what()));
}

void UnsafeImagesTest::extentOutOfTheFolder()
{
    QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("links/inside")));
    const auto secret = path(QStringLiteral("secret"));
    QVERIFY(writeFile(secret, QByteArray(4096, 's')));
    QVERIFY(writeFile(path(QStringLiteral("links/inside/data")), QByteArray(4096, 'd')));
    const auto link = path(QStringLiteral("links/flat"));
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\nRW 8 FLAT "
        "\"flat\" 0\n");
    const auto descriptor = path(QStringLiteral("links/disk.vmdk"));
    QVERIFY(writeFile(descriptor, text));

    QVERIFY(QFile::link(secret, link));
    auto image = probeDisk(descriptor, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY2(image.error().what().contains(QStringLiteral("link out of")), qPrintable(image.error().what()));

    // A link that stays in the folder leads nowhere new.
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(path(QStringLiteral("links/inside/data")), link));
    auto source = openPath(descriptor);
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QCOMPARE(*disk, QByteArray(4096, 'd'));
    VERIFY_OK((*source)->close());

    // A link put there after the probe: the file that was looked at is opened, or none.
    image = probeDisk(descriptor, {}, {});
    VERIFY_OK(image);
    const auto real = path(QStringLiteral("links/inside/data"));
    QVERIFY(QFile::remove(real));
    QVERIFY(QFile::link(secret, real));
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Unsafe);
    QVERIFY(QFile::remove(real));
    QVERIFY(writeFile(real, QByteArray(4096, 'x')));
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::SourceChanged);
}

void UnsafeImagesTest::extentThatIsNoFile()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("odd/flat"));
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\nRW 8 FLAT "
        "\"flat\" 0\n");
    const auto descriptor = path(QStringLiteral("odd/disk.vmdk"));
    QVERIFY(writeFile(descriptor, text));
    auto image = probeDisk(descriptor, {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);

    const auto pipe = path(QStringLiteral("odd/flat"));
    QDir(m_folder.path()).rmdir(QStringLiteral("odd/flat"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    image = probeDisk(descriptor, {}, {}); // does not wait for a writer
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);
}

void UnsafeImagesTest::streamFooter_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("words");
    const auto footer = [](qint64 offset, const QByteArray &bytes) {
        return Edit([=](QByteArray &image) { image.replace(image.size() - 1024 + offset, bytes.size(), bytes); });
    };
    QTest::addRow("good") << Edit([](QByteArray &) {}) << QString();
    QTest::addRow("another capacity") << footer(12, le64(1)) << QStringLiteral("contradicts");
    QTest::addRow("another grain size") << footer(20, le64(256)) << QStringLiteral("contradicts");
    QTest::addRow("another version") << footer(4, le32(1)) << QStringLiteral("contradicts");
    QTest::addRow("no compression") << footer(77, le16(0)) << QStringLiteral("contradicts");
    QTest::addRow("another descriptor") << footer(28, le64(9)) << QStringLiteral("contradicts");
    QTest::addRow("directory at the end again") << footer(56, le64(~quint64{0})) << QStringLiteral("contradicts");
    QTest::addRow("directory past the end") << footer(56, le64(quint64{1} << 40)) << QStringLiteral("gdOffset");
    QTest::addRow("cut by a sector") << Edit([](QByteArray &image) { image.chop(512); }) << QStringLiteral("truncated");
    QTest::addRow("cut by a byte") << Edit([](QByteArray &image) { image.chop(1); }) << QStringLiteral("truncated");
    QTest::addRow("no end marker") << footer(512, le64(7)) << QStringLiteral("truncated");
}

void UnsafeImagesTest::streamFooter()
{
    QFETCH(const Edit, edit);
    QFETCH(const QString, words);
    // QEMU writes its streams with the directory in front; a streaming writer has it in the footer.
    auto bytes = good("stream");
    if (bytes.size() % 512 != 0)
        bytes.append(QByteArray(512 - bytes.size() % 512, '\0'));
    const auto header = bytes.first(512);
    bytes.replace(56, 8, le64(~quint64{0}));
    bytes.append(le64(1) + le32(0) + le32(3) + QByteArray(496, '\0') + header + QByteArray(512, '\0'));
    edit(bytes);
    const auto file = path(QStringLiteral("stream.vmdk"));
    QVERIFY(writeFile(file, bytes));
    auto source = openPath(file);
    if (words.isEmpty()) {
        VERIFY_OK(source);
        const auto disk = readByExtents(**source);
        VERIFY_OK(disk);
        QVERIFY(*disk == fileContent(path(QStringLiteral("master.img"))));
        VERIFY_OK((*source)->close());
        return;
    }
    QVERIFY2(!source, "it was accepted");
    QCOMPARE(source.error().code(), ErrorCode::Corrupt);
    QVERIFY2(source.error().what().contains(words), qPrintable(source.error().what()));
}

void UnsafeImagesTest::descriptorTricksAreNotQemus()
{
    // QEMU reads an extent line behind an empty line twice. It never sees this descriptor: it gets ours.
    const QByteArray text(
        "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"twoGbMaxExtentFlat\"\n\n"
        "RW 4096 FLAT \"master.img\" 4096\n\n\nRW 4096 FLAT \"master.img\" 0\n");
    const auto file = path(QStringLiteral("tricks.vmdk"));
    QVERIFY(writeFile(file, text));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto master = fileContent(path(QStringLiteral("master.img")));
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == master.last(2 * kMiB) + master.first(2 * kMiB));
    VERIFY_OK((*source)->close());
}

void UnsafeImagesTest::esxSparseExtent()
{
    // COWDisk_Header, a directory of one entry, a table of 4096, two grains of 4 KiB; the disk is 1 MiB.
    const qint64 grain = 4096;
    QByteArray bytes("COWD" + le32(1) + le32(3) + le32(2048) + le32(8) + le32(4) + le32(1) + le32(0));
    bytes.append(QByteArray(4 * kSector - bytes.size(), '\0'));
    bytes.append(le32(5) + QByteArray(508, '\0'));
    const qsizetype entry = 4;
    QByteArray table(4096 * entry, '\0');
    const auto dataSector = quint32((bytes.size() + table.size()) / kSector);
    table.replace(3 * entry, entry, le32(dataSector));
    table.replace(255 * entry, entry, le32(dataSector + 8));
    bytes.append(table + QByteArray(grain, 'a') + QByteArray(grain, 'b'));
    QVERIFY(writeFile(path(QStringLiteral("esx-delta.vmdk")), bytes));
    const auto file = path(QStringLiteral("esx.vmdk"));
    QVERIFY(writeFile(file, "# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType=\"vmfsSparse\"\n"
                            "# Extent description\nRW 2048 VMFSSPARSE \"esx-delta.vmdk\"\n"));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    QCOMPARE(*extents, (QList<Extent>{{0, 3 * grain, ExtentKind::Hole},
                                      {3 * grain, grain, ExtentKind::Data},
                                      {4 * grain, 251 * grain, ExtentKind::Hole},
                                      {255 * grain, grain, ExtentKind::Data}}));
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    const auto theirs = readByQemu(file, QStringLiteral("vmdk"));
    VERIFY_OK(theirs);
    QVERIFY(*disk == *theirs);
    QCOMPARE(disk->count('a'), grain);
    VERIFY_OK((*source)->close());
}

void UnsafeImagesTest::declaredFormats_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<DiskFormat>("declared");
    QTest::addColumn<ErrorCode>("code");
    for (const char *base : {"qcow2", "vmdk", "vhd", "fixed vhd", "vhdx", "vdi"})
        QTest::addRow("%s declared raw", base) << QByteArray(base) << DiskFormat::Raw << ErrorCode::Unsafe;
    QTest::addRow("qcow2 declared vmdk") << QByteArray("qcow2") << DiskFormat::Vmdk << ErrorCode::InvalidArgument;
    QTest::addRow("raw declared qcow2") << QByteArray("nothing") << DiskFormat::Qcow2 << ErrorCode::InvalidArgument;
}

void UnsafeImagesTest::declaredFormats()
{
    QFETCH(const QByteArray, base);
    QFETCH(const DiskFormat, declared);
    QFETCH(const ErrorCode, code);
    const auto file = path(QStringLiteral("declared"));
    QVERIFY(writeFile(file, m_good.value(base, QByteArray(8192, 'x'))));
    ProbeOptions options;
    options.format = declared;
    const auto image = probeDisk(file, options, {});
    QVERIFY(!image);
    QVERIFY2(image.error().code() == code, qPrintable(image.error().what()));
}

void UnsafeImagesTest::dirtyButReadable()
{
    const auto file = path(QStringLiteral("dirty.qcow2"));
    QVERIFY(writeFile(file, good("qcow2")));
    QVERIFY(patchFile(file, 72, be64(1)));
    auto image = probeDisk(file, {}, {});
    VERIFY_OK(image);
    QVERIFY(image->dirty);
    QCOMPARE(image->warnings.size(), 1);
    auto source = openDisk(*image, {}, {});
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == fileContent(path(QStringLiteral("master.img"))));
    VERIFY_OK((*source)->close());

    QVERIFY(patchFile(file, 72, be64(2)));
    image = probeDisk(file, {}, {});
    VERIFY_OK(image);
    QVERIFY(image->corrupt);
    source = openDisk(*image, {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Corrupt);
}

void UnsafeImagesTest::truncatedIsFoundByExtents_data()
{
    QTest::addColumn<QByteArray>("base");
    for (const char *base : {"qcow2", "qcow2 v2", "vmdk", "stream", "vhdx", "vdi", "vhd"})
        QTest::addRow("%s", base) << QByteArray(base);
}

void UnsafeImagesTest::truncatedIsFoundByExtents()
{
    // QEMU reads what lies past the end of a file as zeroes: a half downloaded image would pass for whole.
    QFETCH(const QByteArray, base);
    const auto whole = good(base);
    const auto file = path(QStringLiteral("truncated"));
    for (int tenths = 1; tenths < 10; ++tenths) {
        QVERIFY(writeFile(file, whole.first(whole.size() * tenths / 10)));
        auto source = openPath(file);
        if (!source) {
            QVERIFY2(source.error().code() == ErrorCode::Corrupt, qPrintable(source.error().what()));
            continue;
        }
        const auto extents = extentsOf(**source);
        if (!extents) {
            QVERIFY2(extents.error().code() == ErrorCode::Corrupt, qPrintable(extents.error().what()));
            QVERIFY2(extents.error().what().contains(QStringLiteral("truncated")), qPrintable(extents.error().what()));
        } else { // cut inside the last compressed grain: it does not inflate, or nothing of it was cut off
            QVERIFY(base == "stream");
            const auto disk = readByExtents(**source);
            QVERIFY2(!disk || *disk == fileContent(path(QStringLiteral("master.img"))),
                     qPrintable(QStringLiteral("%1 tenths passed for the whole").arg(tenths)));
        }
        VERIFY_OK((*source)->close());
    }
}

void UnsafeImagesTest::notImages()
{
    const auto check = [this](const char *name, const QByteArray &bytes, ErrorCode code, const char *words) {
        const auto file = path(QLatin1String(name));
        QVERIFY(writeFile(file, bytes));
        const auto image = probeDisk(file, {}, {});
        QVERIFY2(!image, name);
        QVERIFY2(image.error().code() == code, qPrintable(image.error().what()));
        QVERIFY2(image.error().what().contains(QLatin1String(words)), qPrintable(image.error().what()));
        QVERIFY(!image.error().remedy().isEmpty());
    };
    using enum ErrorCode;
    check("disk.img.gz", QByteArray("\x1f\x8b\x08\x00", 4) + QByteArray(600, 'z'), Unsupported, "gzip");
    check("disk.ova", QByteArray(257, 'o') + "ustar" + QByteArray(600, '\0'), Unsupported, "tar");
    check("disk.hdd", QByteArray("WithoutFreeSpace") + QByteArray(600, '\0'), Unsupported, "Parallels");
    check("half.vhd", QByteArray(8192, 'x'), Corrupt, "truncated");
    check("empty.qcow2", {}, Corrupt, "truncated");
    check("disk.VMDK", QByteArray(8192, 'x'), Corrupt, "vmdk");

    auto image = probeDisk(path(QStringLiteral("nowhere")), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), NotFound);
    image = probeDisk(m_folder.path(), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), Unsupported);
    image = probeDisk(QStringLiteral("/dev/zero"), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), Unsupported);

    // The data part of a VMware disk is raw, whatever its name says.
    const auto flat = path(QStringLiteral("disk-flat.vmdk"));
    QVERIFY(writeFile(flat, QByteArray(8192, 'x')));
    image = probeDisk(flat, {}, {});
    VERIFY_OK(image);
    QCOMPARE(image->format, DiskFormat::Raw);
    QCOMPARE(image->warnings.size(), 1);
}

QTEST_GUILESS_MAIN(UnsafeImagesTest)
#include "tst_unsafe_images.moc"
