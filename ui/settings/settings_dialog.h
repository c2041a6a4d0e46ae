#pragma once

#include "ui/services/settings_service.h"
#include "ui/settings/shortcut_info.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace sealift {

class FieldNote;
class LockForm;
class PlaceService;
class ScheduleForm;
class ScratchForm;
class ShortcutForm;

/// What the user prefers. What is changed is used at once; where that cannot be, the field says so.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the dialog. @param actions of the window, whose keys can be chosen.
    SettingsDialog(SettingsService &settings, PlaceService &places, const QList<ShortcutInfo> &actions,
                   QWidget *parent = nullptr);

    void accept() override;

private:
    QWidget *generalTab();
    QWidget *taskTab();
    QWidget *bandwidthTab();
    QWidget *shortcutTab();
    QWidget *scratchTab();
    void fill(const AppSettings &settings);
    AppSettings shown() const;
    void apply();

    SettingsService &m_settings;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_target;
    QCheckBox *m_straightAway;
    QCheckBox *m_keyring;
    FieldNote *m_keyringNote;
    QSpinBox *m_concurrency;
    QDoubleSpinBox *m_bandwidth;
    ScheduleForm *m_schedule;
    QCheckBox *m_notifyCompleted;
    QCheckBox *m_notifyFailed;
    LockForm *m_locking;
    ScratchForm *m_scratch;
    ShortcutForm *m_shortcuts;
};

} // namespace sealift
