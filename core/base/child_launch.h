#pragma once

#include "base/child_process.h"

namespace sealift {

/// The start of one child: everything that it needs between fork() and exec(), where nothing may be allocated any
/// more, is made beforehand. For ChildProcess only.
class ChildLaunch
{
public:
    static Result<std::unique_ptr<ChildLaunch>> prepare(const ChildSpec &spec);

    ~ChildLaunch() = default;
    ChildLaunch(const ChildLaunch &) = delete;
    ChildLaunch &operator=(const ChildLaunch &) = delete;

    /// Forks and waits until the program runs. Returns 0, or the errno of what failed. Once.
    int run();

    /// After run(): the child, and where its output can be read.
    pid_t pid() const { return m_pid; }
    FileDescriptor takeOutput() { return std::move(m_output.reading); }
    FileDescriptor takeError() { return std::move(m_error.reading); }

private:
    ChildLaunch() = default;

    struct Pipe {
        FileDescriptor reading;
        FileDescriptor writing;
    };
    /// Why the child gave up before it became the program.
    struct Failure {
        int number = 0;
        bool ofNamespace = false; ///< worth another attempt without one
    };

    /// What parent and child talk through until the child is tied to the parent.
    struct Handshake {
        FileDescriptor parent;
        FileDescriptor child;
    };

    static Result<Pipe> makePipe();
    static Result<Handshake> makeHandshake();
    Failure attempt(bool ownNamespace);
    [[noreturn]] void becomeChild(int report, const Handshake &handshake, bool ownNamespace);
    static void tieToParent(int report, const Handshake &handshake);
    void mapUser(int report) const;
    void placeDescriptors(int &report);
    static void resetSignals();
    [[noreturn]] static void giveUp(int report, Failure failure);

    QByteArray m_program;
    std::vector<QByteArray> m_argumentBytes;
    std::vector<QByteArray> m_environmentBytes;
    std::vector<char *> m_arguments;
    std::vector<char *> m_environment;
    char *m_pidDigits = nullptr; ///< where the child writes its own process id
    std::vector<int> m_descriptors;
    std::vector<int> m_moved;
    std::vector<ResourceLimit> m_limits;
    bool m_ownNamespace = false;
    bool m_mapsUser = false; ///< that takes a user namespace, too, which maps nobody but us
    QByteArray m_userMap;
    QByteArray m_groupMap;
    FileDescriptor m_nothing; ///< /dev/null, the child's standard input
    Pipe m_output;
    Pipe m_error;
    pid_t m_pid = -1;
};

} // namespace sealift
