#pragma once

#include "base/result.h"
#include "common/state_paths.h"
#include "policy/text/text_finding.h"

#include <QJsonArray>
#include <QStringList>

namespace sealift {

/// Texts that somebody was warned of, for the audit log: where each was given, and the ids of the rules. No more of it.
class TextAudit
{
public:
    /// @param place where the text was given ("--name"). Notes warn of nothing, and are passed over.
    void add(const QString &place, const QList<TextFinding> &findings);
    void add(const QString &place, const QStringList &rules);

    /// Appends the event `text-warned`, if there is anything. @param command what the texts were given to ("import").
    /// Errors: those of makePrivateFolder() and AuditLog.
    Status write(const StatePaths &paths, const QString &command, bool isRefused) const;

private:
    QJsonArray m_texts;
};

} // namespace sealift
