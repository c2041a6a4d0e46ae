#include "desktop/services/single_instance.h"

#include "base/bytes.h"
#include "crypto/digest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

#include <chrono>

namespace sealift {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kPatience = 5s;
/// More than any command line.
constexpr qint64 kLongest = 4 << 20;
const QByteArray kTaken("taken\n");

/// Sockets' paths are short, state folders' need not be.
QString pathFor(const QString &stateFolder)
{
    const auto name = sha256(viewOf(stateFolder.toUtf8())).hex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/sealift-") + name;
}

QByteArray lineOf(const QStringList &images)
{
    return QJsonDocument(QJsonArray::fromStringList(images)).toJson(QJsonDocument::Compact) + '\n';
}

/// Absolute paths, whatever was sent.
QStringList imagesOf(const QByteArray &line)
{
    QStringList images;
    for (const auto &image : QJsonDocument::fromJson(line).array()) {
        if (QDir::isAbsolutePath(image.toString()))
            images.append(image.toString());
    }
    return images;
}

} // namespace

SingleInstance::SingleInstance(const QString &stateFolder, QObject *parent)
    : QObject(parent)
    , m_path(pathFor(stateFolder))
    , m_lock(m_path + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // only a process that is gone makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

SingleInstance::~SingleInstance() = default;

Result<SingleInstance::Role> SingleInstance::start(const QStringList &images)
{
    if (m_lock.tryLock(0)) {
        SEALIFT_TRY(listen());
        return Role::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot write to %1").arg(m_path),
                          QStringLiteral("Check the folder that XDG_RUNTIME_DIR names.")));
    SEALIFT_TRY(handOver(images));
    return Role::HandedOver;
}

Status SingleInstance::listen()
{
    // What is there was left by a process that is gone: this one has the lock.
    QLocalServer::removeServer(m_path);
    if (m_server.listen(m_path))
        return {};
    return fail(Error(ErrorCode::Io, QStringLiteral("cannot listen at %1: %2").arg(m_path, m_server.errorString())));
}

Status SingleInstance::handOver(const QStringList &images) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    const int patience = static_cast<int>(kPatience.count());
    if (socket.waitForConnected(patience)) {
        socket.write(lineOf(images));
        while (!socket.canReadLine() && socket.waitForReadyRead(patience)) {
        }
        if (socket.readLine() == kTaken)
            return {};
    }
    return fail(Error(ErrorCode::Locked, QStringLiteral("Sealift runs already, and does not answer"),
                      QStringLiteral("Look for its window, or end that process.")));
}

void SingleInstance::serve()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kLongest)
                socket->abort();
            if (!socket->canReadLine())
                return;
            const auto images = imagesOf(socket->readLine());
            socket->write(kTaken);
            socket->flush();
            Q_EMIT activated(images);
        });
    }
}

} // namespace sealift
