#include "desktop/tray.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"
#include "ui/main_window/main_window.h"
#include "ui/queue/queue_summary.h"

#include <QPainter>

namespace sealift {

namespace {

/// The program's icon with a bar at its foot.
QIcon iconWith(int percent)
{
    if (percent < 0)
        return applicationIcon();
    QIcon icon;
    for (const int size : {22, 44}) {
        auto pixmap = applicationIcon().pixmap(QSize(size, size), 1.0);
        QPainter painter(&pixmap);
        const QRect bar(0, size * 4 / 5, size, size / 5);
        painter.fillRect(bar, QColor(0x1c, 0x21, 0x28));
        painter.fillRect(bar.adjusted(1, 1, -1 - (size - 2) * (100 - percent) / 100, -1), QColor(0x6c, 0xd4, 0x7f));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

Tray::Tray(MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    connect(m_menu.addAction(tr("&Show Sealift")), &QAction::triggered, this, &Tray::showWindow);
    m_menu.addSeparator();
    m_menu.addActions({window.pauseAllAction(), window.resumeAllAction()});
    m_menu.addSeparator();
    connect(m_menu.addAction(sealift::icon(IconName::Quit), tr("&Quit")), &QAction::triggered, this,
            &Tray::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showWindow();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::showWindow);
    connect(&window.summary(), &QueueSummary::changed, this, &Tray::show);
    show(window.summary().totals());
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::show(const QueueTotals &totals)
{
    if (totals.percent() != m_percent) {
        m_percent = totals.percent();
        m_icon.setIcon(iconWith(m_percent));
    }
    m_icon.setToolTip(m_percent < 0 ? tr("Sealift: nothing is under way")
                                    : tr("Sealift: %1 %, %2", "per cent and rate")
                                          .arg(m_percent)
                                          .arg(localRate(totals.importRate + totals.exportRate)));
}

void Tray::showWindow()
{
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace sealift
