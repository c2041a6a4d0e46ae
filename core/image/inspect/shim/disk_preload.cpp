// Preloaded into tools that read a disk from a file (blkid, grub-fstest): what they read of kDiskPath comes from the
// process that started them, block by block, over a socket. So a tool in the sandbox sees a disk that exists in no
// file, whatever container it lies in, and every byte that it reads is counted. Plain C at heart: no library but libc.
//
// The disk's descriptor is an empty memory file of the disk's size, so that fstat() and lseek() need no help.

#include "image/inspect/shim/request.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SEALIFT_REPLACES extern "C" __attribute__((visibility("default")))

namespace {

using namespace sealift::blocks;

/// The disk, opened once more.
struct Opened {
    int descriptor = -1;
    std::FILE *stream = nullptr;
    off64_t streamAt = 0;
};

constexpr std::size_t kMostOpened = 64;
std::array<Opened, kMostOpened> g_opened;

bool isDisk(const char *path)
{
    return path != nullptr && std::strcmp(path, kDiskPath) == 0;
}

off64_t diskSize()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the tools have one thread, and set no variables
    const char *text = std::getenv(kSizeVariable);
    return text == nullptr ? 0 : std::strtoll(text, nullptr, 10);
}

Opened *find(int descriptor)
{
    for (auto &one : g_opened) {
        if (descriptor >= 0 && one.descriptor == descriptor)
            return &one;
    }
    return nullptr;
}

Opened *openDisk()
{
    const int disk = static_cast<int>(::syscall(SYS_memfd_create, "disk", 0U));
    // What a tool has closed in the meantime had the same number.
    auto *place = find(disk);
    for (auto &one : g_opened) {
        if (place == nullptr && one.descriptor < 0)
            place = &one;
    }
    if (disk < 0 || place == nullptr || ::ftruncate64(disk, diskSize()) != 0) {
        ::close(disk);
        errno = EMFILE;
        return nullptr;
    }
    *place = {disk, nullptr, 0};
    return place;
}

bool sendAll(const void *data, std::size_t size)
{
    const auto *from = static_cast<const char *>(data);
    while (size > 0) {
        const auto sent = ::send(kSocket, from, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        from += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool receiveAll(void *data, std::size_t size)
{
    auto *to = static_cast<char *>(data);
    while (size > 0) {
        const auto got = ::recv(kSocket, to, size, 0);
        if (got <= 0)
            return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// As pread(2) of the disk.
ssize_t readDisk(void *to, std::size_t count, off64_t offset)
{
    const auto size = diskSize();
    if (offset < 0 || offset >= size)
        return 0;
    count = std::min(count, static_cast<std::size_t>(size - offset));
    std::size_t done = 0;
    while (done < count) {
        const auto part = std::min<std::size_t>(count - done, kLargest);
        const Request request{static_cast<std::uint64_t>(offset) + done, static_cast<std::uint32_t>(part), 0};
        Answer answer;
        if (!sendAll(&request, sizeof request) || !receiveAll(&answer, sizeof answer)) {
            errno = EIO;
            return -1;
        }
        if (answer.fault != 0) {
            errno = static_cast<int>(answer.fault);
            return -1;
        }
        if (!receiveAll(static_cast<char *>(to) + done, part)) {
            errno = EIO;
            return -1;
        }
        done += part;
    }
    return static_cast<ssize_t>(done);
}

ssize_t readOn(int descriptor, void *to, std::size_t count)
{
    const auto at = ::lseek64(descriptor, 0, SEEK_CUR);
    const auto got = readDisk(to, count, at);
    if (got > 0)
        ::lseek64(descriptor, at + got, SEEK_SET);
    return got;
}

ssize_t streamRead(void *cookie, char *to, std::size_t count)
{
    auto &opened = *static_cast<Opened *>(cookie);
    const auto got = readDisk(to, count, opened.streamAt);
    if (got > 0)
        opened.streamAt += got;
    return got;
}

int streamSeek(void *cookie, off64_t *position, int whence)
{
    auto &opened = *static_cast<Opened *>(cookie);
    const auto base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? opened.streamAt : diskSize();
    if (base + *position < 0)
        return -1;
    opened.streamAt = base + *position;
    *position = opened.streamAt;
    return 0;
}

int streamClose(void *cookie)
{
    auto &opened = *static_cast<Opened *>(cookie);
    const int closed = ::close(opened.descriptor);
    opened = {};
    return closed;
}

template <typename Function>
Function original(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int openAny(const char *path, int flags, mode_t mode)
{
    if (!isDisk(path))
        return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    const auto *opened = openDisk();
    return opened == nullptr ? -1 : opened->descriptor;
}

std::FILE *openStream(const char *path, const char *mode, const char *name)
{
    if (!isDisk(path))
        return original<std::FILE *(*)(const char *, const char *)>(name)(path, mode);
    auto *opened = openDisk();
    if (opened != nullptr)
        opened->stream = ::fopencookie(opened, "r", {streamRead, nullptr, streamSeek, streamClose});
    return opened == nullptr ? nullptr : opened->stream;
}

template <typename Stat>
int statAny(const char *path, Stat *to, const char *name)
{
    if (!isDisk(path))
        return original<int (*)(const char *, Stat *)>(name)(path, to);
    auto *opened = openDisk();
    if (opened == nullptr)
        return -1;
    const int told = original<int (*)(int, Stat *)>("fstat64")(opened->descriptor, to);
    ::close(opened->descriptor);
    *opened = {};
    return told;
}

} // namespace

// These names are those of the C library, whose functions they stand in for; the parameters' names are ours.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name)
SEALIFT_REPLACES int open(const char *path, int flags, ...)
{
    std::va_list more;
    va_start(more, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openAny(path, flags, mode);
}

SEALIFT_REPLACES int open64(const char *path, int flags, ...)
{
    std::va_list more;
    va_start(more, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openAny(path, flags, mode);
}

SEALIFT_REPLACES int __open_2(const char *path, int flags)
{
    return openAny(path, flags, 0);
}

SEALIFT_REPLACES int __open64_2(const char *path, int flags)
{
    return openAny(path, flags, 0);
}

SEALIFT_REPLACES std::FILE *fopen(const char *path, const char *mode)
{
    return openStream(path, mode, "fopen");
}

SEALIFT_REPLACES std::FILE *fopen64(const char *path, const char *mode)
{
    return openStream(path, mode, "fopen64");
}

SEALIFT_REPLACES int fileno(std::FILE *stream)
{
    for (const auto &one : g_opened) {
        if (stream != nullptr && one.stream == stream)
            return one.descriptor;
    }
    return original<int (*)(std::FILE *)>("fileno")(stream);
}

SEALIFT_REPLACES ssize_t read(int descriptor, void *to, std::size_t count)
{
    if (find(descriptor) != nullptr)
        return readOn(descriptor, to, count);
    return ::syscall(SYS_read, descriptor, to, count);
}

SEALIFT_REPLACES ssize_t __read_chk(int descriptor, void *to, std::size_t count, std::size_t room)
{
    if (count > room)
        std::abort();
    return read(descriptor, to, count);
}

SEALIFT_REPLACES ssize_t pread(int descriptor, void *to, std::size_t count, off_t offset)
{
    if (find(descriptor) != nullptr)
        return readDisk(to, count, offset);
    return ::syscall(SYS_pread64, descriptor, to, count, offset);
}

SEALIFT_REPLACES ssize_t pread64(int descriptor, void *to, std::size_t count, off64_t offset)
{
    if (find(descriptor) != nullptr)
        return readDisk(to, count, offset);
    return ::syscall(SYS_pread64, descriptor, to, count, offset);
}

SEALIFT_REPLACES int stat(const char *path, struct stat *to)
{
    return statAny(path, to, "stat");
}

SEALIFT_REPLACES int stat64(const char *path, struct stat64 *to)
{
    return statAny(path, to, "stat64");
}

SEALIFT_REPLACES int lstat(const char *path, struct stat *to)
{
    return statAny(path, to, "lstat");
}

SEALIFT_REPLACES int lstat64(const char *path, struct stat64 *to)
{
    return statAny(path, to, "lstat64");
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name)
