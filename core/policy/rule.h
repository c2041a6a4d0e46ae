#pragma once

#include "policy/subject.h"

#include <QList>

#include <optional>

namespace sealift {

/// One rule of preflight: data, but for the question that it asks. All texts are whole sentences in plain English.
struct Rule {
    const char *id; ///< stable
    Severity severity;
    QList<Destination> destinations;
    bool ignorable;     ///< whether --ignore-preflight may name it
    const char *checks; ///< what is looked at, for the table
    const char *why;    ///< what happens otherwise
    const char *remedy;
    const char *source; ///< link
    /// What was found, as a sentence; nothing where the rule is kept, or cannot be judged.
    std::optional<QString> (*find)(const PreflightSubject &subject);
};

/// All rules, in the order in which findings are shown. Lives as long as the program.
const QList<Rule> &preflightRules();

/// The parts that preflightRules() is made of.
QList<Rule> imageRules();
QList<Rule> diskRules();
QList<Rule> guestRules();
QList<Rule> ec2Rules();
QList<Rule> ec2GuestRules();
QList<Rule> hypervisorRules();
QList<Rule> hostRules();
QList<Rule> nameRules();
QList<Rule> contentRules();
QList<Rule> bucketRules();
QList<Rule> importRules();

} // namespace sealift
