#include "desktop/services/task_library.h"

namespace sealift {

std::optional<LibrarySettings> libraryOfTask(const TaskRecord &record)
{
    if (record.kind == TaskKind::Import) {
        const auto settings = ImportSettings::parse(record.settings, record.id.text());
        return settings ? std::optional(settings->library) : std::nullopt;
    }
    const auto settings = ExportSettings::parse(record.settings, record.id.text());
    return settings ? std::optional(settings->library) : std::nullopt;
}

} // namespace sealift
