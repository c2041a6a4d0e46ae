#pragma once

#include "policy/finding.h"

namespace sealift {

/// The words that --for takes, as a list for help and errors.
QStringList preflightTargets();

/// The destination that a word of --for means. A family of products stands for its usual member: "ec2" for an AMI,
/// "vmware" for ESXi, "hyper-v" for generation 2. Errors: InvalidArgument.
Result<Destination> preflightTarget(const QString &word);

/// Findings for people: what, why and remedy, one paragraph each, with the worst first. Without a line break at the
/// end; empty for none.
QString findingsText(const QList<Finding> &findings);

} // namespace sealift
