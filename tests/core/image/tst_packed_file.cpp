// Disk images that lie inside other files, or in pieces, are read where they are: by our own readers and by QEMU.

#include "image/packed_file.h"

#include "image_tools.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;
constexpr qint64 kSector = 512;

struct Format {
    const char *name;
    const char *qemu;
    const char *options;
};

const Format kFormats[] = {{"raw", "raw", ""},
                           {"qcow2", "qcow2", ""},
                           {"vmdk, stream-optimized", "vmdk", "subformat=streamOptimized"},
                           {"vmdk, sparse", "vmdk", "subformat=monolithicSparse"},
                           {"vhd, dynamic", "vpc", "subformat=dynamic,force_size=on"},
                           {"vhd, fixed", "vpc", "subformat=fixed,force_size=on"},
                           {"vhdx", "vhdx", ""},
                           {"vdi", "vdi", ""}};

} // namespace

class TestPackedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsPieces();
    void findsHoles();
    void seesChanges();
    void opensInside_data();
    void opensInside();
    void opensPieces_data();
    void opensPieces();
    void refusesOddPieces();
    void refusesNeighbours();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Result<std::shared_ptr<const DiskFile>> opened(const QString &name) const
    {
        SEALIFT_ASSIGN(std::shared_ptr<const DiskFile> file,
                       LocalFile::open(QFileInfo(path(name)).canonicalFilePath()));
        return file;
    }
    void comparesWithMaster(std::unique_ptr<DiskFile> file, const QByteArray &expected);

    QTemporaryDir m_folder;
    QByteArray m_disk;
};

void TestPackedFile::initTestCase()
{
    std::mt19937 random(7);
    QByteArray noise(2 * kMiB, '\0');
    for (auto &byte : noise)
        byte = static_cast<char>(random());
    m_disk = QByteArray(9 * kMiB, '\0');
    m_disk.replace(kMiB - 700, noise.size(), noise);
    m_disk.replace(m_disk.size() - 1000, 1000, QByteArray(1000, 'e'));
    QVERIFY(writeFile(path(QStringLiteral("disk.raw")), m_disk));
}

void TestPackedFile::readsPieces()
{
    QVERIFY(writeFile(path(QStringLiteral("a")), "0123456789"));
    QVERIFY(writeFile(path(QStringLiteral("b")), "abcdefghij"));
    const auto a = opened(QStringLiteral("a"));
    const auto b = opened(QStringLiteral("b"));
    VERIFY_OK(a);
    VERIFY_OK(b);
    const PackedFile file(QStringLiteral("both"), {{*a, 2, 3}, {*a, 0, 0}, {*b, 0, 10}, {*a, 9, 1}});
    QCOMPARE(file.size(), 14);
    QCOMPARE(*file.read(0, 14, QStringLiteral("all")), QByteArray("234abcdefghij9"));
    QCOMPARE(*file.read(2, 3, QStringLiteral("a seam")), QByteArray("4ab"));
    QCOMPARE(*file.read(13, 1, QStringLiteral("the end")), QByteArray("9"));
    const auto beyond = file.read(13, 2, QStringLiteral("more"));
    QVERIFY(!beyond);
    QVERIFY(beyond.error().what().contains(QStringLiteral("both")));
    const auto pieces = file.pieces();
    QCOMPARE(pieces.size(), std::size_t{3});
    QVERIFY(!pieces[0].whole && pieces[1].whole && !pieces[2].whole);
    QCOMPARE(pieces[0].offset, 2);
    QCOMPARE(pieces[2].length, 1);
    // A window on a window.
    const auto inner = std::make_shared<PackedFile>(QStringLiteral("inner"), std::vector<PackedFile::Part>{{*b, 1, 8}});
    const PackedFile outer(QStringLiteral("outer"), {{inner, 2, 4}});
    QCOMPARE(*outer.read(0, 4, QStringLiteral("all")), QByteArray("defg"));
    QCOMPARE(outer.pieces().front().offset, 3);
    QVERIFY(!outer.pieces().front().whole);
}

void TestPackedFile::findsHoles()
{
    QVERIFY(makeRawFile(path(QStringLiteral("sparse")), 8 * kMiB, {{0, 65536, 'x'}, {4 * kMiB, 65536, 'y'}}));
    const auto sparse = opened(QStringLiteral("sparse"));
    VERIFY_OK(sparse);
    const PackedFile file(QStringLiteral("part"), {{*sparse, 65536, 5 * kMiB}});
    const auto hole = file.stretchAt(0);
    VERIFY_OK(hole);
    QVERIFY(!hole->data);
    QCOMPARE(hole->length, 4 * kMiB - 65536);
    const auto data = file.stretchAt(hole->length);
    VERIFY_OK(data);
    QVERIFY(data->data);
    QCOMPARE(data->length, 65536);
    // The hole goes on beyond the window, which does not.
    const auto last = file.stretchAt(4 * kMiB);
    VERIFY_OK(last);
    QVERIFY(!last->data);
    QCOMPARE(last->length, kMiB);
}

void TestPackedFile::seesChanges()
{
    QVERIFY(writeFile(path(QStringLiteral("changing")), QByteArray(1000, 'x')));
    const auto changing = opened(QStringLiteral("changing"));
    VERIFY_OK(changing);
    const PackedFile file(QStringLiteral("part"), {{*changing, 10, 20}});
    VERIFY_OK(file.checkUnchanged());
    QVERIFY(patchFile(path(QStringLiteral("changing")), 0, "y"));
    const auto now = file.checkUnchanged();
    QVERIFY(!now);
    QCOMPARE(now.error().code(), ErrorCode::SourceChanged);
}

void TestPackedFile::comparesWithMaster(std::unique_ptr<DiskFile> file, const QByteArray &expected)
{
    const auto image = probeDisk(*file, {}, {});
    VERIFY_OK(image);
    auto source = openDisk(*image, std::move(file), {}, {});
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), expected.size());
    const auto byExtents = readByExtents(**source);
    VERIFY_OK(byExtents);
    QVERIFY(*byExtents == expected);
    const auto straight = readStraight(**source, 999'936);
    VERIFY_OK(straight);
    QVERIFY(*straight == expected);
    VERIFY_OK((*source)->checkUnchanged());
    VERIFY_OK((*source)->close());
}

void TestPackedFile::opensInside_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("atEnd");
    for (int i = 0; i < static_cast<int>(std::size(kFormats)); ++i) {
        QTest::addRow("%s", kFormats[i].name) << i << false;
        QTest::addRow("%s, up to the end", kFormats[i].name) << i << true;
    }
}

void TestPackedFile::opensInside()
{
    QFETCH(int, format);
    QFETCH(bool, atEnd);
    const auto &kind = kFormats[format];
    const auto image = path(QStringLiteral("inside.img"));
    const auto made = convertRaw(path(QStringLiteral("disk.raw")), QString::fromLatin1(kind.qemu),
                                 QString::fromLatin1(kind.options), image);
    QVERIFY2(made.ok, made.errors);
    const auto bytes = fileContent(image);
    const QByteArray before(3 * kSector, 'b');
    const auto padding = (kSector - bytes.size() % kSector) % kSector;
    const auto after = atEnd ? QByteArray() : QByteArray(padding, '\0') + QByteArray(70'000, 'a');
    QVERIFY(writeFile(path(QStringLiteral("archive")), before + bytes + after));
    const auto archive = opened(QStringLiteral("archive"));
    VERIFY_OK(archive);
    comparesWithMaster(
        std::make_unique<PackedFile>(QStringLiteral("archive: disk"),
                                     std::vector<PackedFile::Part>{{*archive, before.size(), bytes.size()}}),
        m_disk);
}

void TestPackedFile::opensPieces_data()
{
    QTest::addColumn<int>("format");
    for (int i = 0; i < static_cast<int>(std::size(kFormats)); ++i)
        QTest::addRow("%s", kFormats[i].name) << i;
}

void TestPackedFile::opensPieces()
{
    QFETCH(int, format);
    const auto &kind = kFormats[format];
    const auto image = path(QStringLiteral("whole.img"));
    const auto made = convertRaw(path(QStringLiteral("disk.raw")), QString::fromLatin1(kind.qemu),
                                 QString::fromLatin1(kind.options), image);
    QVERIFY2(made.ok, made.errors);
    const auto bytes = fileContent(image);
    constexpr qint64 kPiece = 600 * kSector;
    std::vector<PackedFile::Part> parts;
    for (qint64 at = 0; at < bytes.size(); at += kPiece) {
        const auto name = QStringLiteral("piece.%1").arg(static_cast<int>(parts.size()), 9, 10, QLatin1Char('0'));
        const auto piece = bytes.mid(at, kPiece);
        // Some as files of their own, some inside another.
        const qint64 offset = parts.size() % 2 == 0 ? 0 : kSector;
        QVERIFY(writeFile(path(name), QByteArray(offset, 'o') + piece));
        const auto file = opened(name);
        VERIFY_OK(file);
        parts.push_back({*file, offset, piece.size()});
    }
    QVERIFY(parts.size() > 1);
    comparesWithMaster(std::make_unique<PackedFile>(QStringLiteral("pieces"), std::move(parts)), m_disk);
}

void TestPackedFile::refusesOddPieces()
{
    const auto image = path(QStringLiteral("odd.qcow2"));
    const auto made = convertRaw(path(QStringLiteral("disk.raw")), QStringLiteral("qcow2"), {}, image);
    QVERIFY2(made.ok, made.errors);
    const auto whole = opened(QStringLiteral("odd.qcow2"));
    VERIFY_OK(whole);
    const auto size = (*whole)->size();
    auto file = std::make_unique<PackedFile>(
        QStringLiteral("pieces"), std::vector<PackedFile::Part>{{*whole, 0, 1000}, {*whole, 1000, size - 1000}});
    const auto probed = probeDisk(*file, {}, {});
    VERIFY_OK(probed);
    const auto source = openDisk(*probed, std::move(file), {}, {});
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Unsupported);
}

void TestPackedFile::refusesNeighbours()
{
    // A descriptor inside an archive must not reach what lies beside the archive.
    const auto made = convertRaw(path(QStringLiteral("disk.raw")), QStringLiteral("vmdk"),
                                 QStringLiteral("subformat=monolithicFlat"), path(QStringLiteral("flat.vmdk")));
    QVERIFY2(made.ok, made.errors);
    const auto descriptor = fileContent(path(QStringLiteral("flat.vmdk")));
    QVERIFY(writeFile(path(QStringLiteral("archive")), QByteArray(kSector, 'x') + descriptor));
    const auto archive = opened(QStringLiteral("archive"));
    VERIFY_OK(archive);
    const PackedFile file(path(QStringLiteral("archive: flat.vmdk")), {{*archive, kSector, descriptor.size()}});
    const auto probed = probeDisk(file, {}, {});
    QVERIFY(!probed);
    QCOMPARE(probed.error().code(), ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestPackedFile)
#include "tst_packed_file.moc"
