#pragma once

#include "task/import_staging.h"

namespace sealift {

/// What a task has in a bucket below a place where tasks stage.
struct StrayStaging {
    QString task;        ///< its id
    QString folder;      ///< the location of its folder
    QStringList content; ///< in words
    QStringList left;    ///< what is still there after sweepStaging(), or why that is not known
};

/// Looks which tasks have something below a place. Errors: those of openStaging() and of the service.
Result<QList<StrayStaging>> findStaging(const Ec2Access &access, const QString &place, const std::stop_token &stop);

/// Removes what a task has there, and ends an import or export of it that is still at work at EC2; what a completed
/// import has made stays. Looks again, and puts what is left into `stray`. @param open reaches EC2.
void sweepStaging(StrayStaging &stray, const Ec2Settings &ec2, const QString &place, const Ec2Opener &open);

} // namespace sealift
