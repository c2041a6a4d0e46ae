#include "support/mounted_volume.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <sys/mount.h>
#include <unistd.h>

namespace sealift::test {

namespace {

Error notHere(const QString &why)
{
    return {ErrorCode::Unsupported, why};
}

Status run(const QString &program, const QStringList &arguments)
{
    const auto path = QStandardPaths::findExecutable(program, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"),
                                                               QStringLiteral("/usr/bin"), QStringLiteral("/bin")});
    if (path.isEmpty())
        return fail(notHere(QStringLiteral("%1 is not installed").arg(program)));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, arguments);
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return fail(
        notHere(QStringLiteral("%1 failed: %2").arg(program, QString::fromLocal8Bit(process.readAll()).trimmed())));
}

} // namespace

MountedVolume::MountedVolume(const QString &folder)
    : m_folder(folder + QStringLiteral("/volume-XXXXXX"))
    , m_mountPoint(m_folder.filePath(QStringLiteral("mounted")))
{
    QDir(m_folder.path()).mkdir(QStringLiteral("mounted"));
}

MountedVolume::~MountedVolume()
{
    // Lazily, so that a descriptor that a failing test left open does not keep the mount for good.
    if (m_mounted)
        ::umount2(QFile::encodeName(m_mountPoint).constData(), MNT_DETACH);
}

Status MountedVolume::mount(const QString &type, const QString &options, const QString &source)
{
    if (::geteuid() != 0)
        return fail(notHere(QStringLiteral("only root may mount file systems")));
    SEALIFT_TRY(run(QStringLiteral("mount"),
                    {QStringLiteral("-t"), type, QStringLiteral("-o"), options, source, m_mountPoint}));
    m_mounted = true;
    return {};
}

Result<std::unique_ptr<MountedVolume>> MountedVolume::overlay(const QString &folder)
{
    std::unique_ptr<MountedVolume> volume(new MountedVolume(folder));
    const auto &inside = volume->m_folder;
    for (const auto *layer : {"lower", "upper", "work"})
        QDir(inside.path()).mkdir(QLatin1String(layer));
    const auto options = QStringLiteral("lowerdir=%1/lower,upperdir=%1/upper,workdir=%1/work").arg(inside.path());
    SEALIFT_TRY(volume->mount(QStringLiteral("overlay"), options, QStringLiteral("overlay")));
    return volume;
}

Result<std::unique_ptr<MountedVolume>> MountedVolume::image(const QString &folder, const QString &type, qint64 bytes)
{
    std::unique_ptr<MountedVolume> volume(new MountedVolume(folder));
    const auto path = volume->m_folder.filePath(QStringLiteral("image"));
    QFile image(path);
    if (!image.open(QIODevice::WriteOnly) || !image.resize(bytes))
        return fail(Error(ErrorCode::Io, image.errorString()));
    SEALIFT_TRY(run(QStringLiteral("mkfs.") + type, {path}));
    SEALIFT_TRY(volume->mount(type, QStringLiteral("loop"), path));
    return volume;
}

} // namespace sealift::test
