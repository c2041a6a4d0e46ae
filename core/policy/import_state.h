#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

/// What Amazon EC2 says to an import by VM Import/Export before anything is sent, for preflight. What it does not tell
/// has no value, and is named in `notTold`.
struct ImportState {
    QStringList refused;        ///< what this identity may not do, in the service's words, each a sentence
    QString role;               ///< what is wrong with the service's role, in its words; empty: nothing that is known
    QString key;                ///< likewise with the KMS key
    std::optional<int> running; ///< imports at this moment
    QStringList notTold;        ///< "the KMS key (AccessDenied)"
};

} // namespace sealift
