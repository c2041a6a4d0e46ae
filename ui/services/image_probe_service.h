#pragma once

#include "base/error.h"
#include "image/disk_image.h"
#include "policy/subject.h"

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

/// What is on the disk of an image, as preflight judges it: runPreflight() tells what that means for a destination.
struct ExaminedImage {
    QString path;                            ///< as it was asked for
    std::optional<PreflightSubject> subject; ///< one of these two is set
    std::optional<Error> problem;            ///< why not even the container could be looked at
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
    /// Opens each of the images and looks at what is on the disk, which takes about a second for each; examined()
    /// follows for each, in any order.
    virtual void examine(const QStringList &paths) = 0;
    /// Nobody waits for what examine() was asked for any more.
    virtual void stopExamining() = 0;

Q_SIGNALS:
    void probed(const sealift::ProbedImage &image);
    void examined(const sealift::ExaminedImage &image);
};

} // namespace sealift
