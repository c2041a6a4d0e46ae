#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QtCrypto>

#include <chrono>

namespace sealift {

/// A fresh LUKS volume: what lies in front of its data, and the key of the data. Source: LUKS On-Disk Format
/// Specification 1.2.3, sections 2 (AF splitter), 3 (PBKDF2) and 5 (partition header).
struct LuksVolume {
    /// Bytes of the header with the room for all eight key slots, as cryptsetup aligns data behind it.
    static constexpr qint64 kHeaderSize = qint64{2} << 20;
    /// Bytes of a sector, each encrypted by AES-256-XTS ("aes-xts-plain64") with its number.
    static constexpr std::size_t kSector = 512;

    QByteArray header;           ///< kHeaderSize bytes, no secret; the first key slot opens by the passphrase
    QCA::SymmetricKey masterKey; ///< 64 bytes

    /// A volume with fresh keys. Takes about as long as trying one passphrase shall take. Errors: InvalidArgument (an
    /// empty passphrase), Internal (libcrypto failed), those of XtsCipher::create().
    static Result<LuksVolume> make(const QCA::SecureArray &passphrase,
                                   std::chrono::milliseconds target = std::chrono::milliseconds(1000));
};

} // namespace sealift
