#include "crypto/seal/luks_sealer.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr std::size_t kStep = std::size_t{256} << 10;

} // namespace

LuksSealer::LuksSealer(QByteArray header, XtsCipher cipher)
    : m_header(std::move(header))
    , m_cipher(std::move(cipher))
{
    m_plain.reserve(kStep);
}

Result<std::unique_ptr<StreamSealer>> LuksSealer::create(LuksVolume volume)
{
    SEALIFT_ASSIGN(auto cipher, XtsCipher::create({reinterpret_cast<const std::byte *>(volume.masterKey.constData()),
                                                   static_cast<std::size_t>(volume.masterKey.size())}));
    return std::unique_ptr<StreamSealer>(new LuksSealer(std::move(volume.header), std::move(cipher)));
}

Status LuksSealer::begin(Sink sink)
{
    m_sink = std::move(sink);
    return m_sink(viewOf(m_header));
}

Status LuksSealer::add(ByteView plain)
{
    while (!plain.empty()) {
        const auto part = plain.first(std::min(plain.size(), kStep - m_plain.size()));
        m_plain.insert(m_plain.end(), part.begin(), part.end());
        plain = plain.subspan(part.size());
        if (m_plain.size() == kStep)
            SEALIFT_TRY(sealSectors());
    }
    return {};
}

Status LuksSealer::sealSectors()
{
    m_sealed.resize(m_plain.size());
    SEALIFT_TRY(m_cipher.encrypt(m_sector, LuksVolume::kSector, m_plain, m_sealed));
    m_sector += m_plain.size() / LuksVolume::kSector;
    m_plain.clear();
    return m_sink(m_sealed);
}

Status LuksSealer::finish()
{
    if (m_plain.empty())
        return {};
    const auto sectors = (m_plain.size() + LuksVolume::kSector - 1) / LuksVolume::kSector;
    m_plain.resize(sectors * LuksVolume::kSector);
    return sealSectors();
}

} // namespace sealift
