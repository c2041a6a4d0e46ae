#include "crypto/crypto_session.h"
#include "library/blob_reader.h"
#include "library/repository.h"
#include "library/zero_blobs.h"
#include "support/memory_disk.h"
#include "support/memory_store.h"
#include "task/disk_export.h"
#include "task/disk_import.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kChunk = 1 << 20;

QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(generator.generate());
    return bytes;
}

struct Library {
    Library()
    {
        CreateOptions options;
        options.scrypt = ScryptParameters{16, 1, 1};
        auto created =
            Repository::create(std::make_unique<BorrowedStore>(store), QCA::SecureArray("secret"), options, {});
        if (created)
            repository = std::move(*created);
    }

    Result<ImportedDisk> import(BlockSource &source, const std::stop_token &stop = {})
    {
        BlobWriterOptions options;
        options.maxBlobSize = kChunk;
        options.packSize = 4 * kChunk;
        BlobWriter writer(*repository, options, flow, stop);
        DiskImportOptions disk;
        disk.pieces = pieces;
        auto imported = importDisk(source, writer, flow, disk, counters, stop);
        const auto finished = writer.finish();
        if (imported && !finished)
            return fail(finished.error());
        return imported;
    }

    Result<QByteArray> readBack(const ImportedDisk &disk)
    {
        SEALIFT_ASSIGN(const auto plan, FetchPlan::make(*repository, disk.content, disk.size, QStringLiteral("disk")));
        QByteArray content(disk.size, '\0');
        BlobReaderCounters fetched;
        const auto keep = [&content](const FetchPlan::Piece &piece, ByteView plain) -> Status {
            std::copy(plain.begin(), plain.end(), mutableViewOf(content).begin() + piece.offset);
            return {};
        };
        SEALIFT_TRY(fetchInOrder(*repository, plan, {}, flow, fetched, keep, {}));
        return content;
    }

    PieceSizes pieces{kChunk, kChunk};
    MemoryStore store;
    FlowControl flow;
    TransferCounters counters;
    std::unique_ptr<Repository> repository;
};

} // namespace

class TestDiskImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cutsAndRestores_data();
    void cutsAndRestores();
    void holesAreNeverRead();
    void namesAreThoseOfTheContent();
    void sameContentIsStoredOnce();
    void secondImportStoresNothing();
    void readErrorEndsTheImport();
    void storeErrorEndsTheImport();
    void changedSourceIsAnError();
    void stopEndsSoon();
    void pauseStopsReadingAndResumeCompletes();
    void holesMayBeLargerThanChunks();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestDiskImport::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY(session);
    m_session = std::move(*session);
}

void TestDiskImport::cutsAndRestores_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray(1, 'x');
    QTest::newRow("one sector of zeroes") << QByteArray(512, '\0');
    QTest::newRow("one chunk") << randomBytes(kChunk, 1);
    QTest::newRow("one chunk and a byte") << randomBytes(kChunk + 1, 2);
    QTest::newRow("zeroes at both ends") << QByteArray(kChunk + 7, '\0') + randomBytes(kChunk, 3) +
                                                QByteArray(3 * kChunk, '\0');
    QTest::newRow("compressible") << QByteArray("sealift ").repeated(700'000);
    QTest::newRow("several packs") << randomBytes(11 * kChunk + 12345, 4);
}

void TestDiskImport::cutsAndRestores()
{
    QFETCH(const QByteArray, content);
    Library library;
    QVERIFY(library.repository);
    MemoryDisk source(content);
    const auto imported = library.import(source);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().what()));
    QCOMPARE(imported->size, content.size());
    QCOMPARE(static_cast<qint64>(imported->content.size()), (content.size() + kChunk - 1) / kChunk);
    QCOMPARE(library.counters.done.load(), content.size());
    const auto back = library.readBack(*imported);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().what()));
    QVERIFY(*back == content);
}

void TestDiskImport::holesAreNeverRead()
{
    Library library;
    QByteArray content(10 * kChunk, '\0');
    const auto island = randomBytes(4096, 5);
    content.replace(5 * kChunk + 8192, island.size(), island);
    // The source lies about what is in the holes: nobody must look.
    QByteArray behind(10 * kChunk, 'h');
    behind.replace(5 * kChunk + 8192, island.size(), island);
    const auto start = 5 * kChunk + 8192;
    MemoryDisk source(behind, {{0, start, ExtentKind::Hole},
                               {start, 4096, ExtentKind::Data},
                               {start + 4096, behind.size() - start - 4096, ExtentKind::Zero}});
    const auto imported = library.import(source);
    QVERIFY(imported);
    QCOMPARE(source.bytesRead.load(), 4096);
    QCOMPARE(library.counters.bytesHole.load(), 9 * kChunk);
    const auto back = library.readBack(*imported);
    QVERIFY(back);
    QVERIFY(*back == content);
}

void TestDiskImport::namesAreThoseOfTheContent()
{
    Library library;
    const auto content = randomBytes(2 * kChunk, 6) + QByteArray(kChunk, '\0') + randomBytes(100, 7);
    MemoryDisk source(content);
    const auto imported = library.import(source);
    QVERIFY(imported);
    for (std::size_t i = 0; i < imported->content.size(); ++i)
        QCOMPARE(imported->content[i], sha256(viewOf(content.mid(static_cast<qsizetype>(i) * kChunk, kChunk))));
}

void TestDiskImport::sameContentIsStoredOnce()
{
    Library library;
    MemoryDisk source(randomBytes(kChunk, 8).repeated(20));
    QVERIFY(library.import(source));
    QCOMPARE(library.repository->index().entryCount(BlobType::Data), std::size_t{1});
    QCOMPARE(library.counters.bytesKnown.load(), 19 * kChunk);
}

void TestDiskImport::secondImportStoresNothing()
{
    Library library;
    const auto content = randomBytes(6 * kChunk, 9);
    MemoryDisk first(content);
    QVERIFY(library.import(first));
    const auto packs = library.store.names(QStringLiteral("data/"));
    MemoryDisk second(content);
    QVERIFY(library.import(second));
    QCOMPARE(library.store.names(QStringLiteral("data/")), packs);
}

void TestDiskImport::readErrorEndsTheImport()
{
    Library library;
    MemoryDisk source(randomBytes(12 * kChunk, 10));
    source.beforeRead = [](qint64 offset, qint64) -> std::optional<Error> {
        if (offset == 7 * kChunk)
            return Error(ErrorCode::Io, QStringLiteral("cannot read disk.raw: input/output error"));
        return std::nullopt;
    };
    const auto imported = library.import(source);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code(), ErrorCode::Io);
    QVERIFY(imported.error().what().contains(QLatin1String("disk.raw")));
}

void TestDiskImport::storeErrorEndsTheImport()
{
    Library library;
    library.store.beforeChange = [](const QString &name) -> std::optional<Error> {
        if (name.startsWith(QLatin1String("data/")))
            return Error(ErrorCode::NoSpace, QStringLiteral("no space left for %1").arg(name));
        return std::nullopt;
    };
    MemoryDisk source(randomBytes(64 * kChunk, 11));
    const auto imported = library.import(source);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code(), ErrorCode::NoSpace);
}

void TestDiskImport::changedSourceIsAnError()
{
    Library library;
    MemoryDisk source(randomBytes(kChunk, 12));
    source.changed = Error(ErrorCode::SourceChanged, QStringLiteral("disk.raw changed"));
    const auto imported = library.import(source);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code(), ErrorCode::SourceChanged);
}

void TestDiskImport::stopEndsSoon()
{
    Library library;
    std::stop_source stop;
    MemoryDisk source(randomBytes(64 * kChunk, 13));
    source.beforeRead = [&stop](qint64 offset, qint64) -> std::optional<Error> {
        if (offset >= 5 * kChunk)
            stop.request_stop();
        return std::nullopt;
    };
    const auto imported = library.import(source, stop.get_token());
    QVERIFY(!imported);
    QCOMPARE(imported.error().code(), ErrorCode::Cancelled);
    QVERIFY(source.bytesRead.load() < 32 * kChunk);
}

void TestDiskImport::pauseStopsReadingAndResumeCompletes()
{
    Library library;
    const auto content = randomBytes(48 * kChunk, 14);
    MemoryDisk source(content);
    source.beforeRead = [&library](qint64 offset, qint64) -> std::optional<Error> {
        if (offset == 8 * kChunk)
            library.flow.pause();
        return std::nullopt;
    };
    Result<ImportedDisk> imported = fail(Error::cancelled());
    std::jthread worker([&] { imported = library.import(source); });
    QTRY_VERIFY(library.flow.isPaused());
    QVERIFY(library.flow.waitIdle(std::chrono::seconds(5)));
    const auto read = source.bytesRead.load();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    QCOMPARE(source.bytesRead.load(), read);
    QVERIFY(read < content.size());
    library.flow.resume();
    worker.join();
    QVERIFY(imported);
    const auto back = library.readBack(*imported);
    QVERIFY(back && *back == content);
}

/// Data in the middle of a hole's piece, at the disk's ends, and written zeroes.
void TestDiskImport::holesMayBeLargerThanChunks()
{
    constexpr qint64 kHole = 8 * kChunk;
    QByteArray content(4 * kHole + kChunk + 512, '\0');
    const auto put = [&content](qint64 offset, qint64 size, quint32 seed) {
        content.replace(offset, size, randomBytes(size, seed));
    };
    put(3 * kChunk + 512, 2 * kChunk, 21);
    put(3 * kHole - 512, 1024, 22);
    put(content.size() - 512, 512, 23);
    Library library;
    library.pieces = {kChunk, kHole};
    MemoryDisk source(content, {{0, 3 * kChunk, ExtentKind::Hole},
                                {3 * kChunk, 3 * kChunk, ExtentKind::Data},
                                {6 * kChunk, 3 * kHole - 6 * kChunk - 512, ExtentKind::Hole},
                                {3 * kHole - 512, 1024, ExtentKind::Data},
                                {3 * kHole + 512, content.size() - 3 * kHole - 1024, ExtentKind::Hole},
                                {content.size() - 512, 512, ExtentKind::Data}});
    const auto imported = library.import(source);
    QVERIFY(imported);
    // Only the second of the five blocks holds no data.
    QCOMPARE(imported->content.size(), std::size_t{8 + 1 + 8 + 8 + 2});
    QCOMPARE(library.counters.done.load(), content.size());
    const auto back = library.readBack(*imported);
    QVERIFY(back && *back == content);
    const auto plan = FetchPlan::make(*library.repository, imported->content, imported->size, QStringLiteral("disk"));
    QVERIFY(plan && plan->isCutAt(kChunk) && !plan->isCutAt(kHole));
    QCOMPARE(exportChunkSize(*plan), kChunk);
    QCOMPARE(plan->dataBytes(), 5 * kChunk + 512);
}

QTEST_GUILESS_MAIN(TestDiskImport)
#include "tst_disk_import.moc"
