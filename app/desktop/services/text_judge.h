#pragma once

#include "common/state_paths.h"
#include "desktop/services/background.h"
#include "ui/services/text_service.h"

#include <optional>

namespace sealift {

/// Looks at texts by the rules that the user's configuration folder holds when it is made.
class TextJudge final : public TextService
{
    Q_OBJECT

public:
    explicit TextJudge(StatePaths paths, QObject *parent = nullptr);

    QList<TextFinding> look(const QString &text, TextKind kind) const override;
    void record(const QString &action, const QList<WarnedText> &texts) override;

    /// Why the user's rules could not be read: those that Sealift comes with are used.
    const std::optional<Error> &problem() const { return m_problem; }

private:
    const StatePaths m_paths;
    TextRules m_rules;
    std::optional<Error> m_problem;
    Background m_background; ///< one thread: entries are written in order
};

} // namespace sealift
