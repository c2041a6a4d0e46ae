#pragma once

#include "base/bytes.h"

#include <QtCrypto>

namespace sealift {

/// Fills `out` from libcrypto's generator, which the system's seeds. For nonces and names. Thread-safe. Ends the
/// process if the generator fails: nothing that follows could be sealed safely.
void fillRandom(MutableBytes out);

/// A fresh key of `size` bytes in QCA's locked memory.
QCA::SymmetricKey randomKey(int size);

} // namespace sealift
