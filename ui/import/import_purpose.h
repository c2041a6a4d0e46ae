#pragma once

#include "policy/finding.h"

#include <QList>

#include <optional>

namespace sealift {

/// Where an imported image may be meant to run one day; nothing: nobody says.
using ImportPurpose = std::optional<Destination>;

/// All of them, in the order in which to show them; the first is nothing.
const QList<ImportPurpose> &importPurposes();

/// Its name, as people know it.
QString importPurposeTitle(const ImportPurpose &purpose);

} // namespace sealift
