#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace sealift {

/// What VM Import/Export answers to exports, in XML. Source: Amazon EC2 API Reference, "ExportImage",
/// "ExportImageTask", "ExportTask", "ExportToS3Task". All readers: Corrupt where it is not that document.

/// An export as the service tells of it.
struct ExportTaskFacts {
    QString id;
    /// Of images: active, completed, deleting, deleted; of instances: active, cancelling, cancelled, completed.
    QString status;
    QString message;   ///< what it is at ("converting"), or why it failed
    int progress = -1; ///< percent; -1: not told
    QString bucket;
    QString prefix; ///< of the keys of what an export of an image makes; empty of an instance
    QString key;    ///< of what an export of an instance makes; empty of an image

    bool isCompleted() const { return status == QLatin1String("completed"); }
    /// It failed or was cancelled, and what it had is gone.
    bool isGone() const { return status == QLatin1String("deleted") || status == QLatin1String("cancelled"); }
    bool isEnding() const { return status == QLatin1String("deleting") || status == QLatin1String("cancelling"); }
    bool isOver() const { return isCompleted() || isGone(); }
    /// Whether it exports into that folder of that bucket. @param beginning of the keys, with '/' at its end.
    bool goesTo(const QString &itsBucket, const QString &beginning) const;
};

struct ExportTaskPage {
    QList<ExportTaskFacts> tasks;
    QString next; ///< token of the next page; empty on the last one
};

Result<ExportTaskPage> readImageExportPage(const QByteArray &xml);
Result<ExportTaskPage> readInstanceExportPage(const QByteArray &xml);
/// The task that an ExportImage or CreateInstanceExportTask answer has.
Result<ExportTaskFacts> readNewImageExport(const QByteArray &xml);
Result<ExportTaskFacts> readNewInstanceExport(const QByteArray &xml);

} // namespace sealift
