// What S3 answers in XML.

#include "fuzz/fuzz_target.h"

#include "storage/s3/s3_answers.h"
#include "storage/s3/s3_bucket_answers.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto xml = bytesOf(data, size);
    consume(readObjectPage(xml));
    consume(readUploadPage(xml));
    consume(readPartPage(xml));
    consume(readUploadId(xml));
    consume(readDeleteFailures(xml));
    consume(Result<QString>(readErrorBody(xml).code));
    consume(readVersioning(xml));
    consume(readEncryption(xml));
    consume(readPublicAccessBlock(xml));
    consume(readPolicyStatus(xml));
    consume(readPublicGrant(xml));
    consume(readRetention(xml));
    consume(readLifecycle(xml, QStringLiteral("folder")));
    return 0;
}
