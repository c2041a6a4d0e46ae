#include "task/ec2_identity.h"

namespace sealift {

Result<CallerIdentity> identifyCaller(Ec2Access &access, const std::function<void(const Ec2Identity &)> &identified,
                                      const JobTools &tools)
{
    SEALIFT_ASSIGN(const auto caller, access.session().whoAmI(tools.stop));
    const Ec2Identity identity{caller, access.region(), access.session().words()};
    if (identified)
        identified(identity);
    SEALIFT_TRY(tools.audit(QStringLiteral("aws-identity"), {{QStringLiteral("arn"), caller.arn},
                                                             {QStringLiteral("account"), caller.account},
                                                             {QStringLiteral("region"), identity.region},
                                                             {QStringLiteral("source"), identity.source}}));
    return caller;
}

} // namespace sealift
