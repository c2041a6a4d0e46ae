#pragma once

#include "aws/aws_credentials.h"
#include "aws/secret_json.h"

namespace sealift {

/// Where credentials came from, in words without a secret.
struct CredentialOrigin {
    QString kind;  ///< for machines: "environment", "role", "web-identity", "sso", "file", "process", "container",
                   ///< "instance"
    QString words; ///< for people and logs: "profile prod: role arn:aws:iam::1:role/x, with MFA, from ..."
};

/// Credentials, and how they were found.
struct FoundCredentials {
    AwsCredentials credentials;
    CredentialOrigin origin;
};

/// The names of the fields in which a source gives credentials out.
struct CredentialFields {
    const char *accessKey = "AccessKeyId";
    const char *secret = "SecretAccessKey";
    const char *sessionToken = "Token";
    const char *expires = "Expiration"; ///< a time; null where the caller reads it
    bool isTemporary = true;            ///< a session token is a must
};

/// The credentials that the object holds. Errors: Corrupt (a field is missing or of another type, or they have expired
/// already).
Result<AwsCredentials> credentialsOf(const SecretJson &json, const CredentialFields &fields, const QString &where);

/// OK where they are still valid. Errors: PermissionDenied.
Status refuseExpired(const AwsCredentials &credentials, const QString &where);

} // namespace sealift
