#pragma once

#include "base/error.h"

namespace sealift {

/// What helps against errors of a kind, for those that carry no remedy of their own. Empty for a cancelled command:
/// whoever cancelled it knows.
QString generalAdvice(ErrorCode code);

} // namespace sealift
