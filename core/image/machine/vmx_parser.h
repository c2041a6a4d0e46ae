#pragma once

#include "image/ovf/ovf_envelope.h"

namespace sealift {

/// Reads the configuration of a machine of VMware (NAME.vmx): its name, system, processors, memory, firmware, adapters,
/// and its hard disks. Lines of KEY = "VALUE", keys in any case, in values "|" and two digits for a byte. Source:
/// VMware publishes no specification; the keys are those of VMware's Workstation and ESXi, as QEMU's and libvirt's
/// documents have them ("VMware ESX hypervisor driver", src/vmx/vmx.c).
/// @param where names the document in errors. Errors: Corrupt (naming the line: no such line, a key twice),
/// LimitExceeded, Unsupported (an encrypted machine).
Result<OvfEnvelope> parseVmx(const QByteArray &text, const QString &where);

} // namespace sealift
