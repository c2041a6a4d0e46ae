#include "ec2/import_fault.h"

#include "ec2/known_words.h"

#include <array>
#include <utility>

namespace sealift {

namespace {

constexpr std::array kKnown{
    KnownWords{"service role",
               "Make the role vmimport, or name another with --role-name: \"sealift ec2 setup\" prints its trust "
               "policy and permissions."},
    KnownWords{
        "We do not have access to the given resource",
        "Let the role vmimport read the bucket (s3:GetObject, s3:GetBucketLocation, s3:ListBucket) and, for SSE-KMS, "
        "use its key (kms:Decrypt): \"sealift ec2 setup\" prints it."},
    KnownWords{"Unsupported OVA",
               "With SSE-KMS this is also said where the role vmimport may not use the key (kms:Decrypt)."},
    KnownWords{
        "Disk validation failed",
        "The service could not read the disk. With SSE-KMS this is also said where the role vmimport may not use the "
        "key (kms:Decrypt); else inspect the image, or import it with --to ec2-snapshot without --staging."},
    KnownWords{"UEFI",
               "Images that start by UEFI are imported block by block: leave out --staging, or say --boot-mode uefi."},
    KnownWords{"boot mode",
               "Images that start by UEFI are imported block by block: leave out --staging, or say --boot-mode uefi."},
    KnownWords{"Unknown OS",
               "The service knows only certain systems: \"sealift inspect IMAGE --for ec2\" says what it looks "
               "for. --to ec2-snapshot takes any disk."},
    KnownWords{"Unsupported kernel", "The user guide lists kernels by distribution; --to ec2-snapshot takes any disk."},
    KnownWords{"No bootable partition", "Import the disk that the machine starts from, or use --to ec2-snapshot."},
    KnownWords{"FirstBootFailure",
               "The copy of the machine did not start at EC2: look at its network, drivers and firewall, or "
               "use --to ec2-snapshot."},
    KnownWords{"Task limit", "Twenty imports can run at a time in a region. Wait for others to end, or cancel some."},
    KnownWords{"Resource limits",
               "Twenty imports can run at a time in a region. Wait for others to end, or cancel some."},
    KnownWords{"Invalid S3 source location", "The bucket must be in the region that the image is imported to."},
};

} // namespace

QString importRemedy(const QString &serviceWords)
{
    return remedyFor(kKnown, serviceWords);
}

Error explainedImport(Error error)
{
    const auto remedy = importRemedy(error.what());
    return remedy.isEmpty() ? error : std::move(error).advising(remedy);
}

} // namespace sealift
