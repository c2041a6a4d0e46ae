#pragma once

#include "aws/aws_session.h"
#include "cli/command.h"
#include "storage/object_store.h"
#include "storage/store_options.h"
#include "task/store_settings.h"

namespace sealift {

class Console;

/// --ca-file, --region, --profile, --s3-sse and --allow-insecure-loopback, for commands that reach a library.
QList<QCommandLineOption> storeOptionList();

/// What those options and the environment say: SEALIFT_CA_FILE or AWS_CA_BUNDLE, AWS_REGION or AWS_DEFAULT_REGION.
/// Variables of AWS count only for places in a bucket that could be meant by them. Errors: InvalidArgument.
Result<StoreSettings> storeSettings(const CommandContext &context, const QString &location);

/// Who works with a store, kept by whoever opens it several times, so that nobody is asked twice for a code. Null until
/// then, and for folders.
using StoreIdentity = std::shared_ptr<AwsSession>;

/// The store at that place, with credentials from where AWS's own tools find them; a code that they need is asked for
/// on the terminal. What the user should know of the service becomes a warning. Errors: those of openStore(), of
/// AwsSession::open(), and of a file with a customer's key.
/// @param identity is made where it is needed and null.
Result<std::unique_ptr<ObjectStore>> openStoreAt(const QString &location, const StoreSettings &settings,
                                                 StoreIdentity &identity, Console &console);

} // namespace sealift
