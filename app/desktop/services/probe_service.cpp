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
                // Of a compressed file no more is known yet than what its content seems to be.
                if (!source->isArchive && found.image->virtualSize == 0 && !found.container.isEmpty())
                    found.container =
                        QStringLiteral("%1, %2").arg(diskFormatName(found.image->format), found.container);
            } else {
                found.problem = std::move(source).error();
            }
            return found;
        };
        m_background.run(look, [this](const ProbedImage &found) { Q_EMIT probed(found); });
    }
}

} // namespace sealift
