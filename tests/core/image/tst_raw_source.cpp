#include "image/raw_source.h"

#include "image_tools.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;

QByteArray randomBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937_64 random(7);
    for (auto &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

} // namespace

class RawSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holesAreHoles();
    void windowIntoAFile();
    void windowPastTheEnd();
    void manyReaders();
    void shrinksWhileRead();
    void shrinksBeforeItsHolesAreAsked();
    void changes_data();
    void changes();
    void blockDevice();
    void cancelled();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void RawSourceTest::holesAreHoles()
{
    const auto file = path(QStringLiteral("sparse.img"));
    QVERIFY(makeRawFile(file, 10 * kMiB + 100, {{kMiB, kMiB, 1}, {5 * kMiB, 4096, 2}, {10 * kMiB, 100, 3}}));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto extents = extentsOf(**source);
    VERIFY_OK(extents);
    const QList<Extent> expected{{0, kMiB, ExtentKind::Hole},
                                 {kMiB, kMiB, ExtentKind::Data},
                                 {2 * kMiB, 3 * kMiB, ExtentKind::Hole},
                                 {5 * kMiB, 4096, ExtentKind::Data},
                                 {5 * kMiB + 4096, 5 * kMiB - 4096, ExtentKind::Hole},
                                 {10 * kMiB, 100, ExtentKind::Data}};
    QCOMPARE(*extents, expected);

    QList<Extent> part;
    VERIFY_OK((*source)->forEachExtent(kMiB / 2, kMiB,
                                       [&](const Extent &extent) -> Status {
                                           part.append(extent);
                                           return {};
                                       },
                                       {}));
    QCOMPARE(part, (QList<Extent>{{kMiB / 2, kMiB / 2, ExtentKind::Hole}, {kMiB, kMiB / 2, ExtentKind::Data}}));

    const auto stopped = (*source)->forEachExtent(
        0, (*source)->size(),
        [](const Extent &) -> Status { return fail(Error(ErrorCode::NoSpace, QStringLiteral("full"))); }, {});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code(), ErrorCode::NoSpace);
    VERIFY_OK((*source)->close());
}

void RawSourceTest::windowIntoAFile()
{
    const auto bytes = randomBytes(3 * kMiB);
    const auto file = path(QStringLiteral("window"));
    QVERIFY(writeFile(file, bytes));
    auto opened = LocalFile::open(file);
    VERIFY_OK(opened);
    auto source = openRawSource(std::move(*opened), 512, kMiB + 7);
    VERIFY_OK(source);
    QCOMPARE((*source)->size(), kMiB + 7);
    const auto disk = readByExtents(**source);
    VERIFY_OK(disk);
    QVERIFY(*disk == bytes.mid(512, kMiB + 7));
}

void RawSourceTest::windowPastTheEnd()
{
    const auto file = path(QStringLiteral("short"));
    QVERIFY(writeFile(file, QByteArray(1000, 'x')));
    auto opened = LocalFile::open(file);
    VERIFY_OK(opened);
    const auto source = openRawSource(std::move(*opened), 512, 512);
    QVERIFY(!source);
    QCOMPARE(source.error().code(), ErrorCode::Corrupt);
}

void RawSourceTest::manyReaders()
{
    const auto bytes = randomBytes(16 * kMiB + 333);
    const auto file = path(QStringLiteral("random.img"));
    QVERIFY(writeFile(file, bytes));
    auto source = openPath(file);
    VERIFY_OK(source);
    QVERIFY((*source)->suggestedReaders() >= 1);
    std::atomic<qint64> next = 0;
    std::atomic<qint64> equal = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const auto reader = (*source)->openReader();
            QByteArray piece(100'000, '\0');
            for (qint64 at = 0; (at = next.fetch_add(piece.size())) < bytes.size();) {
                const auto length = std::min(piece.size(), bytes.size() - at);
                if (reader && (*reader)->read(at, mutableViewOf(piece).first(static_cast<std::size_t>(length)), {}) &&
                    memcmp(piece.constData(), bytes.constData() + at, static_cast<std::size_t>(length)) == 0)
                    equal += length;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(equal.load(), bytes.size());
    VERIFY_OK((*source)->checkUnchanged());
}

void RawSourceTest::shrinksWhileRead()
{
    const auto file = path(QStringLiteral("shrinking.img"));
    QVERIFY(writeFile(file, QByteArray(8 * kMiB, 'x')));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto reader = (*source)->openReader();
    VERIFY_OK(reader);
    QByteArray piece(kMiB, '\0');
    VERIFY_OK((*reader)->read(0, mutableViewOf(piece), {}));
    QCOMPARE(::truncate(QFile::encodeName(file).constData(), 2 * kMiB + 5), 0);
    const auto status = (*reader)->read(2 * kMiB, mutableViewOf(piece), {});
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::SourceChanged);
    QVERIFY2(status.error().what().contains(file) && status.error().what().contains(QStringLiteral("size")),
             qPrintable(status.error().what()));
}

void RawSourceTest::shrinksBeforeItsHolesAreAsked()
{
    const auto file = path(QStringLiteral("shrinking2.img"));
    QVERIFY(makeRawFile(file, 8 * kMiB, {{0, 4096, 1}, {7 * kMiB, 4096, 1}}));
    auto source = openPath(file);
    VERIFY_OK(source);
    QCOMPARE(::truncate(QFile::encodeName(file).constData(), kMiB), 0);
    const auto extents = extentsOf(**source);
    QVERIFY(!extents);
    QCOMPARE(extents.error().code(), ErrorCode::SourceChanged);
}

void RawSourceTest::changes_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("words");
    QTest::addRow("grows") << QStringLiteral("grow") << QStringLiteral("size");
    QTest::addRow("written to") << QStringLiteral("write") << QStringLiteral("time");
    QTest::addRow("written to, with its time set back") << QStringLiteral("hide") << QStringLiteral("change time");
}

void RawSourceTest::changes()
{
    QFETCH(const QString, how);
    QFETCH(const QString, words);
    const auto file = path(QStringLiteral("changing-") + how);
    const auto name = QFile::encodeName(file);
    QVERIFY(writeFile(file, QByteArray(kMiB, 'x')));
    auto source = openPath(file);
    VERIFY_OK(source);
    VERIFY_OK((*source)->checkUnchanged());
    struct stat before {
    };
    QCOMPARE(::stat(name.constData(), &before), 0);
    QTest::qSleep(20); // the clock of file times ticks in milliseconds
    if (how == QLatin1String("grow"))
        QCOMPARE(::truncate(name.constData(), kMiB + 1), 0);
    else
        QVERIFY(patchFile(file, 1000, "y"));
    if (how == QLatin1String("hide")) {
        const timespec times[2] = {before.st_atim, before.st_mtim};
        QCOMPARE(::utimensat(AT_FDCWD, name.constData(), times, 0), 0);
    }
    const auto status = (*source)->checkUnchanged();
    QVERIFY(!status);
    QCOMPARE(status.error().code(), ErrorCode::SourceChanged);
    QVERIFY2(status.error().what().contains(file) && status.error().what().contains(words),
             qPrintable(status.error().what()));
}

void RawSourceTest::blockDevice()
{
    const auto bytes = randomBytes(kMiB);
    const auto file = path(QStringLiteral("device.img"));
    QVERIFY(writeFile(file, bytes));
    const auto run = runTool(QStringLiteral("losetup"),
                             {QStringLiteral("--find"), QStringLiteral("--show"), QStringLiteral("--read-only"), file});
    if (!run.ok)
        QSKIP("no loop device can be had here");
    const auto device = QString::fromLocal8Bit(run.output).trimmed();
    auto source = openPath(device);
    const auto extents = source ? extentsOf(**source) : fail(source.error());
    const auto disk = source ? readByExtents(**source) : fail(source.error());
    const auto unchanged = source ? (*source)->checkUnchanged() : fail(source.error());
    runTool(QStringLiteral("losetup"), {QStringLiteral("--detach"), device});
    VERIFY_OK(extents);
    QCOMPARE(*extents, (QList<Extent>{{0, kMiB, ExtentKind::Data}}));
    VERIFY_OK(disk);
    QVERIFY(*disk == bytes);
    VERIFY_OK(unchanged);
}

void RawSourceTest::cancelled()
{
    const auto file = path(QStringLiteral("cancelled.img"));
    QVERIFY(writeFile(file, QByteArray(kMiB, 'x')));
    auto source = openPath(file);
    VERIFY_OK(source);
    const auto reader = (*source)->openReader();
    VERIFY_OK(reader);
    std::stop_source stop;
    stop.request_stop();
    QByteArray piece(kMiB, '\0');
    const auto read = (*reader)->read(0, mutableViewOf(piece), stop.get_token());
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::Cancelled);
    const auto extents = (*source)->forEachExtent(
        0, kMiB, [](const Extent &) { return Status(); }, stop.get_token());
    QVERIFY(!extents);
    QCOMPARE(extents.error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(RawSourceTest)
#include "tst_raw_source.moc"
