#include "image/inspect/disk_tool.h"

#include "base/child_process.h"
#include "image/inspect/block_serving.h"
#include "image/inspect/shim/preload_library.h"
#include "image/inspect/shim/request.h"
#include "image/nbd/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr auto kLongest = 5s;
constexpr auto kLastWords = 2s;
constexpr quint64 kAddressSpace = quint64{2} << 30;
constexpr quint64 kCpuSeconds = 20;
constexpr qsizetype kErrorRoom = 4096;

Result<FileDescriptor> memoryFile(ByteView content)
{
    FileDescriptor file(::memfd_create("sealift-inspect", MFD_CLOEXEC));
    if (!file || ::write(file.get(), content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        ::lseek(file.get(), 0, SEEK_SET) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a memory file")));
    return file;
}

/// The name inside the sandbox of what shows as /image/NAME.
QString shown(const QString &name)
{
    return QLatin1String(kSandboxFolder) + QLatin1Char('/') + name;
}

} // namespace

Result<DiskTool> DiskTool::find(const QString &name, const QString &package)
{
    SEALIFT_ASSIGN(auto path, findTool(name, package));
    return DiskTool(std::move(path));
}

QString DiskTool::diskPath()
{
    return QLatin1String(blocks::kDiskPath);
}

Result<ToolAnswer> DiskTool::run(const DiskView &view, const QStringList &arguments, qsizetype outputLimit) const
{
    const auto until = view.disk().until();
    if (std::chrono::steady_clock::now() >= until)
        return fail(Error(ErrorCode::Timeout, QStringLiteral("looking at the disk took too long")));
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make a pair of sockets")));
    const FileDescriptor ours(ends[0]);
    FileDescriptor theirs(ends[1]);
    SEALIFT_ASSIGN(const auto preload, memoryFile(preloadLibrary()));
    // Tools look whether there is such a file before they open it.
    SEALIFT_ASSIGN(const auto placeholder, memoryFile({}));

    SandboxedProgram program;
    program.program = m_program;
    program.arguments = arguments;
    program.descriptors = {theirs.get()};
    program.files = {{preload.get(), QStringLiteral("preload.so"), true},
                     {placeholder.get(), QStringLiteral("disk"), true}};
    program.environment = {{"LD_PRELOAD", shown(QStringLiteral("preload.so")).toLatin1()},
                           {blocks::kSizeVariable, QByteArray::number(view.size())}};
    SEALIFT_ASSIGN(auto spec, sandboxed(program));
    spec.limits.push_back({RLIMIT_AS, kAddressSpace});
    spec.limits.push_back({RLIMIT_CPU, kCpuSeconds});
    // The limit is one for what it reports as errors, too.
    spec.outputLimit = std::max(outputLimit, kErrorRoom);
    SEALIFT_ASSIGN(const auto child, ChildProcess::start(spec));
    theirs.reset();

    const auto served = serveBlocks(ours.get(), view, std::min(std::chrono::steady_clock::now() + kLongest, until));
    if (!served)
        child->kill();
    const auto ended = child->waitFor(kLastWords);
    SEALIFT_TRY(served);
    const auto errors = child->standardError();
    if (errors.startsWith("bwrap: "))
        return fail(Error(ErrorCode::ToolFailed, QString::fromLocal8Bit(errors).trimmed(),
                          QStringLiteral("The sandbox cannot start here: unprivileged user namespaces must be allowed "
                                         "(in a container: by its host).")));
    if (!ended || ended->signal != 0)
        return fail(
            Error(ErrorCode::ToolFailed, QStringLiteral("%1 broke down over what is on the disk").arg(m_program)));
    return ToolAnswer{ended->code, child->standardOutput(), errors};
}

} // namespace sealift
