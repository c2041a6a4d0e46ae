#pragma once

#include "base/boot_clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace sealift {

/// Tells when nobody has used this program's windows for a while. Lives on the thread of the window.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    /// The time since any fixed moment; it must not be put back, and should go on while the computer sleeps.
    using Clock = std::function<std::chrono::milliseconds()>;

    /// Watches the input of the whole application.
    explicit IdleWatch(Clock clock = &sinceBoot, QObject *parent = nullptr);

    /// @param limit how long without input; zero: idle() is never told.
    void setLimit(std::chrono::milliseconds limit);
    /// Looks at the clock, as it also does by itself at least four times a minute.
    void look();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Told once, until there is input again.
    void idle();

private:
    const Clock m_clock;
    std::chrono::milliseconds m_limit{0};
    std::chrono::milliseconds m_lastInput;
    bool m_isIdle = false;
    QTimer m_timer;
};

} // namespace sealift
