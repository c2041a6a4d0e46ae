#pragma once

#include "base/file_descriptor.h"

#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace sealift {

/// Work that other threads leave for the thread of an event loop. It is done in the order in which it came, in slices:
/// between two of them the loop gets to its other events, however much has come.
///
/// Queued signals are not it: they have no bound on how long the loop is busy with them at a stretch.
class EventMailbox : public QObject
{
public:
    /// To be made, and destroyed, in the thread that is to do the work. @param slice how long it may be busy at once.
    explicit EventMailbox(std::chrono::microseconds slice = std::chrono::milliseconds(4));
    ~EventMailbox() override;

    /// Any thread. What is left when the mailbox is destroyed is not done.
    void post(std::function<void()> work);

    /// Called after each slice, in the mailbox's thread.
    std::function<void()> afterSlice;

private:
    void wake() const;
    void drain();

    const std::chrono::microseconds m_slice;
    FileDescriptor m_event;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_work;
};

} // namespace sealift
