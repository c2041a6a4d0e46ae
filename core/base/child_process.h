#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace sealift {

/// One resource limit of a child, as setrlimit(2) takes it; soft and hard limit alike.
struct ResourceLimit {
    int resource = 0;
    quint64 value = 0;
};

/// A program to start. Nothing is inherited but what is named here: no environment, no descriptor, no terminal.
struct ChildSpec {
    QString program; ///< absolute path; no shell and no search path are involved
    QStringList arguments;
    QList<QByteArray> environment; ///< "NAME=value"
    /// Name of a variable that gets the child's own process id as its value (socket activation wants LISTEN_PID).
    QByteArray pidVariable;
    /// Descriptors of ours that the child has as 3, 4, 5... in this order. Borrowed for the call of start().
    std::vector<int> descriptors;
    /// Those of them that nobody else keeps open until then.
    std::vector<std::shared_ptr<const FileDescriptor>> kept;
    std::vector<ResourceLimit> limits; ///< core files are always off
    /// Start it as the first process of a PID namespace of its own, so that the kernel ends with it, however it ends,
    /// all that it has started, at once. Where the kernel does not allow that, it is started without.
    bool ownNamespace = false;
    /// How many bytes of standard output and of standard error are kept, each; what comes after is read and dropped.
    qsizetype outputLimit = 16384;
};

/// How a child ended.
struct ChildExit {
    int code = 0;   ///< exit status, if signal is 0
    int signal = 0; ///< the signal that killed it, or 0

    bool ok() const { return code == 0 && signal == 0; }
};

class ChildLaunch;

/// A running helper program: started without a shell, its output collected, killed and reaped at the latest by the
/// destructor. A thread of its own starts the child and stays until the child has ended, which is why the kernel can
/// kill the child when this process dies, however it dies (PR_SET_PDEATHSIG follows the starting thread).
/// Thread-safe. Needs no event loop.
class ChildProcess
{
public:
    /// Starts the program; returns once it runs. Errors: ToolMissing (there is no such program), PermissionDenied, Io.
    static Result<std::unique_ptr<ChildProcess>> start(const ChildSpec &spec);

    /// Kills the child if it still runs, and waits for its end. Wipes what it wrote to standard output.
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    pid_t pid() const { return m_pid; }

    /// Waits up to `timeout` for the end; nothing if the child still runs then.
    std::optional<ChildExit> waitFor(std::chrono::milliseconds timeout);

    /// Ends the child at once (SIGKILL). Does nothing after its end.
    void kill();

    /// What the child has written so far; complete once waitFor() returned an exit.
    QByteArray standardOutput() const;
    QByteArray standardError() const;

private:
    ChildProcess() = default;

    void keep(ChildLaunch &launch, std::promise<int> started);
    void collect();
    void append(QByteArray &to, const char *data, qsizetype size);
    bool drain(const FileDescriptor &from, QByteArray &to);

    pid_t m_pid = -1;
    qsizetype m_outputLimit = 0;
    FileDescriptor m_outputPipe;
    FileDescriptor m_errorPipe;
    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    QByteArray m_output;
    QByteArray m_error;
    std::optional<ChildExit> m_exit;
    std::thread m_keeper;
};

} // namespace sealift
