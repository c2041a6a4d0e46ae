#include "support/system_calls.h"

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift::test {

namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(SystemCall::Lock) + 1;

struct Plan {
    int error = 0;
    int skip = 0;
    int times = 0;
    qint64 most = -1;
    int seen = 0;
};

// The wrappers are plain functions, so what they obey has to be reachable from everywhere.
std::mutex s_mutex;
bool s_watching = false;
std::array<Plan, kKinds> s_plans;
QList<QByteArray> s_log;

Plan &planOf(SystemCall call)
{
    return s_plans[static_cast<std::size_t>(call)];
}

const char *nameOf(SystemCall call)
{
    constexpr std::array<const char *, kKinds> names{"open-unnamed", "write", "write-direct", "read",       "sync-file",
                                                     "sync-folder",  "link",  "rename",       "rename-new", "lock"};
    return names[static_cast<std::size_t>(call)];
}

QByteArray pathOf(int descriptor)
{
    const auto link = "/proc/self/fd/" + QByteArray::number(descriptor);
    QByteArray path(4096, '\0');
    const auto size = ::readlink(link.constData(), path.data(), static_cast<std::size_t>(path.size()));
    path.truncate(std::max<qsizetype>(size, 0));
    return path;
}

/// Records a call; true if it is to fail, with errno set.
bool fails(SystemCall call, const QByteArray &subject)
{
    const std::lock_guard lock(s_mutex);
    if (!s_watching)
        return false;
    s_log.append(nameOf(call) + QByteArray(" ") + subject);
    auto &plan = planOf(call);
    ++plan.seen;
    if (plan.error == 0 || plan.skip-- > 0 || plan.times-- <= 0)
        return false;
    errno = plan.error;
    return true;
}

std::size_t shortened(SystemCall call, std::size_t size)
{
    const std::lock_guard lock(s_mutex);
    const auto most = planOf(call).most;
    return s_watching && most >= 0 && static_cast<std::size_t>(most) < size ? static_cast<std::size_t>(most) : size;
}

template <typename Function>
Function *realFunction(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

bool isFolder(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

} // namespace

SystemCalls::SystemCalls()
{
    const std::lock_guard lock(s_mutex);
    s_plans = {};
    s_log.clear();
    s_watching = true;
}

SystemCalls::~SystemCalls()
{
    const std::lock_guard lock(s_mutex);
    s_watching = false;
}

void SystemCalls::fail(SystemCall call, int error, int skip, int times)
{
    const std::lock_guard lock(s_mutex);
    auto &plan = planOf(call);
    plan.error = error;
    plan.skip = skip;
    plan.times = times;
}

void SystemCalls::shorten(SystemCall call, qint64 bytes)
{
    const std::lock_guard lock(s_mutex);
    planOf(call).most = bytes;
}

QList<QByteArray> SystemCalls::log() const
{
    const std::lock_guard lock(s_mutex);
    return s_log;
}

int SystemCalls::count(SystemCall call) const
{
    const std::lock_guard lock(s_mutex);
    return planOf(call).seen;
}

} // namespace sealift::test

using namespace sealift::test;

extern "C" {

int openat(int folder, const char *path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const auto mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : mode_t{0};
    va_end(arguments);
    if ((flags & O_TMPFILE) == O_TMPFILE && fails(SystemCall::OpenUnnamed, pathOf(folder)))
        return -1;
    static auto *const real = realFunction<int(int, const char *, int, ...)>("openat");
    return real(folder, path, flags, mode);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    const bool direct = (::fcntl(descriptor, F_GETFL) & O_DIRECT) != 0;
    const auto call = direct ? SystemCall::WriteDirect : SystemCall::Write;
    if (fails(call, pathOf(descriptor)))
        return -1;
    static auto *const real = realFunction<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    return real(descriptor, bytes, shortened(call, size), offset);
}

ssize_t pread(int descriptor, void *bytes, size_t size, off_t offset)
{
    if (fails(SystemCall::Read, pathOf(descriptor)))
        return -1;
    static auto *const real = realFunction<ssize_t(int, void *, size_t, off_t)>("pread");
    return real(descriptor, bytes, shortened(SystemCall::Read, size), offset);
}

int fsync(int descriptor)
{
    if (fails(isFolder(descriptor) ? SystemCall::SyncFolder : SystemCall::SyncFile, pathOf(descriptor)))
        return -1;
    static auto *const real = realFunction<int(int)>("fsync");
    return real(descriptor);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    if (fails(SystemCall::Link, pathOf(toFolder) + '/' + to))
        return -1;
    static auto *const real = realFunction<int(int, const char *, int, const char *, int)>("linkat");
    return real(fromFolder, from, toFolder, to, flags);
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    if (fails(SystemCall::Rename, pathOf(toFolder) + '/' + to))
        return -1;
    static auto *const real = realFunction<int(int, const char *, int, const char *)>("renameat");
    return real(fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    const auto call = (flags & RENAME_NOREPLACE) != 0 ? SystemCall::RenameNew : SystemCall::Rename;
    if (fails(call, pathOf(toFolder) + '/' + to))
        return -1;
    static auto *const real = realFunction<int(int, const char *, int, const char *, unsigned)>("renameat2");
    return real(fromFolder, from, toFolder, to, flags);
}

int flock(int descriptor, int operation) noexcept
{
    if (fails(SystemCall::Lock, pathOf(descriptor)))
        return -1;
    static auto *const real = realFunction<int(int, int)>("flock");
    return real(descriptor, operation);
}

} // extern "C"
