#include "cli/bandwidth.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace sealift {

namespace {

const auto kBandwidth = QStringLiteral("bandwidth");
const auto kNone = QStringLiteral("none");

constexpr std::array kUnits = {
    std::pair{"", 1.0},
    std::pair{"k", 1e3},
    std::pair{"m", 1e6},
    std::pair{"g", 1e9},
    std::pair{"ki", 1024.0},
    std::pair{"mi", 1024.0 * 1024},
    std::pair{"gi", 1024.0 * 1024 * 1024},
};
constexpr qint64 kLeast = 1000;
constexpr double kMost = 1e15;

} // namespace

QCommandLineOption bandwidthOption()
{
    return {
        kBandwidth,
        QStringLiteral("Move no more than this in a second, of all tasks of this command together: 500k, 10M, 1.5Gi; "
                       "or \"none\". Without it, what the settings of the desktop application say holds."),
        QStringLiteral("RATE")};
}

Result<qint64> parseBandwidth(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(\d+(?:\.\d+)?)\s*([kmg]i?)?(?:b(?:/s)?)?\s*$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.toString());
    if (match.hasMatch()) {
        const auto unit = match.captured(2).toLower();
        for (const auto &[name, bytes] : kUnits) {
            const double rate = match.captured(1).toDouble() * bytes;
            if (unit == QLatin1String(name) && rate >= kLeast && rate <= kMost)
                return static_cast<qint64>(rate);
        }
    }
    return fail(
        Error(ErrorCode::InvalidArgument, QStringLiteral("--bandwidth cannot be \"%1\"").arg(text),
              QStringLiteral("It is a number of bytes per second, at least 1k: 500k, 10M, 1.5Gi; or \"none\".")));
}

Result<std::optional<qint64>> bandwidthOf(const QCommandLineParser &arguments)
{
    if (!arguments.optionNames().contains(kBandwidth))
        return std::nullopt;
    const auto text = arguments.value(kBandwidth);
    if (text == kNone)
        return 0;
    return parseBandwidth(text);
}

} // namespace sealift
