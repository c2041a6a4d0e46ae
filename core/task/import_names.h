#pragma once

#include "policy/text/named_text.h"

#include <QStringList>

namespace sealift {

struct OvfPackage;

/// The names that an appliance brings along: of its description, machines, products, networks, disks and files, and of
/// who signed its manifest.
QList<NamedText> namesOfPackage(const OvfPackage &package);

/// The same of the disk images in an archive. @param members their names.
QList<NamedText> namesOfMembers(const QStringList &members);

} // namespace sealift
