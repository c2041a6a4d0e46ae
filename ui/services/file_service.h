#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace sealift {

/// Writes files that the user asked for, and shows them in the file manager, for widgets. Lives on the thread of the
/// window; what takes time is done elsewhere.
class FileService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Writes the file whole or not at all, over an older one; saved() or failed() follows.
    virtual void save(const QString &path, const QByteArray &content) = 0;
    /// Opens the folder that the file is in, with the file selected where the file manager can do that.
    virtual void showInFolder(const QString &path) = 0;

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &path, const sealift::Error &error);
};

} // namespace sealift
