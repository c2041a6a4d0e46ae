#include "desktop/services/probe_service.h"

#include "common/source_inspection.h"
#include "common/source_probe.h"

namespace sealift {

ProbeService::ProbeService(QObject *parent)
    : ImageProbeService(parent)
    , m_background(this)
    , m_examinations(this)
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

void ProbeService::examine(const QStringList &paths)
{
    for (const auto &path : paths) {
        const auto look = [path, wanted = m_wanted](const std::stop_token &stop) {
            // Either the program ends, or whoever asked is gone.
            const std::stop_callback end(stop, [wanted]() mutable { wanted.request_stop(); });
            ExaminedImage found{path, {}, {}};
            if (wanted.stop_requested()) {
                found.problem = Error::cancelled();
                return found;
            }
            auto subject = inspectSource(path, wanted.get_token());
            if (subject)
                found.subject = std::move(*subject);
            else
                found.problem = std::move(subject).error();
            return found;
        };
        m_examinations.run(look, [this, wanted = m_wanted](const ExaminedImage &found) {
            if (!wanted.stop_requested())
                Q_EMIT examined(found);
        });
    }
}

void ProbeService::stopExamining()
{
    m_wanted.request_stop();
    m_wanted = std::stop_source();
}

} // namespace sealift
