#pragma once

#include "crypto/scrypt.h"

namespace sealift {

/// What opening a library with a new password shall cost an attacker for each guess, and us each time: half a second of
/// this machine, and 64 MiB. Measures; takes about as long.
ScryptParameters passwordCost();

} // namespace sealift
