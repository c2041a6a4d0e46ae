#pragma once

#include "task/bandwidth_schedule.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QListWidget;
class QPushButton;
class QTimeEdit;

namespace sealift {

/// The hours of the week that have a bandwidth limit of their own: a list, and fields for what is chosen in it.
class ScheduleForm : public QWidget
{
    Q_OBJECT

public:
    explicit ScheduleForm(QWidget *parent = nullptr);

    void set(const BandwidthSchedule &schedule);
    const BandwidthSchedule &schedule() const { return m_schedule; }

private:
    QWidget *buttons();
    QWidget *fields();
    void add();
    void remove();
    void showRule(int row);
    void takeFields();
    void fillList(int row);

    BandwidthSchedule m_schedule;
    QListWidget *m_list;
    QPushButton *m_remove;
    QWidget *m_fields;
    QComboBox *m_days;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QDoubleSpinBox *m_limit; ///< MiB a second
};

/// "Monday to Friday, 08:00 to 18:00: 5 MiB/s"
QString ruleText(const BandwidthRule &rule);

} // namespace sealift
