#pragma once

#include "base/result.h"

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <array>
#include <cstddef>

namespace sealift {

/// The name of a task: a UUID of version 7 (RFC 9562), which begins with the time, so that names sort by age. It names
/// the task's folder in the scratch root and its receipt too. Value type.
class TaskId
{
public:
    /// All zero: no task.
    TaskId() = default;

    /// A fresh one, of this moment (to a quarter of a microsecond).
    static TaskId create();

    /// From its text; only the canonical, lower-case form of version 7 is one. Errors: InvalidArgument.
    static Result<TaskId> parse(QStringView text);

    /// "0190d3c8-6f3a-7c21-9b1e-4f0a2d3c5e6f"
    QString text() const;

    /// The last eight digits, as people are shown them. Unlike in Git the first ones tell tasks badly apart: they are
    /// the time, and the same for everything that was added within a minute.
    QString shortText() const { return text().right(8); }

    bool isNull() const { return *this == TaskId(); }

    bool operator==(const TaskId &) const = default;
    bool operator<(const TaskId &other) const { return m_bytes < other.m_bytes; }

private:
    friend std::size_t qHash(const TaskId &id, std::size_t seed) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

    std::array<unsigned char, 16> m_bytes{};
};

} // namespace sealift

template <>
struct std::hash<sealift::TaskId> {
    std::size_t operator()(const sealift::TaskId &id) const noexcept { return qHash(id, 0); }
};

Q_DECLARE_METATYPE(sealift::TaskId)
