#pragma once

#include "image/inspect/guest_root.h"
#include "image/inspect/os_facts.h"

namespace sealift {

/// The kernels in /boot, newest first, with the initramfs of each; and for the newest one where the drivers are that
/// other hypervisors need. @param boot is /boot. Errors: those of reading.
Result<QList<KernelFacts>> findKernels(const GuestRoot &root, const GuestRoot &boot);

/// The drivers that are looked for: disks and networks of KVM, EC2 (Nitro and Xen), Hyper-V, VMware.
const QStringList &lookedForDrivers();

} // namespace sealift
