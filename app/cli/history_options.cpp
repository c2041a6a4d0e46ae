#include "cli/history_options.h"

namespace sealift {

namespace {

const auto kImage = QStringLiteral("image");
const auto kUser = QStringLiteral("user");

Result<QDateTime> momentOf(const QCommandLineParser &arguments, const QString &option, DayEdge edge)
{
    if (!arguments.isSet(option))
        return QDateTime();
    return momentFromText(arguments.value(option), edge, QStringLiteral("--") + option);
}

} // namespace

QList<QCommandLineOption> historyOptions(const QString &since, const QString &until)
{
    return {{since,
             QStringLiteral("From this moment on: a day (2025-05-06), a moment (2025-05-06T07:08:09Z), or days before "
                            "now (30d)."),
             QStringLiteral("TIME")},
            {until, QStringLiteral("Up to this moment; a day is meant whole."), QStringLiteral("TIME")},
            {kImage, QStringLiteral("Only what was done with this image, by its name or its file's."),
             QStringLiteral("IMAGE")},
            {kUser, QStringLiteral("Only what this user did."), QStringLiteral("USER")}};
}

Result<HistoryFilter> historyFilter(const QCommandLineParser &arguments, const QString &since, const QString &until)
{
    HistoryFilter filter;
    SEALIFT_ASSIGN(filter.since, momentOf(arguments, since, DayEdge::Begin));
    SEALIFT_ASSIGN(filter.until, momentOf(arguments, until, DayEdge::End));
    if (filter.since.isValid() && filter.until.isValid() && filter.until < filter.since)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 is before --%2").arg(until, since)));
    filter.image = arguments.value(kImage);
    filter.user = arguments.value(kUser);
    return filter;
}

} // namespace sealift
