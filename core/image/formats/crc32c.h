#pragma once

#include "base/bytes.h"

namespace sealift {

/// CRC-32C (Castagnoli; RFC 3720, appendix B.4), as VHDX sums its structures. Pass the result back in to go on.
quint32 crc32c(ByteView bytes, quint32 before = 0);

} // namespace sealift
