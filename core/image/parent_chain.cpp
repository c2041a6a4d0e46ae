#include "image/parent_chain.h"

#include "image/neighbour_file.h"

#include <QFileInfo>

#include <algorithm>

namespace sealift {

namespace {

Error brokenChain(ErrorCode code, const QString &path, const QString &what, const QString &remedy)
{
    return Error(code, QStringLiteral("%1: %2").arg(path, what), remedy).with(QStringLiteral("file"), path);
}

Error belowItself(const QString &image, const QString &file)
{
    return brokenChain(ErrorCode::Unsafe, image, QStringLiteral("%1 is below itself").arg(file),
                       QStringLiteral("Nobody makes such images by accident: do not trust their source."));
}

/// Whether it is a file of the chain already.
bool isKnown(const DiskImage &image, const FileIdentity &identity)
{
    return std::any_of(image.files.begin(), image.files.end(), [&identity](const ImageFile &file) {
        return file.identity.device == identity.device && file.identity.inode == identity.inode;
    });
}

/// A VMDK names the state of its parent that it is the difference to.
Status checkParent(const QString &child, const DiskImage &image, const ParentReference &reference,
                   const DiskImage &parent)
{
    if (reference.contentId.isEmpty())
        return {};
    if (reference.contentId != parent.contentId)
        return fail(brokenChain(ErrorCode::Corrupt, parent.path,
                                QStringLiteral("was written to after %1 had been made as the difference to it")
                                    .arg(QFileInfo(child).fileName()),
                                QStringLiteral("Consolidate the snapshots in the program that made them, or take all "
                                               "files from one backup.")));
    if (parent.virtualSize != image.virtualSize)
        return fail(brokenChain(ErrorCode::Unsupported, parent.path,
                                QStringLiteral("holds a disk of %1 bytes, and the difference to it one of %2")
                                    .arg(parent.virtualSize)
                                    .arg(image.virtualSize),
                                flattenRemedy(QStringLiteral("vmdk"))));
    return {};
}

void append(DiskImage &image, DiskImage parent)
{
    ParentImage layer;
    layer.format = parent.format;
    layer.firstFile = image.files.size();
    layer.vmdkExtents = std::move(parent.vmdkExtents);
    for (auto &extent : layer.vmdkExtents)
        extent.file += layer.firstFile;
    layer.contentId = parent.contentId;
    layer.parentId = parent.parent ? parent.parent->contentId : QByteArray();
    image.files += parent.files;
    image.parents.append(std::move(layer));
    for (const auto &warning : parent.warnings)
        image.warnings.append(QStringLiteral("%1: %2").arg(QFileInfo(parent.path).fileName(), warning));
    image.corrupt = image.corrupt || parent.corrupt;
}

} // namespace

Status followParents(const DiskFile &file, DiskImage &image, const LayerProbe &probe)
{
    QStringList names;
    std::unique_ptr<LocalFile> opened;
    const DiskFile *child = &file;
    auto childFormat = image.format;
    for (auto reference = image.parent; reference;) {
        if (image.parents.size() == kMostParents)
            return fail(brokenChain(ErrorCode::LimitExceeded, image.path,
                                    QStringLiteral("more than %1 images below one another").arg(kMostParents),
                                    flattenRemedy(diskFormatName(image.format))));
        if (!reference->format)
            return fail(brokenChain(ErrorCode::Unsafe, child->path(),
                                    QStringLiteral("does not say in which format its parent is, and a guest could have "
                                                   "made it look like any"),
                                    QStringLiteral("Say it: qemu-img rebase -u -F FORMAT -b PARENT IMAGE")));
        SEALIFT_ASSIGN(auto next,
                       openNeighbour(*child, reference->name, QStringLiteral("parent"), diskFormatName(childFormat)));
        if (isKnown(image, next->identity()))
            return fail(belowItself(image.path, next->path()));
        SEALIFT_ASSIGN(auto parent, probe(*next, reference->format));
        SEALIFT_TRY(checkParent(child->path(), image, *reference, parent));
        for (const auto &part : parent.files) {
            if (isKnown(image, part.identity))
                return fail(belowItself(image.path, part.path));
        }
        names.append(QFileInfo(parent.path).fileName());
        reference = parent.parent;
        childFormat = parent.format;
        append(image, std::move(parent));
        opened = std::move(next);
        child = opened.get();
    }
    if (!names.isEmpty())
        image.warnings.append(QStringLiteral("It is only a difference, and is read together with what it is the "
                                             "difference to: %1.")
                                  .arg(names.join(QStringLiteral(", "))));
    return {};
}

} // namespace sealift
