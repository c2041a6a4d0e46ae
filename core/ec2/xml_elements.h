#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace sealift {

/// Tells of each element of an answer of EC2, as it ends, its path below the root ("snapshotSet/item/status") and its
/// text. False where the document is not whole, or another one; entities and document types are refused.
bool eachElement(const QByteArray &xml, const QString &root,
                 const std::function<void(const QString &path, const QString &text)> &each);

/// The error for an answer that is not that document.
Error wrongAnswer(const QString &action);

} // namespace sealift
