#include "crypto/multi_buffer_digest.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace sealift;

Q_DECLARE_METATYPE(sealift::HashUnit)

class TestMultiBufferDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithLibcrypto_data();
    void agreesWithLibcrypto();
    void takesEveryLengthAroundABlock_data();
    void takesEveryLengthAroundABlock();
    void everyUnitIsFastEnoughToBeOffered();

private:
    /// One row for each way that this processor has.
    static void units();

    std::mt19937 m_generator{7};
};

namespace {

QByteArray randomBytes(std::mt19937 &generator, std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(generator());
    return bytes;
}

/// What differs between sha256Each() and one message after the other; empty if nothing does.
QString difference(const std::vector<QByteArray> &messages, HashUnit unit)
{
    std::vector<ByteView> views;
    for (const auto &message : messages)
        views.push_back(viewOf(message));
    std::vector<Digest> digests(messages.size());
    sha256Each(views, digests, unit);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (digests[i] != sha256(views[i]))
            return QStringLiteral("message %1 of %2, %3 bytes").arg(i).arg(messages.size()).arg(messages[i].size());
    }
    return {};
}

} // namespace

void TestMultiBufferDigest::units()
{
    QTest::addColumn<HashUnit>("unit");
    for (const auto unit : availableHashUnits()) {
        const auto name = unit == HashUnit::Single ? "single" : unit == HashUnit::Avx2Lanes ? "avx2" : "avx512";
        QTest::newRow(name) << unit;
    }
}

void TestMultiBufferDigest::agreesWithLibcrypto_data()
{
    units();
}

void TestMultiBufferDigest::agreesWithLibcrypto()
{
    QFETCH(const HashUnit, unit);
    for (int round = 0; round < 60; ++round) {
        std::vector<QByteArray> messages;
        const auto count = m_generator() % 21;
        for (std::size_t i = 0; i < count; ++i)
            messages.push_back(randomBytes(m_generator, m_generator() % (i % 3 == 0 ? 200 : 20'000)));
        QCOMPARE(difference(messages, unit), QString());
    }
}

void TestMultiBufferDigest::takesEveryLengthAroundABlock_data()
{
    units();
}

void TestMultiBufferDigest::takesEveryLengthAroundABlock()
{
    QFETCH(const HashUnit, unit);
    std::vector<QByteArray> messages;
    for (std::size_t size = 0; size <= 200; ++size)
        messages.push_back(randomBytes(m_generator, size));
    QCOMPARE(difference(messages, unit), QString());
    // The same number of messages as there are lanes, one fewer, one more, and too few for lanes.
    for (const std::ptrdiff_t count : {1, 2, 3, 4, 5, 7, 8, 9})
        QCOMPARE(difference({messages.end() - count, messages.end()}, unit), QString());
}

void TestMultiBufferDigest::everyUnitIsFastEnoughToBeOffered()
{
    const auto message = randomBytes(m_generator, 1 << 20);
    const std::vector<ByteView> messages(8, viewOf(message));
    std::vector<Digest> digests(messages.size());
    const auto rate = [&](HashUnit unit) {
        QElapsedTimer timer;
        qint64 best = std::numeric_limits<qint64>::max();
        for (int turn = 0; turn < 5; ++turn) {
            timer.start();
            sha256Each(messages, digests, unit);
            best = std::min(best, timer.nsecsElapsed());
        }
        const auto megabytes = static_cast<double>(messages.size()) * (1 << 20) / 1e6;
        return megabytes / (static_cast<double>(best) / 1e9);
    };
    const auto single = rate(HashUnit::Single);
    const auto fastest = rate(fastestHashUnit());
    qInfo("SHA-256 of eight messages: %.0f MB/s by libcrypto, %.0f MB/s by the fastest unit", single, fastest);
    QVERIFY(fastest > single * 0.8);
}

QTEST_GUILESS_MAIN(TestMultiBufferDigest)

#include "tst_multi_buffer_digest.moc"
