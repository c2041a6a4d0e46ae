#pragma once

#include <QTimer>
#include <QToolButton>

class QActionGroup;

namespace sealift {

class SettingsService;

/// Shows the bandwidth limit that holds, which is easily forgotten, and changes the usual one.
class BandwidthSwitch : public QToolButton
{
    Q_OBJECT

public:
    /// @param settings must outlive it.
    explicit BandwidthSwitch(SettingsService &settings, QWidget *parent = nullptr);

private:
    void build();
    void showLimit();
    void set(qint64 bytesPerSecond);

    SettingsService &m_settings;
    QActionGroup *m_group;
    QTimer m_timer; ///< the schedule's hours begin and end
};

} // namespace sealift
