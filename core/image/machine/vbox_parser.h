#pragma once

#include "image/ovf/ovf_envelope.h"

namespace sealift {

/// Reads the settings file of a machine of VirtualBox (NAME.vbox): its name, system, processors, memory, firmware,
/// adapters, and the hard disks that it has now. States of snapshots are passed over; a disk that is the difference to
/// another one has a `parentRef`. Source: VirtualBox, src/VBox/Main/xml/Settings.cpp and VirtualBox-settings.xsd;
/// settings versions 1.x.
/// No document type, no entities; nesting, and the number of elements, have limits. What is unknown is passed over.
/// @param where names the document in errors. Errors: Corrupt (naming the line), Unsafe (a document type),
/// LimitExceeded, Unsupported (another version, an encrypted machine or disk, a disk that is no file).
Result<OvfEnvelope> parseVbox(const QByteArray &xml, const QString &where);

} // namespace sealift
