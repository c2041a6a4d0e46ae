#include "cli/choice_option.h"

namespace sealift {

Result<QString> choiceOption(const QCommandLineParser &arguments, const QString &option, const QStringList &values)
{
    const auto value = arguments.value(option);
    if (!arguments.isSet(option) || values.contains(value))
        return value;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 cannot be \"%2\"").arg(option, value),
                      QStringLiteral("It can be %1.").arg(values.join(QStringLiteral(", ")))));
}

} // namespace sealift
