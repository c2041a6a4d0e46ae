#pragma once

#include "support/process_runner.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace sealift::test {

/// Amazon EC2, EBS and STS, played by tests/support/ec2/ec2_server.py, which says what it knows. Its snapshots are on
/// disk and outlive a restart.
class Ec2Server
{
public:
    /// Starts it; isReady() says whether that worked.
    Ec2Server();

    bool isReady() const { return m_port != 0; }
    QString url() const { return QStringLiteral("https://localhost:%1").arg(m_port); }
    QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// What a client finds its identity and the services by: keys, region, certificates, endpoints, and no files of
    /// AWS.
    QProcessEnvironment environment(QProcessEnvironment base = QProcessEnvironment::systemEnvironment()) const;
    /// Puts that into this process's own environment.
    void enterEnvironment() const;

    /// How the services behave from the next request on (SWITCHES of the server); what is not named is as usual.
    void set(const QJsonObject &switches);
    /// The S3 service that imports read from, and whose user is one of EC2's as well: endpoint, ca, key, secret.
    void setStaging(const QJsonObject &service);
    /// The same, and all tokens of blocks that it has handed out so far have expired.
    void expireTokens(QJsonObject switches = {});
    /// Kills it and starts it anew at the same address.
    void restart();

    /// "PutSnapshotBlock snap-0 17 201", in the order they were answered.
    QStringList requests() const;
    /// Those that begin so.
    QStringList requests(const QString &beginning) const;
    /// The requests to EC2, as they came: "Action=ImportImage&...".
    QStringList forms(const QString &action) const;
    /// What each request of that action asked for, as botocore names it: JSON objects, keys sorted. What is in blocks
    /// is left out. Since forgetRequests().
    QStringList parameters(const QString &action) const;
    void forgetRequests();
    /// Requests that no correct client would send, one a line; those since the last call.
    QString takeComplaints();

    /// Ids of the snapshots that there are now.
    QStringList snapshots() const;
    /// Ids of the images that there are now.
    QStringList images() const;
    /// Removes all images and snapshots.
    void removeAll();
    /// Writes what a volume that is made of it reads like: garbage where nothing was written. @param size of the file;
    /// 0: that of the volume.
    Finished readVolume(const QString &snapshot, const QString &out, qint64 size = 0) const;
    /// Keys of all versions, marks of deletion and unfinished uploads in a bucket of the service that imports read
    /// from, in one line.
    QByteArray bucketContent(const QString &bucket) const;
    /// The real AWS command line, on this server.
    Finished aws(const QStringList &arguments) const;

private:
    void start();

    QTemporaryDir m_folder;
    std::unique_ptr<Running> m_server;
    int m_port = 0;
};

} // namespace sealift::test
