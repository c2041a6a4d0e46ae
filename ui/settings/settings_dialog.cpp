#include "ui/settings/settings_dialog.h"

#include "ui/common/field_note.h"
#include "ui/common/tab_order.h"
#include "ui/export/target_text.h"
#include "ui/language/languages.h"
#include "ui/settings/lock_form.h"
#include "ui/settings/schedule_form.h"
#include "ui/settings/scratch_form.h"
#include "ui/settings/shortcut_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kMostTasks = 16;
constexpr double kMiB = 1 << 20;
constexpr double kFastest = 100'000; // MiB a second

void choose(QComboBox &combo, const QVariant &value)
{
    combo.setCurrentIndex(qMax(0, combo.findData(value)));
}

void addLanguages(QComboBox &combo)
{
    combo.addItem(SettingsDialog::tr("As the system"), QString());
    // Each in its own words, so that whoever needs it finds it.
    for (const auto &language : languages())
        combo.addItem(QString::fromUtf8(language.nativeName), QString::fromLatin1(language.code));
}

void addThemes(QComboBox &combo)
{
    combo.addItem(SettingsDialog::tr("As the system"), static_cast<int>(Theme::System));
    combo.addItem(SettingsDialog::tr("Light"), static_cast<int>(Theme::Light));
    combo.addItem(SettingsDialog::tr("Dark"), static_cast<int>(Theme::Dark));
    combo.addItem(SettingsDialog::tr("High contrast"), static_cast<int>(Theme::HighContrast));
}

} // namespace

SettingsDialog::SettingsDialog(SettingsService &settings, PlaceService &places, const QList<ShortcutInfo> &actions,
                               QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_target(new QComboBox(this))
    , m_straightAway(new QCheckBox(tr("Import &straight away where nothing is left to decide"), this))
    , m_keyring(new QCheckBox(tr("Offer to &remember passwords in the keyring of this computer"), this))
    , m_keyringNote(new FieldNote(m_keyring, this))
    , m_concurrency(new QSpinBox(this))
    , m_bandwidth(new QDoubleSpinBox(this))
    , m_schedule(new ScheduleForm(this))
    , m_notifyCompleted(new QCheckBox(tr("When a task has &completed"), this))
    , m_notifyFailed(new QCheckBox(tr("When a task &failed, or its cleanup could not be confirmed"), this))
    , m_locking(new LockForm(this))
    , m_scratch(new ScratchForm(places, settings.usualScratchFolder(), this))
    , m_shortcuts(new ShortcutForm(actions, this))
{
    setWindowTitle(tr("Settings"));
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("settingsTabs"));
    tabs->setAccessibleName(tr("Settings"));
    tabs->addTab(generalTab(), tr("General"));
    tabs->addTab(taskTab(), tr("Tasks"));
    tabs->addTab(scratchTab(), tr("Scratch Volumes"));
    tabs->addTab(m_locking, tr("Locking"));
    tabs->addTab(bandwidthTab(), tr("Bandwidth"));
    tabs->addTab(shortcutTab(), tr("Keys"));
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    layout->addStrut(fontMetrics().averageCharWidth() * 100); // at least: longer texts make it wider
    fill(settings.settings());
    orderTabs(*this);

    const auto judge = [this, buttons] {
        const bool isComplete = m_scratch->isComplete() && m_shortcuts->isComplete();
        buttons->button(QDialogButtonBox::Ok)->setEnabled(isComplete);
        buttons->button(QDialogButtonBox::Apply)->setEnabled(isComplete);
    };
    connect(m_scratch, &ScratchForm::changed, this, judge);
    connect(m_shortcuts, &ShortcutForm::changed, this, judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &SettingsDialog::apply);
}

QWidget *SettingsDialog::generalTab()
{
    auto *tab = new QWidget(this);
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_keyring->setObjectName(QStringLiteral("offerKeyring"));
    addLanguages(*m_language);
    addThemes(*m_theme);
    for (const auto &target : writeTargets())
        m_target->addItem(targetTitle(target), target.name);
    auto *layout = new QFormLayout(tab);
    layout->addRow(tr("&Language:"), m_language);
    layout->addRow(tr("&Theme:"), m_theme);
    layout->addRow(tr("E&xports are for:"), m_target);
    layout->addRow(QString(), m_straightAway);
    layout->addRow(QString(), m_keyring);
    layout->addRow(QString(), m_keyringNote);
    connect(m_keyring, &QCheckBox::toggled, this, [this](bool offered) {
        if (offered)
            m_keyringNote->clear();
        else
            m_keyringNote->setNote(FieldNote::Kind::Warning,
                                   tr("Passwords that are there now will be removed from the keyring."));
    });
    return tab;
}

QWidget *SettingsDialog::taskTab()
{
    auto *tab = new QWidget(this);
    m_concurrency->setObjectName(QStringLiteral("concurrency"));
    m_concurrency->setRange(1, kMostTasks);
    auto *layout = new QFormLayout(tab);
    layout->addRow(tr("Tasks at &once:"), m_concurrency);
    layout->addRow(new QLabel(tr("Notify me:"), tab));
    layout->addRow(m_notifyCompleted);
    layout->addRow(m_notifyFailed);
    return tab;
}

QWidget *SettingsDialog::bandwidthTab()
{
    auto *tab = new QWidget(this);
    m_bandwidth->setObjectName(QStringLiteral("bandwidth"));
    m_bandwidth->setRange(0, kFastest);
    m_bandwidth->setDecimals(1);
    m_bandwidth->setSpecialValueText(tr("no limit"));
    m_bandwidth->setSuffix(tr(" MiB/s"));
    auto *what =
        new QLabel(tr("Other limits at certain hours; of those that overlap the upper one counts. The limit that "
                      "holds is in the status bar."),
                   tab);
    what->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&Bandwidth of all together:"), m_bandwidth);
    auto *layout = new QVBoxLayout(tab);
    layout->addLayout(form);
    layout->addWidget(what);
    layout->addWidget(m_schedule);
    layout->addStretch();
    return tab;
}

QWidget *SettingsDialog::shortcutTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->addWidget(m_shortcuts);
    return tab;
}

QWidget *SettingsDialog::scratchTab()
{
    auto *tab = new QWidget(this);
    auto *what = new QLabel(tr("What must rest on the way of a task lies in an encrypted volume of its own. Its key is "
                               "in memory only, and it is destroyed when the task ends. Used from the next start on."),
                            tab);
    what->setWordWrap(true);
    auto *layout = new QVBoxLayout(tab);
    layout->addWidget(what);
    layout->addWidget(m_scratch);
    layout->addStretch();
    return tab;
}

void SettingsDialog::fill(const AppSettings &settings)
{
    choose(*m_language, settings.language);
    choose(*m_theme, static_cast<int>(settings.theme));
    choose(*m_target, settings.exportTarget);
    m_straightAway->setChecked(settings.importStraightAway);
    m_keyring->setChecked(settings.offerKeyring);
    m_keyringNote->clear();
    m_concurrency->setValue(settings.concurrency);
    m_bandwidth->setValue(static_cast<double>(settings.bytesPerSecond) / kMiB);
    m_schedule->set(settings.schedule);
    m_notifyCompleted->setChecked(settings.notifyCompleted);
    m_notifyFailed->setChecked(settings.notifyFailed);
    m_locking->set(settings);
    m_scratch->set(settings);
    m_shortcuts->set(settings.shortcuts);
}

AppSettings SettingsDialog::shown() const
{
    auto settings = m_settings.settings();
    settings.language = m_language->currentData().toString();
    settings.theme = static_cast<Theme>(m_theme->currentData().toInt());
    settings.exportTarget = m_target->currentData().toString();
    settings.importStraightAway = m_straightAway->isChecked();
    settings.offerKeyring = m_keyring->isChecked();
    settings.concurrency = m_concurrency->value();
    settings.bytesPerSecond = static_cast<qint64>(m_bandwidth->value() * kMiB);
    settings.schedule = m_schedule->schedule();
    settings.notifyCompleted = m_notifyCompleted->isChecked();
    settings.notifyFailed = m_notifyFailed->isChecked();
    m_locking->applyTo(settings);
    m_scratch->applyTo(settings);
    settings.shortcuts = m_shortcuts->chosen();
    return settings;
}

void SettingsDialog::apply()
{
    m_settings.set(shown());
}

void SettingsDialog::accept()
{
    apply();
    QDialog::accept();
}

} // namespace sealift
