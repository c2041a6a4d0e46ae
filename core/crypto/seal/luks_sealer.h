#pragma once

#include "crypto/seal/luks_volume.h"
#include "crypto/seal/stream_sealer.h"
#include "crypto/xts_cipher.h"

#include <memory>
#include <vector>

namespace sealift {

/// A LUKS volume as a file: the header, then the stream in encrypted sectors, filled up to a whole one with zeroes.
/// QEMU and cryptsetup open it. Encrypted only: unlike the other forms it does not show whether something was changed.
class LuksSealer final : public StreamSealer
{
public:
    /// Errors: those of XtsCipher::create().
    static Result<std::unique_ptr<StreamSealer>> create(LuksVolume volume);

    Status begin(Sink sink) override;
    Status add(ByteView plain) override;
    [[nodiscard]] Status finish() override;

private:
    LuksSealer(QByteArray header, XtsCipher cipher);
    Status sealSectors();

    const QByteArray m_header;
    XtsCipher m_cipher;
    Sink m_sink;
    quint64 m_sector = 0; ///< of the volume's data, the next one
    std::vector<std::byte> m_plain;
    std::vector<std::byte> m_sealed;
};

} // namespace sealift
