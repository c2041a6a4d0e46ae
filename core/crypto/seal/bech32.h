#pragma once

#include "base/result.h"

#include <QByteArray>

namespace sealift {

/// What a text in Bech32 holds. Source: BIP 173, "Bech32"; without its limit of 90 characters, as age uses it.
struct Bech32 {
    QByteArray prefix; ///< in lower case
    QByteArray data;   ///< whole bytes
};

/// Errors: InvalidArgument, saying what is wrong and not repeating the text.
Result<Bech32> decodeBech32(const QByteArray &text);

} // namespace sealift
