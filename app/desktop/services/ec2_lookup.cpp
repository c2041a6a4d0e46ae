#include "desktop/services/ec2_lookup.h"

namespace sealift {

namespace {

Result<std::shared_ptr<Ec2Access>> reach(const Ec2Opener &open, Ec2Account &account, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto access, open(account.asked, stop));
    SEALIFT_ASSIGN(account.caller, access->session().whoAmI(stop));
    account.region = access->region();
    account.source = access->session().words();
    return access;
}

Status fill(const Ec2Opener &open, Ec2Listing &listing, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto access, reach(open, listing.account, stop));
    SEALIFT_ASSIGN(listing.images, access->ec2().images({}, {}, stop));
    SEALIFT_ASSIGN(listing.snapshots, access->ec2().ownSnapshots(stop));
    return {};
}

} // namespace

Ec2Lookup::Ec2Lookup(Ec2Opener open, QObject *parent)
    : Ec2Service(parent)
    , m_open(std::move(open))
    , m_background(this)
{
}

void Ec2Lookup::identify(const Ec2Settings &settings)
{
    const auto ask = [open = m_open, settings](const std::stop_token &stop) {
        Ec2Account account;
        account.asked = settings;
        if (const auto reached = reach(open, account, stop); !reached)
            account.problem = reached.error();
        return account;
    };
    m_background.run(ask, [this](const Ec2Account &account) { Q_EMIT identified(account); });
}

void Ec2Lookup::list(const Ec2Settings &settings)
{
    const auto ask = [open = m_open, settings](const std::stop_token &stop) {
        Ec2Listing listing;
        listing.account.asked = settings;
        if (const auto filled = fill(open, listing, stop); !filled)
            listing.account.problem = filled.error();
        return listing;
    };
    m_background.run(ask, [this](const Ec2Listing &listing) { Q_EMIT listed(listing); });
}

} // namespace sealift
