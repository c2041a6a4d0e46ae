#pragma once

#include "support/scratch_folder.h"
#include "task/journal.h"

#include <QFile>

namespace sealift::test {

inline TaskRecord importTask(const QString &name = QStringLiteral("web"))
{
    return TaskRecord::create(TaskKind::Import, {{QStringLiteral("name"), name}, {QStringLiteral("pack"), 16}},
                              QStringLiteral("/srv/images/%1.vmdk").arg(name), QStringLiteral("library /srv/library"));
}

/// A state folder with a journal in it.
struct JournalFolder {
    QString path() const { return folder.filePath(QStringLiteral("state/journal.sqlite")); }

    /// Opens it; ends the test where that fails.
    std::unique_ptr<Journal> open() const
    {
        auto opening = Journal::open(path());
        if (!opening)
            qFatal("%s", qPrintable(opening.error().what()));
        return std::move(opening->journal);
    }

    ScratchFolder folder;
};

} // namespace sealift::test
