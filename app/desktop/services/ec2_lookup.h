#pragma once

#include "desktop/services/background.h"
#include "task/snapshot_staging.h"
#include "ui/services/ec2_service.h"

namespace sealift {

/// Asks EC2 with the identities that the tasks use.
class Ec2Lookup final : public Ec2Service
{
    Q_OBJECT

public:
    explicit Ec2Lookup(Ec2Opener open, QObject *parent = nullptr);

    void identify(const Ec2Settings &settings) override;
    void list(const Ec2Settings &settings) override;

private:
    const Ec2Opener m_open;
    Background m_background;
};

} // namespace sealift
