// OVF descriptions; what was understood of one can be written again, and is understood again.

#include "fuzz/fuzz_target.h"

#include "image/ovf/ovf_envelope.h"
#include "image/ovf/ovf_writer.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto envelope = parseOvf(bytesOf(data, size), QStringLiteral("memory"));
    consume(envelope);
    if (envelope)
        consume(parseOvf(writeOvf(machineOf(*envelope)), QStringLiteral("memory, again")));
    return 0;
}
