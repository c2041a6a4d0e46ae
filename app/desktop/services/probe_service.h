#pragma once

#include "desktop/services/background.h"
#include "ui/services/image_probe_service.h"

namespace sealift {

/// Looks at images with core's probe, which shows them to no other program.
class ProbeService final : public ImageProbeService
{
    Q_OBJECT

public:
    explicit ProbeService(QObject *parent = nullptr);

    void probe(const QStringList &paths) override;

private:
    Background m_background;
};

} // namespace sealift
