#include "cli/progress_view.h"

#include "common/human_text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace sealift {

namespace {

constexpr int kWidestBar = 30;
constexpr int kNarrowestBar = 10;
constexpr int kWidestLabel = 24;
constexpr int kNarrowestLabel = 8;
const auto kGap = QStringLiteral("  ");

QString bar(int percent, int columns)
{
    const int inner = columns - 2;
    const auto full = inner * percent / 100;
    return QLatin1Char('[') + QString(full, QLatin1Char('#')) + QString(inner - full, QLatin1Char('-')) +
           QLatin1Char(']');
}

/// The parts behind the bar, the most important first.
QStringList partsOf(const ProgressView &view)
{
    const auto &sample = view.sample;
    QStringList parts;
    if (view.unit.isEmpty())
        parts = {QStringLiteral("%1 of %2").arg(sizeText(sample.done), sizeText(sample.total)), rateText(view.rate)};
    else
        parts = {
            QStringLiteral("%1 of %2 %3").arg(QString::number(sample.done), QString::number(sample.total), view.unit)};
    // Once a service is at work, what it says is what there is to see.
    if (!sample.service.isEmpty())
        parts = {QStringLiteral("EC2: %1").arg(printable(sample.service.text()))};
    else if (view.timeLeft)
        parts.append(QStringLiteral("%1 left").arg(clockText(*view.timeLeft)));
    if (!view.storedWord.isEmpty())
        parts.append(QStringLiteral("%1 %2").arg(sizeText(sample.stored), view.storedWord));
    return parts;
}

} // namespace

QString progressLine(const ProgressView &view, int columns)
{
    const int room = std::max(columns - 1, 0);
    const auto label = printable(view.label);
    if (view.sample.total <= 0)
        return elided(QStringLiteral("%1  preparing").arg(label), room);

    const int percent = percentOf(view.sample.done, view.sample.total);
    const auto percentText = QStringLiteral("%1 %").arg(percent, 3);
    auto parts = partsOf(view);
    const auto tailWidth = [&parts] {
        int width = 0;
        for (const auto &part : parts)
            width += static_cast<int>(kGap.size()) + displayWidth(part);
        return width;
    };
    const int labelWidth = std::min(displayWidth(label), kWidestLabel);
    const int shortLabel = std::min(labelWidth, kNarrowestLabel);
    const int fixed = static_cast<int>(kGap.size() + percentText.size()) + 1;
    while (parts.size() > 1 && shortLabel + fixed + kNarrowestBar + tailWidth() > room)
        parts.removeLast();

    const int spare = room - fixed - tailWidth();
    if (spare < shortLabel + kNarrowestBar)
        return elided(elided(label, std::max(room - static_cast<int>(kGap.size() + percentText.size()), 0)) + kGap +
                          percentText,
                      room);
    const int shownLabel = std::min(labelWidth, spare - kNarrowestBar);
    const int barWidth = std::min(spare - shownLabel, kWidestBar);
    auto line =
        padded(elided(label, shownLabel), shownLabel) + kGap + percentText + QLatin1Char(' ') + bar(percent, barWidth);
    for (const auto &part : parts)
        line += kGap + part;
    return line;
}

QJsonObject progressObject(const ProgressView &view)
{
    const auto seconds = [](std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; };
    QJsonObject object{
        {QStringLiteral("name"), view.label},
        {QStringLiteral("unit"), view.unit.isEmpty() ? QStringLiteral("bytes") : view.unit},
        {QStringLiteral("total"), view.sample.total},
        {QStringLiteral("done"), view.sample.done},
        {QStringLiteral("percent"), view.sample.total > 0 ? percentOf(view.sample.done, view.sample.total) : 0},
        {QStringLiteral("read"), view.sample.read},
        {QStringLiteral("holes"), view.sample.holes},
        {QStringLiteral("known"), view.sample.known},
        {QStringLiteral("stored"), view.sample.stored},
        {QStringLiteral("rate"), std::round(view.rate)},
        {QStringLiteral("elapsed"), seconds(view.elapsed)},
        {QStringLiteral("secondsLeft"), view.timeLeft ? QJsonValue(seconds(*view.timeLeft)) : QJsonValue()}};
    if (!view.sample.service.isEmpty())
        object.insert(QStringLiteral("service"), view.sample.service.toJson());
    return object;
}

} // namespace sealift
