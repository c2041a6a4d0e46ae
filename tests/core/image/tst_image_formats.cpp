// Every container format as QEMU's own tools make it: found, described, read, and its holes.

#include "image_tools.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kGiB = 1 << 30;
constexpr qint64 kTiB = kGiB * 1024;

struct Variant {
    const char *name;
    DiskFormat format;
    const char *subformat;
    const char *qemuFormat;
    const char *options;
    bool compress = false;
    qint64 largest = 0; ///< of a sparse disk, made by qemu-img create; 0: not made
};

const Variant kVariants[] = {
    {"raw", DiskFormat::Raw, "", "raw", "", false, 3 * kTiB},
    {"qcow2 v2", DiskFormat::Qcow2, "", "qcow2", "compat=0.10", false, 3 * kTiB},
    {"qcow2 v3", DiskFormat::Qcow2, "", "qcow2", "compat=1.1", false, 3 * kTiB},
    {"qcow2 clusters of 512 bytes", DiskFormat::Qcow2, "", "qcow2", "cluster_size=512"},
    {"qcow2 clusters of 2 MiB", DiskFormat::Qcow2, "", "qcow2", "cluster_size=2M", false, 3 * kTiB},
    {"qcow2 extended L2", DiskFormat::Qcow2, "", "qcow2", "extended_l2=on,cluster_size=128k", false, 3 * kTiB},
    {"qcow2 deflated", DiskFormat::Qcow2, "", "qcow2", "", true},
    {"qcow2 zstd", DiskFormat::Qcow2, "", "qcow2", "compression_type=zstd", true},
    {"qcow2 preallocated", DiskFormat::Qcow2, "", "qcow2", "preallocation=metadata"},
    {"vmdk monolithicSparse", DiskFormat::Vmdk, "monolithicSparse", "vmdk", "subformat=monolithicSparse", false,
     3 * kTiB},
    {"vmdk monolithicFlat", DiskFormat::Vmdk, "monolithicFlat", "vmdk", "subformat=monolithicFlat", false, 3 * kTiB},
    {"vmdk twoGbMaxExtentSparse", DiskFormat::Vmdk, "twoGbMaxExtentSparse", "vmdk", "subformat=twoGbMaxExtentSparse",
     false, 90 * kGiB},
    {"vmdk twoGbMaxExtentFlat", DiskFormat::Vmdk, "twoGbMaxExtentFlat", "vmdk", "subformat=twoGbMaxExtentFlat", false,
     90 * kGiB},
    {"vmdk streamOptimized", DiskFormat::Vmdk, "streamOptimized", "vmdk", "subformat=streamOptimized"},
    {"vhd dynamic", DiskFormat::Vhd, "dynamic", "vpc", "subformat=dynamic,force_size=on", false, 2000 * kGiB},
    {"vhd fixed", DiskFormat::Vhd, "fixed", "vpc", "subformat=fixed,force_size=on", false, 2000 * kGiB},
    {"vhdx dynamic", DiskFormat::Vhdx, "dynamic", "vhdx", "subformat=dynamic", false, 3 * kTiB},
    {"vhdx fixed", DiskFormat::Vhdx, "fixed", "vhdx", "subformat=fixed"},
    {"vhdx small blocks", DiskFormat::Vhdx, "dynamic", "vhdx", "subformat=dynamic,block_size=1M", false, 3 * kTiB},
    {"vdi dynamic", DiskFormat::Vdi, "dynamic", "vdi", "static=off", false, 3 * kTiB},
    {"vdi fixed", DiskFormat::Vdi, "fixed", "vdi", "static=on"},
};

const Variant &variant(const char *name)
{
    return *std::find_if(std::begin(kVariants), std::end(kVariants),
                         [&](const auto &one) { return qstrcmp(one.name, name) == 0; });
}

ToolRun create(const Variant &one, const QString &path, qint64 size)
{
    QStringList arguments{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"),
                          QLatin1String(one.qemuFormat)};
    if (one.options[0] != '\0')
        arguments << QStringLiteral("-o") << QLatin1String(one.options);
    return runTool(QStringLiteral("qemu-img"), arguments << path << QString::number(size));
}

/// Patterns for any size: at the beginning, across a cluster border, in a lone sector, and up to the last byte.
QList<Pattern> patternsFor(qint64 size)
{
    if (size == 0)
        return {};
    if (size <= 512)
        return {{0, size, 1}};
    return {{0, 4096, 1}, {kMiB / 2 - 512, 1024, 2}, {size / 3 * 2 / 512 * 512, 512, 3}, {size - 2048, 2048, 4}};
}

struct Piece {
    qint64 offset;
    qint64 length;
    bool data;
    bool operator==(const Piece &) const = default;
};

void append(QList<Piece> &pieces, const Piece &piece)
{
    if (!pieces.isEmpty() && pieces.last().data == piece.data)
        pieces.last().length += piece.length;
    else
        pieces.append(piece);
}

/// True if every piece of data of `inner` lies inside one of `outer`.
bool isPartOf(const QList<Piece> &inner, const QList<Piece> &outer)
{
    return std::all_of(inner.begin(), inner.end(), [&](const Piece &one) {
        return !one.data || std::any_of(outer.begin(), outer.end(), [&](const Piece &other) {
            return other.data && one.offset >= other.offset && one.offset + one.length <= other.offset + other.length;
        });
    });
}

QByteArray describe(const QList<Piece> &pieces)
{
    QByteArray text;
    for (const auto &piece : pieces)
        text += QByteArray::number(piece.offset) + (piece.data ? "+data " : "+zero ") +
                QByteArray::number(piece.length) + "\n";
    return text;
}

QJsonArray mapByQemu(const QString &path, const char *qemuFormat)
{
    const auto run = runTool(QStringLiteral("qemu-img"), {QStringLiteral("map"), QStringLiteral("--output=json"),
                                                          QStringLiteral("-f"), QLatin1String(qemuFormat), path});
    return QJsonDocument::fromJson(run.output).array();
}

} // namespace

class ImageFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_data();
    void content();
    void extentsAgreeWithQemu_data();
    void extentsAgreeWithQemu();
    void largeSparse_data();
    void largeSparse();
    void zeroClustersAreNotHoles();
    void oddVdiSize();
    void rawOfAnySize_data();
    void rawOfAnySize();
    void factsAgreeWithQemu_data();
    void factsAgreeWithQemu();

private:
    QTemporaryDir m_folder;
};

void ImageFormatsTest::content_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("size");
    for (const auto &one : kVariants) {
        for (const qint64 size : {qint64{0}, qint64{512}, kMiB - 512, 64 * kMiB + 3 * 512})
            QTest::addRow("%s, %lld bytes", one.name, static_cast<long long>(size)) << QByteArray(one.name) << size;
    }
}

void ImageFormatsTest::content()
{
    QFETCH(const QByteArray, name);
    QFETCH(const qint64, size);
    const auto &one = variant(name);
    QTemporaryDir folder;
    const auto raw = folder.filePath(QStringLiteral("master.img"));
    const auto path = folder.filePath(QStringLiteral("disk"));
    QVERIFY(makeRawFile(raw, size, patternsFor(size)));
    // QEMU makes empty disks in formats whose empty disks it then cannot open.
    const auto run =
        size > 0 ? convertRaw(raw, QLatin1String(one.qemuFormat), QLatin1String(one.options), path, one.compress)
                 : create(one, path, size);
    QVERIFY2(run.ok, run.errors);

    const auto image = probeDisk(path, {}, {});
    VERIFY_OK(image);
    QCOMPARE(image->format, one.format);
    QCOMPARE(image->subformat, QLatin1String(one.subformat));
    QCOMPARE(image->virtualSize, size);
    auto source = openDisk(*image, {}, {});
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), size);

    const auto master = fileContent(raw);
    const auto byExtents = readByExtents(**source);
    VERIFY_OK(byExtents);
    QVERIFY(*byExtents == master);
    const auto straight = readStraight(**source, 777'216);
    VERIFY_OK(straight);
    QVERIFY(*straight == master);
    VERIFY_OK((*source)->checkUnchanged());
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::extentsAgreeWithQemu_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto &one : kVariants) {
        if (one.format != DiskFormat::Vhdx) // QEMU has no map of it
            QTest::addRow("%s", one.name) << QByteArray(one.name);
    }
}

void ImageFormatsTest::extentsAgreeWithQemu()
{
    QFETCH(const QByteArray, name);
    const auto &one = variant(name);
    QTemporaryDir folder;
    const auto raw = folder.filePath(QStringLiteral("master.img"));
    const auto path = folder.filePath(QStringLiteral("disk"));
    const qint64 size = 64 * kMiB + 3 * 512;
    QVERIFY(makeRawFile(raw, size, patternsFor(size)));
    const auto run = convertRaw(raw, QLatin1String(one.qemuFormat), QLatin1String(one.options), path, one.compress);
    QVERIFY2(run.ok, run.errors);

    auto source = openPath(path);
    VERIFY_OK(source);
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    QList<Piece> ours;
    for (const auto &extent : *extents)
        append(ours, {extent.offset, extent.length, extent.kind == ExtentKind::Data});
    QList<Piece> theirs;
    for (const auto &value : mapByQemu(path, one.qemuFormat)) {
        const auto entry = value.toObject();
        append(theirs, {entry[QStringLiteral("start")].toInteger(), entry[QStringLiteral("length")].toInteger(),
                        !entry[QStringLiteral("zero")].toBool()});
    }
    QVERIFY(!theirs.isEmpty());
    if (name == "qcow2 clusters of 2 MiB") // QEMU does not look for the file's holes inside clusters
        QVERIFY(isPartOf(ours, theirs));
    else if (name == "qcow2 preallocated") // here it does, and small ones we let pass
        QVERIFY(isPartOf(theirs, ours));
    else
        QCOMPARE(describe(ours), describe(theirs));
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::largeSparse_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto &one : kVariants) {
        if (one.largest > 0)
            QTest::addRow("%s", one.name) << QByteArray(one.name);
    }
}

void ImageFormatsTest::largeSparse()
{
    QFETCH(const QByteArray, name);
    const auto &one = variant(name);
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk"));
    auto run = create(one, path, one.largest);
    QVERIFY2(run.ok, run.errors);
    const QList<Pattern> patterns{
        {5 * kGiB, kMiB, 7}, {one.largest / 3 * 2 / 512 * 512, 65536, 8}, {one.largest - 1024, 1024, 9}};
    QStringList arguments{QStringLiteral("-f"), QLatin1String(one.qemuFormat)};
    for (const auto &pattern : patterns)
        arguments
            << QStringLiteral("-c")
            << QStringLiteral("write -P %1 %2 %3").arg(int{pattern.value}).arg(pattern.offset).arg(pattern.length);
    run = runTool(QStringLiteral("qemu-io"), arguments << path);
    QVERIFY2(run.ok, run.output + run.errors);

    auto source = openPath(path);
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), one.largest);
    QElapsedTimer timer;
    timer.start();
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    QVERIFY2(timer.elapsed() < 5000, "the holes of a large disk took their time");

    auto reader = (*source)->openReader();
    VERIFY_OK(reader);
    const auto expectedAt = [&](qint64 offset) {
        for (const auto &pattern : patterns) {
            if (offset >= pattern.offset && offset < pattern.offset + pattern.length)
                return pattern.value;
        }
        return char{0};
    };
    qint64 found = 0;
    qint64 dataBytes = 0;
    for (const auto &extent : *extents) {
        if (extent.kind != ExtentKind::Data)
            continue;
        QVERIFY(extent.length <= 64 * kMiB);
        dataBytes += extent.length;
        QByteArray bytes(extent.length, '\x55');
        VERIFY_OK((*reader)->read(extent.offset, mutableViewOf(bytes), {}));
        for (qint64 i = 0; i < bytes.size(); ++i) {
            const auto expected = expectedAt(extent.offset + i);
            if (bytes.at(i) != expected)
                QFAIL(qPrintable(QStringLiteral("wrong byte at %1").arg(extent.offset + i)));
            found += expected != 0 ? 1 : 0;
        }
    }
    QCOMPARE(found, kMiB + 65536 + 1024);
    QVERIFY(dataBytes < 16 * kMiB);
    reader->reset();
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::zeroClustersAreNotHoles()
{
    const auto path = m_folder.filePath(QStringLiteral("zero.qcow2"));
    auto run = runTool(QStringLiteral("qemu-img"), {QStringLiteral("create"), QStringLiteral("-f"),
                                                    QStringLiteral("qcow2"), path, QStringLiteral("4M")});
    QVERIFY2(run.ok, run.errors);
    run = runTool(QStringLiteral("qemu-io"),
                  {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
                   QStringLiteral("write -P 1 0 64k"), QStringLiteral("-c"), QStringLiteral("write -P 1 1M 128k"),
                   QStringLiteral("-c"), QStringLiteral("write -z 1M 64k"), QStringLiteral("-c"),
                   QStringLiteral("write -z 2M 64k"), path});
    QVERIFY2(run.ok, run.errors);
    auto source = openPath(path);
    VERIFY_OK(source);
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    const QList<Extent> expected{{0, 65536, ExtentKind::Data},
                                 {65536, kMiB - 65536, ExtentKind::Hole},
                                 {kMiB, 65536, ExtentKind::Zero},
                                 {kMiB + 65536, 65536, ExtentKind::Data},
                                 {kMiB + 2 * 65536, kMiB - 2 * 65536, ExtentKind::Hole},
                                 {2 * kMiB, 65536, ExtentKind::Zero},
                                 {2 * kMiB + 65536, 2 * kMiB - 65536, ExtentKind::Hole}};
    QCOMPARE(*extents, expected);

    // A part of a disk is the same as that part of the whole.
    QList<Extent> part;
    VERIFY_OK((*source)->forEachExtent(kMiB + 1000, 70000,
                                       [&](const Extent &extent) -> Status {
                                           part.append(extent);
                                           return {};
                                       },
                                       {}));
    QCOMPARE(part, (QList<Extent>{{kMiB + 1000, 64536, ExtentKind::Zero}, {kMiB + 65536, 5464, ExtentKind::Data}}));
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::oddVdiSize()
{
    // VBoxManage convertfromraw makes such; QEMU rounds the size up, we do not.
    const auto path = m_folder.filePath(QStringLiteral("odd.vdi"));
    const auto raw = m_folder.filePath(QStringLiteral("odd.img"));
    QVERIFY(makeRawFile(raw, 3 * kMiB, {{0, 512, 1}, {3 * kMiB - 512, 512, 2}}));
    QVERIFY(convertRaw(raw, QStringLiteral("vdi"), {}, path).ok);
    QVERIFY(patchFile(path, 0x170, le64(3 * kMiB - 100)));
    auto source = openPath(path);
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), 3 * kMiB - 100);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == fileContent(raw).chopped(100));
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::rawOfAnySize_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {0, 1, 511, 513, 1'000'003})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

void ImageFormatsTest::rawOfAnySize()
{
    QFETCH(const qint64, size);
    const auto path = m_folder.filePath(QStringLiteral("any.img"));
    QVERIFY(writeFile(path, QByteArray(size, 'x')));
    auto source = openPath(path);
    VERIFY_OK(source);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QCOMPARE(*disk, QByteArray(size, 'x'));
    VERIFY_OK((*source)->close());
}

void ImageFormatsTest::factsAgreeWithQemu_data()
{
    extentsAgreeWithQemu_data();
    QTest::addRow("vhdx dynamic") << QByteArray("vhdx dynamic");
}

void ImageFormatsTest::factsAgreeWithQemu()
{
    QFETCH(const QByteArray, name);
    const auto &one = variant(name);
    QTemporaryDir folder;
    const auto raw = folder.filePath(QStringLiteral("master.img"));
    const auto path = folder.filePath(QStringLiteral("disk"));
    QVERIFY(makeRawFile(raw, 5 * kMiB, patternsFor(5 * kMiB)));
    QVERIFY(convertRaw(raw, QLatin1String(one.qemuFormat), QLatin1String(one.options), path, one.compress).ok);

    const auto image = probeDisk(path, {}, {});
    VERIFY_OK(image);
    const auto run =
        runTool(QStringLiteral("qemu-img"), {QStringLiteral("info"), QStringLiteral("--output=json"), path});
    const auto info = QJsonDocument::fromJson(run.output).object();
    const auto format = info[QStringLiteral("format")].toString();
    // QEMU takes a fixed VHD for raw, and only sees a footer at the beginning.
    QCOMPARE(format, image->subformat == QLatin1String("fixed") && one.format == DiskFormat::Vhd
                         ? QStringLiteral("raw")
                         : QLatin1String(one.qemuFormat));
    if (format != QLatin1String("raw"))
        QCOMPARE(image->virtualSize, info[QStringLiteral("virtual-size")].toInteger());
    if (info.contains(QStringLiteral("cluster-size")) && one.format != DiskFormat::Raw)
        QCOMPARE(image->clusterSize, info[QStringLiteral("cluster-size")].toInteger());
    QStringList onDisk;
    qint64 bytes = 0;
    for (const auto &entry : QDir(folder.path()).entryInfoList(QDir::Files, QDir::Name)) {
        if (entry.fileName() != QLatin1String("master.img")) {
            onDisk.append(entry.canonicalFilePath());
            bytes += entry.size();
        }
    }
    QStringList listed;
    for (const auto &file : image->files)
        listed.append(file.path);
    QCOMPARE(listed.first(), QFileInfo(path).canonicalFilePath());
    listed.sort();
    QCOMPARE(listed, onDisk);
    QCOMPARE(image->fileSize, bytes);
    QVERIFY(image->allocated > 0);
    QVERIFY2(image->warnings.isEmpty(), qPrintable(image->warnings.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(ImageFormatsTest)
#include "tst_image_formats.moc"
