#include "common/text_audit.h"

#include "base/private_folder.h"
#include "common/audit_settings.h"

#include <QJsonObject>

namespace sealift {

void TextAudit::add(const QString &place, const QList<TextFinding> &findings)
{
    QStringList rules;
    for (const auto &finding : findings) {
        if (finding.severity != Severity::Note && !rules.contains(finding.rule))
            rules.append(finding.rule);
    }
    add(place, rules);
}

void TextAudit::add(const QString &place, const QStringList &rules)
{
    if (!rules.isEmpty())
        m_texts.append(QJsonObject{{QStringLiteral("place"), place},
                                   {QStringLiteral("rules"), QJsonArray::fromStringList(rules)}});
}

Status TextAudit::write(const StatePaths &paths, const QString &command, bool isRefused) const
{
    if (m_texts.isEmpty())
        return {};
    SEALIFT_TRY(makePrivateFolder(paths.state, OpenToOthers::Close));
    SEALIFT_ASSIGN(const auto log, openAudit(paths));
    return log->append({.event = QStringLiteral("text-warned"),
                        .task = {},
                        .fields = {{QStringLiteral("command"), command},
                                   {QStringLiteral("refused"), isRefused},
                                   {QStringLiteral("texts"), m_texts}}});
}

} // namespace sealift
