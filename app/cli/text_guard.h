#pragma once

#include "cli/command.h"
#include "policy/text/named_text.h"

#include <QJsonArray>

namespace sealift {

/// --allow-sensitive-text, for commands that keep texts.
QCommandLineOption allowSensitiveTextOption();
bool allowsSensitiveText(const QCommandLineParser &arguments);

/// Looks at the texts before anything of them is kept, by the user's rules. Warns of what is found, saying where, why
/// it matters and what could stand there instead, never what stood there; the audit log gets the rules' ids. What a
/// rule calls an error is refused, unless --allow-sensitive-text is set; what neither the journal nor the audit log
/// would take (see secret_guard.h) is refused in any case.
/// @param command names it in the audit log ("import"). @param texts their places are as the user wrote them: "--name".
/// @return what was found, for the result for machines: an object a finding, with its `place`. Errors: Unsafe; those of
/// userTextRules() and of the audit log.
Result<QJsonArray> judgeTexts(const CommandContext &context, const QString &command, const QList<NamedText> &texts);

} // namespace sealift
