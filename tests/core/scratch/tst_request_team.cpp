#include "scratch/request_team.h"

#include <QTest>

#include <set>

using namespace sealift;
using namespace std::chrono_literals;

/// The threads that share one large request on a scratch volume.
class TestRequestTeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesEachPartOnce_data();
    void doesEachPartOnce();
    void helpersTakePart();
    void aFailureIsReturnedAndStopsTheRest();
    void callersAtOnceDoNotDisturbOneAnother();
};

void TestRequestTeam::doesEachPartOnce_data()
{
    QTest::addColumn<unsigned>("helpers");
    QTest::addColumn<int>("parts");
    QTest::newRow("nothing to do") << 2U << 0;
    QTest::newRow("one part") << 2U << 1;
    QTest::newRow("no helpers") << 0U << 100;
    QTest::newRow("fewer parts than threads") << 7U << 3;
    QTest::newRow("many parts") << 3U << 1000;
}

void TestRequestTeam::doesEachPartOnce()
{
    QFETCH(const unsigned, helpers);
    QFETCH(const int, parts);
    RequestTeam team(helpers);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(parts));
        const auto done = team.run(calls.size(), [&](std::size_t part) -> Status {
            ++calls[part];
            return {};
        });
        QVERIFY(done);
        QVERIFY(std::all_of(calls.begin(), calls.end(), [](const auto &count) { return count == 1; }));
    }
}

void TestRequestTeam::helpersTakePart()
{
    RequestTeam team(2);
    std::mutex mutex;
    std::set<std::thread::id> threads;
    // Each part waits until three threads are at work: without helpers this would end by the time limit.
    const auto done = team.run(3, [&](std::size_t) -> Status {
        {
            const std::lock_guard lock(mutex);
            threads.insert(std::this_thread::get_id());
        }
        const auto limit = std::chrono::steady_clock::now() + 10s;
        while (std::chrono::steady_clock::now() < limit) {
            {
                const std::lock_guard lock(mutex);
                if (threads.size() == 3)
                    return {};
            }
            std::this_thread::sleep_for(1ms);
        }
        return {};
    });
    QVERIFY(done);
    QCOMPARE(threads.size(), std::size_t{3});
    QVERIFY(threads.contains(std::this_thread::get_id()));
}

void TestRequestTeam::aFailureIsReturnedAndStopsTheRest()
{
    RequestTeam team(3);
    std::atomic<int> begun = 0;
    const auto done = team.run(100'000, [&](std::size_t part) -> Status {
        ++begun;
        if (part == 10)
            return fail(Error(ErrorCode::NoSpace, QStringLiteral("part 10")));
        std::this_thread::sleep_for(10us);
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::NoSpace);
    QCOMPARE(done.error().what(), QStringLiteral("part 10"));
    QVERIFY2(begun < 50'000, qPrintable(QString::number(begun.load())));
    QVERIFY(team.run(5, [](std::size_t) { return Status(); }));
}

void TestRequestTeam::callersAtOnceDoNotDisturbOneAnother()
{
    RequestTeam team(2);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 4; ++caller) {
            callers.emplace_back([&, caller] {
                for (int round = 0; round < 200; ++round) {
                    std::atomic<int> sum = 0;
                    const bool fails = (caller + round) % 3 == 0;
                    const auto done = team.run(20, [&](std::size_t part) -> Status {
                        sum += static_cast<int>(part);
                        return fails && part == 19 ? Status(fail(Error::cancelled())) : Status();
                    });
                    // A part that was taken when another failed may not have begun: then the sum says nothing.
                    if (done.has_value() == fails || (!fails && sum != 190))
                        ++wrong;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestRequestTeam)
#include "tst_request_team.moc"
