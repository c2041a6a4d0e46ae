#include "common/source_inspection.h"

#include "common/image_inspection.h"
#include "common/package_inspection.h"
#include "image/archive/compressed_disk.h"

#include <QFileInfo>

namespace sealift {

namespace {

PreflightSubject subjectOfPacked(const QString &path)
{
    PreflightSubject subject;
    subject.notSeen = QStringLiteral("it is compressed, and only import unpacks it");
    subject.host.writer = writerOf({QFileInfo(path).canonicalFilePath()});
    subject.host.clockSet = clockIsSet();
    return subject;
}

} // namespace

Result<PreflightSubject> inspectSource(const QString &path, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto kind, packageKindOf(path));
    switch (kind) {
    case PackageKind::Archive:
    case PackageKind::Compressed:
        return subjectOfPacked(path);
    case PackageKind::Tar:
    case PackageKind::Ovf:
    case PackageKind::Vmx: {
        SEALIFT_ASSIGN(const auto package, inspectPackage(path, VerifyFiles::No, {}, {}, stop));
        auto subject = subjectOf(package, Destination::Library);
        subject.notSeen = package.systemDisk().facts.because();
        return subject;
    }
    case PackageKind::None:
        break;
    }
    SEALIFT_ASSIGN(const auto image, inspectImage(path, {}, {}, stop));
    auto subject = subjectOf(image, Destination::Library);
    subject.notSeen = image.facts.because();
    return subject;
}

} // namespace sealift
