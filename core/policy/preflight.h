#pragma once

#include "policy/rule.h"

#include <QStringList>

namespace sealift {

/// Judges a subject by those of the rules that are for its destination: errors first, then warnings, then notes. Pure:
/// reads nothing.
QList<Finding> runPreflight(const PreflightSubject &subject, const QList<Rule> &rules = preflightRules());

/// Whether anything that is on a disk could refuse its transfer to that destination: only then need the transfer wait
/// until somebody has looked. @param guessed as in PreflightSubject.
bool diskMayRefuse(Destination destination, bool guessed);

/// The error that refuses a transfer because of its findings: nothing where no error among them is left.
/// @param ignored ids of rules that the user wants to pass over; only those that may be. Code: Refused; `what` has the
/// first finding, the context all rules' ids.
std::optional<Error> refusalFor(const QList<Finding> &findings, const QStringList &ignored);

/// OK if each id is one of a rule that may be passed over; else InvalidArgument, saying which.
Status checkIgnored(const QStringList &ignored);

/// The table of all rules in Markdown, as core/policy/README.md has it.
QByteArray rulesDocument();

} // namespace sealift
