#pragma once

#include "base/error.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace sealift {

/// Something that cannot be imported, and why.
struct RefusedDrop {
    QString name;
    Error reason;
};

/// What would come of a drop.
struct DropVerdict {
    QList<QUrl> urls;   ///< as they were asked for
    QStringList images; ///< paths of what can be imported; images in folders included, disks that belong to another
                        ///< image left out
    QList<RefusedDrop> refused;
    bool isComplete = true; ///< false: it took too long to look at everything; what was not looked at is in `images`
};

/// Looks at what is dragged over the window, before it is dropped. Lives on the thread of the window; files are looked
/// at elsewhere.
class DropService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// judged() follows, unless another question is asked meanwhile.
    virtual void judge(const QList<QUrl> &urls) = 0;

Q_SIGNALS:
    void judged(const sealift::DropVerdict &verdict);
};

} // namespace sealift
