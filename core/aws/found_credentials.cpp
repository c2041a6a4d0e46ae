#include "aws/found_credentials.h"

namespace sealift {

Status refuseExpired(const AwsCredentials &credentials, const QString &where)
{
    if (!credentials.expires || *credentials.expires > QDateTime::currentDateTimeUtc())
        return {};
    return fail(Error(ErrorCode::PermissionDenied,
                      QStringLiteral("%1: the credentials have expired already").arg(where),
                      QStringLiteral("Check the clock of this computer, and whatever gives the credentials out.")));
}

Result<AwsCredentials> credentialsOf(const SecretJson &json, const CredentialFields &fields, const QString &where)
{
    AwsCredentials credentials;
    SEALIFT_ASSIGN(credentials.accessKey, json.text(fields.accessKey));
    SEALIFT_ASSIGN(credentials.secret, json.secret(fields.secret));
    if (fields.isTemporary) {
        SEALIFT_ASSIGN(credentials.sessionToken, json.secret(fields.sessionToken));
    } else {
        SEALIFT_ASSIGN(credentials.sessionToken, json.optionalSecret(fields.sessionToken));
    }
    if (fields.expires != nullptr) {
        SEALIFT_ASSIGN(credentials.expires, json.optionalTime(fields.expires));
    }
    SEALIFT_TRY(refuseExpired(credentials, where));
    return credentials;
}

} // namespace sealift
