#include "base/child_launch.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace sealift {

namespace {

constexpr int kFirstPassed = 3;
constexpr unsigned kCloseOnExec = 1U << 2; // CLOSE_RANGE_CLOEXEC, Linux 5.11
constexpr int kPidDigits = 10;

/// Writes a process id as decimal digits; async-signal-safe.
void writeDigits(char *to, pid_t pid)
{
    std::array<char, kPidDigits> digits{};
    std::size_t count = 0;
    auto rest = static_cast<unsigned>(pid);
    do {
        digits[count++] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest != 0 && count < digits.size());
    while (count > 0)
        *to++ = digits[--count];
    *to = '\0';
}

/// Writes a whole small file of /proc; async-signal-safe.
bool writeProcFile(const char *path, const QByteArray &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool written =
        file >= 0 && ::write(file, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    if (file >= 0)
        ::close(file);
    return written;
}

/// Async-signal-safe; false where the other end is closed.
bool readByte(int descriptor, char &byte)
{
    ssize_t got = 0;
    do {
        got = ::recv(descriptor, &byte, 1, 0);
    } while (got < 0 && errno == EINTR);
    return got == 1;
}

/// Async-signal-safe; false where the other end is closed.
bool writeByte(int descriptor, char byte)
{
    ssize_t sent = 0;
    do {
        sent = ::send(descriptor, &byte, 1, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == 1;
}

/// fork(), or the same into a new PID namespace; whoever is not root needs a user namespace for that.
pid_t forkInto(bool ownNamespace)
{
    if (!ownNamespace)
        return ::fork();
    const unsigned long user = ::geteuid() == 0 ? 0 : CLONE_NEWUSER;
    return static_cast<pid_t>(::syscall(SYS_clone, CLONE_NEWPID | user | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

} // namespace

Result<ChildLaunch::Pipe> ChildLaunch::makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a pipe")));
    return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

Result<ChildLaunch::Handshake> ChildLaunch::makeHandshake()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a pair of sockets")));
    return Handshake{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

Result<std::unique_ptr<ChildLaunch>> ChildLaunch::prepare(const ChildSpec &spec)
{
    std::unique_ptr<ChildLaunch> launch(new ChildLaunch);
    launch->m_program = QFile::encodeName(spec.program);
    launch->m_argumentBytes.push_back(launch->m_program);
    for (const auto &argument : spec.arguments)
        launch->m_argumentBytes.push_back(QFile::encodeName(argument));
    launch->m_environmentBytes.assign(spec.environment.begin(), spec.environment.end());
    if (!spec.pidVariable.isEmpty())
        launch->m_environmentBytes.push_back(spec.pidVariable + '=' + QByteArray(kPidDigits, '0'));
    for (auto &argument : launch->m_argumentBytes)
        launch->m_arguments.push_back(argument.data());
    launch->m_arguments.push_back(nullptr);
    for (auto &variable : launch->m_environmentBytes)
        launch->m_environment.push_back(variable.data());
    if (!spec.pidVariable.isEmpty())
        launch->m_pidDigits = launch->m_environment.back() + spec.pidVariable.size() + 1;
    launch->m_environment.push_back(nullptr);
    launch->m_descriptors = spec.descriptors;
    launch->m_moved.resize(spec.descriptors.size());
    launch->m_limits = spec.limits;
    launch->m_limits.push_back({RLIMIT_CORE, 0});
    launch->m_ownNamespace = spec.ownNamespace;
    const auto mapOf = [](quint32 id) { return QByteArray::number(id) + ' ' + QByteArray::number(id) + " 1\n"; };
    launch->m_mapsUser = ::geteuid() != 0;
    launch->m_userMap = mapOf(::geteuid());
    launch->m_groupMap = mapOf(::getegid());

    launch->m_nothing.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (!launch->m_nothing)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open /dev/null")));
    SEALIFT_ASSIGN(launch->m_output, makePipe());
    SEALIFT_ASSIGN(launch->m_error, makePipe());
    return launch;
}

int ChildLaunch::run()
{
    auto failure = attempt(m_ownNamespace);
    if (failure.ofNamespace)
        failure = attempt(false);
    m_output.writing.reset();
    m_error.writing.reset();
    return failure.number;
}

ChildLaunch::Failure ChildLaunch::attempt(bool ownNamespace)
{
    auto report = makePipe(); // closed by a successful exec, else holds the failure
    if (!report)
        return {EMFILE, false};
    auto handshake = makeHandshake();
    if (!handshake)
        return {EMFILE, false};
    const pid_t pid = forkInto(ownNamespace);
    if (pid < 0)
        return {errno, ownNamespace};
    if (pid == 0)
        becomeChild(report->writing.get(), *handshake, ownNamespace);
    report->writing.reset();
    handshake->child.reset();
    // A child that has given up before this does not read it any more; its report says why.
    char tied = 0;
    if (readByte(handshake->parent.get(), tied))
        static_cast<void>(writeByte(handshake->parent.get(), tied));
    Failure failure;
    ssize_t got = 0;
    do {
        got = ::read(report->reading.get(), &failure, sizeof failure);
    } while (got < 0 && errno == EINTR);
    if (got != sizeof failure) {
        m_pid = pid;
        return {};
    }
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    return failure;
}

// From here on: in the child, after fork. Only async-signal-safe calls.

void ChildLaunch::giveUp(int report, Failure failure)
{
    [[maybe_unused]] const auto written = ::write(report, &failure, sizeof failure);
    ::_exit(127);
}

/// The kernel ends this process with the thread that started it; if that died before, nobody would. So that thread has
/// to answer afterwards. Asking whether the parent lives is not enough: a process that is being killed loses one thread
/// after the other, and is there until the last of them is gone.
void ChildLaunch::tieToParent(int report, const Handshake &handshake)
{
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        giveUp(report, {errno, false});
    // Without our copy the end of the parent closes it.
    ::close(handshake.parent.get());
    char tied = 't';
    if (!writeByte(handshake.child.get(), tied) || !readByte(handshake.child.get(), tied))
        giveUp(report, {ESRCH, false});
}

void ChildLaunch::mapUser(int report) const
{
    if (!writeProcFile("/proc/self/setgroups", QByteArrayLiteral("deny")) ||
        !writeProcFile("/proc/self/uid_map", m_userMap) || !writeProcFile("/proc/self/gid_map", m_groupMap))
        giveUp(report, {errno, true});
}

void ChildLaunch::resetSignals()
{
    sigset_t none;
    sigemptyset(&none);
    static_cast<void>(::pthread_sigmask(SIG_SETMASK, &none, nullptr));
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD})
        static_cast<void>(::signal(number, SIG_DFL));
}

void ChildLaunch::placeDescriptors(int &report)
{
    // Out of the way first, so that no target overwrites a source that is still to come.
    const int firstFree = kFirstPassed + static_cast<int>(m_descriptors.size());
    const auto outOfTheWay = [&](int descriptor) {
        const int high = ::fcntl(descriptor, F_DUPFD_CLOEXEC, firstFree);
        if (high < 0)
            giveUp(report, {errno, false});
        return high;
    };
    report = outOfTheWay(report);
    const std::array standard{outOfTheWay(m_nothing.get()), outOfTheWay(m_output.writing.get()),
                              outOfTheWay(m_error.writing.get())};
    for (std::size_t i = 0; i < m_descriptors.size(); ++i)
        m_moved[i] = outOfTheWay(m_descriptors[i]);
    for (int i = 0; i < kFirstPassed; ++i) {
        if (::dup2(standard.at(static_cast<std::size_t>(i)), i) < 0)
            giveUp(report, {errno, false});
    }
    for (std::size_t i = 0; i < m_moved.size(); ++i) {
        if (::dup2(m_moved[i], kFirstPassed + static_cast<int>(i)) < 0)
            giveUp(report, {errno, false});
    }
    // Whatever a library of ours left open without close-on-exec. Older kernels lack the call.
    static_cast<void>(::syscall(SYS_close_range, firstFree, ~0U, kCloseOnExec));
}

void ChildLaunch::becomeChild(int report, const Handshake &handshake, bool ownNamespace)
{
    tieToParent(report, handshake);
    if (ownNamespace && m_mapsUser)
        mapUser(report);
    // An interrupt from the terminal is the application's to handle: it closes its helpers in order.
    ::setsid();
    resetSignals();
    placeDescriptors(report);
    for (const auto &limit : m_limits) {
        const rlimit both{limit.value, limit.value};
        if (::setrlimit(static_cast<__rlimit_resource>(limit.resource), &both) != 0)
            giveUp(report, {errno, false});
    }
    if (m_pidDigits != nullptr)
        writeDigits(m_pidDigits, ::getpid());
    ::execve(m_program.constData(), m_arguments.data(), m_environment.data());
    giveUp(report, {errno, false});
}

} // namespace sealift
