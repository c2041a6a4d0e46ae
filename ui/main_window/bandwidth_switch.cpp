#include "ui/main_window/bandwidth_switch.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"
#include "ui/services/settings_service.h"

#include <QActionGroup>
#include <QMenu>

namespace sealift {

namespace {

constexpr int kLookMs = 10'000;
constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSteps[] = {0, kMiB, 5 * kMiB, 10 * kMiB, 25 * kMiB, 50 * kMiB, 100 * kMiB, 250 * kMiB};

} // namespace

BandwidthSwitch::BandwidthSwitch(SettingsService &settings, QWidget *parent)
    : QToolButton(parent)
    , m_settings(settings)
    , m_group(new QActionGroup(this))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("How much bandwidth all transfers together may take"));
    build();
    connect(&settings, &SettingsService::changed, this, &BandwidthSwitch::showLimit);
    connect(&m_timer, &QTimer::timeout, this, &BandwidthSwitch::showLimit);
    m_timer.start(kLookMs);
    showLimit();
}

void BandwidthSwitch::build()
{
    auto *menu = new QMenu(this);
    for (const auto step : kSteps) {
        auto *action = menu->addAction(step == 0 ? tr("No Limit") : localRate(static_cast<double>(step)));
        action->setCheckable(true);
        action->setData(step);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, step] { set(step); });
    }
    // Without setMenu(), whose little arrow looks lost in a status bar.
    connect(this, &QToolButton::clicked, this,
            [this, menu] { menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
}

void BandwidthSwitch::showLimit()
{
    const auto settings = m_settings.settings();
    const auto now = QDateTime::currentDateTime();
    const auto limit = settings.schedule.limitAt(now, settings.bytesPerSecond);
    const bool isLimited = limit > 0;
    const bool isScheduled = settings.schedule.limitAt(now, -1) >= 0;
    const auto rate = isLimited ? localRate(static_cast<double>(limit)) : tr("off");
    setText(isScheduled ? tr("Limit: %1, by the schedule").arg(rate) : tr("Limit: %1").arg(rate));
    setIcon(sealift::icon(IconName::Speed, isLimited ? Tone::Warning : Tone::Plain));
    setAccessibleName(text());
    for (auto *action : m_group->actions())
        action->setChecked(action->data().toLongLong() == settings.bytesPerSecond);
}

void BandwidthSwitch::set(qint64 bytesPerSecond)
{
    auto settings = m_settings.settings();
    settings.bytesPerSecond = bytesPerSecond;
    m_settings.set(settings);
}

} // namespace sealift
