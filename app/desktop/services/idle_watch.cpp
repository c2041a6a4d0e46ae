#include "desktop/services/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace sealift {

namespace {

using namespace std::chrono_literals;

/// A timer stands still while the computer sleeps: it is set no further than this.
constexpr std::chrono::milliseconds kLongestWait = 15s;

bool isInput(const QEvent &event)
{
    // What the program sends itself is not somebody's input.
    if (!event.spontaneous())
        return false;
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::DragMove:
    case QEvent::Drop:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_lastInput(m_clock())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    look();
}

void IdleWatch::look()
{
    m_timer.stop();
    if (m_limit <= 0ms || m_isIdle)
        return;
    const auto left = m_limit - (m_clock() - m_lastInput);
    if (left > 0ms) {
        m_timer.start(std::min(left, kLongestWait));
        return;
    }
    m_isIdle = true;
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event)) {
        m_lastInput = m_clock();
        if (std::exchange(m_isIdle, false))
            look();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sealift
