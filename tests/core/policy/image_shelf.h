#pragma once

#include "image/inspect/inspected_disks.h"
#include "policy/preflight.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace sealift::test {

/// Images for the tests of preflight: disks of make-disks.sh, and what is made of them. Each is made and looked at
/// once.
class ImageShelf
{
public:
    /// Makes the disks that these images are made of. Empty, or what went wrong.
    QByteArray prepare(const QStringList &images);

    /// What preflight judges of an image. @param image "DISK", or "DISK>FORM" (forms()).
    Result<PreflightSubject> subject(const QString &image);

    /// Names of all forms.
    static QStringList forms();

private:
    Result<QString> fileOf(const QString &image);

    InspectedDisks m_disks;
    QTemporaryDir m_folder;
    QHash<QString, PreflightSubject> m_subjects;
    std::vector<std::unique_ptr<QFile>> m_writers; ///< that keep images in use
};

} // namespace sealift::test
