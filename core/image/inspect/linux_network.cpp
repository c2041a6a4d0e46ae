#include "image/inspect/linux_network.h"

#include "image/inspect/linux_files.h"

#include <array>

namespace sealift {

namespace {

constexpr qint64 kSmallFile = 64LL << 10;
constexpr qsizetype kMostFiles = 16;

struct Place {
    const char *folder;
    const char *prefix;
    const char *suffix;
    std::optional<NetworkMode> (*parse)(const QByteArray &);
};

constexpr std::array kPlaces{
    Place{"/etc/network", "interfaces", "interfaces", interfacesMode},
    Place{"/etc/network/interfaces.d", "", "", interfacesMode},
    Place{"/etc/netplan", "", ".yaml", netplanMode},
    Place{"/etc/systemd/network", "", ".network", networkdMode},
    Place{"/etc/NetworkManager/system-connections", "", "", networkManagerMode},
    Place{"/etc/sysconfig/network-scripts", "ifcfg-", "", ifcfgMode},
};

} // namespace

Result<Fact<NetworkFacts>> findNetwork(const GuestRoot &root)
{
    NetworkFacts facts;
    for (const auto &place : kPlaces) {
        const auto folder = QString::fromLatin1(place.folder);
        SEALIFT_ASSIGN(const auto entries, root.list(folder));
        for (const auto &entry : entries.mid(0, kMostFiles)) {
            if (entry.folder || !entry.name.startsWith(QLatin1String(place.prefix)) ||
                !entry.name.endsWith(QLatin1String(place.suffix)))
                continue;
            const auto path = folder + QLatin1Char('/') + entry.name;
            SEALIFT_ASSIGN(const auto content, root.read(path, kSmallFile));
            const auto mode = content ? place.parse(*content) : std::nullopt;
            if (!mode)
                continue;
            facts.mode = facts.sources.isEmpty() ? *mode : joined(facts.mode, *mode);
            facts.sources.append(path);
        }
    }
    if (!facts.sources.isEmpty())
        return Fact<NetworkFacts>(facts);
    const auto cloudInit = QStringLiteral("/etc/cloud/cloud.cfg");
    SEALIFT_ASSIGN(const auto cloud, root.read(cloudInit, 1));
    if (!cloud)
        return Fact<NetworkFacts>::unknown(QStringLiteral("no file says how its network is set up"));
    facts.mode = NetworkMode::Dhcp;
    facts.sources.append(cloudInit);
    return Fact<NetworkFacts>(facts);
}

} // namespace sealift
