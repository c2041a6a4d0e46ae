#pragma once

#include "aws/sts_client.h"

namespace sealift {

/// The EBS direct APIs want a key's ARN; the id of a key of the same account is made one. Its alias does not do: what
/// that means may change. Empty stays empty. Errors: InvalidArgument.
Result<QString> kmsKeyArn(const QString &key, const CallerIdentity &caller, const QString &region);

} // namespace sealift
