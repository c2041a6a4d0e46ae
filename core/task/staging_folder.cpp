#include "task/staging_folder.h"

#include "storage/s3/open_s3_store.h"

namespace sealift {

namespace {

QString folderBelow(const QString &place, const char *beginning, const QString &task)
{
    auto folder = place;
    while (folder.endsWith(QLatin1Char('/')))
        folder.chop(1);
    return folder + QLatin1Char('/') + QLatin1String(beginning) + task;
}

} // namespace

QString stagingFolderOf(const QString &place, const QString &task)
{
    return folderBelow(place, kStagingFolder, task);
}

QString keptFolderOf(const QString &place, const QString &task)
{
    return folderBelow(place, kKeptFolder, task);
}

Status checkStagingPlace(const QString &place, const QString &region)
{
    if (!isS3Location(place))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no place in a bucket").arg(place),
                          QStringLiteral("It looks like s3:eu-central-1/bucket/folder.")));
    SEALIFT_ASSIGN(const auto location, parseS3Location(place));
    if (!location.region.isEmpty() && location.region != region)
        return fail(
            Error(ErrorCode::InvalidArgument,
                  QStringLiteral("the bucket %1 is in %2, and EC2 is asked in %3")
                      .arg(location.bucket, location.region, region),
                  QStringLiteral("VM Import/Export works with buckets of its own region only: choose one there, "
                                 "or another --region.")));
    return {};
}

Result<ServerEncryption> stagingEncryption(const QString &text)
{
    static const auto kms = QStringLiteral("kms");
    ServerEncryption encryption;
    if (text == QLatin1String("aes256")) {
        encryption.kind = ServerEncryption::Kind::Service;
    } else if (text == kms || text.startsWith(kms + QLatin1Char(':'))) {
        encryption.kind = ServerEncryption::Kind::Kms;
        encryption.kmsKey = text.mid(kms.size() + 1);
    } else {
        return fail(
            Error(ErrorCode::InvalidArgument,
                  QStringLiteral("what is staged for EC2 cannot be encrypted by \"%1\"")
                      .arg(text.section(QLatin1Char(':'), 0, 0)),
                  QStringLiteral("--s3-sse can be aes256, kms or kms:KEY: the service itself has to read it.")));
    }
    return encryption;
}

Result<std::shared_ptr<S3Connection>> openStaging(const Ec2Access &access, const QString &place,
                                                  const QString &encryption)
{
    SEALIFT_TRY(checkStagingPlace(place, access.region()));
    StoreOptions options;
    options.credentials = access.sharedSession();
    options.caFile = access.sharedSession()->caFile();
    options.region = access.region();
    SEALIFT_ASSIGN(options.encryption, stagingEncryption(encryption));
    return openS3Connection(place, options);
}

} // namespace sealift
