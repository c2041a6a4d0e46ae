#pragma once

#include "base/file_descriptor.h"

#include <QObject>

namespace sealift {

/// Keeps the computer from suspending while tasks are under way, as long as the user does not close the lid: an
/// inhibitor lock of logind (org.freedesktop.login1.Manager.Inhibit, systemd's "Inhibitor Locks"). Without logind it
/// does nothing.
class SuspendInhibitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setActive(bool isActive);
    bool isHeld() const { return static_cast<bool>(m_lock); }

private:
    bool m_isActive = false;
    bool m_isAsking = false;
    FileDescriptor m_lock; ///< the lock is held as long as it is open
};

} // namespace sealift
