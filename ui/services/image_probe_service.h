#pragma once

#include "base/error.h"
#include "image/disk_image.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// What a file turned out to be: an image, or the reason why it cannot be imported.
struct ProbedImage {
    QString path;                   ///< as it was asked for
    std::optional<DiskImage> image; ///< one of these two is set
    std::optional<Error> problem;
    QString container = {}; ///< "OVA", "qcow2, gzip", "zip"...: the image stands for what is in it; empty: a disk image
};

/// Looks at files that somebody wants to import, for widgets. Lives on the thread of the window; looking is done
/// elsewhere.
class ImageProbeService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks at each of the files; probed() follows for each, in any order.
    virtual void probe(const QStringList &paths) = 0;

Q_SIGNALS:
    void probed(const sealift::ProbedImage &image);
};

} // namespace sealift
