#pragma once

#include "aws/aws_session.h"
#include "storage/object_store.h"
#include "storage/store_options.h"
#include "task/export_task.h"
#include "task/store_settings.h"

#include <functional>

namespace sealift {

/// Who works with a store, kept by whoever opens it several times, so that nobody is asked twice for a code. Null until
/// then, and for folders.
using StoreIdentity = std::shared_ptr<AwsSession>;

/// What opening a store asks of a program, and tells it; on any thread.
struct StoreTalk {
    MfaPrompt mfa;                               ///< asks for the code of an MFA device
    std::function<void(const QString &)> notice; ///< what the user should know of the service or of AWS's files
};

/// What StoreSettings::encryption says, as users write it. Errors: InvalidArgument; NotFound (a file with a key).
Result<ServerEncryption> serverEncryption(const QString &text);

/// The text with the path of a key made absolute: a task may be executed in another folder.
QString absoluteServerEncryption(const QString &text);

/// Whether it is the bucket that was not found, and not something in it.
bool isBucketMissing(const Error &error);

/// The store at that place, with credentials from where AWS's own tools find them. Errors: those of openStore(), of
/// AwsSession::open(), and of serverEncryption().
/// @param identity is made where it is needed and null.
Result<std::unique_ptr<ObjectStore>> openStoreWith(const QString &location, const StoreSettings &settings,
                                                   StoreIdentity &identity, const StoreTalk &talk);

/// An object in a bucket to store an export in; likewise. Errors: those of openStoreWith() and openS3Upload().
Result<std::shared_ptr<S3ObjectUpload>> openUploadWith(const QString &location, const StoreSettings &settings,
                                                       StoreIdentity &identity, const StoreTalk &talk);

/// Opens objects in buckets for exports, with credentials from the same places; for any number of tasks, on any thread.
UploadOpener uploadOpener(StoreTalk talk);

} // namespace sealift
