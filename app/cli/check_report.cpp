#include "cli/check_report.h"

#include "common/human_text.h"
#include "common/text_table.h"

#include <QJsonArray>

namespace sealift {

namespace {

/// As many of the hurt files as a screen can take.
constexpr std::size_t kShownFiles = 5;

QStringList linesOf(const CheckProblem &problem, const QString &label)
{
    QStringList lines{QStringLiteral("%1: %2: %3").arg(label, problem.object, problem.what)};
    const auto shown = std::min(problem.affected.size(), kShownFiles);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &[snapshot, path] = problem.affected[i];
        lines.append(QStringLiteral("  hurts snapshot %1%2")
                         .arg(snapshot.shortHex(), path.isEmpty() ? QString() : QStringLiteral(" ") + path));
    }
    if (problem.affectedCount > shown)
        lines.append(QStringLiteral("  and %1 more").arg(problem.affectedCount - shown));
    return lines;
}

QJsonObject objectOf(const CheckProblem &problem)
{
    QJsonArray affected;
    for (const auto &[snapshot, path] : problem.affected)
        affected.append(QJsonObject{{QStringLiteral("snapshot"), snapshot.hex()}, {QStringLiteral("path"), path}});
    return {{QStringLiteral("object"), problem.object},
            {QStringLiteral("what"), problem.what},
            {QStringLiteral("affected"), affected},
            {QStringLiteral("affectedCount"), static_cast<qint64>(problem.affectedCount)}};
}

QJsonArray arrayOf(const std::vector<CheckProblem> &problems)
{
    QJsonArray array;
    for (const auto &problem : problems)
        array.append(objectOf(problem));
    return array;
}

} // namespace

QString problemCount(const CheckReport &report)
{
    return countText(static_cast<qint64>(report.problems.size()), QStringLiteral("problem"),
                     QStringLiteral("problems"));
}

QString checkText(const CheckReport &report, const QString &location, bool readData)
{
    QStringList lines;
    for (const auto &problem : report.problems)
        lines += linesOf(problem, QStringLiteral("problem"));
    for (const auto &hint : report.hints)
        lines += linesOf(hint, QStringLiteral("hint"));

    FactList facts;
    facts.add(QStringLiteral("Library"), location);
    facts.add(QStringLiteral("Snapshots"), QString::number(report.snapshots));
    facts.add(QStringLiteral("Packs"),
              QStringLiteral("%1, %2").arg(QString::number(report.packs), sizeText(report.bytes)));
    facts.add(QStringLiteral("Blobs"), QString::number(report.blobs));
    facts.add(QStringLiteral("Data"),
              readData ? QStringLiteral("all read and verified") : QStringLiteral("not read (--read-data does)"));
    facts.add(QStringLiteral("Result"), report.isClean() ? QStringLiteral("no problem found") : problemCount(report));
    lines.append(facts.text());
    return lines.join(QLatin1Char('\n'));
}

QJsonObject checkObject(const CheckReport &report, const QString &location, bool readData)
{
    return {{QStringLiteral("location"), location},          {QStringLiteral("clean"), report.isClean()},
            {QStringLiteral("readData"), readData},          {QStringLiteral("snapshots"), report.snapshots},
            {QStringLiteral("packs"), report.packs},         {QStringLiteral("blobs"), report.blobs},
            {QStringLiteral("bytes"), report.bytes},         {QStringLiteral("problems"), arrayOf(report.problems)},
            {QStringLiteral("hints"), arrayOf(report.hints)}};
}

} // namespace sealift
