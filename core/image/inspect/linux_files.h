#pragma once

#include "image/inspect/os_facts.h"

#include <QByteArray>
#include <QHash>

namespace sealift {

/// The assignments of a file of shell variables (os-release(5), ifcfg files): the last one of a name counts.
QHash<QString, QString> parseAssignments(const QByteArray &text);

/// fstab(5): how devices are named in it.
FstabFacts parseFstab(const QByteArray &text);

/// The source that fstab(5) names for a mount point ("UUID=..."); empty where it is not mounted there.
QString fstabSource(const QByteArray &text, const QString &mountPoint);

/// How network interfaces get their addresses, by one file. Nothing where it says nothing of that.
std::optional<NetworkMode> interfacesMode(const QByteArray &text);     ///< interfaces(5) of ifupdown
std::optional<NetworkMode> netplanMode(const QByteArray &text);        ///< netplan's YAML
std::optional<NetworkMode> networkdMode(const QByteArray &text);       ///< systemd.network(5)
std::optional<NetworkMode> networkManagerMode(const QByteArray &text); ///< nm-settings-keyfile(5)
std::optional<NetworkMode> ifcfgMode(const QByteArray &text);          ///< Red Hat's ifcfg files

/// Both together.
NetworkMode joined(std::optional<NetworkMode> one, NetworkMode other);

/// The machine of an ELF file by its header ("x86_64"); nothing where it is none or another one.
std::optional<QString> elfMachine(const QByteArray &header);

} // namespace sealift
