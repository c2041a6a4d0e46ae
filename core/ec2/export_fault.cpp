#include "ec2/export_fault.h"

#include "ec2/known_words.h"
#include "ec2/service_fault.h"

#include <array>
#include <utility>

namespace sealift {

namespace {

constexpr auto kDirectly =
    "Leave out --by-service: Sealift then reads the snapshots directly, encrypted ones and large "
    "ones as well.";

// The first that fits counts.
constexpr std::array kKnown{
    KnownWords{"service role",
               "Make the role vmimport, or name another with --role-name: \"sealift ec2 setup --exports\" prints its "
               "trust policy and permissions."},
    KnownWords{"KMS", "VM Import/Export writes into no bucket that encrypts by SSE-KMS: choose one with SSE-S3, or "
                      "leave out --by-service, which needs no bucket."},
    KnownWords{"encrypted", kDirectly},
    KnownWords{"TiB", kDirectly},
    KnownWords{"in progress", "One export of an image can run at a time: wait for it, or leave out --by-service."},
    KnownWords{"limit", "Five exports can run at a time in a region: wait for others to end, or leave out "
                        "--by-service."},
    KnownWords{"bucket",
               "The bucket must be in the region of the image, and the role vmimport must be allowed to write "
               "into it: \"sealift ec2 setup --exports\" prints it."},
};

bool isRefusal(const Error &error)
{
    return error.code() == ErrorCode::InvalidArgument || error.code() == ErrorCode::Unsupported ||
           error.code() == ErrorCode::LimitExceeded;
}

} // namespace

QString exportRemedy(const QString &serviceWords)
{
    const auto remedy = remedyFor(kKnown, serviceWords);
    return remedy.isEmpty() ? QString(QLatin1String(kDirectly)) : remedy;
}

Error explainedExport(Error error)
{
    if (!isRefusal(error))
        return error;
    const bool isNotExportable = serviceCodeOf(error) == QLatin1String("NotExportable");
    const auto remedy = isNotExportable ? exportRemedy(error.what()) : remedyFor(kKnown, error.what());
    return remedy.isEmpty() ? error : std::move(error).advising(remedy);
}

} // namespace sealift
