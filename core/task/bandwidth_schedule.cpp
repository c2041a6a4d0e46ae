#include "task/bandwidth_schedule.h"

#include "base/json.h"

#include <QJsonObject>

#include <algorithm>

namespace sealift {

namespace {

const auto kDays = QStringLiteral("days");
const auto kFrom = QStringLiteral("from");
const auto kUntil = QStringLiteral("until");
const auto kRate = QStringLiteral("bytesPerSecond");
const auto kTimeForm = QStringLiteral("HH:mm");

constexpr int kDaysOfWeek = 7;

bool isOn(quint8 days, int dayOfWeek)
{
    return (days & (1U << static_cast<unsigned>(dayOfWeek - 1))) != 0;
}

Result<QTime> timeOf(const JsonFields &fields, const QString &field, const QString &where)
{
    SEALIFT_ASSIGN(const auto text, fields.string(field));
    const auto time = QTime::fromString(text, kTimeForm);
    if (!time.isValid())
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" of \"%3\" is no time").arg(where, text, field)));
    return time;
}

Result<BandwidthRule> ruleOf(const QJsonObject &json, const QString &where)
{
    const JsonFields fields(json, where);
    BandwidthRule rule;
    SEALIFT_ASSIGN(const auto days, fields.integer(kDays));
    if (days < 1 || days > BandwidthRule::kEveryDay)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" names no day").arg(where, kDays)));
    rule.days = static_cast<quint8>(days);
    SEALIFT_ASSIGN(rule.from, timeOf(fields, kFrom, where));
    SEALIFT_ASSIGN(rule.until, timeOf(fields, kUntil, where));
    SEALIFT_ASSIGN(rule.bytesPerSecond, fields.integer(kRate));
    if (rule.bytesPerSecond < 0)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: \"%2\" is below zero").arg(where, kRate)));
    return rule;
}

} // namespace

bool BandwidthRule::covers(const QDateTime &moment) const
{
    const auto time = moment.time();
    const int today = moment.date().dayOfWeek();
    if (from < until)
        return isOn(days, today) && from <= time && time < until;
    const int yesterday = today == 1 ? kDaysOfWeek : today - 1;
    return (isOn(days, today) && from <= time) || (isOn(days, yesterday) && time < until);
}

qint64 BandwidthSchedule::limitAt(const QDateTime &moment, qint64 otherwise) const
{
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&moment](const BandwidthRule &one) { return one.covers(moment); });
    return rule == rules.end() ? otherwise : rule->bytesPerSecond;
}

QJsonArray BandwidthSchedule::toJson() const
{
    QJsonArray list;
    for (const auto &rule : rules)
        list.append(QJsonObject{{kDays, rule.days},
                                {kFrom, rule.from.toString(kTimeForm)},
                                {kUntil, rule.until.toString(kTimeForm)},
                                {kRate, rule.bytesPerSecond}});
    return list;
}

Result<BandwidthSchedule> BandwidthSchedule::parse(const QJsonArray &json, const QString &where)
{
    BandwidthSchedule schedule;
    for (const auto &entry : json) {
        SEALIFT_ASSIGN(const auto rule, ruleOf(entry.toObject(), where));
        schedule.rules.append(rule);
    }
    return schedule;
}

} // namespace sealift
