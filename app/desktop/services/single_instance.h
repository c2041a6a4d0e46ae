#pragma once

#include "base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <memory>

namespace sealift {

/// One window for one state folder: a second start hands its images over to the first, and ends. They meet at a socket
/// in the user's runtime folder, which is closed to others.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,     ///< this process is it from now on; activated() tells of others
        HandedOver ///< another one has taken the images
    };

    /// @param stateFolder which it is about.
    explicit SingleInstance(const QString &stateFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// @param images absolute paths. Errors: Locked (another one is there and does not answer); Io.
    Result<Role> start(const QStringList &images);

    /// Where they meet.
    const QString &socketPath() const { return m_path; }

Q_SIGNALS:
    /// Somebody started the program again. @param images may be empty.
    void activated(const QStringList &images);

private:
    Status listen();
    Status handOver(const QStringList &images) const;
    void serve();

    const QString m_path;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace sealift
