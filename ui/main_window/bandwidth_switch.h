#pragma once

#include <QToolButton>

class QActionGroup;

namespace sealift {

class SettingsService;

/// Shows the bandwidth limit, which is easily forgotten, and changes it.
class BandwidthSwitch : public QToolButton
{
    Q_OBJECT

public:
    /// @param settings must outlive it.
    explicit BandwidthSwitch(SettingsService &settings, QWidget *parent = nullptr);

private:
    void build();
    void show(qint64 bytesPerSecond);
    void set(qint64 bytesPerSecond);

    SettingsService &m_settings;
    QActionGroup *m_group;
};

} // namespace sealift
