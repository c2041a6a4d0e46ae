#include "ui/settings/lock_form.h"

#include "ui/common/field_note.h"
#include "ui/services/settings_service.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace sealift {

namespace {

constexpr int kLongestIdle = 24 * 60; // minutes

} // namespace

LockForm::LockForm(QWidget *parent)
    : QWidget(parent)
    , m_after(new QSpinBox(this))
    , m_withScreen(new QCheckBox(tr("Also when the &screen is locked, and before the computer sleeps"), this))
    , m_tasks(new QComboBox(this))
    , m_tasksNote(new FieldNote(m_tasks, this))
{
    m_after->setObjectName(QStringLiteral("lockAfter"));
    m_after->setRange(0, kLongestIdle);
    m_after->setSpecialValueText(tr("never"));
    m_after->setSuffix(tr(" min without input"));
    m_withScreen->setObjectName(QStringLiteral("lockWithScreen"));
    m_tasks->setObjectName(QStringLiteral("lockTasks"));
    m_tasks->addItem(tr("Go on, and their library is locked after them"), false);
    m_tasks->addItem(tr("Stop, until their library is unlocked"), true);
    auto *what = new QLabel(tr("Locking a library erases its key and its password from memory."), this);
    what->setWordWrap(true);
    auto *layout = new QFormLayout(this);
    layout->addRow(what);
    layout->addRow(tr("&Lock libraries after:"), m_after);
    layout->addRow(QString(), m_withScreen);
    layout->addRow(tr("Tasks &under way:"), m_tasks);
    layout->addRow(QString(), m_tasksNote);
    connect(m_tasks, &QComboBox::currentIndexChanged, this, &LockForm::explain);
}

void LockForm::set(const AppSettings &settings)
{
    m_after->setValue(settings.lockAfterMinutes);
    m_withScreen->setChecked(settings.lockWithScreen);
    m_tasks->setCurrentIndex(settings.lockStopsTasks ? 1 : 0);
    explain();
}

void LockForm::applyTo(AppSettings &settings) const
{
    settings.lockAfterMinutes = m_after->value();
    settings.lockWithScreen = m_withScreen->isChecked();
    settings.lockStopsTasks = m_tasks->currentData().toBool();
}

void LockForm::explain()
{
    if (m_tasks->currentData().toBool())
        m_tasksNote->setNote(FieldNote::Kind::Info, tr("Imports then go on where they were; exports begin anew."));
    else
        m_tasksNote->setNote(FieldNote::Kind::Info,
                             tr("Keys of running tasks stay in memory until then. Paused tasks are stopped."));
}

} // namespace sealift
