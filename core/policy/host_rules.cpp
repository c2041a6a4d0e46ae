#include "policy/destinations.h"
#include "policy/rule.h"

#include <cstdlib>

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kManual = "https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html";

QString mebibytes(qint64 bytes)
{
    return QStringLiteral("%1 MiB").arg(bytes >> 20);
}

Found openForWriting(const PreflightSubject &subject)
{
    if (subject.host.writer.isEmpty())
        return {};
    return QStringLiteral("%1 has the image open for writing.").arg(subject.host.writer);
}

Found scratchSpace(const PreflightSubject &subject)
{
    const auto &host = subject.host;
    if (!host.scratchFree || *host.scratchFree >= host.scratchNeeded)
        return {};
    return QStringLiteral("Scratch volumes may take %1, and %2 are free.")
        .arg(mebibytes(host.scratchNeeded), mebibytes(*host.scratchFree));
}

Found targetSpace(const PreflightSubject &subject)
{
    const auto &host = subject.host;
    if (!host.targetFree || *host.targetFree >= host.targetNeeded)
        return {};
    return QStringLiteral("The result may take %1, and %2 are free where it goes.")
        .arg(mebibytes(host.targetNeeded), mebibytes(*host.targetFree));
}

Found clock(const PreflightSubject &subject)
{
    if (subject.host.clockSet.is(false))
        return QStringLiteral("This machine's clock shows a time long ago.");
    // Services refuse what was signed more than 15 minutes ago or ahead.
    constexpr qint64 kTolerated = 300;
    if (!subject.bucket || std::abs(subject.bucket->secondsAhead.value_or(0)) < kTolerated)
        return {};
    const auto ahead = *subject.bucket->secondsAhead;
    return QStringLiteral("This machine's clock is %1 minutes %2 that of the service.")
        .arg((std::abs(ahead) + 30) / 60)
        .arg(ahead > 0 ? QStringLiteral("ahead of") : QStringLiteral("behind"));
}

} // namespace

QList<Rule> hostRules()
{
    return {
        {"host-image-in-use", Severity::Error, kEverywhere, true, "Whether a program has the image open for writing.",
         "It changes while it is read: what arrives is a mixture of different moments.",
         "Shut the virtual machine down, or copy a snapshot of its disk.", kManual, openForWriting},
        {"host-scratch-space", Severity::Error, kEverywhere, true, "Room for the task's scratch volume.",
         "The task would end in the middle.", "Make room there, or choose another scratch folder (SEALIFT_SCRATCH).",
         "", scratchSpace},
        {"host-target-space", Severity::Warning, kEverywhere, true, "Room where the result goes, if that is a folder.",
         "The transfer ends when the file system is full. Compression, and what a library has already, may save it.",
         "Make room there, or choose another place.", "", targetSpace},
        {"host-clock", Severity::Warning, kEverywhere, true,
         "This machine's clock: whether it was set, and is that of the service.",
         "Certificates and signed requests are refused, and receipts have wrong times.", "Set the clock.",
         "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html", clock},
    };
}

} // namespace sealift
