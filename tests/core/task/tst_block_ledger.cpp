#include "task/block_ledger.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <thread>
#include <vector>

using namespace sealift;

namespace {

Digest digestOf(qint64 index)
{
    const auto text = QByteArray::number(index);
    return sha256(viewOf(text));
}

} // namespace

class TestBlockLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderIsOneOrder();
    void notesWhatIsWithoutGaps();
    void beginsWhereItWas();
    void noteMayRefuse();
};

void TestBlockLedger::anyOrderIsOneOrder()
{
    constexpr qint64 kBlocks = 4000;
    Sha256 expected;
    for (qint64 i = 0; i < kBlocks; ++i)
        expected.add(digestOf(3 * i).bytes());
    const auto whole = expected.finish();
    BlockLedger ledger(0, {});
    std::vector<qint64> order(kBlocks);
    for (qint64 i = 0; i < kBlocks; ++i)
        order[static_cast<std::size_t>(i)] = i;
    std::shuffle(order.begin(), order.end(), std::mt19937(4711));
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread)
            threads.emplace_back([&ledger, &order, thread] {
                for (auto i = thread; i < order.size(); i += 4)
                    static_cast<void>(ledger.arrived(order[i], 3 * order[i], digestOf(3 * order[i])));
            });
    }
    QCOMPARE(ledger.checksum(), whole);
}

void TestBlockLedger::notesWhatIsWithoutGaps()
{
    std::vector<qint64> notes;
    BlockLedger ledger(0, [&notes](qint64 before) -> Status {
        notes.push_back(before);
        return {};
    });
    QVERIFY(ledger.arrived(1, 5, digestOf(5)));
    QVERIFY(ledger.flush());
    QVERIFY(notes.empty()); // block 2 is on its way still
    QVERIFY(ledger.arrived(0, 2, digestOf(2)));
    QVERIFY(ledger.flush());
    QVERIFY(ledger.flush());
    QCOMPARE(notes, std::vector<qint64>{6});
    // By itself it tells after some seconds, and not each block.
    for (qint64 i = 2; i < 100; ++i)
        QVERIFY(ledger.arrived(i, 10 + i, digestOf(i)));
    QCOMPARE(notes.size(), 1U);
    QTest::qWait(2100);
    QVERIFY(ledger.arrived(100, 110, digestOf(100)));
    QCOMPARE(notes.back(), 111);
}

void TestBlockLedger::beginsWhereItWas()
{
    std::vector<qint64> notes;
    BlockLedger ledger(50, [&notes](qint64 before) -> Status {
        notes.push_back(before);
        return {};
    });
    for (qint64 i = 0; i < 50; ++i)
        QVERIFY(ledger.arrived(i, i, digestOf(i)));
    QVERIFY(ledger.flush());
    QVERIFY(notes.empty());
    QVERIFY(ledger.arrived(50, 50, digestOf(50)));
    QVERIFY(ledger.flush());
    QCOMPARE(notes, std::vector<qint64>{51});
}

void TestBlockLedger::noteMayRefuse()
{
    BlockLedger ledger(0, [](qint64) -> Status { return fail(Error(ErrorCode::Locked, QStringLiteral("lost"))); });
    QVERIFY(ledger.arrived(0, 0, digestOf(0)));
    QCOMPARE(ledger.flush().error().code(), ErrorCode::Locked);
}

QTEST_APPLESS_MAIN(TestBlockLedger)
#include "tst_block_ledger.moc"
