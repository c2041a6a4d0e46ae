#include "scratch/scratch_state.h"

namespace sealift {

namespace {

bool leadsTo(ScratchState from, ScratchState to)
{
    switch (from) {
    case ScratchState::Creating:
        return to == ScratchState::Ready || to == ScratchState::Destroying;
    case ScratchState::Ready:
        return to == ScratchState::InUse || to == ScratchState::Destroying;
    case ScratchState::InUse:
        return to == ScratchState::Destroying;
    case ScratchState::Destroying:
        return to == ScratchState::Destroyed || to == ScratchState::Unconfirmed;
    case ScratchState::Destroyed:
        return to == ScratchState::Confirmed || to == ScratchState::Unconfirmed;
    case ScratchState::Unconfirmed:
        return to == ScratchState::Destroying;
    case ScratchState::Confirmed:
        return false;
    }
    return false;
}

} // namespace

QString scratchStateName(ScratchState state)
{
    switch (state) {
    case ScratchState::Creating:
        return QStringLiteral("creating");
    case ScratchState::Ready:
        return QStringLiteral("ready");
    case ScratchState::InUse:
        return QStringLiteral("in-use");
    case ScratchState::Destroying:
        return QStringLiteral("destroying");
    case ScratchState::Destroyed:
        return QStringLiteral("destroyed");
    case ScratchState::Confirmed:
        return QStringLiteral("confirmed");
    case ScratchState::Unconfirmed:
        return QStringLiteral("unconfirmed");
    }
    return {};
}

std::optional<ScratchState> scratchStateOf(const QString &name)
{
    for (const auto state : {ScratchState::Creating, ScratchState::Ready, ScratchState::InUse, ScratchState::Destroying,
                             ScratchState::Destroyed, ScratchState::Confirmed, ScratchState::Unconfirmed}) {
        if (scratchStateName(state) == name)
            return state;
    }
    return std::nullopt;
}

ScratchLifecycle::ScratchLifecycle(Observer observer)
    : m_observer(std::move(observer))
    , m_changes{{ScratchState::Creating, QDateTime::currentDateTimeUtc()}}
{
}

bool ScratchLifecycle::advance(ScratchState to)
{
    ScratchStateChange change;
    {
        const std::lock_guard lock(m_mutex);
        if (!leadsTo(m_changes.last().state, to))
            return false;
        change = {to, QDateTime::currentDateTimeUtc()};
        m_changes.append(change);
    }
    if (m_observer)
        m_observer(change);
    return true;
}

ScratchState ScratchLifecycle::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes.last().state;
}

QList<ScratchStateChange> ScratchLifecycle::changes() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

} // namespace sealift
