#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sealift {

/// How bad a finding is.
enum class Severity {
    Note,    ///< good to know
    Warning, ///< the transfer works; what comes out of it may not boot, or not be what was meant
    Error,   ///< the transfer is refused: it would fail, or what comes out of it cannot work
};

/// Where an image is to go. Rules name the destinations they apply to.
enum class Destination {
    Library,     ///< an encrypted library: takes every disk that can be read
    File,        ///< a file or a pipe, and nobody has said what it is for
    Ec2Image,    ///< an AMI by VM Import/Export
    Ec2Snapshot, ///< an EBS snapshot
    Esxi,
    Workstation,
    HyperV1,
    HyperV2,
    Azure,
    VirtualBox,
    Kvm,
    Xen,
};

/// One thing that a rule found to say about an image, its destination or this machine. Value type; holds no secret.
struct Finding {
    QString rule; ///< the rule's id ("ec2-boot-mode"): stable, for --ignore-preflight and for machines
    Severity severity = Severity::Note;
    Destination destination = Destination::Library;
    QString what;           ///< one sentence: what was found, with names and numbers
    QString why;            ///< what would happen otherwise, with the other side's own error message where there is one
    QString remedy;         ///< what the user can do
    QString source;         ///< link to the document that the rule comes from; may be empty
    bool ignorable = false; ///< whether the user may go on in spite of it

    /// {"rule", "severity", "destination", "what", "why", "remedy", "source", "ignorable"}: as `--json` prints it and a
    /// task keeps it.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field.
    static Result<Finding> fromJson(const QJsonObject &object);

    bool operator==(const Finding &) const = default;
};

/// The findings as a JSON array, and back. Errors: Corrupt.
QJsonArray findingsToJson(const QList<Finding> &findings);
Result<QList<Finding>> findingsFromJson(const QJsonArray &array);

/// All destinations, in the order in which they are listed for users.
const QList<Destination> &allDestinations();

/// The stable name of a severity ("warning").
QString severityName(Severity severity);
std::optional<Severity> severityFromName(const QString &name);
/// The stable name of a destination ("ec2-image"); those of exports are the names of `export --for`.
QString destinationName(Destination destination);
std::optional<Destination> destinationFromName(const QString &name);

} // namespace sealift
