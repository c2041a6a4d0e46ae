#pragma once

#include <QByteArray>

#include <chrono>

namespace sealift::test {

/// Makes this process the one that inherits the orphans of its descendants (prctl(2), PR_SET_CHILD_SUBREAPER), so that
/// a helper left behind by a killed program can be found, whatever it is called.
void adoptOrphans();

/// Waits until no descendant of this process is left, and collects orphans that have ended. To be called while no
/// Running is alive. Returns a line for each process that is still there (pid and command line), empty if none.
QByteArray survivors(std::chrono::milliseconds patience = std::chrono::seconds(3));

} // namespace sealift::test
