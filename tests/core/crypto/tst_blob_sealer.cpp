#include "crypto/blob_sealer.h"
#include "crypto/crypto_session.h"
#include "crypto/random.h"

#include <QTest>

#include <openssl/bn.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

using namespace sealift;

namespace {

QByteArray unhex(const char *hex)
{
    return QByteArray::fromHex(hex);
}

SealingKey keyOf(const QByteArray &encrypt, const QByteArray &k, const QByteArray &r)
{
    return SealingKey::fromBytes(QCA::SecureArray(encrypt + k + r));
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    fillRandom(mutableViewOf(bytes));
    return bytes;
}

// A second computation of Poly1305-AES to compare with, straight from the formula of Bernstein's paper, section 2, in
// libcrypto's whole numbers: (((c1 r^q + c2 r^(q-1) + ... + cq r) mod 2^130-5) + AES_k(n)) mod 2^128.
QByteArray referencePoly1305(const QByteArray &message, const QByteArray &r, const QByteArray &encryptedNonce)
{
    const auto number = [](QByteArray littleEndian) {
        return BN_lebin2bn(reinterpret_cast<const unsigned char *>(littleEndian.constData()),
                           static_cast<int>(littleEndian.size()), nullptr);
    };
    auto clamped = r;
    for (const int i : {3, 7, 11, 15})
        clamped[i] = static_cast<char>(clamped[i] & 0x0f);
    for (const int i : {4, 8, 12})
        clamped[i] = static_cast<char>(clamped[i] & 0xfc);

    BN_CTX *context = BN_CTX_new();
    BIGNUM *prime = BN_new();
    BN_set_bit(prime, 130);
    BN_sub_word(prime, 5);
    BIGNUM *multiplier = number(clamped);
    BIGNUM *sum = BN_new();
    for (qsizetype at = 0; at < message.size(); at += 16) {
        BIGNUM *block = number(message.mid(at, 16) + '\1');
        BN_add(sum, sum, block);
        BN_mod_mul(sum, sum, multiplier, prime, context);
        BN_free(block);
    }
    BIGNUM *nonce = number(encryptedNonce);
    BN_add(sum, sum, nonce);
    BN_mask_bits(sum, 128);
    QByteArray tag(16, '\0');
    BN_bn2lebinpad(sum, reinterpret_cast<unsigned char *>(tag.data()), 16);
    for (BIGNUM *used : {prime, multiplier, sum, nonce})
        BN_free(used);
    BN_CTX_free(context);
    return tag;
}

/// The whole of `in` at once.
QByteArray cipher(const EVP_CIPHER *method, const QByteArray &key, const QByteArray &iv, const QByteArray &in)
{
    QByteArray out(in.size() + 16, '\0');
    int size = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_EncryptInit_ex(context, method, nullptr, reinterpret_cast<const unsigned char *>(key.constData()),
                       iv.isEmpty() ? nullptr : reinterpret_cast<const unsigned char *>(iv.constData()));
    EVP_CIPHER_CTX_set_padding(context, 0);
    EVP_EncryptUpdate(context, reinterpret_cast<unsigned char *>(out.data()), &size,
                      reinterpret_cast<const unsigned char *>(in.constData()), static_cast<int>(in.size()));
    EVP_CIPHER_CTX_free(context);
    return out.left(size);
}

} // namespace

class TestBlobSealer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void poly1305AesVectors_data();
    void poly1305AesVectors();
    void opensResticsVector();
    void agreesWithASecondComputation_data();
    void agreesWithASecondComputation();
    void everySizeComesBack_data();
    void everySizeComesBack();
    void worksInPlace_data();
    void worksInPlace();
    void everyFlippedBitIsFound_data();
    void everyFlippedBitIsFound();
    void everyTruncationIsFound();
    void decryptsNothingThatIsChanged();
    void anotherKeyDoesNotOpen();
    void noncesNeverRepeat();
    void oneSealerServesManyTimes();
    void randomKeysDiffer();
    void keysAreInLockedMemory();
    void worksWhereLockedMemoryIsFull();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestBlobSealer::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

// D. J. Bernstein, "The Poly1305-AES message-authentication code" (2005-03-29), appendix B. The MAC covers the
// ciphertext, so open() accepts nonce || message || MAC whatever the cipher's key is.
void TestBlobSealer::poly1305AesVectors_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("r");
    QTest::addColumn<QByteArray>("k");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("2 bytes") << unhex("f3f6") << unhex("851fc40c3467ac0be05cc20404f3f700")
                             << unhex("ec074c835580741701425b623235add6") << unhex("fb447350c4e868c52ac3275cf9d4327e")
                             << unhex("f4c633c3044fc145f84f335cb81953de");
    QTest::newRow("nothing") << QByteArray() << unhex("a0f3080000f46400d0c7e9076c834403")
                             << unhex("75deaa25c09f208e1dc4ce6b5cad3fbf") << unhex("61ee09218d29b0aaed7e154a2c5509cc")
                             << unhex("dd3fab2251f11ac759f0887129cc2ee7");
    QTest::newRow("32 bytes") << unhex("663cea190ffb83d89593f3f476b6bc24d7e679107ea26adb8caf6652d0656136")
                              << unhex("48443d0bb0d21109c89a100b5ce2c208") << unhex("6acb5f61a7176dd320c5c1eb2edcdc74")
                              << unhex("ae212a55399729595dea458bc621ff0e") << unhex("0ee1c16bb73f0f4fd19881753c01cdbe");
    QTest::newRow("63 bytes") << unhex("ab0812724a7f1e342742cbed374d94d136c6b8795d45b3819830f2c04491faf0"
                                       "990c62e48b8018b2c3e4a0fa3134cb67fa83e158c994d961c4cb21095c1bf9")
                              << unhex("12976a08c4426d0ce8a82407c4f48207") << unhex("e1a5668a4d5b66a5f68cc5424ed5982d")
                              << unhex("9ae831e743978d3a23527c7128149e3a") << unhex("5154ad0d2cb26e01274fc51148491f1b");
}

void TestBlobSealer::poly1305AesVectors()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, r);
    QFETCH(const QByteArray, k);
    QFETCH(const QByteArray, nonce);
    QFETCH(const QByteArray, tag);
    BlobSealer sealer(keyOf(QByteArray(32, 'e'), k, r));
    const auto opened = sealer.opened(viewOf(nonce + message + tag));
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().what()));
    QCOMPARE(opened->size(), message.size());

    QCOMPARE(referencePoly1305(message, r, cipher(EVP_aes_128_ecb(), k, {}, nonce)), tag);
}

// The value restic's own test suite opens (internal/crypto): sealed by another program.
void TestBlobSealer::opensResticsVector()
{
    BlobSealer sealer(keyOf(unhex("303e8687b1d7db18421bdc6bb8588ccadac4d59ee87b8ff70c44e635790cafef"),
                            unhex("ef4d8824cb80b2bcc5fbff8a9b12a42c"), unhex("cc8d4b948ee0ebfe1d415de921d10353")));
    const auto opened = sealer.opened(viewOf(
        unhex("69fb41c62d12def4593bd71757138606338f621aeaeb39da0fe4f99233f8037a54ea63338a813bcf3f75d8c3cc75dddf8750")));
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().what()));
    QCOMPARE(*opened, QByteArray("Dies ist ein Test!"));
}

void TestBlobSealer::agreesWithASecondComputation_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 15, 16, 17, 100, 32767, 32768, 32769, 100000, 1048576 + 5})
        QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
}

void TestBlobSealer::agreesWithASecondComputation()
{
    QFETCH(const qsizetype, size);
    const auto encrypt = randomBytes(32);
    const auto k = randomBytes(16);
    const auto r = randomBytes(16);
    const auto plain = randomBytes(size);
    BlobSealer sealer(keyOf(encrypt, k, r));
    const auto sealed = sealer.sealed(viewOf(plain)).value();
    const auto nonce = sealed.left(16);
    const auto cipherText = cipher(EVP_aes_256_ctr(), encrypt, nonce, plain);
    QCOMPARE(sealed.mid(16, size), cipherText);
    QCOMPARE(sealed.right(16), referencePoly1305(cipherText, r, cipher(EVP_aes_128_ecb(), k, {}, nonce)));
}

void TestBlobSealer::everySizeComesBack_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("0 to 100") << 0 << 100;
    for (int steps = 1; steps <= 4; ++steps)
        QTest::addRow("around %d steps of 32 KiB", steps) << steps * 32768 - 17 << steps * 32768 + 17;
}

void TestBlobSealer::everySizeComesBack()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    BlobSealer sealer(SealingKey::random());
    for (int size = from; size <= to; ++size) {
        const auto plain = randomBytes(size);
        const auto sealed = sealer.sealed(viewOf(plain));
        QVERIFY(sealed.has_value());
        QCOMPARE(sealed->size(), size + 32);
        QCOMPARE(sealer.opened(viewOf(*sealed)).value(), plain);
    }
}

void TestBlobSealer::worksInPlace_data()
{
    QTest::addColumn<std::size_t>("size");
    for (const std::size_t size : {0U, 1U, 4096U, 32768U, 70001U})
        QTest::addRow("%zu bytes", size) << size;
}

void TestBlobSealer::worksInPlace()
{
    QFETCH(const std::size_t, size);
    BlobSealer sealer(SealingKey::random());
    const auto plain = randomBytes(static_cast<qsizetype>(size));
    std::vector<std::byte> buffer(size + BlobSealer::kOverhead);
    const auto middle = MutableBytes(buffer).subspan(BlobSealer::kNonceSize, size);
    std::copy(viewOf(plain).begin(), viewOf(plain).end(), middle.begin());
    QVERIFY(sealer.seal(middle, buffer).has_value());
    QCOMPARE(sealer.opened(buffer).value(), plain);
    QVERIFY(sealer.open(buffer, middle).has_value());
    QCOMPARE(toByteArray(middle), plain);
}

void TestBlobSealer::everyFlippedBitIsFound_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("nothing sealed") << 0;
    QTest::newRow("a part of a block") << 5;
    QTest::newRow("whole blocks") << 64;
    QTest::newRow("a long blob") << 1000;
}

void TestBlobSealer::everyFlippedBitIsFound()
{
    QFETCH(const int, size);
    BlobSealer sealer(SealingKey::random());
    auto sealed = sealer.sealed(viewOf(randomBytes(size))).value();
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        const auto original = sealed[bit / 8];
        sealed[bit / 8] = static_cast<char>(original ^ (1 << (bit % 8)));
        const auto opened = sealer.opened(viewOf(sealed));
        QVERIFY2(!opened, QByteArray::number(bit).constData());
        QCOMPARE(opened.error().code(), ErrorCode::Corrupt);
        sealed[bit / 8] = original;
    }
    QVERIFY(sealer.opened(viewOf(sealed)).has_value());
}

void TestBlobSealer::everyTruncationIsFound()
{
    BlobSealer sealer(SealingKey::random());
    const auto sealed = sealer.sealed(viewOf(randomBytes(100))).value();
    for (qsizetype size = 0; size < sealed.size(); ++size) {
        for (const auto &part : {sealed.left(size), sealed.right(size)}) {
            const auto opened = sealer.opened(viewOf(part));
            QVERIFY(!opened);
            QCOMPARE(opened.error().code(), ErrorCode::Corrupt);
        }
    }
    QVERIFY(!sealer.opened(viewOf(sealed + '\0')));
}

void TestBlobSealer::decryptsNothingThatIsChanged()
{
    BlobSealer sealer(SealingKey::random());
    auto sealed = sealer.sealed(viewOf(randomBytes(50000))).value();
    sealed[sealed.size() - 1] = static_cast<char>(sealed.back() ^ 1);
    const QByteArray untouched(50000, 'u');
    auto out = untouched;
    QVERIFY(!sealer.open(viewOf(sealed), mutableViewOf(out)));
    QCOMPARE(out, untouched);
}

void TestBlobSealer::anotherKeyDoesNotOpen()
{
    const auto encrypt = randomBytes(32);
    const auto k = randomBytes(16);
    const auto r = randomBytes(16);
    BlobSealer sealer(keyOf(encrypt, k, r));
    const auto plain = randomBytes(200);
    const auto sealed = sealer.sealed(viewOf(plain)).value();
    QVERIFY(!BlobSealer(keyOf(encrypt, randomBytes(16), r)).opened(viewOf(sealed)));
    QVERIFY(!BlobSealer(keyOf(encrypt, k, randomBytes(16))).opened(viewOf(sealed)));
    QVERIFY(!BlobSealer(SealingKey::random()).opened(viewOf(sealed)));
    QCOMPARE(BlobSealer(keyOf(encrypt, k, r)).opened(viewOf(sealed)).value(), plain);
}

void TestBlobSealer::noncesNeverRepeat()
{
    constexpr std::size_t kEach = 20000;
    const auto key = SealingKey::random();
    std::set<QByteArray> nonces;
    std::mutex mutex;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                BlobSealer sealer(key);
                std::vector<QByteArray> own;
                for (std::size_t i = 0; i < kEach; ++i)
                    own.push_back(sealer.sealed({}).value().left(16));
                const std::lock_guard lock(mutex);
                nonces.insert(own.begin(), own.end());
            });
        }
    }
    QCOMPARE(nonces.size(), 4 * kEach);
}

void TestBlobSealer::oneSealerServesManyTimes()
{
    BlobSealer sealer(SealingKey::random());
    const auto plain = randomBytes(40000);
    auto damaged = sealer.sealed(viewOf(plain)).value();
    damaged[100] = static_cast<char>(damaged[100] ^ 4);
    for (int i = 0; i < 20; ++i) {
        const auto sealed = sealer.sealed(viewOf(plain)).value();
        QVERIFY(!sealer.opened(viewOf(damaged)));
        QCOMPARE(sealer.opened(viewOf(sealed)).value(), plain);
    }
    BlobSealer moved(std::move(sealer));
    QCOMPARE(moved.opened(viewOf(moved.sealed(viewOf(plain)).value())).value(), plain);
}

void TestBlobSealer::randomKeysDiffer()
{
    const auto a = SealingKey::random();
    const auto b = SealingKey::random();
    QVERIFY(a.encrypt != b.encrypt);
    QVERIFY(a.macK != b.macK);
    QVERIFY(a.macR != b.macR);
    QVERIFY(a.macK != a.macR);
    QCOMPARE(a.encrypt.size(), 32);
    QCOMPARE(a.macK.size(), 16);
    QCOMPARE(a.macR.size(), 16);
}

void TestBlobSealer::keysAreInLockedMemory()
{
    const auto key = SealingKey::random();
    const auto before = CRYPTO_secure_used();
    {
        BlobSealer sealer(key);
        QVERIFY(CRYPTO_secure_used() >= before + 3 * 100); // two schedules, and the state of the MAC
        QVERIFY(sealer.opened(viewOf(*sealer.sealed(viewOf(QByteArray("plain"))))));
    }
    QCOMPARE(CRYPTO_secure_used(), before);
}

void TestBlobSealer::worksWhereLockedMemoryIsFull()
{
    std::vector<void *> taken;
    for (const auto size : {std::size_t{65536}, std::size_t{4096}, std::size_t{64}}) {
        while (void *piece = OPENSSL_secure_malloc(size))
            taken.push_back(piece);
    }
    QVERIFY(!taken.empty());
    {
        BlobSealer sealer(SealingKey::random());
        const auto opened = sealer.opened(viewOf(*sealer.sealed(viewOf(QByteArray("plain")))));
        QVERIFY(opened);
        QCOMPARE(*opened, QByteArray("plain"));
    }
    for (auto *piece : taken)
        OPENSSL_secure_free(piece);
}

QTEST_GUILESS_MAIN(TestBlobSealer)
#include "tst_blob_sealer.moc"
