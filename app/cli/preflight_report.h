#pragma once

#include "policy/finding.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

namespace sealift {

class Console;

/// The words that --for takes, as a list for help and errors.
QStringList preflightTargets();

/// The destination that a word of --for means. A family of products stands for its usual member: "ec2" for an AMI,
/// "vmware" for ESXi, "hyper-v" for generation 2. Errors: InvalidArgument.
Result<Destination> preflightTarget(const QString &word);

/// A finding for people: rule, what, why and remedy, on three lines.
QString findingText(const Finding &finding);

/// Findings for people: what, why and remedy, one paragraph each, with the worst first. Without a line break at the
/// end; empty for none.
QString findingsText(const QList<Finding> &findings);

/// Shows what the preflight of a task found: on the error stream, notes only where it is not quiet.
void showFindings(Console &console, const QList<Finding> &findings);

/// --ignore-preflight of imports and exports.
QCommandLineOption ignorePreflightOption();
/// The rules that it names. Errors: InvalidArgument (there is no such rule, or it may not be ignored).
Result<QStringList> ignoredRules(const QCommandLineParser &arguments);

} // namespace sealift
