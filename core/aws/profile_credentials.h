#pragma once

#include "aws/chain_sources.h"

namespace sealift {

/// True where the profile is a role that another identity assumes.
bool isRoleProfile(const AwsProfile &profile);

/// Assumes that role, by the identity that the profile names; a chain of roles is followed. Errors: InvalidArgument (a
/// setting is missing, wrong or contradicts another; the profiles refer to each other in a circle), NotFound (no such
/// source profile, nobody to ask for a code), those of the sources and of StsClient.
Result<Found> roleCredentials(const ChainTools &tools, const AwsProfile &profile);

/// What the profile has itself: a web identity, SSO, keys in the credentials file, a process, keys in the config file.
/// Nothing where it has none of them.
Result<Found> ownCredentials(const ChainTools &tools, const AwsProfile &profile);

} // namespace sealift
