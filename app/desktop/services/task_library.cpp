#include "desktop/services/task_library.h"

namespace sealift {

std::optional<LibrarySettings> libraryOfTask(const TaskRecord &record)
{
    const auto of = [](const auto &settings) {
        // An export out of EC2 has none.
        return settings && !settings->library.location.isEmpty() ? std::optional(settings->library)
                                                                 : std::optional<LibrarySettings>();
    };
    switch (record.kind) {
    case TaskKind::Import:
        return of(ImportSettings::parse(record.settings, record.id.text()));
    case TaskKind::Export:
        return of(ExportSettings::parse(record.settings, record.id.text()));
    case TaskKind::Verify:
        return of(VerifySettings::parse(record.settings, record.id.text()));
    }
    return {};
}

} // namespace sealift
