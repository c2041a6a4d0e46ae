#include "desktop/services/file_keeper.h"

#include "base/result.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace sealift {

namespace {

Status writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return fail(Error(ErrorCode::Io, QStringLiteral("cannot write %1: %2").arg(path, file.errorString())));
}

} // namespace

FileKeeper::FileKeeper(QObject *parent)
    : FileService(parent)
    , m_background(this, 1)
{
}

void FileKeeper::save(const QString &path, const QByteArray &content)
{
    m_background.run([path, content](const std::stop_token &) { return writeWhole(path, content); },
                     [this, path](const Status &status) {
                         if (status)
                             Q_EMIT saved(path);
                         else
                             Q_EMIT failed(path, status.error());
                     });
}

void FileKeeper::showInFolder(const QString &path)
{
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    message.setArguments({QStringList{QUrl::fromLocalFile(path).toString()}, QString()});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, path](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const auto folder = QFileInfo(path).path();
        if (call->isError() && !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            Q_EMIT failed(path, Error(ErrorCode::ToolMissing, QStringLiteral("no file manager opens %1").arg(folder)));
    });
}

} // namespace sealift
