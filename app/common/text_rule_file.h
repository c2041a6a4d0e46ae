#pragma once

#include "common/state_paths.h"
#include "policy/text/text_rules.h"

namespace sealift {

/// Where the user's settings of the rules about texts are, be they there or not; empty where nothing names a
/// configuration folder.
QString textRulePath(const StatePaths &paths);

/// The rules about texts as the user wants them: those of textRulePath(), or, where there is no such file, the ones
/// that Sealift comes with. Errors: those of readTextRuleSettings() and of reading; LimitExceeded.
Result<TextRules> userTextRules(const StatePaths &paths);

/// The same by the usual paths. Errors: those of statePaths(), too.
Result<TextRules> ownTextRules();

} // namespace sealift
