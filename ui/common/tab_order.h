#pragma once

class QWidget;

namespace sealift {

/// Has the Tab key go through a window, or a page of one, in the order in which its layouts have the controls, hidden
/// ones included. Otherwise it would be the order in which they were made. To be called when all are there.
void orderTabs(QWidget &window);

} // namespace sealift
