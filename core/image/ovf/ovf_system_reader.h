#pragma once

#include "image/ovf/ovf_envelope.h"
#include "image/ovf/safe_xml.h"

namespace sealift {

/// Reads one VirtualSystem of an OVF descriptor (DSP0243, "VirtualSystem"): its hardware, operating system, product.
class OvfSystemReader
{
public:
    /// @param xml at the VirtualSystem element.
    explicit OvfSystemReader(SafeXml &xml)
        : m_xml(xml)
    {
    }

    /// Leaves the element. `disks` holds the drives' host resources as they are there. Errors: those of SafeXml.
    Result<OvfSystem> read();

private:
    Status readOperatingSystem();
    Status readProduct();
    Status readHardware();
    Status readHardwarePart();
    Status readFamily();
    Status readDevice();
    Status readVendorConfig();
    Status readVirtualBoxMachine();
    void takeDevice(const OvfDevice &device);

    SafeXml &m_xml;
    OvfSystem m_system;
};

} // namespace sealift
