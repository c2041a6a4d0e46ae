#include "desktop/services/text_judge.h"

#include "common/text_audit.h"
#include "common/text_rule_file.h"

namespace sealift {

TextJudge::TextJudge(StatePaths paths, QObject *parent)
    : TextService(parent)
    , m_paths(std::move(paths))
    , m_background(this, 1)
{
    auto rules = userTextRules(m_paths);
    if (rules)
        m_rules = std::move(*rules);
    else
        m_problem = std::move(rules).error();
}

QList<TextFinding> TextJudge::look(const QString &text, TextKind kind) const
{
    return m_rules.look(text, kind);
}

void TextJudge::record(const QString &action, const QList<WarnedText> &texts)
{
    TextAudit audit;
    for (const auto &[place, rules] : texts)
        audit.add(place, rules);
    m_background.run(
        [paths = m_paths, action, audit](const std::stop_token &) { return audit.write(paths, action, false); },
        [this](const Status &written) {
            if (!written)
                Q_EMIT failed(written.error());
        });
}

} // namespace sealift
