#pragma once

#include <functional>

class QWidget;

namespace sealift {

enum class CloseAnswer {
    GoOn,         ///< in the tray, without a window
    PauseAndQuit, ///< tasks are paused, and go on when they are resumed
    Stay,
};

/// Asks what becomes of tasks that are under way when the window is closed; calls `answered` unless it is Stay.
/// @param hasTray whether going on without a window can be offered.
void askBeforeClosing(QWidget *window, int tasks, bool hasTray, const std::function<void(CloseAnswer)> &answered);

} // namespace sealift
