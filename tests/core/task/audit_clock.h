#pragma once

#include "task/audit_log.h"

namespace sealift::test {

/// Clocks that a test sets.
struct SetClock {
    QDateTime wall = QDateTime(QDate(2025, 6, 1), QTime(12, 0), Qt::UTC);
    std::chrono::milliseconds boot{1'000'000};

    AuditClock clock()
    {
        return {[this] { return wall; }, [this] { return boot; }};
    }
    /// Time that passes.
    void pass(std::chrono::milliseconds time)
    {
        wall = wall.addMSecs(time.count());
        boot += time;
    }
    /// Somebody puts the clock.
    void put(std::chrono::milliseconds by) { wall = wall.addMSecs(by.count()); }
};

} // namespace sealift::test
