#include "image/nbd/sandbox.h"

#include "image/nbd/syscall_filter.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

#include <sys/resource.h>

namespace sealift {

namespace {

constexpr int kFirstPassed = 3;
/// Generous: what the tables of the largest images take, and the allocator's reserve for every thread.
constexpr quint64 kAddressSpace = quint64{16} << 30;
/// Of memory that can be written. The largest table that the probe lets pass has 0.5 GiB (a VHDX of 64 TiB in blocks of
/// 1 MiB); as much again is the stacks of QEMU's up to 64 threads.
constexpr quint64 kMemory = quint64{2} << 30;

/// The environment of every helper: nothing of the user's. English messages, because they are read by a program.
QList<QByteArray> plainEnvironment()
{
    return {"PATH=/usr/bin:/bin", "LC_ALL=C"};
}

/// /lib, /lib64, /bin: links into /usr on a merged system, folders of their own on others.
QStringList systemFolders()
{
    QStringList arguments{QStringLiteral("--ro-bind"), QStringLiteral("/usr"), QStringLiteral("/usr")};
    for (const auto *folder : {"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"}) {
        const QFileInfo info{QLatin1String(folder)};
        if (info.isSymLink())
            arguments << QStringLiteral("--symlink") << info.symLinkTarget() << info.filePath();
        else if (info.isDir())
            arguments << QStringLiteral("--ro-bind") << info.filePath() << info.filePath();
    }
    return arguments;
}

QStringList isolation()
{
    QStringList arguments{QStringLiteral("--unshare-ipc"),
                          QStringLiteral("--unshare-pid"),
                          QStringLiteral("--unshare-net"),
                          QStringLiteral("--unshare-uts"),
                          QStringLiteral("--unshare-cgroup-try"),
                          QStringLiteral("--die-with-parent"),
                          QStringLiteral("--new-session"),
                          QStringLiteral("--as-pid-1"),
                          QStringLiteral("--chdir"),
                          QStringLiteral("/"),
                          QStringLiteral("--hostname"),
                          QStringLiteral("sandbox"),
                          QStringLiteral("--cap-drop"),
                          QStringLiteral("ALL")};
    // Root reads images of other users (libvirt's); a user namespace would take that away, so it keeps this one
    // capability, which reaches no further than the files shown.
    if (::geteuid() == 0)
        arguments << QStringLiteral("--cap-add") << QStringLiteral("CAP_DAC_OVERRIDE");
    else
        arguments << QStringLiteral("--unshare-user");
    return arguments;
}

std::vector<ResourceLimit> limits()
{
    return {{RLIMIT_AS, kAddressSpace}, {RLIMIT_DATA, kMemory}};
}

} // namespace

Result<QString> findTool(const QString &name, const QString &package)
{
    auto path = QStandardPaths::findExecutable(name);
    // Where tools lie that only root has in the path, though everybody may run them.
    if (path.isEmpty())
        path = QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
    if (path.isEmpty())
        return fail(Error(ErrorCode::ToolMissing, QStringLiteral("%1 is not installed").arg(name),
                          QStringLiteral("Install it: apt install %1").arg(package))
                        .with(QStringLiteral("tool"), name)
                        .with(QStringLiteral("package"), package));
    return path;
}

Result<ChildSpec> sandboxed(const SandboxedProgram &program)
{
    SEALIFT_ASSIGN(const auto bubblewrap, findTool(QStringLiteral("bwrap"), QStringLiteral("bubblewrap")));
    ChildSpec spec;
    spec.program = bubblewrap;
    spec.environment = plainEnvironment();
    spec.limits = limits();
    spec.descriptors = program.descriptors;
    // bubblewrap's own --die-with-parent leaves its inner process behind when it dies while it sets the sandbox up.
    spec.ownNamespace = true;
    spec.arguments << isolation() << systemFolders();
    // QEMU tries out on it whether files can be locked; without, an image in use by a running machine would pass.
    spec.arguments << QStringLiteral("--dev-bind") << QStringLiteral("/dev/null") << QStringLiteral("/dev/null");
    if (!program.program.startsWith(QLatin1String("/usr/")))
        spec.arguments << QStringLiteral("--ro-bind") << program.program << program.program;
    spec.arguments << QStringLiteral("--perms") << QStringLiteral("0755") << QStringLiteral("--dir")
                   << QLatin1String(kSandboxFolder);
    for (const auto &file : program.files) {
        const auto number = kFirstPassed + static_cast<int>(spec.descriptors.size());
        spec.descriptors.push_back(file.descriptor);
        spec.arguments << (file.copy ? QStringLiteral("--ro-bind-data") : QStringLiteral("--ro-bind-fd"))
                       << QString::number(number) << QLatin1String(kSandboxFolder) + QLatin1Char('/') + file.name;
    }
    SEALIFT_ASSIGN(auto filter, syscallFilter());
    spec.arguments << QStringLiteral("--seccomp")
                   << QString::number(kFirstPassed + static_cast<int>(spec.descriptors.size()));
    spec.descriptors.push_back(filter.get());
    spec.kept.push_back(std::make_shared<const FileDescriptor>(std::move(filter)));
    // As process 1 of its namespace it knows its number beforehand.
    if (!program.pidVariable.isEmpty())
        spec.arguments << QStringLiteral("--setenv") << QString::fromLatin1(program.pidVariable) << QStringLiteral("1");
    for (const auto &[name, value] : program.environment)
        spec.arguments << QStringLiteral("--setenv") << QString::fromLatin1(name) << QString::fromLocal8Bit(value);
    spec.arguments << QStringLiteral("--remount-ro") << QStringLiteral("/") << QStringLiteral("--") << program.program
                   << program.arguments;
    return spec;
}

Result<ChildSpec> unsandboxed(const SandboxedProgram &program)
{
    ChildSpec spec;
    spec.program = program.program;
    spec.arguments = program.arguments;
    spec.environment = plainEnvironment();
    for (const auto &[name, value] : program.environment)
        spec.environment.append(name + '=' + value);
    spec.limits = limits();
    spec.descriptors = program.descriptors;
    spec.pidVariable = program.pidVariable;
    return spec;
}

} // namespace sealift
