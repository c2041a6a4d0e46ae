#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sealift {

class FieldNote;
struct AppSettings;

/// When libraries are locked by themselves, and what becomes of their tasks.
class LockForm : public QWidget
{
    Q_OBJECT

public:
    explicit LockForm(QWidget *parent = nullptr);

    void set(const AppSettings &settings);
    void applyTo(AppSettings &settings) const;

private:
    void explain();

    QSpinBox *m_after;
    QCheckBox *m_withScreen;
    QComboBox *m_tasks;
    FieldNote *m_tasksNote;
};

} // namespace sealift
