#pragma once

#include "base/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace sealift {

class AuditLog;
class ScratchRoot;

/// Scratch of a dead process that belongs to no task the journal knows, or to one that has ended.
struct StrayScratch {
    QString taskId;
    QString path;
    bool isConfirmed = false;
    QStringList left; ///< what is left and where, if not
};

/// Destroys every folder of the scratch root whose owner is dead, and looks that it is gone; each step goes to the
/// audit log. Folders of living processes are never touched. @param spared ids that somebody else cleans up. Errors:
/// those of listing and of the log. What could not be destroyed is no error but in the answer.
Result<QList<StrayScratch>> sweepStrayScratch(const ScratchRoot &root, AuditLog &audit, const QSet<QString> &spared);

} // namespace sealift
