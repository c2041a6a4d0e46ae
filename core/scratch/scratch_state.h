#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace sealift {

/// What a task's scratch volume is at, as it is shown live.
enum class ScratchState {
    Creating,
    Ready, ///< made, and nothing was read or written yet
    InUse,
    Destroying,
    Destroyed,   ///< every step of the destruction worked; nobody has looked again yet
    Confirmed,   ///< looked again, and nothing is left
    Unconfirmed, ///< something is left; may be destroyed again
};

/// The stable name of a state, as machines read it ("in-use").
QString scratchStateName(ScratchState state);
/// The state of that name; nothing where there is none.
std::optional<ScratchState> scratchStateOf(const QString &name);

struct ScratchStateChange {
    ScratchState state = ScratchState::Creating;
    QDateTime at; ///< UTC

    bool operator==(const ScratchStateChange &) const = default;
};

/// The states one volume goes through. Thread-safe.
class ScratchLifecycle
{
public:
    /// Called after each change by the thread that made it, with no lock held; must not throw.
    using Observer = std::function<void(const ScratchStateChange &)>;

    explicit ScratchLifecycle(Observer observer = {});

    /// Goes on to the state. False, and nothing happens, where there is no way from the present one.
    bool advance(ScratchState to);

    ScratchState state() const;
    /// Everything so far, the oldest first.
    QList<ScratchStateChange> changes() const;

private:
    Observer m_observer;
    mutable std::mutex m_mutex;
    QList<ScratchStateChange> m_changes;
};

} // namespace sealift
