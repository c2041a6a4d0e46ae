// Runs inside the sandbox and tells what it can reach. Arguments: a TCP port that is listened on outside, then paths to
// look at.

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

namespace {

void listRoot()
{
    std::printf("root=");
    if (DIR *root = ::opendir("/")) {
        while (const auto *entry = ::readdir(root)) {
            if (entry->d_name[0] != '.')
                std::printf("%s ", entry->d_name);
        }
        ::closedir(root);
    }
    std::printf("\n");
}

void listInterfaces()
{
    std::printf("interfaces=");
    auto *interfaces = ::if_nameindex();
    for (auto *one = interfaces; one != nullptr && one->if_index != 0; ++one)
        std::printf("%s ", one->if_name);
    if (interfaces != nullptr)
        ::if_freenameindex(interfaces);
    std::printf("\n");
}

void tryToConnect(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected =
        socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    std::printf("connected=%d\n", connected ? 1 : 0);
    ::close(socket);
}

void tellCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> data{};
    ::syscall(SYS_capget, &header, data.data());
    std::printf("capabilities=%x %x\n", data[0].effective, data[1].effective);
}

/// What each of some system calls says: 0, or the number of its error.
void trySystemCalls()
{
    const auto tell = [](const char *name, long result) { std::printf("%s=%d\n", name, result >= 0 ? 0 : errno); };
    tell("seccomp mode 2", ::prctl(PR_GET_SECCOMP) == 2 ? 0 : -1);
    tell("unix socket", ::socket(AF_UNIX, SOCK_STREAM, 0));
    tell("inet socket", ::socket(AF_INET, SOCK_STREAM, 0));
    tell("netlink socket", ::socket(AF_NETLINK, SOCK_RAW, 0));
    tell("unshare", ::unshare(CLONE_NEWUSER));
    tell("ptrace", ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr));
    tell("keyctl", ::syscall(SYS_keyctl, 0, 0, 0, 0, 0));
    tell("bpf", ::syscall(SYS_bpf, 0, nullptr, 0));
    tell("clone3", ::syscall(SYS_clone3, nullptr, 0));
    tell("io_uring", ::syscall(SYS_io_uring_setup, 0, nullptr));
}

/// Whether so much memory can be had.
bool canTake(std::size_t bytes)
{
    return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) !=
           MAP_FAILED;
}

} // namespace

int main(int argc, char **argv)
{
    listRoot();
    listInterfaces();
    tryToConnect(argc > 1 ? std::atoi(argv[1]) : 0);
    tellCapabilities();
    std::printf("pid=%d parent=%d\n", static_cast<int>(::getpid()), static_cast<int>(::getppid()));
    for (int i = 2; i < argc; ++i)
        std::printf("%s readable=%d writable=%d\n", argv[i], ::access(argv[i], R_OK) == 0 ? 1 : 0,
                    ::open(argv[i], O_WRONLY) >= 0 ? 1 : 0);
    std::printf(
        "can create=%d\n",
        ::open("/new", O_WRONLY | O_CREAT, 0600) >= 0 || ::open("/image/new", O_WRONLY | O_CREAT, 0600) >= 0 ? 1 : 0);
    std::printf("descriptors=");
    for (int i = 0; i < 1024; ++i) {
        if (::fcntl(i, F_GETFD) >= 0)
            std::printf("%d ", i);
    }
    std::printf("\nenvironment=");
    for (char **variable = environ; *variable != nullptr; ++variable)
        std::printf("%s ", *variable);
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    std::printf("\ncore=%lu\n", core.rlim_max);
    trySystemCalls();
    constexpr std::size_t kGibibyte = std::size_t{1} << 30;
    std::printf("1 GiB=%d\n", canTake(kGibibyte) ? 1 : 0);
    std::printf("2 GiB more=%d\n", canTake(2 * kGibibyte) ? 1 : 0);
    return 0;
}
