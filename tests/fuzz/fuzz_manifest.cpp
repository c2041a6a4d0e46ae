// Manifests of OVF packages, and the certificate files beside them.

#include "fuzz/fuzz_target.h"

#include "image/ovf/ovf_manifest.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = bytesOf(data, size);
    consume(parseManifest(text, QStringLiteral("memory")));
    consume(verifyManifestSignature(text, "SHA256(a.ovf)= 00", QStringLiteral("memory")));
    return 0;
}
