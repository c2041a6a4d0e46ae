#include "desktop/services/probe_service.h"

#include "common/source_probe.h"

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
            auto source = probeSource(path, stop);
            if (source) {
                found.image = std::move(source->image);
                found.container = source->container;
            } else {
                found.problem = std::move(source).error();
            }
            return found;
        };
        m_background.run(look, [this](const ProbedImage &found) { Q_EMIT probed(found); });
    }
}

} // namespace sealift
