#pragma once

#include "base/result.h"

#include <QString>

namespace sealift {

/// OK for what an image (AMI) can be called. Source: Amazon EC2 API Reference, "RegisterImage", Name. Errors:
/// InvalidArgument.
Status checkEc2ImageName(const QString &name);

} // namespace sealift
