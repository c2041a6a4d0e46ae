#include "image/nbd/nbd_server.h"

#include "image/nbd/nbd_server_launch.h"

#include <QRegularExpression>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr auto kEndsByItself = 3s;
constexpr auto kLastWords = 500ms;

} // namespace

Result<std::unique_ptr<NbdServer>> NbdServer::start(const DiskImage &image,
                                                    const std::vector<std::unique_ptr<DiskFile>> &files,
                                                    Isolation isolation, const QString &socketFolder)
{
    std::unique_ptr<NbdServer> server(new NbdServer);
    server->m_imagePath = image.path;
    SEALIFT_ASSIGN(server->m_socket, ListeningSocket::create(socketFolder));
    SEALIFT_ASSIGN(const auto launch, prepareNbdServer(image, files, isolation, server->m_socket.descriptor()));
    server->m_paths = launch.paths;
    SEALIFT_ASSIGN(server->m_child, ChildProcess::start(launch.process));
    server->m_socket.giveUp();
    return server;
}

bool NbdServer::sandboxFailed() const
{
    return m_child->waitFor(kLastWords) && m_child->standardError().startsWith("bwrap: ");
}

QString NbdServer::words() const
{
    QStringList said;
    for (const auto &line : m_child->standardError().split('\n')) {
        auto text = QString::fromLocal8Bit(line).trimmed();
        for (const auto &[theirs, users] : m_paths)
            text.replace(theirs, users);
        // Of a failure to open, the last line repeats our own options; what went wrong follows them, or stood before.
        static const QRegularExpression prefix(QStringLiteral("^qemu-nbd: (Failed to blk_new_open '.*': )?"));
        text.remove(prefix);
        if (!text.isEmpty() && !said.contains(text))
            said.append(text);
    }
    return said.join(QStringLiteral("; "));
}

Error NbdServer::explain(Error error) const
{
    if (error.code() == ErrorCode::Cancelled || error.code() == ErrorCode::SourceChanged)
        return error;
    const auto ended = m_child->waitFor(kLastWords);
    const auto said = words();
    if (said.isEmpty())
        return ended ? Error(ErrorCode::ToolFailed, QStringLiteral("the QEMU helper died: %1").arg(error.what()))
                     : error;
    // A broken connection says nothing beside the reason why the helper ended.
    const auto what = ended ? said : QStringLiteral("%1: %2").arg(error.what(), said);
    const auto isSaid = [&](const char *text) { return said.contains(QLatin1String(text)); };
    if (isSaid("bwrap: Unknown option"))
        return {ErrorCode::ToolFailed, what,
                QStringLiteral("This bubblewrap is too old: 0.8.0-2+deb12u1, or 0.10, is needed.")};
    if (isSaid("bwrap: "))
        return {ErrorCode::ToolFailed, what,
                QStringLiteral("The sandbox cannot start here: unprivileged user namespaces must be allowed (in a "
                               "container: by its host).")};
    if (isSaid("Failed to get") && isSaid("lock"))
        return {ErrorCode::Locked, what,
                QStringLiteral("Another program has the image open for writing: shut the virtual machine down first.")};
    if (isSaid("orrupt") || isSaid("truncated"))
        return {ErrorCode::Corrupt, what,
                QStringLiteral("Check the image: qemu-img check IMAGE. Repair a copy, or take it from a backup.")};
    return {ended ? ErrorCode::ToolFailed : error.code(), what, error.remedy()};
}

Status NbdServer::stop()
{
    const auto ended = m_child->waitFor(kEndsByItself);
    if (!ended) {
        m_child->kill();
        return fail(Error(ErrorCode::ToolFailed,
                          QStringLiteral("qemu-nbd did not end after serving %1, and was killed").arg(m_imagePath)));
    }
    if (!ended->ok()) {
        const auto how = ended->signal != 0 ? QStringLiteral("signal %1").arg(ended->signal)
                                            : QStringLiteral("exit status %1").arg(ended->code);
        return fail(
            Error(ErrorCode::ToolFailed,
                  QStringLiteral("qemu-nbd failed while it served %1 (%2): %3").arg(m_imagePath, how, words())));
    }
    return {};
}

} // namespace sealift
