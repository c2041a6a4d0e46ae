#pragma once

#include "aws/sts_client.h"
#include "ec2/ec2_access.h"
#include "task/task_job.h"

#include <functional>

namespace sealift {

/// Who is about to send or fetch something, told before that happens.
struct Ec2Identity {
    CallerIdentity caller;
    QString region;
    QString source; ///< how the credentials were found, in words
};

/// Asks whom the credentials belong to, tells it, and writes it down, before anything is moved. @param identified may
/// be empty. Errors: those of AwsSession::whoAmI() and of the audit log.
Result<CallerIdentity> identifyCaller(Ec2Access &access, const std::function<void(const Ec2Identity &)> &identified,
                                      const JobTools &tools);

} // namespace sealift
