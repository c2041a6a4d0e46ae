#include "contract/object_store_contract.h"

#include "base/buffer_pool.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <map>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace sealift::test {

namespace {

using namespace std::chrono_literals;

constexpr qint64 kMiB = 1024 * 1024;
const QString kPack = QStringLiteral("data/4f/4f1a");

QByteArray content(qsizetype size, quint64 seed = 1)
{
    QByteArray bytes((size + 7) / 8 * 8, Qt::Uninitialized);
    std::mt19937_64 random(seed);
    for (qsizetype at = 0; at < bytes.size(); at += 8) {
        const auto value = random();
        std::memcpy(bytes.data() + at, &value, sizeof(value));
    }
    bytes.truncate(size);
    return bytes;
}

Status put(ObjectStore &store, const QString &name, const QByteArray &bytes, PutMode mode = PutMode::CreateNew)
{
    const auto view = viewOf(bytes);
    return store.put(name, std::span(&view, 1), mode, {});
}

Result<QByteArray> get(ObjectStore &store, const QString &name)
{
    return store.readAll(name, 1024 * kMiB, {});
}

std::optional<ErrorCode> codeOf(const Status &status)
{
    return status ? std::nullopt : std::optional(status.error().code());
}

template <typename T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code());
}

} // namespace

#define VERIFY_OK(...)                                                                                                 \
    do {                                                                                                               \
        const auto verified = (__VA_ARGS__);                                                                           \
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().what()));                           \
    } while (false)
#define VERIFY_CODE(expected, ...) QCOMPARE(codeOf(__VA_ARGS__), std::optional(expected))

void ObjectStoreContract::init()
{
    const auto made = makePlace();
    if (!made && made.error().code() == ErrorCode::Unsupported)
        QSKIP(qPrintable(made.error().what()));
    VERIFY_OK(made);
    m_store = openPlace();
    VERIFY_OK(m_store->create({}));
}

void ObjectStoreContract::cleanup()
{
    m_store.reset();
}

QStringList ObjectStoreContract::namesIn(const QString &prefix)
{
    QStringList names;
    const auto listed = m_store->list(prefix,
                                      [&names](const ObjectInfo &info) -> Status {
                                          names.append(info.name);
                                          return {};
                                      },
                                      {});
    if (!listed)
        names.append(listed.error().what());
    names.sort();
    return names;
}

void ObjectStoreContract::createIsIdempotent()
{
    VERIFY_OK(put(*m_store, kPack, "x"));
    VERIFY_OK(m_store->create({}));
    VERIFY_OK(openPlace()->create({}));
    QCOMPARE(get(*m_store, kPack).value(), QByteArray("x"));
    QVERIFY(!m_store->location().isEmpty());
    QVERIFY(m_store->suggestedConcurrency() >= 1);
}

void ObjectStoreContract::returnsWhatWasPut_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 511, 4095, 4096, 4097, 100000})
        QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
    for (const qsizetype size : {1, 4, 16, 33}) {
        QTest::addRow("%lld MiB", static_cast<long long>(size)) << size * kMiB;
        QTest::addRow("%lld MiB less 1", static_cast<long long>(size)) << size * kMiB - 1;
        QTest::addRow("%lld MiB and 4097", static_cast<long long>(size)) << size * kMiB + 4097;
    }
}

void ObjectStoreContract::returnsWhatWasPut()
{
    QFETCH(const qsizetype, size);
    const auto bytes = content(size);
    VERIFY_OK(put(*m_store, kPack, bytes));
    QCOMPARE(m_store->size(kPack, {}).value(), size);
    QVERIFY(get(*m_store, kPack).value() == bytes);
    auto out = QByteArray(size, '\0');
    VERIFY_OK(m_store->read(kPack, 0, mutableViewOf(out), {}));
    QVERIFY(out == bytes);
}

void ObjectStoreContract::joinsParts_data()
{
    QTest::addColumn<std::vector<std::size_t>>("sizes");
    QTest::addColumn<std::size_t>("shift"); // of every part against its page
    using Sizes = std::vector<std::size_t>;
    QTest::newRow("no parts") << Sizes{} << std::size_t{0};
    QTest::newRow("empty parts") << Sizes{0, 0, 5, 0} << std::size_t{0};
    QTest::newRow("small ones") << Sizes(100, 33) << std::size_t{0};
    QTest::newRow("pages") << Sizes(600, 4096) << std::size_t{0};
    QTest::newRow("whole buffers and a tail") << Sizes{kMiB, kMiB, kMiB, 777} << std::size_t{0};
    QTest::newRow("sealed blobs") << Sizes{kMiB + 32, kMiB + 32, kMiB + 32, 9000} << std::size_t{0};
    QTest::newRow("a header in front") << Sizes{32, 2 * kMiB, 2 * kMiB} << std::size_t{0};
    QTest::newRow("one large unaligned part") << Sizes{6 * kMiB + 1} << std::size_t{8};
    QTest::newRow("pages and less by turns") << Sizes{4096, 1, kMiB, 4095, 5 * kMiB, 8191, 4096} << std::size_t{0};
    QTest::newRow("unaligned parts") << Sizes{kMiB, 4096, 3 * kMiB, 100} << std::size_t{1};
}

void ObjectStoreContract::joinsParts()
{
    QFETCH(const std::vector<std::size_t>, sizes);
    QFETCH(const std::size_t, shift);
    const auto largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    BufferPool pool(largest + shift + 1, sizes.size() + 1);
    std::vector<PooledBuffer> buffers;
    std::vector<ByteView> parts;
    QByteArray whole;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        buffers.push_back(std::move(*pool.acquire({})));
        const auto bytes = content(static_cast<qsizetype>(sizes[i]), i + 1);
        const auto part = buffers.back().bytes().subspan(shift, sizes[i]);
        std::copy(viewOf(bytes).begin(), viewOf(bytes).end(), part.begin());
        parts.push_back(part);
        whole += bytes;
    }
    VERIFY_OK(m_store->put(kPack, parts, PutMode::CreateNew, {}));
    QVERIFY(get(*m_store, kPack).value() == whole);
}

void ObjectStoreContract::anotherStoreSeesTheObjects()
{
    VERIFY_OK(put(*m_store, kPack, "seen"));
    const auto other = openPlace();
    QCOMPARE(get(*other, kPack).value(), QByteArray("seen"));
    QCOMPARE(other->location(), m_store->location());
    VERIFY_OK(other->remove(kPack, {}));
    VERIFY_CODE(ErrorCode::NotFound, get(*m_store, kPack));
}

void ObjectStoreContract::absentObjects()
{
    VERIFY_OK(put(*m_store, kPack, "there"));
    for (const auto *name : {"config", "data/4f/4f1b", "data/ff/ff00", "data/4f", "data", "keys/x"}) {
        const auto absent = QString::fromLatin1(name);
        QByteArray out(1, '\0');
        VERIFY_CODE(ErrorCode::NotFound, m_store->size(absent, {}));
        VERIFY_CODE(ErrorCode::NotFound, m_store->read(absent, 0, mutableViewOf(out), {}));
        VERIFY_CODE(ErrorCode::NotFound, m_store->readAll(absent, 10, {}));
    }
    QCOMPARE(namesIn(QStringLiteral("keys/")), QStringList());
    QCOMPARE(namesIn(QStringLiteral("data/ff/")), QStringList());
}

void ObjectStoreContract::badNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("absolute") << QStringLiteral("/etc/passwd");
    QTest::newRow("slash behind") << QStringLiteral("keys/");
    QTest::newRow("two slashes") << QStringLiteral("data//4f");
    QTest::newRow("dot") << QStringLiteral("data/./4f");
    QTest::newRow("dot dot") << QStringLiteral("../config");
    QTest::newRow("dot dot inside") << QStringLiteral("data/../config");
    QTest::newRow("space") << QStringLiteral("a b");
    QTest::newRow("backslash") << QStringLiteral("a\\b");
    QTest::newRow("new line") << QStringLiteral("a\nb");
    QTest::newRow("zero") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("letter beyond ASCII") << QStringLiteral("\u00e4");
    QTest::newRow("percent") << QStringLiteral("a%2fb");
}

void ObjectStoreContract::badNames()
{
    QFETCH(const QString, name);
    QByteArray out(1, '\0');
    VERIFY_CODE(ErrorCode::InvalidArgument, put(*m_store, name, "x"));
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->size(name, {}));
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->read(name, 0, mutableViewOf(out), {}));
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->readAll(name, 10, {}));
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->remove(name, {}));
    QCOMPARE(namesIn({}), QStringList());
}

void ObjectStoreContract::badPrefixes_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("no folder") << QStringLiteral("data");
    QTest::newRow("half a name") << QStringLiteral("data/4f");
    QTest::newRow("upwards") << QStringLiteral("../");
    QTest::newRow("root") << QStringLiteral("/");
    QTest::newRow("two slashes") << QStringLiteral("data//");
}

void ObjectStoreContract::badPrefixes()
{
    QFETCH(const QString, prefix);
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->list(prefix, [](const ObjectInfo &) { return Status(); }, {}));
}

void ObjectStoreContract::replaceTakesThePlace()
{
    const auto large = content(3 * kMiB);
    VERIFY_OK(put(*m_store, kPack, large, PutMode::Replace));
    VERIFY_OK(put(*m_store, kPack, "small", PutMode::Replace));
    QCOMPARE(get(*m_store, kPack).value(), QByteArray("small"));
    VERIFY_OK(put(*m_store, kPack, large, PutMode::Replace));
    QVERIFY(get(*m_store, kPack).value() == large);
    QCOMPARE(namesIn({}), QStringList{kPack});
}

void ObjectStoreContract::createNewLeavesWhatIsThere()
{
    VERIFY_OK(put(*m_store, kPack, "first"));
    VERIFY_CODE(ErrorCode::AlreadyExists, put(*m_store, kPack, "second"));
    QCOMPARE(get(*m_store, kPack).value(), QByteArray("first"));
    VERIFY_OK(m_store->remove(kPack, {}));
    VERIFY_OK(put(*m_store, kPack, "third"));
    QCOMPARE(get(*m_store, kPack).value(), QByteArray("third"));
}

void ObjectStoreContract::createNewHasOneWinner()
{
    constexpr int kThreads = 8;
    for (int round = 0; round < 10; ++round) {
        const auto name = QStringLiteral("locks/%1").arg(round);
        std::atomic<int> ready = 0;
        std::atomic<int> winner = -1;
        std::atomic<int> winners = 0;
        std::atomic<int> losers = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < kThreads; ++t) {
                threads.emplace_back([&, t] {
                    const auto bytes = QByteArray::number(t).repeated(20000);
                    const auto store = t % 2 == 0 ? nullptr : openPlace();
                    ++ready;
                    while (ready < kThreads)
                        std::this_thread::yield();
                    const auto done = put(store ? *store : *m_store, name, bytes);
                    if (done) {
                        winner = t;
                        ++winners;
                    } else if (done.error().code() == ErrorCode::AlreadyExists) {
                        ++losers;
                    }
                });
            }
        }
        QCOMPARE(winners.load(), 1);
        QCOMPARE(losers.load(), kThreads - 1);
        QVERIFY(get(*m_store, name).value() == QByteArray::number(winner).repeated(20000));
    }
    QCOMPARE(namesIn({}).size(), 10);
}

void ObjectStoreContract::replaceIsNeverSeenHalfDone()
{
    const auto version = [](int number) { return QByteArray(100000 + number * 1000, static_cast<char>('a' + number)); };
    VERIFY_OK(put(*m_store, kPack, version(0)));
    std::atomic<bool> writing = true;
    std::atomic<int> wrong = 0;
    std::atomic<int> reads = 0;
    {
        std::vector<std::jthread> readers;
        for (int t = 0; t < 2; ++t) {
            readers.emplace_back([&] {
                while (writing || reads == 0) {
                    const auto bytes = get(*m_store, kPack);
                    const bool whole = bytes && !bytes->isEmpty() && *bytes == version(bytes->front() - 'a');
                    wrong += whole ? 0 : 1;
                    ++reads;
                }
            });
        }
        std::vector<std::jthread> writers;
        for (int t = 0; t < 4; ++t) {
            writers.emplace_back([&, t] {
                for (int i = 0; i < 10; ++i)
                    wrong += put(*m_store, kPack, version((t * 10 + i) % 26), PutMode::Replace) ? 0 : 1;
            });
        }
        writers.clear();
        writing = false;
    }
    QCOMPARE(wrong.load(), 0);
    QVERIFY(reads > 0);
    QCOMPARE(namesIn({}), QStringList{kPack});
}

void ObjectStoreContract::readsRanges_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *name, qint64 offset, qint64 size, bool inside) {
        QTest::newRow(name) << offset << size << inside;
    };
    row("all", 0, 5 * kMiB + 3, true);
    row("first byte", 0, 1, true);
    row("last byte", 5 * kMiB + 2, 1, true);
    row("middle", 1234567, 2345678, true);
    row("across pages", 4090, 20, true);
    row("nothing", 100, 0, true);
    row("one byte too many", 0, 5 * kMiB + 4, false);
    row("begins at the end", 5 * kMiB + 3, 1, false);
    row("begins behind the end", 50 * kMiB, 1, false);
    row("ends behind the end", 5 * kMiB, 100, false);
}

void ObjectStoreContract::readsRanges()
{
    QFETCH(const qint64, offset);
    QFETCH(const qint64, size);
    QFETCH(const bool, inside);
    const auto bytes = content(5 * kMiB + 3);
    VERIFY_OK(put(*m_store, kPack, bytes));
    QByteArray out(size, '\0');
    const auto done = m_store->read(kPack, offset, mutableViewOf(out), {});
    if (inside) {
        VERIFY_OK(done);
        QVERIFY(out == bytes.mid(offset, size));
    } else {
        VERIFY_CODE(ErrorCode::Corrupt, done);
    }
    out.resize(1);
    VERIFY_CODE(ErrorCode::InvalidArgument, m_store->read(kPack, -1, mutableViewOf(out), {}));
}

void ObjectStoreContract::readAllKeepsToItsLimit()
{
    VERIFY_OK(put(*m_store, kPack, content(1000)));
    QCOMPARE(m_store->readAll(kPack, 1000, {}).value(), content(1000));
    VERIFY_CODE(ErrorCode::LimitExceeded, m_store->readAll(kPack, 999, {}));
    VERIFY_CODE(ErrorCode::LimitExceeded, m_store->readAll(kPack, 0, {}));
    VERIFY_OK(put(*m_store, QStringLiteral("empty"), {}));
    QCOMPARE(m_store->readAll(QStringLiteral("empty"), 0, {}).value(), QByteArray());
}

void ObjectStoreContract::truncatedObjectIsCorrupt()
{
    VERIFY_OK(put(*m_store, kPack, content(200000)));
    QVERIFY(truncateObject(kPack, 150000));
    QByteArray out(100000, '\0');
    VERIFY_OK(m_store->read(kPack, 50000, mutableViewOf(out), {}));
    VERIFY_CODE(ErrorCode::Corrupt, m_store->read(kPack, 50001, mutableViewOf(out), {}));
    QCOMPARE(m_store->size(kPack, {}).value(), 150000);
}

void ObjectStoreContract::listsFoldersWithSizes()
{
    const std::map<QString, qint64> objects{
        {QStringLiteral("config"), 155},          {QStringLiteral("keys/aa"), 0},
        {QStringLiteral("keys/bb"), 450},         {QStringLiteral("data/00/00ff"), 4096},
        {QStringLiteral("data/4f/4f1a"), 100000}, {QStringLiteral("data/4f/4f1b"), 1},
        {QStringLiteral("data2/x"), 7},           {QStringLiteral("snapshots/a-b_c.D9"), 3}};
    for (const auto &[name, size] : objects)
        VERIFY_OK(put(*m_store, name, content(size)));
    for (const auto *prefix : {"", "keys/", "data/", "data/4f/", "data2/", "index/"}) {
        const auto folder = QString::fromLatin1(prefix);
        std::map<QString, qint64> expected = objects;
        std::erase_if(expected, [&folder](const auto &object) { return !object.first.startsWith(folder); });
        std::map<QString, qint64> listed;
        int calls = 0;
        VERIFY_OK(m_store->list(folder,
                                [&](const ObjectInfo &info) -> Status {
                                    listed[info.name] = info.size;
                                    ++calls;
                                    return {};
                                },
                                {}));
        QVERIFY2(listed == expected, prefix);
        QCOMPARE(calls, static_cast<int>(expected.size()));
    }
}

void ObjectStoreContract::listEndsAtTheFirstError()
{
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(put(*m_store, QStringLiteral("index/%1").arg(i), "x"));
    int calls = 0;
    const auto listed = m_store->list(QStringLiteral("index/"),
                                      [&calls](const ObjectInfo &) -> Status {
                                          if (++calls == 3)
                                              return fail(Error(ErrorCode::WrongPassword, QStringLiteral("enough")));
                                          return {};
                                      },
                                      {});
    VERIFY_CODE(ErrorCode::WrongPassword, listed);
    QCOMPARE(listed.error().what(), QStringLiteral("enough"));
    QCOMPARE(calls, 3);
}

void ObjectStoreContract::listsManyObjects()
{
    const int count = longListing();
    constexpr int kThreads = 8;
    const auto nameOf = [](int number) {
        const auto hex = QStringLiteral("%1").arg(number * 7919 % 65536, 4, 16, QLatin1Char('0'));
        return QStringLiteral("data/%1/%2-%3").arg(hex.left(2), hex, QString::number(number));
    };
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = t; i < count; i += kThreads)
                    failures += put(*m_store, nameOf(i), "1") ? 0 : 1;
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QStringList expected;
    for (int i = 0; i < count; ++i)
        expected.append(nameOf(i));
    expected.sort();
    QVERIFY(namesIn(QStringLiteral("data/")) == expected);
}

void ObjectStoreContract::listBesideChanges()
{
    QStringList lasting;
    for (int i = 0; i < 50; ++i) {
        lasting.append(QStringLiteral("index/lasting-%1").arg(i, 2, 10, QLatin1Char('0')));
        VERIFY_OK(put(*m_store, lasting.last(), "x"));
    }
    std::jthread changing([this](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
            const auto name = QStringLiteral("index/passing-%1").arg(i % 30);
            static_cast<void>(put(*m_store, name, "y", PutMode::Replace));
            static_cast<void>(m_store->remove(QStringLiteral("index/passing-%1").arg((i + 15) % 30), {}));
        }
    });
    for (int i = 0; i < 20; ++i) {
        auto names = namesIn(QStringLiteral("index/"));
        names.erase(std::remove_if(names.begin(), names.end(),
                                   [](const auto &name) { return name.startsWith(QLatin1String("index/passing-")); }),
                    names.end());
        QCOMPARE(names, lasting);
    }
}

void ObjectStoreContract::removeIsIdempotent()
{
    VERIFY_OK(m_store->remove(kPack, {}));
    VERIFY_OK(put(*m_store, kPack, "x"));
    VERIFY_OK(put(*m_store, QStringLiteral("data/4f/4f1b"), "y"));
    VERIFY_OK(m_store->remove(kPack, {}));
    VERIFY_OK(m_store->remove(kPack, {}));
    VERIFY_CODE(ErrorCode::NotFound, m_store->size(kPack, {}));
    QCOMPARE(namesIn({}), QStringList{QStringLiteral("data/4f/4f1b")});
}

void ObjectStoreContract::obeysAnEarlierStop()
{
    VERIFY_OK(put(*m_store, kPack, "x"));
    std::stop_source source;
    source.request_stop();
    const auto stop = source.get_token();
    const auto bytes = content(10);
    const auto view = viewOf(bytes);
    QByteArray out(1, '\0');
    VERIFY_CODE(ErrorCode::Cancelled, m_store->create(stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->put(QStringLiteral("new"), std::span(&view, 1), PutMode::Replace, stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->size(kPack, stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->read(kPack, 0, mutableViewOf(out), stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->readAll(kPack, 10, stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->remove(kPack, stop));
    VERIFY_CODE(ErrorCode::Cancelled, m_store->list(
                                          {}, [](const ObjectInfo &) { return Status(); }, stop));
    QCOMPARE(namesIn({}), QStringList{kPack});
}

void ObjectStoreContract::stoppedPutLeavesNothing()
{
    VERIFY_OK(put(*m_store, QStringLiteral("old"), "old"));
    const auto piece = content(4 * kMiB);
    const std::vector<ByteView> parts(512, viewOf(piece)); // 2 GiB: no store is done with that in 20 ms.
    for (const auto &name : {QStringLiteral("new"), QStringLiteral("old")}) {
        std::stop_source source;
        QElapsedTimer sinceStop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(20ms);
            sinceStop.start();
            source.request_stop();
        });
        const auto done = m_store->put(name, parts, PutMode::Replace, source.get_token());
        stopper.join();
        VERIFY_CODE(ErrorCode::Cancelled, done);
        QVERIFY2(sinceStop.elapsed() < 1000, QByteArray::number(sinceStop.elapsed()).constData());
    }
    QCOMPARE(namesIn({}), QStringList{QStringLiteral("old")});
    QCOMPARE(get(*m_store, QStringLiteral("old")).value(), QByteArray("old"));
}

void ObjectStoreContract::listObeysAStop()
{
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(put(*m_store, QStringLiteral("index/%1").arg(i), "x"));
    std::stop_source source;
    int calls = 0;
    const auto listed = m_store->list(
        QStringLiteral("index/"),
        [&](const ObjectInfo &) -> Status {
            ++calls;
            source.request_stop();
            return {};
        },
        source.get_token());
    VERIFY_CODE(ErrorCode::Cancelled, listed);
    QCOMPARE(calls, 1);
}

void ObjectStoreContract::servesManyThreads()
{
    constexpr int kThreads = 8;
    constexpr int kEach = 12;
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < kEach; ++i) {
                    const auto name = QStringLiteral("data/%1%2/%3").arg(i % 3).arg(t % 4).arg(t * kEach + i);
                    const auto bytes = content(i * 70001, static_cast<quint64>(t * kEach + i));
                    wrong += put(*m_store, name, bytes) ? 0 : 1;
                    wrong += get(*m_store, name).value_or(QByteArray("none")) == bytes ? 0 : 1;
                    wrong += m_store->size(name, {}).value_or(-1) == bytes.size() ? 0 : 1;
                    wrong +=
                        m_store->list(QStringLiteral("data/"), [](const ObjectInfo &) { return Status(); }, {}) ? 0 : 1;
                    if (i % 2 == 0)
                        wrong += m_store->remove(name, {}) ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(namesIn({}).size(), kThreads * kEach / 2);
}

void ObjectStoreContract::errorsNameObjectAndPlace()
{
    VERIFY_OK(put(*m_store, kPack, "x"));
    QByteArray out(10, '\0');
    const std::vector<Error> errors{
        put(*m_store, kPack, "y").error(), m_store->size(QStringLiteral("data/4f/absent"), {}).error(),
        m_store->readAll(QStringLiteral("data/4f/absent"), 10, {}).error(),
        m_store->read(kPack, 0, mutableViewOf(out), {}).error(), m_store->readAll(kPack, 0, {}).error()};
    for (const auto &error : errors) {
        QVERIFY2(error.what().contains(QLatin1String("data/4f/")), qPrintable(error.what()));
        QVERIFY2(error.what().contains(m_store->location()), qPrintable(error.what()));
    }
}

} // namespace sealift::test
