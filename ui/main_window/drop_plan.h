#pragma once

#include "ui/services/drop_service.h"
#include "ui/services/library_service.h"

#include <optional>

class QMimeData;

namespace sealift {

/// What would come of dropping something, in words.
struct DropPlan {
    QStringList paths;   ///< what would be imported
    QString sentence;    ///< "Import web01.ova and 2 more into Office NAS - encrypted before they leave this computer"
    QStringList refused; ///< a line for each thing that cannot be imported, with the reason

    bool mayDrop() const { return !paths.isEmpty(); }
};

/// What can be told from the addresses alone, at once: other computers' files are refused.
DropVerdict firstVerdict(const QList<QUrl> &urls);

/// @param target where it would go; nothing: the user is asked.
DropPlan dropPlan(const DropVerdict &verdict, const std::optional<LibraryInfo> &target);

/// The same where it would go to Amazon EC2.
DropPlan ec2DropPlan(const DropVerdict &verdict);

/// The files and other addresses in a clipboard's or a drag's data; a plain text that is a path counts.
QList<QUrl> urlsIn(const QMimeData *data);

} // namespace sealift
