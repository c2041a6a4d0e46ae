#include "common/image_inspection.h"

#include "image/probe.h"

namespace sealift {

namespace {

Result<DiskFacts> factsOf(const DiskImage &image, const OpenOptions &options, const InspectOptions &looking,
                          const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto source, openDisk(image, options, stop));
    SEALIFT_ASSIGN(auto facts, inspectDisk(*source, looking, stop));
    SEALIFT_TRY(source->close());
    return facts;
}

} // namespace

Result<ImageInspection> inspectImage(const QString &path, const OpenOptions &options, const InspectOptions &looking,
                                     const std::stop_token &stop, Parents parents)
{
    ImageInspection inspection;
    SEALIFT_ASSIGN(inspection.image, probeDisk(path, {.format = {}, .parents = parents}, stop));
    inspection.host = hostFactsFor(inspection.image);
    auto facts = factsOf(inspection.image, options, looking, stop);
    if (facts) {
        inspection.facts = *std::move(facts);
        return inspection;
    }
    const auto &error = facts.error();
    if (error.code() == ErrorCode::Cancelled)
        return fail(error);
    inspection.facts = Fact<DiskFacts>::unknown(
        error.remedy().isEmpty() ? error.what() : QStringLiteral("%1. %2").arg(error.what(), error.remedy()));
    return inspection;
}

PreflightSubject subjectOf(const ImageInspection &inspection, Destination destination)
{
    PreflightSubject subject;
    subject.destination = destination;
    subject.diskSize = inspection.image.virtualSize;
    subject.image = inspection.image;
    subject.facts = inspection.facts.value();
    subject.notSeen = inspection.facts.because();
    subject.host = inspection.host;
    return subject;
}

} // namespace sealift
