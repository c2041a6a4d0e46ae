#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantMap>

namespace sealift {

/// Parses LVM's metadata text: sections in braces, assignments of texts, numbers and lists (lvm2's lib/config). A
/// section becomes a QVariantMap, a text a QString, a number a qint64, a list a QVariantList.
/// Errors: Corrupt; LimitExceeded (nested too deep).
Result<QVariantMap> parseLvmText(const QByteArray &text);

} // namespace sealift
