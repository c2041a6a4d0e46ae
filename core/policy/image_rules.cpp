#include "policy/destinations.h"
#include "policy/ec2_documents.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kQemuDocument = "https://www.qemu.org/docs/master/interop/qcow2.html";

Found corrupt(const PreflightSubject &subject)
{
    if (!subject.image || !subject.image->corrupt)
        return {};
    return QStringLiteral("%1 is marked as corrupt by the program that wrote it.").arg(subject.image->path);
}

Found dirty(const PreflightSubject &subject)
{
    if (!subject.image || !subject.image->dirty)
        return {};
    return QStringLiteral("%1 was not closed properly.").arg(subject.image->path);
}

Found snapshots(const PreflightSubject &subject)
{
    if (!subject.image || subject.image->internalSnapshots == 0)
        return {};
    return QStringLiteral("The image has %1 internal snapshots.").arg(subject.image->internalSnapshots);
}

Found features(const PreflightSubject &subject)
{
    if (!subject.image || subject.image->unknownFeatures.isEmpty())
        return {};
    return QStringLiteral("The image uses features that Sealift does not know: %1.")
        .arg(subject.image->unknownFeatures.join(QStringLiteral(", ")));
}

Found notStreamOptimized(const PreflightSubject &subject)
{
    if (!subject.image || subject.image->format != DiskFormat::Vmdk ||
        subject.image->subformat == QLatin1String("streamOptimized"))
        return {};
    return QStringLiteral("The image is a VMDK of the kind \"%1\".").arg(subject.image->subformat);
}

Found foreignContainer(const PreflightSubject &subject)
{
    if (!subject.image || (subject.image->format != DiskFormat::Qcow2 && subject.image->format != DiskFormat::Vdi))
        return {};
    return QStringLiteral("The image is a %1 file, which EC2 does not import.")
        .arg(diskFormatName(subject.image->format));
}

} // namespace

QList<Rule> imageRules()
{
    return {
        {"image-corrupt", Severity::Error, kEverywhere, false, "The container's own mark of damage.",
         "What is read of it may not be what the virtual machine wrote.",
         "Repair a copy of it (qemu-img check -r all COPY), or take it from a backup.", kQemuDocument, corrupt},
        {"image-dirty", Severity::Warning, kEverywhere, true, "Whether the container was closed properly.",
         "The virtual machine may have been running, or have crashed: its file systems may be in the middle of a "
         "change.",
         "Shut the virtual machine down, and copy the image then.", kQemuDocument, dirty},
        {"image-snapshots", Severity::Note, kEverywhere, true, "Snapshots inside the container.",
         "Only the present state of the disk is transferred.",
         "To keep a snapshot, export it first: qemu-img convert -l SNAPSHOT.", kQemuDocument, snapshots},
        {"image-features", Severity::Note, kEverywhere, true, "Features of the container that are not known.",
         "The format allows ignoring them; what they are for is lost.", "Nothing need be done.", kQemuDocument,
         features},
        {"ec2-vmdk-kind", Severity::Note, kEc2, true, "A VMDK's kind: EC2 takes stream-optimized ones only.",
         "Uploaded as it is, the import would end with an error after hours.",
         "Export it out of a library in a form that EC2 takes: sealift export NAME --format vmdk.", kPrerequisites,
         notStreamOptimized},
        {"ec2-container", Severity::Note, kEc2, true, "The container: EC2 takes OVA, VMDK, VHD, VHDX and raw.",
         "Uploaded as it is, the import would end with an error.",
         "Export it out of a library in a form that EC2 takes: sealift export NAME --format vmdk.", kPrerequisites,
         foreignContainer},
    };
}

} // namespace sealift
