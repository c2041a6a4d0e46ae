#pragma once

#include "cli/command.h"
#include "common/store_opening.h"
#include "task/remote_settings.h"

namespace sealift {

class Console;

/// --ca-file, --region, --profile, --s3-sse and --allow-insecure-loopback, for commands that reach a library.
QList<QCommandLineOption> storeOptionList();

/// The same but for the last one, each with a prefix ("to-"), for commands that reach a second library.
QList<QCommandLineOption> secondStoreOptionList(const QString &prefix);

/// What those options and the environment say: SEALIFT_CA_FILE or AWS_CA_BUNDLE, AWS_REGION or AWS_DEFAULT_REGION.
/// Variables of AWS count only for places in a bucket that could be meant by them. Errors: InvalidArgument.
/// @param prefix of options that go before those without it; may be empty.
Result<StoreSettings> storeSettings(const CommandContext &context, const QString &location, const QString &prefix = {});

/// What --ca-file, $SEALIFT_CA_FILE and --allow-insecure-loopback say of a web server that an image is read from.
RemoteSettings remoteSettings(const CommandContext &context);

/// openStoreWith() for a terminal: a code is asked for there, and what the user should know becomes a warning.
Result<std::unique_ptr<ObjectStore>> openStoreAt(const QString &location, const StoreSettings &settings,
                                                 StoreIdentity &identity, Console &console);

} // namespace sealift
