#pragma once

#include "image/inspect/guest_root.h"
#include "image/inspect/os_facts.h"

namespace sealift {

/// How the guest's network gets its addresses: by the files of ifupdown, netplan, systemd-networkd, NetworkManager and
/// Red Hat's scripts; by cloud-init, which asks DHCP, where there are none of these. Errors: those of reading.
Result<Fact<NetworkFacts>> findNetwork(const GuestRoot &root);

} // namespace sealift
