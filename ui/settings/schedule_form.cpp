#include "ui/settings/schedule_form.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kDaysOfWeek = 7;
constexpr double kMiB = 1 << 20;
constexpr double kFastest = 100'000; // MiB a second
constexpr int kListLines = 4;

QString daysText(quint8 days)
{
    if (days == BandwidthRule::kEveryDay)
        return ScheduleForm::tr("Every day");
    if (days == BandwidthRule::kWorkdays)
        return ScheduleForm::tr("Monday to Friday");
    if (days == BandwidthRule::kWeekend)
        return ScheduleForm::tr("Saturday and Sunday");
    QStringList names;
    for (int day = 1; day <= kDaysOfWeek; ++day) {
        if ((days & (1U << static_cast<unsigned>(day - 1))) != 0)
            names.append(QLocale().standaloneDayName(day));
    }
    return QLocale().createSeparatedList(names);
}

QString timeText(QTime time)
{
    return QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

QString ruleText(const BandwidthRule &rule)
{
    const auto limit =
        rule.bytesPerSecond > 0 ? localRate(static_cast<double>(rule.bytesPerSecond)) : ScheduleForm::tr("no limit");
    return ScheduleForm::tr("%1, %2 to %3: %4", "days, hours, limit")
        .arg(daysText(rule.days), timeText(rule.from), timeText(rule.until), limit);
}

ScheduleForm::ScheduleForm(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(icon(IconName::Remove), tr("Remo&ve"), this))
    , m_fields(new QWidget(this))
    , m_days(new QComboBox(m_fields))
    , m_from(new QTimeEdit(m_fields))
    , m_until(new QTimeEdit(m_fields))
    , m_limit(new QDoubleSpinBox(m_fields))
{
    m_list->setObjectName(QStringLiteral("hours"));
    m_list->setAccessibleName(tr("Hours with a limit of their own"));
    m_list->setFixedHeight(fontMetrics().height() * kListLines + 2 * m_list->frameWidth());
    m_days->setObjectName(QStringLiteral("days"));
    m_from->setObjectName(QStringLiteral("from"));
    m_until->setObjectName(QStringLiteral("until"));
    m_limit->setObjectName(QStringLiteral("hourLimit"));
    m_limit->setRange(0, kFastest);
    m_limit->setDecimals(1);
    m_limit->setSpecialValueText(tr("no limit"));
    m_limit->setSuffix(tr(" MiB/s"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(buttons());
    layout->addWidget(fields());
    connect(m_list, &QListWidget::currentRowChanged, this, &ScheduleForm::showRule);
    connect(m_days, &QComboBox::activated, this, &ScheduleForm::takeFields);
    connect(m_from, &QTimeEdit::timeChanged, this, &ScheduleForm::takeFields);
    connect(m_until, &QTimeEdit::timeChanged, this, &ScheduleForm::takeFields);
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &ScheduleForm::takeFields);
    set({});
}

QWidget *ScheduleForm::buttons()
{
    auto *row = new QWidget(this);
    auto *add = new QPushButton(icon(IconName::Add), tr("Add &Hours"), row);
    add->setObjectName(QStringLiteral("addHours"));
    m_remove->setObjectName(QStringLiteral("removeHours"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add);
    layout->addWidget(m_remove);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, &ScheduleForm::add);
    connect(m_remove, &QPushButton::clicked, this, &ScheduleForm::remove);
    return row;
}

QWidget *ScheduleForm::fields()
{
    auto *layout = new QFormLayout(m_fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Days:"), m_days);
    layout->addRow(tr("&From:"), m_from);
    layout->addRow(tr("&Until:"), m_until);
    layout->addRow(tr("&Limit:"), m_limit);
    m_until->setToolTip(tr("At or before the beginning it is of the next day"));
    return m_fields;
}

void ScheduleForm::set(const BandwidthSchedule &schedule)
{
    m_schedule = schedule;
    fillList(0);
}

void ScheduleForm::fillList(int row)
{
    {
        const QSignalBlocker silent(m_list);
        m_list->clear();
        for (const auto &rule : std::as_const(m_schedule.rules))
            m_list->addItem(ruleText(rule));
        m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    }
    showRule(m_list->currentRow());
}

void ScheduleForm::add()
{
    constexpr qint64 kUsualLimit = 5LL << 20;
    m_schedule.rules.append({BandwidthRule::kWorkdays, QTime(8, 0), QTime(18, 0), kUsualLimit});
    fillList(static_cast<int>(m_schedule.rules.size()) - 1);
    m_days->setFocus();
}

void ScheduleForm::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_schedule.rules.removeAt(row);
    fillList(row);
}

void ScheduleForm::showRule(int row)
{
    m_remove->setEnabled(row >= 0);
    m_fields->setEnabled(row >= 0);
    const auto rule = row >= 0 ? m_schedule.rules.at(row) : BandwidthRule();
    QList<quint8> choices{BandwidthRule::kEveryDay, BandwidthRule::kWorkdays, BandwidthRule::kWeekend};
    for (int day = 0; day < kDaysOfWeek; ++day)
        choices.append(static_cast<quint8>(1U << static_cast<unsigned>(day)));
    if (!choices.contains(rule.days))
        choices.append(rule.days); // of a file that somebody has written
    m_days->clear();
    for (const auto days : std::as_const(choices))
        m_days->addItem(daysText(days), days);
    m_days->setCurrentIndex(m_days->findData(rule.days));
    const QSignalBlocker silentFrom(m_from);
    const QSignalBlocker silentUntil(m_until);
    const QSignalBlocker silentLimit(m_limit);
    m_from->setTime(rule.from);
    m_until->setTime(rule.until);
    m_limit->setValue(static_cast<double>(rule.bytesPerSecond) / kMiB);
}

void ScheduleForm::takeFields()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    auto &rule = m_schedule.rules[row];
    rule.days = static_cast<quint8>(m_days->currentData().toUInt());
    rule.from = m_from->time();
    rule.until = m_until->time();
    rule.bytesPerSecond = static_cast<qint64>(m_limit->value() * kMiB);
    m_list->item(row)->setText(ruleText(rule));
}

} // namespace sealift
