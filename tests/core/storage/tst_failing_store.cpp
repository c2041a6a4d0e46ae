#include "support/failing_store.h"

#include "storage/folder_store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

class TestFailingStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passesOnWithoutFaults();
    void failsTheNthCall();
    void failsOnlyThePrefix();
    void failsAfterBytes();
    void losesTheAnswer();
    void delays();
    void hangsUntilStopped();

private:
    Status put(const QString &name, const QByteArray &bytes = "x", std::stop_token stop = {})
    {
        const auto view = viewOf(bytes);
        return m_store->put(name, std::span(&view, 1), PutMode::Replace, std::move(stop));
    }
    bool has(const QString &name) { return m_plain->size(name, {}).has_value(); }

    const Error m_error{ErrorCode::Network, QStringLiteral("cable cut")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<StoreFaults> m_faults;
    std::unique_ptr<ObjectStore> m_store;
    std::unique_ptr<ObjectStore> m_plain;
};

void TestFailingStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_faults = std::make_shared<StoreFaults>();
    m_plain = std::make_unique<FolderStore>(m_folder->path());
    m_store = std::make_unique<FailingStore>(std::make_unique<FolderStore>(m_folder->path()), m_faults);
}

void TestFailingStore::passesOnWithoutFaults()
{
    QVERIFY(m_store->create({}).has_value());
    QVERIFY(put(QStringLiteral("a"), "abc").has_value());
    QCOMPARE(m_store->size(QStringLiteral("a"), {}).value(), 3);
    QCOMPARE(m_store->readAll(QStringLiteral("a"), 3, {}).value(), QByteArray("abc"));
    QByteArray out(2, '\0');
    QVERIFY(m_store->read(QStringLiteral("a"), 1, mutableViewOf(out), {}).has_value());
    QCOMPARE(out, QByteArray("bc"));
    int listed = 0;
    QVERIFY(m_store
                ->list({},
                       [&listed](const ObjectInfo &) -> Status {
                           ++listed;
                           return {};
                       },
                       {})
                .has_value());
    QCOMPARE(listed, 1);
    QVERIFY(m_store->remove(QStringLiteral("a"), {}).has_value());
    for (const auto call : {StoreCall::Create, StoreCall::Put, StoreCall::Size, StoreCall::Read, StoreCall::ReadAll,
                            StoreCall::List, StoreCall::Remove})
        QCOMPARE(m_faults->calls(call), 1);
}

void TestFailingStore::failsTheNthCall()
{
    m_faults->add({.call = StoreCall::Put, .first = 2, .times = 2, .error = m_error});
    QList<bool> done;
    for (int i = 0; i < 5; ++i)
        done.append(put(QString::number(i)).has_value());
    QCOMPARE(done, QList<bool>({true, false, false, true, true}));
    QVERIFY(has(QStringLiteral("0")));
    QVERIFY(!has(QStringLiteral("1")));
    m_faults->add({.call = StoreCall::Remove, .error = m_error});
    const auto removed = m_store->remove(QStringLiteral("0"), {});
    QCOMPARE(removed.error().what(), m_error.what());
    QVERIFY(has(QStringLiteral("0")));
    m_faults->clear();
    QVERIFY(m_store->remove(QStringLiteral("0"), {}).has_value());
}

void TestFailingStore::failsOnlyThePrefix()
{
    m_faults->add({.call = StoreCall::Put, .prefix = QStringLiteral("index/"), .error = m_error});
    QVERIFY(put(QStringLiteral("data/a")).has_value());
    QVERIFY(!put(QStringLiteral("index/a")).has_value());
    QVERIFY(put(QStringLiteral("data/b")).has_value());
}

void TestFailingStore::failsAfterBytes()
{
    m_faults->add({.call = StoreCall::Put, .afterBytes = 10, .error = m_error});
    QVERIFY(put(QStringLiteral("a"), "123456").has_value());
    QVERIFY(put(QStringLiteral("b"), "1234").has_value());
    QVERIFY(!put(QStringLiteral("c"), "1").has_value());
    QVERIFY(!has(QStringLiteral("c")));
}

void TestFailingStore::losesTheAnswer()
{
    m_faults->add({.call = StoreCall::Put, .error = m_error, .answerLost = true});
    QVERIFY(!put(QStringLiteral("a")).has_value());
    QVERIFY(has(QStringLiteral("a")));
}

void TestFailingStore::delays()
{
    m_faults->add({.call = StoreCall::Put, .delay = 50ms});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(put(QStringLiteral("a")).has_value());
    QVERIFY(timer.elapsed() >= 50);
}

void TestFailingStore::hangsUntilStopped()
{
    m_faults->add({.call = StoreCall::Put, .hang = true});
    std::atomic<int> cancelled = 0;
    std::jthread thread([&](const std::stop_token &stop) {
        const auto done = put(QStringLiteral("a"), "x", stop);
        cancelled = !done && done.error().code() == ErrorCode::Cancelled ? 1 : -1;
    });
    QVERIFY(m_faults->waitForCalls(StoreCall::Put, 1));
    std::this_thread::sleep_for(20ms);
    QCOMPARE(cancelled.load(), 0);
    thread.request_stop();
    thread.join();
    QCOMPARE(cancelled.load(), 1);
    QVERIFY(!has(QStringLiteral("a")));
}

QTEST_APPLESS_MAIN(TestFailingStore)
#include "tst_failing_store.moc"
