// Compressed disk images: what the usual programs make is unpacked whole; what is cut, damaged or a bomb is an error.

#include "image/archive/compressed_disk.h"

#include "image/archive/told_size.h"
#include "image/packed_file.h"
#include "image_tools.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;

struct Kind {
    const char *name;
    const char *command;
    Packing packing;
};

const Kind kKinds[] = {{"gzip", "gzip", Packing::Gzip},
                       {"xz", "xz -1", Packing::Xz},
                       {"xz, blocks", "xz -1 -T2 --block-size=1MiB", Packing::Xz},
                       {"bzip2", "bzip2 -1", Packing::Bzip2},
                       {"zstd", "zstd -q -1", Packing::Zstd},
                       {"zstd, threads", "zstd -q -1 -T2 --no-check", Packing::Zstd}};

/// Keeps what is unpacked in a file, in the clear: for tests.
class FileRoom final : public UnpackRoom
{
public:
    explicit FileRoom(QString path)
        : m_path(std::move(path))
    {
    }

    Result<std::unique_ptr<DiskFile>> keep(const QString & /*title*/, const ReadNext &next,
                                           const std::stop_token & /*stop*/) override
    {
        QByteArray all;
        QByteArray piece(100'000, '\0');
        for (std::size_t got = 1; got > 0;) {
            SEALIFT_ASSIGN(got, next(mutableViewOf(piece)));
            all += piece.left(static_cast<qsizetype>(got));
        }
        if (!writeFile(m_path, all))
            return fail(Error(ErrorCode::Io, m_path));
        SEALIFT_ASSIGN(auto file, LocalFile::open(QFileInfo(m_path).canonicalFilePath()));
        return file;
    }

private:
    QString m_path;
};

} // namespace

class TestCompressedDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unpacks_data();
    void unpacks();
    void noticesCuts_data() { kinds(); }
    void noticesCuts();
    void noticesDamage_data() { kinds(); }
    void noticesDamage();
    void unpacksSeveralStreams_data() { kinds(); }
    void unpacksSeveralStreams();
    void passesOverPadding_data() { kinds(); }
    void passesOverPadding();
    void refusesWhatFollows_data() { kinds(); }
    void refusesWhatFollows();
    void refusesBombs_data() { kinds(); }
    void refusesBombs();
    void readsRawByManyThreads();
    void opensFixedVhd();
    void opensContainers_data();
    void opensContainers();
    void needsRoomForContainers();
    void saysHowMuchRoomItNeeds();
    void tellsSizes_data();
    void tellsSizes();
    void refusesLostContainer();
    void stopsWhenAsked();

private:
    static void kinds()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i)
            QTest::addRow("%s", kKinds[i].name) << i;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The bytes as that program compresses them.
    QByteArray packed(const Kind &kind, const QByteArray &content);
    Result<QByteArray> unpacked(const Kind &kind, const QByteArray &bytes, const UnpackLimits &limits = {});
    std::unique_ptr<DiskFile> fileOf(const QByteArray &bytes, const QString &name);

    QTemporaryDir m_folder;
    QByteArray m_content;
};

void TestCompressedDisk::initTestCase()
{
    std::mt19937 random(11);
    m_content = QByteArray(3 * kMiB + 77, '\0');
    for (qsizetype i = kMiB / 2; i < 2 * kMiB; ++i)
        m_content[i] = static_cast<char>(random() % 64);
    m_content.replace(m_content.size() - 5, 5, "12345");
}

QByteArray TestCompressedDisk::packed(const Kind &kind, const QByteArray &content)
{
    const auto file = path(QStringLiteral("to-pack"));
    if (!writeFile(file, content))
        return {};
    const auto run = runTool(QStringLiteral("bash"),
                             {QStringLiteral("-c"), QStringLiteral("%1 < %2").arg(QLatin1String(kind.command), file)});
    return run.ok ? run.output : QByteArray();
}

std::unique_ptr<DiskFile> TestCompressedDisk::fileOf(const QByteArray &bytes, const QString &name)
{
    if (!writeFile(path(name), bytes))
        return nullptr;
    auto file = LocalFile::open(QFileInfo(path(name)).canonicalFilePath());
    return file ? std::move(*file) : nullptr;
}

Result<QByteArray> TestCompressedDisk::unpacked(const Kind &kind, const QByteArray &bytes, const UnpackLimits &limits)
{
    const auto file = fileOf(bytes, QStringLiteral("packed"));
    StreamUnpacker unpacker(*file, kind.packing, limits);
    QByteArray all;
    QByteArray piece(250'007, '\0');
    for (auto got = static_cast<std::size_t>(piece.size()); got == static_cast<std::size_t>(piece.size());) {
        SEALIFT_ASSIGN(got, unpacker.read(mutableViewOf(piece), {}));
        all += piece.left(static_cast<qsizetype>(got));
    }
    return all;
}

void TestCompressedDisk::unpacks_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("size");
    for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i) {
        for (const qint64 size :
             {qint64{0}, qint64{1}, qint64{250'007}, qint64{500'014}, kMiB, qint64{m_content.size()}})
            QTest::addRow("%s, %lld bytes", kKinds[i].name, static_cast<long long>(size)) << i << size;
    }
}

void TestCompressedDisk::unpacks()
{
    QFETCH(int, kind);
    QFETCH(qint64, size);
    const auto bytes = packed(kKinds[kind], m_content.left(size));
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(packingOfFile(viewOf(bytes)), kKinds[kind].packing);
    const auto content = unpacked(kKinds[kind], bytes);
    VERIFY_OK(content);
    QVERIFY(*content == m_content.left(size));
}

void TestCompressedDisk::noticesCuts()
{
    QFETCH(int, kind);
    const auto bytes = packed(kKinds[kind], m_content);
    // In the trailer, at its begin, in the data, in the header; also where all of the content has come out already.
    for (const qsizetype cut : {qsizetype{1}, qsizetype{2}, qsizetype{4}, qsizetype{8}, qsizetype{12}, qsizetype{1000},
                                bytes.size() / 2, bytes.size() - 12}) {
        const auto content = unpacked(kKinds[kind], bytes.chopped(cut));
        QVERIFY2(!content, QByteArray::number(cut));
        QCOMPARE(content.error().code(), ErrorCode::Corrupt);
    }
}

void TestCompressedDisk::noticesDamage()
{
    QFETCH(int, kind);
    auto bytes = packed(kKinds[kind], m_content);
    if (QByteArray(kKinds[kind].command).contains("--no-check"))
        return; // nothing in the file could tell
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    const auto content = unpacked(kKinds[kind], bytes);
    QVERIFY(!content);
    QCOMPARE(content.error().code(), ErrorCode::Corrupt);
}

void TestCompressedDisk::unpacksSeveralStreams()
{
    QFETCH(int, kind);
    QByteArray bytes;
    for (int i = 0; i < 5; ++i)
        bytes += packed(kKinds[kind], m_content.mid(i * 700'000, 700'000));
    const auto content = unpacked(kKinds[kind], bytes);
    VERIFY_OK(content);
    QVERIFY(*content == m_content.left(3'500'000));
    // The last of them is cut.
    QVERIFY(!unpacked(kKinds[kind], bytes.chopped(3)));
}

void TestCompressedDisk::passesOverPadding()
{
    QFETCH(int, kind);
    if (kKinds[kind].packing == Packing::Gzip) {
        // KGzipFilter goes on by itself to what follows, and takes the zeroes for damage.
        QVERIFY(!unpacked(kKinds[kind], packed(kKinds[kind], m_content) + QByteArray(512, '\0')));
        return;
    }
    const auto bytes = packed(kKinds[kind], m_content);
    for (const qsizetype zeroes : {qsizetype{4}, qsizetype{512}, qsizetype{3 * kMiB}}) {
        const auto content = unpacked(kKinds[kind], bytes + QByteArray(zeroes, '\0'));
        VERIFY_OK(content);
        QVERIFY(*content == m_content);
        const auto both = unpacked(kKinds[kind], bytes + QByteArray(zeroes, '\0') + bytes);
        VERIFY_OK(both);
        QVERIFY(*both == m_content + m_content);
    }
}

void TestCompressedDisk::refusesWhatFollows()
{
    QFETCH(int, kind);
    const auto content = unpacked(kKinds[kind], packed(kKinds[kind], m_content) + "more");
    QVERIFY(!content);
    QCOMPARE(content.error().code(), ErrorCode::Corrupt);
    QVERIFY2(content.error().what().contains(QStringLiteral("follows")), qPrintable(content.error().what()));
}

void TestCompressedDisk::refusesBombs()
{
    QFETCH(int, kind);
    const auto bytes = packed(kKinds[kind], QByteArray(16 * kMiB, '\0'));
    VERIFY_OK(unpacked(kKinds[kind], bytes, {.maxBytes = 16 * kMiB, .maxRatio = 0}));
    const auto size = unpacked(kKinds[kind], bytes, {.maxBytes = 16 * kMiB - 1, .maxRatio = 0});
    QVERIFY(!size);
    QCOMPARE(size.error().code(), ErrorCode::LimitExceeded);
    QVERIFY(size.error().remedy().contains(QStringLiteral("--max-unpacked")));
    const auto ratio = unpacked(kKinds[kind], bytes, {.freeBytes = kMiB, .maxRatio = 50});
    QVERIFY(!ratio);
    QCOMPARE(ratio.error().code(), ErrorCode::LimitExceeded);
    VERIFY_OK(unpacked(kKinds[kind], bytes, {.freeBytes = 16 * kMiB, .maxRatio = 50}));
}

void TestCompressedDisk::readsRawByManyThreads()
{
    const auto bytes = packed(kKinds[0], m_content);
    auto disk = openCompressedDisk(fileOf(bytes, QStringLiteral("disk.raw.gz")), Packing::Gzip, {}, {}, {});
    VERIFY_OK(disk);
    QCOMPARE(disk->image.format, DiskFormat::Raw);
    QCOMPARE(disk->image.virtualSize, m_content.size());
    QCOMPARE(disk->image.fileSize, bytes.size());
    QByteArray read(m_content.size(), 'x');
    constexpr qsizetype kStep = 100'000;
    std::atomic<qsizetype> next = 0;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const auto reader = disk->content->openReader();
                for (qsizetype at = 0; (at = next.fetch_add(kStep)) < read.size();) {
                    const auto length = std::min(kStep, read.size() - at);
                    const MutableBytes out(reinterpret_cast<std::byte *>(read.data()) + at,
                                           static_cast<std::size_t>(length));
                    if (!(*reader)->read(at, out, {}))
                        ++failures;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QVERIFY(read == m_content);
    VERIFY_OK(disk->content->checkUnchanged());
    // Once read, it has passed.
    std::byte byte{};
    const auto reader = disk->content->openReader();
    QVERIFY(!(*reader)->read(0, MutableBytes(&byte, 1), {}));
}

void TestCompressedDisk::opensFixedVhd()
{
    const auto raw = path(QStringLiteral("vhd.raw"));
    QVERIFY(writeFile(raw, m_content.left(2 * kMiB)));
    const auto vhd = path(QStringLiteral("fixed.vhd"));
    const auto made = convertRaw(raw, QStringLiteral("vpc"), QStringLiteral("subformat=fixed,force_size=on"), vhd);
    QVERIFY2(made.ok, made.errors);
    const auto bytes = packed(kKinds[4], fileContent(vhd));
    auto disk = openCompressedDisk(fileOf(bytes, QStringLiteral("fixed.vhd.zst")), Packing::Zstd, {}, {}, {});
    VERIFY_OK(disk);
    QCOMPARE(disk->image.format, DiskFormat::Vhd);
    const auto content = readByExtents(*disk->content);
    VERIFY_OK(content);
    QVERIFY(*content == m_content.left(2 * kMiB));
}

void TestCompressedDisk::opensContainers_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("options");
    QTest::newRow("qcow2") << QStringLiteral("qcow2") << QString();
    QTest::newRow("vmdk") << QStringLiteral("vmdk") << QStringLiteral("subformat=streamOptimized");
    QTest::newRow("vhd") << QStringLiteral("vpc") << QStringLiteral("subformat=dynamic,force_size=on");
    QTest::newRow("vhdx") << QStringLiteral("vhdx") << QString();
    QTest::newRow("vdi") << QStringLiteral("vdi") << QString();
}

void TestCompressedDisk::opensContainers()
{
    QFETCH(QString, format);
    QFETCH(QString, options);
    const auto raw = path(QStringLiteral("container.raw"));
    QVERIFY(writeFile(raw, m_content.left(2 * kMiB)));
    const auto image = path(QStringLiteral("container.img"));
    const auto made = convertRaw(raw, format, options, image);
    QVERIFY2(made.ok, made.errors);
    for (const int kind : {0, 1, 3, 4}) {
        const auto bytes = packed(kKinds[kind], fileContent(image));
        FileRoom room(path(QStringLiteral("kept")));
        auto disk = openCompressedDisk(fileOf(bytes, QStringLiteral("container.gz")), kKinds[kind].packing,
                                       {.limits = {}, .room = &room}, {}, {});
        VERIFY_OK(disk);
        QVERIFY(fileContent(path(QStringLiteral("kept"))) == fileContent(image));
        QCOMPARE(disk->image.virtualSize, 2 * kMiB);
        const auto content = readByExtents(*disk->content);
        VERIFY_OK(content);
        QVERIFY(*content == m_content.left(2 * kMiB));
        VERIFY_OK(disk->content->close());
    }
}

void TestCompressedDisk::needsRoomForContainers()
{
    QVERIFY(writeFile(path(QStringLiteral("small.raw")), m_content.left(kMiB)));
    const auto image = path(QStringLiteral("small.qcow2"));
    const auto made = convertRaw(path(QStringLiteral("small.raw")), QStringLiteral("qcow2"), {}, image);
    QVERIFY2(made.ok, made.errors);
    const auto disk = openCompressedDisk(fileOf(packed(kKinds[0], fileContent(image)), QStringLiteral("q.gz")),
                                         Packing::Gzip, {}, {}, {});
    QVERIFY(!disk);
    QCOMPARE(disk.error().code(), ErrorCode::Unsupported);
}

void TestCompressedDisk::saysHowMuchRoomItNeeds()
{
    QVERIFY(writeFile(path(QStringLiteral("roomy.raw")), m_content));
    QVERIFY(
        convertRaw(path(QStringLiteral("roomy.raw")), QStringLiteral("qcow2"), {}, path(QStringLiteral("roomy"))).ok);
    const auto image = fileContent(path(QStringLiteral("roomy")));
    FileRoom room(path(QStringLiteral("room")));
    QList<qint64> asked;
    Unpacking unpacking;
    unpacking.room = &room;
    unpacking.expect = [&asked](qint64 bytes) -> Status {
        asked.append(bytes);
        return asked.size() == 1 ? Status() : fail(Error(ErrorCode::Refused, QStringLiteral("enough")));
    };
    const auto &xz = kKinds[1];
    const auto opened =
        openCompressedDisk(fileOf(packed(xz, image), QStringLiteral("roomy.xz")), xz.packing, unpacking, {}, {});
    VERIFY_OK(opened);
    QCOMPARE(asked, QList<qint64>{image.size()});
    QVERIFY(QFile::remove(path(QStringLiteral("room"))));
    const auto refused =
        openCompressedDisk(fileOf(packed(xz, image), QStringLiteral("roomy.xz")), xz.packing, unpacking, {}, {});
    QCOMPARE(refused.error().code(), ErrorCode::Refused);
    QVERIFY(!QFile::exists(path(QStringLiteral("room"))));
    // A raw disk is kept nowhere.
    VERIFY_OK(
        openCompressedDisk(fileOf(packed(xz, m_content), QStringLiteral("raw.xz")), xz.packing, unpacking, {}, {}));
    QCOMPARE(asked.size(), 2);
}

void TestCompressedDisk::tellsSizes_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<Packing>("packing");
    QTest::addColumn<bool>("tells");
    const auto row = [](const char *command, Packing packing, bool tells) {
        QTest::newRow(command) << QString::fromLatin1(command) << packing << tells;
    };
    row("gzip -c", Packing::Gzip, true);
    row("gzip -1 -c", Packing::Gzip, true);
    row("xz -1 -c", Packing::Xz, true);
    row("xz -1 -T2 --block-size=1MiB -c", Packing::Xz, true);
    row("bzip2 -c", Packing::Bzip2, false);
    row("zstd -q -c", Packing::Zstd, true);
    row("zstd -q -c <", Packing::Zstd, false); // whose length it does not know while it writes the header
}

void TestCompressedDisk::tellsSizes()
{
    QFETCH(const QString, command);
    QFETCH(const Packing, packing);
    QFETCH(const bool, tells);
    for (const auto &content : {m_content, QByteArray(m_content).replace('\0', 'x').left(1000), QByteArray("x")}) {
        QVERIFY(writeFile(path(QStringLiteral("told")), content));
        const auto run = runTool(QStringLiteral("sh"),
                                 {QStringLiteral("-c"), QStringLiteral("%1 \"$0\" >\"$0.packed\"").arg(command),
                                  path(QStringLiteral("told"))});
        QVERIFY2(run.ok, run.errors);
        const auto file = LocalFile::open(QFileInfo(path(QStringLiteral("told.packed"))).canonicalFilePath());
        VERIFY_OK(file);
        const auto told = toldSize(**file, packing);
        VERIFY_OK(told);
        QCOMPARE(*told, tells ? std::optional<qint64>(content.size()) : std::nullopt);
        // What is cut or something else says nothing, or something else; it is no error.
        const auto cut =
            fileOf(fileContent(path(QStringLiteral("told.packed"))).chopped(1), QStringLiteral("told.cut"));
        VERIFY_OK(toldSize(*cut, packing));
    }
    VERIFY_OK(toldSize(*fileOf("x", QStringLiteral("told.short")), packing));
}

void TestCompressedDisk::refusesLostContainer()
{
    // Its name says VMDK, its content nothing of the kind.
    const auto disk = openCompressedDisk(fileOf(packed(kKinds[0], m_content), QStringLiteral("disk.vmdk.gz")),
                                         Packing::Gzip, {}, {}, {});
    QVERIFY(!disk);
    QCOMPARE(disk.error().code(), ErrorCode::Corrupt);
    // An archive in it is no disk.
    QByteArray tar(1024, '\0');
    tar.replace(257, 5, "ustar");
    const auto archive =
        openCompressedDisk(fileOf(packed(kKinds[0], tar), QStringLiteral("a.tar.gz")), Packing::Gzip, {}, {}, {});
    QVERIFY(!archive);
    QCOMPARE(archive.error().code(), ErrorCode::Unsupported);
}

void TestCompressedDisk::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto disk = openCompressedDisk(fileOf(packed(kKinds[0], m_content), QStringLiteral("d.gz")), Packing::Gzip,
                                         {}, {}, stop.get_token());
    QVERIFY(!disk);
    QCOMPARE(disk.error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestCompressedDisk)
#include "tst_compressed_disk.moc"
