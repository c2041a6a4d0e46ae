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
    void examine(const QStringList &paths) override;
    void stopExamining() override;

private:
    Background m_background;
    std::stop_source m_wanted; ///< of what is to be examined now
    Background m_examinations; ///< on threads of their own: a quick look does not wait for them
};

} // namespace sealift
