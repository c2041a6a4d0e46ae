#include "task/luks_cipher.h"

#include <algorithm>

namespace sealift {

LuksCipher::LuksCipher(LuksVolume volume)
    : m_volume(std::move(volume))
{
}

Result<std::unique_ptr<LuksCipher::Lane>> LuksCipher::takeLane() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto lane = std::move(m_idle.back());
            m_idle.pop_back();
            return lane;
        }
    }
    SEALIFT_ASSIGN(auto cipher, XtsCipher::create({reinterpret_cast<const std::byte *>(m_volume.masterKey.constData()),
                                                   static_cast<std::size_t>(m_volume.masterKey.size())}));
    return std::unique_ptr<Lane>(new Lane{std::move(cipher), {}});
}

Status LuksCipher::seal(qint64 offset, ByteView plain, qint64 size, const ImageLayout::Sink &sink) const
{
    Q_ASSERT(offset % static_cast<qint64>(LuksVolume::kSector) == 0);
    SEALIFT_ASSIGN(auto lane, takeLane());
    const auto sealed = lane->buffer.first(static_cast<std::size_t>(size));
    std::copy(plain.begin(), plain.end(), sealed.begin());
    std::fill(sealed.begin() + static_cast<qsizetype>(plain.size()), sealed.end(), std::byte{0});
    const auto sector = static_cast<quint64>(offset) / LuksVolume::kSector;
    SEALIFT_TRY(lane->cipher.encrypt(sector, LuksVolume::kSector, sealed, sealed));
    SEALIFT_TRY(sink(offset, sealed));
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(lane));
    return {};
}

} // namespace sealift
