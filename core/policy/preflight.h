#pragma once

#include "policy/rule.h"

#include <QStringList>

namespace sealift {

/// Judges a subject by all rules for its destination: errors first, then warnings, then notes. Pure: reads nothing.
QList<Finding> runPreflight(const PreflightSubject &subject);

/// The error that refuses a transfer because of its findings: nothing where no error among them is left.
/// @param ignored ids of rules that the user wants to pass over; only those that may be. Code: Unsupported for what the
/// destination does not take, Locked for an image in use; `what` has the first finding, the context all rules' ids.
std::optional<Error> refusalFor(const QList<Finding> &findings, const QStringList &ignored);

/// OK if each id is one of a rule that may be passed over; else InvalidArgument, saying which.
Status checkIgnored(const QStringList &ignored);

/// The table of all rules in Markdown, as core/policy/README.md has it.
QByteArray rulesDocument();

} // namespace sealift
