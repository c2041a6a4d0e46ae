#include "crypto/seal/luks_volume.h"

#include "crypto/random.h"
#include "crypto/xts_cipher.h"

#include <QUuid>
#include <QtEndian>

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace sealift {

namespace {

constexpr int kKeySize = 64; ///< two AES-256 keys
constexpr int kStripes = 4000;
constexpr int kSlots = 8;
constexpr int kSaltSize = 32;
constexpr int kMasterDigestSize = 20;
constexpr qsizetype kDigestSize = 32; ///< of SHA-256
constexpr quint32 kSlotEnabled = 0x00ac71f3;
constexpr quint32 kSlotDisabled = 0x0000dead;
// Sectors: the header's room, a slot's (rounded up to 4 KiB), and where the data begins.
constexpr quint32 kFirstSlot = 8;
constexpr quint32 kSlotSectors = 504;
constexpr quint32 kPayload = LuksVolume::kHeaderSize / LuksVolume::kSector;
static_assert(quint32{kStripes * kKeySize} <= kSlotSectors * quint32{LuksVolume::kSector});
static_assert(kFirstSlot + kSlots * kSlotSectors <= kPayload);

constexpr int kLeastIterations = 600'000;
constexpr int kMostIterations = 20'000'000;
constexpr int kLeastDigestIterations = 1000;

Error failed(const char *what)
{
    return {ErrorCode::Internal, QStringLiteral("libcrypto: %1 failed").arg(QLatin1String(what))};
}

ByteView viewOfSecret(const QCA::SecureArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

QByteArray randomBytes(int size)
{
    QByteArray bytes(size, '\0');
    fillRandom(mutableViewOf(bytes));
    return bytes;
}

Result<QCA::SymmetricKey> pbkdf2(const QCA::SecureArray &secret, const QByteArray &salt, int iterations, int size)
{
    QCA::SymmetricKey derived(size);
    if (PKCS5_PBKDF2_HMAC(secret.constData(), secret.size(), uchars(viewOf(salt)), static_cast<int>(salt.size()),
                          iterations, EVP_sha256(), size, reinterpret_cast<unsigned char *>(derived.data())) != 1)
        return fail(failed("PBKDF2"));
    return derived;
}

/// How many iterations take about `target` on this machine.
Result<int> iterationsFor(std::chrono::milliseconds target)
{
    constexpr int kProbe = 20'000;
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    SEALIFT_TRY(pbkdf2(QCA::SecureArray("calibration"), QByteArray(kSaltSize, '\0'), kProbe, kKeySize));
    const auto taken = std::chrono::duration<double>(Clock::now() - start).count();
    const auto wanted = std::chrono::duration<double>(target).count() / std::max(taken, 1e-6) * kProbe;
    return static_cast<int>(std::clamp<double>(wanted, kLeastIterations, kMostIterations));
}

/// Section 2.4, the diffusion element: each piece of the block is hashed with its number.
Status diffuse(QCA::SecureArray &block)
{
    for (int piece = 0; piece * kDigestSize < block.size(); ++piece) {
        const auto offset = static_cast<int>(piece * kDigestSize);
        const auto size = std::min(static_cast<int>(kDigestSize), block.size() - offset);
        QCA::SecureArray input(4 + size);
        qToBigEndian(static_cast<quint32>(piece), input.data());
        std::memcpy(input.data() + 4, block.constData() + offset, static_cast<std::size_t>(size));
        QCA::SecureArray digest(static_cast<int>(kDigestSize));
        if (EVP_Digest(input.constData(), static_cast<std::size_t>(input.size()),
                       reinterpret_cast<unsigned char *>(digest.data()), nullptr, EVP_sha256(), nullptr) != 1)
            return fail(failed("SHA-256"));
        std::memcpy(block.data() + offset, digest.constData(), static_cast<std::size_t>(size));
    }
    return {};
}

void exclusiveOr(QCA::SecureArray &into, const char *bytes)
{
    for (int i = 0; i < into.size(); ++i)
        into[i] = static_cast<char>(into[i] ^ bytes[i]);
}

/// Section 2.4, AFsplit: so much that a part of it, lost or overwritten, makes the key unreadable.
Result<QCA::SecureArray> antiForensic(const QCA::SymmetricKey &key)
{
    QCA::SecureArray split(kStripes * kKeySize);
    fillRandom({reinterpret_cast<std::byte *>(split.data()), static_cast<std::size_t>((kStripes - 1) * kKeySize)});
    QCA::SecureArray block(kKeySize);
    for (int stripe = 0; stripe + 1 < kStripes; ++stripe) {
        exclusiveOr(block, split.constData() + stripe * kKeySize);
        SEALIFT_TRY(diffuse(block));
    }
    exclusiveOr(block, key.constData());
    std::memcpy(split.data() + (kStripes - 1) * kKeySize, block.constData(), kKeySize);
    return split;
}

/// Section 5.1, "PHDR structure": big-endian, texts filled up with zeroes.
class HeaderWriter
{
public:
    HeaderWriter()
        : m_bytes(LuksVolume::kHeaderSize, '\0')
    {
    }

    void text(qsizetype offset, QByteArrayView characters)
    {
        std::copy(characters.begin(), characters.end(), m_bytes.data() + offset);
    }
    void be16(qsizetype offset, quint16 value) { qToBigEndian(value, m_bytes.data() + offset); }
    void be32(qsizetype offset, quint32 value) { qToBigEndian(value, m_bytes.data() + offset); }

    void slot(int number, bool enabled, int iterations, const QByteArray &salt)
    {
        const qsizetype offset = 208 + number * 48;
        be32(offset, enabled ? kSlotEnabled : kSlotDisabled);
        be32(offset + 4, static_cast<quint32>(iterations));
        text(offset + 8, salt);
        be32(offset + 40, kFirstSlot + static_cast<quint32>(number) * kSlotSectors);
        be32(offset + 44, kStripes);
    }

    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

} // namespace

Result<LuksVolume> LuksVolume::make(const QCA::SecureArray &passphrase, std::chrono::milliseconds target)
{
    if (passphrase.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the passphrase is empty")));
    LuksVolume volume;
    volume.masterKey = randomKey(kKeySize);
    const auto digestSalt = randomBytes(kSaltSize);
    const auto slotSalt = randomBytes(kSaltSize);
    SEALIFT_ASSIGN(const auto iterations, iterationsFor(target));
    const auto digestIterations = std::max(kLeastDigestIterations, iterations / 8);
    SEALIFT_ASSIGN(const auto digest, pbkdf2(volume.masterKey, digestSalt, digestIterations, kMasterDigestSize));
    SEALIFT_ASSIGN(const auto slotKey, pbkdf2(passphrase, slotSalt, iterations, kKeySize));
    SEALIFT_ASSIGN(const auto split, antiForensic(volume.masterKey));
    SEALIFT_ASSIGN(auto cipher, XtsCipher::create(viewOfSecret(slotKey)));
    QByteArray material(split.size(), '\0');
    SEALIFT_TRY(cipher.encrypt(0, kSector, viewOfSecret(split), mutableViewOf(material)));

    HeaderWriter header;
    header.text(0, QByteArrayView("LUKS\xba\xbe", 6));
    header.be16(6, 1);
    header.text(8, "aes");
    header.text(40, "xts-plain64");
    header.text(72, "sha256");
    header.be32(104, kPayload);
    header.be32(108, kKeySize);
    header.text(112, QByteArrayView(digest.constData(), digest.size()));
    header.text(132, digestSalt);
    header.be32(164, static_cast<quint32>(digestIterations));
    header.text(168, QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    header.slot(0, true, iterations, slotSalt);
    for (int number = 1; number < kSlots; ++number)
        header.slot(number, false, 0, {});
    header.text(kFirstSlot * static_cast<qsizetype>(kSector), material);
    volume.header = header.take();
    return volume;
}

} // namespace sealift
