// Settings files of VirtualBox and configurations of VMware; what was understood of one can be written as an OVF, and
// is understood again.

#include "fuzz/fuzz_target.h"

#include "image/machine/machine_description.h"
#include "image/machine/vbox_parser.h"
#include "image/machine/vmx_parser.h"
#include "image/ovf/ovf_writer.h"

using namespace sealift;
using namespace sealift::test;

namespace {

void look(const Result<OvfEnvelope> &machine)
{
    consume(machine);
    if (!machine)
        return;
    consume(parseOvf(writeOvf(machineOf(*machine)), QStringLiteral("memory, again")));
    auto settled = *machine;
    consume(settleMachineFiles(settled, QStringLiteral("/nowhere"), QStringLiteral("memory")));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = bytesOf(data, size);
    if (descriptionKindOf(text) == DescriptionKind::VMware)
        look(parseVmx(text, QStringLiteral("memory")));
    else
        look(parseVbox(text, QStringLiteral("memory")));
    return 0;
}
