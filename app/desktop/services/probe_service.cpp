#include "desktop/services/probe_service.h"

#include "image/probe.h"

namespace sealift {

ProbeService::ProbeService(QObject *parent)
    : ImageProbeService(parent)
    , m_background(this)
{
}

void ProbeService::probe(const QStringList &paths)
{
    for (const auto &path : paths) {
        const auto look = [path](const std::stop_token &stop) {
            ProbedImage found{path, {}, {}};
            auto image = probeDisk(path, {}, stop);
            if (image)
                found.image = std::move(*image);
            else
                found.problem = std::move(image).error();
            return found;
        };
        m_background.run(look, [this](const ProbedImage &found) { Q_EMIT probed(found); });
    }
}

} // namespace sealift
