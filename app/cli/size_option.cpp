#include "cli/size_option.h"

#include <QRegularExpression>

namespace sealift {

Result<qint64> sizeOption(const QCommandLineParser &arguments, const QString &option)
{
    static const auto units = QStringLiteral("KMGT");
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9}) ?(?:([KMGT])(?:iB)?)?$"));
    const auto text = arguments.value(option);
    const auto match = form.match(text);
    const auto unit = match.captured(2);
    const auto shift = unit.isEmpty() ? 0 : 10 * (units.indexOf(unit) + 1);
    const auto number = match.captured(1).toLongLong();
    if (!match.hasMatch() || number << shift >> shift != number)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 cannot be \"%2\"").arg(option, text),
                          QStringLiteral("It is a size, like 65536, 64KiB or 1MiB.")));
    return number << shift;
}

} // namespace sealift
