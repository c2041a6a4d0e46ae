#include "policy/destinations.h"

namespace sealift {

Destination usualDestination(WriteFormat format)
{
    switch (format) {
    case WriteFormat::Raw:
        break;
    case WriteFormat::Qcow2:
        return Destination::Kvm;
    case WriteFormat::Vhd:
        return Destination::HyperV1;
    case WriteFormat::Vhdx:
        return Destination::HyperV2;
    case WriteFormat::Vdi:
        return Destination::VirtualBox;
    case WriteFormat::Vmdk:
        return Destination::Esxi;
    }
    return Destination::File;
}

} // namespace sealift
