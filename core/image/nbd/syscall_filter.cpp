#include "image/nbd/syscall_filter.h"

#include <QByteArray>

#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace sealift {

namespace {

/// Refused as not permitted. Names, because not every version of the headers and not every machine has a number for
/// each; what has none cannot be asked for.
constexpr std::array kForbidden{
    // namespaces and mounts
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "fsopen", "fsconfig", "fsmount", "fspick",
    "move_mount", "open_tree", "mount_setattr", "open_by_handle_at",
    // other processes
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp",
    // parts of the kernel that are seldom used, and often broken into
    "bpf", "perf_event_open", "userfaultfd", "add_key", "request_key", "keyctl", "fanotify_init", "lookup_dcookie",
    "modify_ldt", "personality", "uselib", "vm86", "vm86old", "nfsservctl",
    // the machine
    "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
    "acct", "quotactl", "quotactl_fd", "syslog", "settimeofday", "stime", "clock_settime", "clock_settime64",
    "clock_adjtime", "clock_adjtime64", "adjtimex", "sethostname", "setdomainname", "vhangup", "iopl", "ioperm"};

/// Refused as not known: programs then do without. The flags of clone3() lie where no filter can look; clone()'s do
/// not.
constexpr std::array kUnknown{"clone3", "io_uring_setup", "io_uring_enter", "io_uring_register"};

constexpr std::array kNewNamespaces{CLONE_NEWNS,   CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                    CLONE_NEWUSER, CLONE_NEWPID,    CLONE_NEWNET};

struct Release {
    void operator()(void *filter) const { ::seccomp_release(filter); }
};

/// A filter that is put together; remembers the first failure.
class Filter
{
public:
    Filter()
        : m_filter(::seccomp_init(SCMP_ACT_ALLOW))
        , m_failure(m_filter ? 0 : ENOMEM)
    {
    }

    void refuse(const char *name, int error, const std::vector<scmp_arg_cmp> &where = {})
    {
        const int number = ::seccomp_syscall_resolve_name(name);
        if (number < 0 || m_failure != 0)
            return;
        m_failure = -::seccomp_rule_add_array(m_filter.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)), number,
                                              static_cast<unsigned>(where.size()), where.data());
    }

    Result<QByteArray> program()
    {
        const FileDescriptor file(::memfd_create("sealift-filter", MFD_CLOEXEC));
        if (!file)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot make a memory file")));
        if (m_failure == 0)
            m_failure = -::seccomp_export_bpf(m_filter.get(), file.get());
        if (m_failure != 0)
            return fail(
                Error(ErrorCode::ToolFailed,
                      QStringLiteral("the sandbox's filter of system calls cannot be made: error %1 of libseccomp")
                          .arg(m_failure)));
        struct stat facts {
        };
        if (::fstat(file.get(), &facts) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read a memory file")));
        QByteArray bytes(static_cast<qsizetype>(facts.st_size), Qt::Uninitialized);
        if (::pread(file.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), 0) != bytes.size())
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read a memory file")));
        return bytes;
    }

private:
    std::unique_ptr<void, Release> m_filter;
    int m_failure;
};

Result<QByteArray> compiled()
{
    Filter filter;
    for (const auto *name : kForbidden)
        filter.refuse(name, EPERM);
    for (const auto *name : kUnknown)
        filter.refuse(name, ENOSYS);
    for (const int flag : kNewNamespaces) {
        const auto bits = static_cast<scmp_datum_t>(flag);
        const scmp_arg_cmp isSet{0, SCMP_CMP_MASKED_EQ, bits, bits};
        filter.refuse("clone", EPERM, {isSet});
    }
    const scmp_arg_cmp isNotUnix{0, SCMP_CMP_NE, AF_UNIX, 0};
    filter.refuse("socket", EAFNOSUPPORT, {isNotUnix});
    // Puts characters into the terminal's input.
    const scmp_arg_cmp isTyping{1, SCMP_CMP_MASKED_EQ, 0xffffffff, TIOCSTI};
    filter.refuse("ioctl", EPERM, {isTyping});
    return filter.program();
}

} // namespace

Result<FileDescriptor> syscallFilter()
{
    // The same for all; a descriptor of its own for each, since whoever reads it leaves it at its end.
    static const auto program = compiled();
    if (!program)
        return fail(program.error());
    FileDescriptor file(::memfd_create("sealift-filter", MFD_CLOEXEC));
    if (!file ||
        ::write(file.get(), program->constData(), static_cast<std::size_t>(program->size())) != program->size() ||
        ::lseek(file.get(), 0, SEEK_SET) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a memory file")));
    return file;
}

} // namespace sealift
