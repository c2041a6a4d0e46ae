#pragma once

#include "image/ovf/ovf_envelope.h"

namespace sealift {

/// In whose words a machine is described.
enum class DescriptionKind {
    Ovf,        ///< DMTF's, of a package
    VirtualBox, ///< its settings file, NAME.vbox
    VMware,     ///< its configuration, NAME.vmx
};

/// "ovf", "vbox", "vmx".
QString descriptionKindName(DescriptionKind kind);

/// Whose words a description has, told by its content: an XML document by its first element, anything else is VMware's.
DescriptionKind descriptionKindOf(const QByteArray &description);

/// Reads a description of any kind into the terms of OVF. Of the files of a machine's disks the names are as they stand
/// there: settleMachineFiles() looks at them. @param where names the document in errors. Errors: those of parseOvf(),
/// parseVbox() and parseVmx().
Result<OvfEnvelope> parseDescription(const QByteArray &description, const QString &where);

/// Looks where the disks of a machine lie: beside its description, or below that, or not; and makes their names
/// relative. @param folder of the description, absolute, without symbolic links. @param path names the description in
/// errors. Errors: Unsafe - files elsewhere, by an absolute path or by one out of the folder; NotFound - missing ones;
/// both name all of them.
Status settleMachineFiles(OvfEnvelope &machine, const QString &folder, const QString &path);

} // namespace sealift
