#include "desktop/services/task_library.h"

namespace sealift {

QList<LibrarySettings> librariesOfTask(const TaskRecord &record)
{
    QList<LibrarySettings> libraries;
    const auto add = [&libraries](const LibrarySettings &library) {
        // What goes straight into or out of EC2 has none.
        if (!library.location.isEmpty())
            libraries.append(library);
    };
    const auto where = record.id.text();
    switch (record.kind) {
    case TaskKind::Import:
        if (const auto settings = ImportSettings::parse(record.settings, where)) {
            add(settings->library);
            if (settings->fromLibrary)
                add(*settings->fromLibrary);
        }
        break;
    case TaskKind::Export:
        if (const auto settings = ExportSettings::parse(record.settings, where))
            add(settings->library);
        break;
    case TaskKind::Verify:
        if (const auto settings = VerifySettings::parse(record.settings, where))
            add(settings->library);
        break;
    }
    return libraries;
}

} // namespace sealift
