#include "policy/finding.h"

#include "base/json.h"

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr std::array kSeverities{Severity::Note, Severity::Warning, Severity::Error};

} // namespace

const QList<Destination> &allDestinations()
{
    static const QList<Destination> all{Destination::Library,     Destination::File,    Destination::Ec2Image,
                                        Destination::Ec2Snapshot, Destination::Esxi,    Destination::Workstation,
                                        Destination::HyperV1,     Destination::HyperV2, Destination::Azure,
                                        Destination::VirtualBox,  Destination::Kvm,     Destination::Xen};
    return all;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

std::optional<Severity> severityFromName(const QString &name)
{
    const auto *const found =
        std::find_if(kSeverities.begin(), kSeverities.end(), [&](Severity one) { return severityName(one) == name; });
    return found == kSeverities.end() ? std::nullopt : std::optional(*found);
}

QString destinationName(Destination destination)
{
    switch (destination) {
    case Destination::Library:
        return QStringLiteral("library");
    case Destination::File:
        return QStringLiteral("file");
    case Destination::Ec2Image:
        return QStringLiteral("ec2-image");
    case Destination::Ec2Snapshot:
        return QStringLiteral("ec2-snapshot");
    case Destination::Esxi:
        return QStringLiteral("esxi");
    case Destination::Workstation:
        return QStringLiteral("workstation");
    case Destination::HyperV1:
        return QStringLiteral("hyper-v-1");
    case Destination::HyperV2:
        return QStringLiteral("hyper-v-2");
    case Destination::Azure:
        return QStringLiteral("azure");
    case Destination::VirtualBox:
        return QStringLiteral("virtualbox");
    case Destination::Kvm:
        return QStringLiteral("kvm");
    case Destination::Xen:
        return QStringLiteral("xen");
    }
    return {};
}

std::optional<Destination> destinationFromName(const QString &name)
{
    const auto &all = allDestinations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](Destination one) { return destinationName(one) == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QJsonObject Finding::toJson() const
{
    return {{QStringLiteral("rule"), rule},
            {QStringLiteral("severity"), severityName(severity)},
            {QStringLiteral("destination"), destinationName(destination)},
            {QStringLiteral("what"), what},
            {QStringLiteral("why"), why},
            {QStringLiteral("remedy"), remedy},
            {QStringLiteral("source"), source},
            {QStringLiteral("ignorable"), ignorable}};
}

Result<Finding> Finding::fromJson(const QJsonObject &object)
{
    const JsonFields fields(object, QStringLiteral("finding"));
    Finding finding;
    SEALIFT_ASSIGN(finding.rule, fields.string(QStringLiteral("rule")));
    SEALIFT_ASSIGN(const auto severityText, fields.string(QStringLiteral("severity")));
    SEALIFT_ASSIGN(const auto destinationText, fields.string(QStringLiteral("destination")));
    SEALIFT_ASSIGN(finding.what, fields.string(QStringLiteral("what")));
    SEALIFT_ASSIGN(finding.why, fields.string(QStringLiteral("why")));
    SEALIFT_ASSIGN(finding.remedy, fields.string(QStringLiteral("remedy")));
    SEALIFT_ASSIGN(finding.source, fields.string(QStringLiteral("source")));
    SEALIFT_ASSIGN(finding.ignorable, fields.boolean(QStringLiteral("ignorable")));
    const auto severity = severityFromName(severityText);
    const auto destination = destinationFromName(destinationText);
    if (!severity)
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("a finding of unknown severity \"%1\"").arg(severityText)));
    if (!destination)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("a finding for an unknown destination \"%1\"").arg(destinationText)));
    finding.severity = *severity;
    finding.destination = *destination;
    return finding;
}

QJsonArray findingsToJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const auto &finding : findings)
        array.append(finding.toJson());
    return array;
}

Result<QList<Finding>> findingsFromJson(const QJsonArray &array)
{
    QList<Finding> findings;
    for (const auto &value : array) {
        SEALIFT_ASSIGN(auto finding, Finding::fromJson(value.toObject()));
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace sealift
