#pragma once

#include "e2e/support/image_maker.h"
#include "e2e/support/restic.h"
#include "e2e/support/sealift.h"

#include <QTemporaryDir>

namespace sealift::test {

/// A folder of its own with everything an end-to-end test works with: `sealift` and restic on one library, and a maker
/// of images. Gone with the object.
class Workbench
{
public:
    Workbench()
        : sealift(m_folder.path())
        , restic(sealift.library(), sealift.passwordFile(), m_folder.filePath(QStringLiteral("restic")))
        , images(m_folder.filePath(QStringLiteral("images")))
    {
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;

public:
    Sealift sealift;
    Restic restic;
    ImageMaker images;
};

} // namespace sealift::test
