#include "crypto/crypto_session.h"
#include "library/pack_finisher.h"
#include "library/pack_header.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <set>
#include <thread>

using namespace sealift;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kTarget = 32 * 1024;
constexpr int kPacks = 23;

/// Packs on their way from an assembler to a finisher.
class Line
{
public:
    explicit Line(std::size_t together)
        : key(SealingKey::random())
        , pool(PackAssembler::bufferSize(kTarget, kTarget), kPacks)
        , complete(kPacks)
        , assembler(BlobType::Data, kTarget, pool,
                    [this](std::shared_ptr<OpenPack> pack) { QVERIFY(complete.push(std::move(pack), {})); })
        , finisher(complete, key, together)
    {
    }

    /// A pack with one blob, different in size and content from every other.
    void addPack(int number)
    {
        Digest id;
        std::memcpy(id.mutableBytes().data(), &number, sizeof number);
        auto slot = assembler.reserve(id, kTarget - static_cast<std::size_t>(100 * number), 0, {});
        QVERIFY(slot);
        std::fill(slot->bytes.begin(), slot->bytes.end(), static_cast<std::byte>(number));
        assembler.commit(std::move(*slot));
        assembler.flush();
    }

    SealingKey key;
    BufferPool pool;
    BoundedQueue<std::shared_ptr<OpenPack>> complete;
    PackAssembler assembler;
    PackFinisher finisher;
};

} // namespace

class TestPackFinisher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPackIsNamedAndHandedOutOnce_data();
    void everyPackIsNamedAndHandedOutOnce();
    void packsAreFinishedWhileOthersAreBeingFilled();
    void waitersEndOnStop();
};

void TestPackFinisher::everyPackIsNamedAndHandedOutOnce_data()
{
    QTest::addColumn<std::size_t>("together");
    QTest::newRow("one by one") << std::size_t{1};
    QTest::newRow("side by side") << std::size_t{8};
}

void TestPackFinisher::everyPackIsNamedAndHandedOutOnce()
{
    QFETCH(const std::size_t, together);
    Line line(together);
    for (int i = 0; i < kPacks; ++i)
        line.addPack(i);
    line.complete.close();

    std::mutex mutex;
    std::set<QString> names;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                BlobSealer sealer(line.key);
                while (true) {
                    auto pack = line.finisher.next({});
                    QVERIFY(pack);
                    if (!*pack)
                        return;
                    QCOMPARE((*pack)->id, sha256((*pack)->bytes));
                    // The header names what lies before it.
                    const auto body = (*pack)->pack->used();
                    constexpr std::size_t kLength = kPackHeaderOverhead - BlobSealer::kOverhead;
                    const auto header = (*pack)->bytes.first((*pack)->bytes.size() - kLength).subspan(body);
                    std::vector<std::byte> sealed(header.begin(), header.end());
                    const auto entries = openPackHeader(sealed, static_cast<qint64>((*pack)->bytes.size()), sealer);
                    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().what()));
                    QCOMPARE(entries->size(), std::size_t{1});
                    QCOMPARE(std::size_t{entries->front().length}, body);
                    const std::lock_guard lock(mutex);
                    names.insert((*pack)->id.hex());
                }
            });
        }
    }
    QCOMPARE(names.size(), std::size_t{kPacks});
}

void TestPackFinisher::packsAreFinishedWhileOthersAreBeingFilled()
{
    Line line(8);
    line.addPack(0);
    // The queue is still open: nothing may wait for eight.
    const auto first = line.finisher.next({});
    QVERIFY(first && *first);
    line.addPack(1);
    const auto second = line.finisher.next({});
    QVERIFY(second && *second);
    QVERIFY((*first)->id != (*second)->id);
}

void TestPackFinisher::waitersEndOnStop()
{
    Line line(8);
    std::stop_source stop;
    std::atomic<int> ended = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 3; ++t) {
            threads.emplace_back([&] {
                const auto pack = line.finisher.next(stop.get_token());
                if (pack && !*pack)
                    ++ended;
            });
        }
        std::this_thread::sleep_for(20ms);
        QCOMPARE(ended.load(), 0);
        stop.request_stop();
    }
    QCOMPARE(ended.load(), 3);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestPackFinisher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pack_finisher.moc"
