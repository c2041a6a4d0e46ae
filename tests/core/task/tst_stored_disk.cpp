// A disk in a library is read anywhere, without reading all of it.

#include "task/stored_disk.h"

#include "library/image_catalog.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sealift;
using test::MemoryStore;

namespace {

constexpr qsizetype kChunk = 512 * 1024; // the least that is taken for a hole

/// Chunks of noise and of zeroes, and a last one that is shorter.
QByteArray sample()
{
    auto content = test::noise(20 * kChunk, 1);
    content += QByteArray(10 * kChunk, '\0');
    content += test::noise(3 * kChunk + 777, 2);
    return content;
}

} // namespace

class TestStoredDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsAnywhere();
    void knowsItsHoles();
    void fetchesWhatIsAskedFor();
    void damageIsNoticed();
    void stops();

private:
    std::unique_ptr<CryptoSession> m_session;
    QByteArray m_content = sample();
};

namespace {

/// A library with the disk in it.
struct Stored {
    explicit Stored(const QByteArray &content)
        : repository(test::createTestRepository(store))
        , blobs(test::storeBlobs(*repository, content, kChunk))
        , plan(FetchPlan::make(*repository, blobs, content.size(), QStringLiteral("disk")).value())
        , disk(openStoredDisk(*repository, plan, flow))
    {
    }

    MemoryStore store;
    std::unique_ptr<Repository> repository;
    std::vector<BlobId> blobs;
    FetchPlan plan;
    FlowControl flow;
    std::unique_ptr<BlockSource> disk;
};

} // namespace

void TestStoredDisk::initTestCase()
{
    m_session = CryptoSession::start().value();
}

void TestStoredDisk::cleanupTestCase()
{
    m_session.reset();
}

void TestStoredDisk::readsAnywhere()
{
    Stored stored(m_content);
    QCOMPARE(stored.disk->size(), qint64(m_content.size()));
    const auto reader = stored.disk->openReader().value();
    QByteArray whole(m_content.size(), 'x');
    QVERIFY(reader->read(0, mutableViewOf(whole), {}));
    QVERIFY(whole == m_content);
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        const auto offset = random.bounded(static_cast<int>(m_content.size()));
        const auto length =
            random.bounded(static_cast<int>(std::min<qsizetype>(3 * kChunk, m_content.size() - offset)) + 1);
        QByteArray part(length, 'x');
        QVERIFY(reader->read(offset, mutableViewOf(part), {}));
        QVERIFY(part == m_content.mid(offset, length));
    }
    QByteArray beyond(10, 'x');
    QVERIFY(!reader->read(m_content.size() - 5, mutableViewOf(beyond), {}));
    QVERIFY(stored.disk->checkUnchanged());
    QVERIFY(stored.disk->close());
}

void TestStoredDisk::knowsItsHoles()
{
    Stored stored(m_content);
    QList<Extent> extents;
    QVERIFY(stored.disk->forEachExtent(0, m_content.size(),
                                       [&](const Extent &extent) -> Status {
                                           extents.append(extent);
                                           return {};
                                       },
                                       {}));
    const QList<Extent> expected{{0, 20 * kChunk, ExtentKind::Data},
                                 {20 * kChunk, 10 * kChunk, ExtentKind::Hole},
                                 {30 * kChunk, 3 * kChunk + 777, ExtentKind::Data}};
    QCOMPARE(extents, expected);
}

void TestStoredDisk::fetchesWhatIsAskedFor()
{
    Stored stored(m_content);
    const auto reader = stored.disk->openReader().value();
    QByteArray part(1000, 'x');
    QVERIFY(reader->read(5 * kChunk + 3, mutableViewOf(part), {}));
    // The same blob again, and holes, cost nothing: they come with the tap turned off, too.
    stored.flow.pause();
    QVERIFY(reader->read(5 * kChunk + 7000, mutableViewOf(part), {}));
    QVERIFY(part == m_content.mid(5 * kChunk + 7000, part.size()));
    QVERIFY(reader->read(25 * kChunk, mutableViewOf(part), {}));
    QVERIFY(part == QByteArray(part.size(), '\0'));
}

void TestStoredDisk::damageIsNoticed()
{
    Stored stored(m_content);
    for (const auto &name : stored.store.names(QStringLiteral("data/")))
        stored.store.flipBit(name, 100);
    const auto reader = stored.disk->openReader().value();
    QByteArray part(m_content.size(), 'x');
    QCOMPARE(reader->read(0, mutableViewOf(part), {}).error().code(), ErrorCode::Corrupt);
}

void TestStoredDisk::stops()
{
    Stored stored(m_content);
    std::stop_source stop;
    stop.request_stop();
    const auto reader = stored.disk->openReader().value();
    QByteArray part(10, 'x');
    QCOMPARE(reader->read(0, mutableViewOf(part), stop.get_token()).error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestStoredDisk)
#include "tst_stored_disk.moc"
