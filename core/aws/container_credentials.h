#pragma once

#include "aws/aws_variables.h"
#include "aws/found_credentials.h"
#include "http/http_transport.h"

#include <QUrl>

namespace sealift {

/// True where the container's environment names a service for credentials (ECS, EKS).
bool hasContainerCredentials(const AwsVariables &variables);

/// The URL of that service: $AWS_CONTAINER_CREDENTIALS_RELATIVE_URI on 169.254.170.2, or
/// $AWS_CONTAINER_CREDENTIALS_FULL_URI: https, or http to this computer or to the two addresses that ECS and EKS have.
/// Errors: Unsafe (any other: it would get the authorization token, and could give us anything), InvalidArgument.
Result<QUrl> containerCredentialsUrl(const AwsVariables &variables);

/// Asks for them, with the token of $AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE or $AWS_CONTAINER_AUTHORIZATION_TOKEN.
/// Source: AWS SDKs and Tools Reference Guide, "Container credential provider". Errors: those of
/// containerCredentialsUrl(), of reading the token and of the transport; PermissionDenied and Network, by the status;
/// Corrupt.
Result<AwsCredentials> containerCredentials(const AwsVariables &variables, HttpTransport &transport,
                                            const std::stop_token &stop);

} // namespace sealift
