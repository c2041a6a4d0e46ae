#include "crypto/crypto_session.h"
#include "crypto/locked_heap.h"
#include "crypto/openssl_handles.h"
#include "crypto/random.h"
#include "crypto/xts_cipher.h"

#include "support/locked_page.h"

#include <QTest>

#include <openssl/crypto.h>

#include <memory>
#include <numeric>
#include <thread>
#include <vector>

using namespace sealift;
using namespace sealift::test;

namespace {

// IEEE Std 1619, annex B, vectors 10 to 14: one key, one plaintext, five data unit numbers.
constexpr auto kKey = "2718281828459045235360287471352662497757247093699959574966967627"
                      "3141592653589793238462643383279502884197169399375105820974944592";
constexpr int kUnit = 512;

QByteArray countingUp()
{
    QByteArray bytes(kUnit, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    return bytes;
}

XtsCipher cipherOf(const QByteArray &key)
{
    auto cipher = XtsCipher::create(viewOf(key));
    if (!cipher)
        qFatal("no cipher: %s", qPrintable(cipher.error().what()));
    return std::move(*cipher);
}

/// The mode by its definition (IEEE Std 1619, section 5.3.2), a block at a time, on nothing but AES itself.
class Reference
{
public:
    explicit Reference(const QByteArray &key)
        : m_data(context(key.left(32)))
        , m_tweak(context(key.mid(32)))
    {
    }

    QByteArray encrypt(quint64 unit, const QByteArray &plain)
    {
        QByteArray number(16, '\0');
        for (int i = 0; i < 8; ++i)
            number[i] = static_cast<char>(unit >> (8 * i));
        auto tweak = block(m_tweak, number);
        QByteArray sealed;
        for (qsizetype at = 0; at < plain.size(); at += 16) {
            sealed += exclusiveOr(block(m_data, exclusiveOr(plain.mid(at, 16), tweak)), tweak);
            tweak = timesAlpha(tweak);
        }
        return sealed;
    }

private:
    static CipherContext context(const QByteArray &key)
    {
        const Cipher ecb(EVP_CIPHER_fetch(nullptr, "AES-256-ECB", nullptr));
        CipherContext made(EVP_CIPHER_CTX_new());
        EVP_EncryptInit_ex2(made.get(), ecb.get(), reinterpret_cast<const unsigned char *>(key.constData()), nullptr,
                            nullptr);
        EVP_CIPHER_CTX_set_padding(made.get(), 0);
        return made;
    }
    static QByteArray block(const CipherContext &aes, const QByteArray &in)
    {
        QByteArray out(16, '\0');
        int written = 0;
        EVP_EncryptUpdate(aes.get(), reinterpret_cast<unsigned char *>(out.data()), &written,
                          reinterpret_cast<const unsigned char *>(in.constData()), 16);
        return out;
    }
    static QByteArray exclusiveOr(QByteArray a, const QByteArray &b)
    {
        for (qsizetype i = 0; i < a.size(); ++i)
            a[i] = static_cast<char>(a.at(i) ^ b.at(i));
        return a;
    }
    static QByteArray timesAlpha(const QByteArray &tweak)
    {
        QByteArray result(16, '\0');
        unsigned carry = 0;
        for (qsizetype i = 0; i < 16; ++i) {
            const auto byte = static_cast<unsigned char>(tweak.at(i));
            result[i] = static_cast<char>((byte << 1U) | carry);
            carry = byte >> 7U;
        }
        if (carry != 0)
            result[0] = static_cast<char>(result.at(0) ^ '\x87');
        return result;
    }

    CipherContext m_data;
    CipherContext m_tweak;
};

} // namespace

class TestXtsCipher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void standardVectors_data();
    void standardVectors();
    void byItsDefinition_data();
    void byItsDefinition();
    void unitsAreApart();
    void inPlace();
    void refusesBadKeys();
    void manyThreads();
    void lockedHeap();
    void runsOutOfLockedMemory();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestXtsCipher::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

void TestXtsCipher::standardVectors_data()
{
    QTest::addColumn<quint64>("unit");
    QTest::addColumn<QByteArray>("sealed"); // what it begins with
    QTest::newRow("10")
        << quint64{0xff}
        << QByteArray("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b5d31e276f8fe4a8d66b317f9"
                      "ac683f44680a86ac35adfc3345befecb4bb188fd5776926c49a3095eb108fd1098baec70aaa66999a72a82f2"
                      "7d848b21d4a741b0c5cd4d5fff9dac89aeba122961d03a757123e9870f8acf1000020887891429ca2a3e7a7d"
                      "7df7b10355165c8b9a6d0a7de8b062c4500dc4cd120c0f7418dae3d0b5781c34803fa75421c790dfe1de1834"
                      "f280d7667b327f6c8cd7557e12ac3a0f93ec05c52e0493ef31a12d3d9260f79a289d6a379bc70c50841473d1"
                      "a8cc81ec583e9645e07b8d9670655ba5bbcfecc6dc3966380ad8fecb17b6ba02469a020a84e18e8f84252070"
                      "c13e9f1f289be54fbc481457778f616015e1327a02b140f1505eb309326d68378f8374595c849d84f4c333ec"
                      "4423885143cb47bd71c5edae9be69a2ffeceb1bec9de244fbe15992b11b77c040f12bd8f6a975a44a0f90c29"
                      "a9abc3d4d893927284c58754cce294529f8614dcd2aba991925fedc4ae74ffac6e333b93eb4aff0479da9a41"
                      "0e4450e0dd7ae4c6e2910900575da401fc07059f645e8b7e9bfdef33943054ff84011493c27b3429eaedb4ed"
                      "5376441a77ed43851ad77f16f541dfd269d50d6a5f14fb0aab1cbb4c1550be97f7ab4066193c4caa773dad38"
                      "014bd2092fa755c824bb5e54c4f36ffda9fcea70b9c6e693e148c151");
    QTest::newRow("11") << quint64{0xffff}
                        << QByteArray("77a31251618a15e6b92d1d66dffe7b50b50bad552305ba0217a610688eff7e11");
    QTest::newRow("12") << quint64{0xffffff}
                        << QByteArray("e387aaa58ba483afa7e8eb469778317ecf4cf573aa9d4eac23f2cdf914e4e200");
    QTest::newRow("13") << quint64{0xffffffff}
                        << QByteArray("bf53d2dade78e822a4d949a9bc6766b01b06a8ef70d26748c6a7fc36d80ae4c5");
    QTest::newRow("14") << quint64{0xffffffffff}
                        << QByteArray("64497e5a831e4a932c09be3e5393376daa599548b816031d224bbf50a818ed23");
}

void TestXtsCipher::standardVectors()
{
    QFETCH(const quint64, unit);
    QFETCH(const QByteArray, sealed);
    auto cipher = cipherOf(QByteArray::fromHex(kKey));
    const auto plain = countingUp();
    QByteArray out(kUnit, '\0');
    QVERIFY(cipher.encrypt(unit, kUnit, viewOf(plain), mutableViewOf(out)));
    QCOMPARE(out.toHex().left(sealed.size()), sealed);
    QByteArray back(kUnit, '\0');
    QVERIFY(cipher.decrypt(unit, kUnit, viewOf(out), mutableViewOf(back)));
    QCOMPARE(back, plain);
}

void TestXtsCipher::byItsDefinition_data()
{
    QTest::addColumn<quint64>("unit");
    QTest::newRow("first sector") << quint64{0};
    QTest::newRow("a low one") << quint64{0x0102};
    QTest::newRow("a high one") << quint64{0x0102030405060708};
    QTest::newRow("the last one") << ~quint64{0};
}

void TestXtsCipher::byItsDefinition()
{
    QFETCH(const quint64, unit);
    constexpr qsizetype kSector = 4096;
    const auto key = randomKey(64).toByteArray();
    QByteArray plain(kSector, '\0');
    fillRandom(mutableViewOf(plain));
    QByteArray out(kSector, '\0');
    auto cipher = cipherOf(key);
    QVERIFY(cipher.encrypt(unit, kSector, viewOf(plain), mutableViewOf(out)));
    QVERIFY(out == Reference(key).encrypt(unit, plain));
}

void TestXtsCipher::unitsAreApart()
{
    // Several units in one call are what they are one by one, whatever their size.
    auto cipher = cipherOf(QByteArray::fromHex(kKey));
    for (const qsizetype unitSize : {16, 512, 4096}) {
        QByteArray plain(8 * unitSize, '\0');
        fillRandom(mutableViewOf(plain));
        QByteArray together(plain.size(), '\0');
        const auto size = static_cast<std::size_t>(unitSize);
        QVERIFY(cipher.encrypt(1000, size, viewOf(plain), mutableViewOf(together)));
        for (qsizetype i = 0; i < 8; ++i) {
            const auto part = plain.mid(i * unitSize, unitSize);
            QByteArray alone(unitSize, '\0');
            QVERIFY(cipher.encrypt(1000 + static_cast<quint64>(i), size, viewOf(part), mutableViewOf(alone)));
            QCOMPARE(together.mid(i * unitSize, unitSize), alone);
        }
        QVERIFY(cipher.encrypt(0, size, {}, {}));
    }
}

void TestXtsCipher::inPlace()
{
    auto cipher = cipherOf(QByteArray::fromHex(kKey));
    QByteArray bytes = countingUp();
    QVERIFY(cipher.encrypt(0xff, kUnit, viewOf(bytes), mutableViewOf(bytes)));
    QVERIFY(bytes.toHex().startsWith("1c3b3a102f770386"));
    QVERIFY(cipher.decrypt(0xff, kUnit, viewOf(bytes), mutableViewOf(bytes)));
    QCOMPARE(bytes, countingUp());
}

void TestXtsCipher::refusesBadKeys()
{
    const QByteArray half(32, '\x11');
    const auto equal = XtsCipher::create(viewOf(half + half));
    QVERIFY(!equal);
    QCOMPARE(equal.error().code(), ErrorCode::InvalidArgument);
    for (const qsizetype size : {0, 32, 63, 65, 128}) {
        const auto other = XtsCipher::create(viewOf(QByteArray(size, 'k')));
        QVERIFY(!other);
        QCOMPARE(other.error().code(), ErrorCode::InvalidArgument);
    }
}

void TestXtsCipher::manyThreads()
{
    // Each with its own cipher, made and freed again and again: the locked heap is one for all.
    const auto key = QByteArray::fromHex(kKey);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 200; ++round) {
                    auto cipher = cipherOf(key);
                    QByteArray bytes = countingUp();
                    wrong += cipher.encrypt(0xff, kUnit, viewOf(bytes), mutableViewOf(bytes)) ? 0 : 1;
                    wrong += bytes.startsWith("\x1c\x3b\x3a\x10") ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestXtsCipher::lockedHeap()
{
    QVERIFY(lockedHeapWorks());
    QVERIFY(startLockedHeap()); // no harm
    void *ordinary = OPENSSL_malloc(100);
    QVERIFY(!isLockedAndUndumped(ordinary));
    const auto before = CRYPTO_secure_used();
    {
        const LockedAllocations locked;
        void *inside = OPENSSL_malloc(100);
        QVERIFY(isLockedAndUndumped(inside));
        inside = OPENSSL_realloc(inside, 5000);
        QVERIFY(isLockedAndUndumped(inside));
        OPENSSL_free(ordinary); // of either kind, wherever
        ordinary = OPENSSL_malloc(100);
        OPENSSL_free(inside);
    }
    QVERIFY(isLockedAndUndumped(ordinary));
    OPENSSL_free(ordinary);
    QCOMPARE(CRYPTO_secure_used(), before);
    {
        const auto cipher = cipherOf(QByteArray::fromHex(kKey));
        QVERIFY(CRYPTO_secure_used() > before);
    }
    QCOMPARE(CRYPTO_secure_used(), before);
}

void TestXtsCipher::runsOutOfLockedMemory()
{
    const auto key = QByteArray::fromHex(kKey);
    const auto before = CRYPTO_secure_used();
    {
        std::vector<XtsCipher> ciphers;
        for (;;) {
            auto cipher = XtsCipher::create(viewOf(key));
            if (!cipher) {
                QCOMPARE(cipher.error().code(), ErrorCode::Unsupported);
                break;
            }
            ciphers.push_back(std::move(*cipher));
            QVERIFY(ciphers.size() < 10000);
        }
        QVERIFY(ciphers.size() >= 200);
    }
    QVERIFY(CRYPTO_secure_used() <= before + 1024); // libcrypto keeps the memory of its last errors' texts
    auto again = cipherOf(key);
    QByteArray bytes = countingUp();
    QVERIFY(again.encrypt(0xff, kUnit, viewOf(bytes), mutableViewOf(bytes)));
    QVERIFY(bytes.toHex().startsWith("1c3b3a102f770386"));
}

QTEST_GUILESS_MAIN(TestXtsCipher)
#include "tst_xts_cipher.moc"
