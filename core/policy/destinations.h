#pragma once

#include "image/writers/write_options.h"
#include "policy/finding.h"

namespace sealift {

/// Destinations by what they have in common, for the rules.
inline const QList<Destination> &kEverywhere = allDestinations();
/// Where the disk is to run.
inline const QList<Destination> kRunning{Destination::Ec2Image,    Destination::Ec2Snapshot, Destination::Esxi,
                                         Destination::Workstation, Destination::HyperV1,     Destination::HyperV2,
                                         Destination::Azure,       Destination::VirtualBox,  Destination::Kvm,
                                         Destination::Xen};
inline const QList<Destination> kHypervisors{Destination::Esxi,    Destination::Workstation, Destination::HyperV1,
                                             Destination::HyperV2, Destination::Azure,       Destination::VirtualBox,
                                             Destination::Kvm,     Destination::Xen};
inline const QList<Destination> kEc2{Destination::Ec2Image, Destination::Ec2Snapshot};
inline const QList<Destination> kEc2Image{Destination::Ec2Image};
inline const QList<Destination> kLibrary{Destination::Library};

/// What disks of a format are usually for, where nobody says it.
Destination usualDestination(WriteFormat format);

} // namespace sealift
