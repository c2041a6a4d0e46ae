#pragma once

#include "image/inspect/inspect_disk.h"

#include <QTemporaryDir>

/// Real disks for the tests of inspection, made by make-disks.sh.
namespace sealift::test {

/// A folder with disks, which goes with it.
class InspectedDisks
{
public:
    /// Makes disks of these names; all of them for none. Empty, or what went wrong.
    QByteArray make(const QStringList &names);

    QString path(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".raw")); }

private:
    QTemporaryDir m_folder;
};

/// What inspection finds in an image of any format.
Result<DiskFacts> inspectPath(const QString &path, const InspectOptions &options = {});

/// Where a kernel has a driver, in the words of the facts' JSON; or why that is not known.
QString placeOf(const KernelFacts &kernel, const QString &driver);

/// "vfat ext4": what is on the volumes, in order.
QString contentOf(const DiskFacts &facts);

} // namespace sealift::test
