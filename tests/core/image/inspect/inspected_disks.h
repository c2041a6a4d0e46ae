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

} // namespace sealift::test
