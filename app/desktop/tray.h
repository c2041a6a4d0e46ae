#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace sealift {

class MainWindow;
struct QueueTotals;

/// The icon in the system's tray: how far the tasks are, and what is needed without the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    /// @param window must outlive it.
    explicit Tray(MainWindow &window, QObject *parent = nullptr);

    /// Null where the desktop has no tray.
    QSystemTrayIcon *icon() { return m_icon.isVisible() ? &m_icon : nullptr; }

Q_SIGNALS:
    void quitRequested();

private:
    void show(const QueueTotals &totals);
    void showWindow();

    MainWindow &m_window;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    int m_percent = -2;
};

} // namespace sealift
