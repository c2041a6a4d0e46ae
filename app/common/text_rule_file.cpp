#include "common/text_rule_file.h"

#include <QFile>

namespace sealift {

QString textRulePath(const StatePaths &paths)
{
    return paths.config.isEmpty() ? QString() : paths.config + u'/' + textRuleFileName();
}

Result<TextRules> userTextRules(const StatePaths &paths)
{
    constexpr qint64 kLargest = 1 << 20;
    const auto path = textRulePath(paths);
    QFile file(path);
    if (path.isEmpty() || !file.exists())
        return TextRules();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    if (file.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is larger than 1 MiB").arg(path)));
    SEALIFT_ASSIGN(const auto settings, readTextRuleSettings(file.readAll(), path));
    return TextRules(settings);
}

Result<TextRules> ownTextRules()
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    return userTextRules(paths);
}

} // namespace sealift
