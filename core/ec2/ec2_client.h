#pragma once

#include "ec2/ec2_query.h"
#include "ec2/image_facts.h"

#include <optional>

namespace sealift {

/// An image (AMI), as it is to be registered.
struct NewImage {
    QString name; ///< unique among the account's images of the region
    QString description;
    QString architecture; ///< "x86_64", "arm64"
    QString bootMode;     ///< "legacy-bios", "uefi", "uefi-preferred"
    bool ena = true;      ///< the system has a driver for the Elastic Network Adapter
    QString snapshot;     ///< of the disk that it starts from
    QStringList others;   ///< of its further disks; eleven at most
};

/// What of Amazon EC2 deals with snapshots and images: Query API, version 2016-11-15. Source: Amazon EC2 API Reference.
/// Thread-safe. Errors of all calls: those of ServiceConnection::send() and of ec2_answers.h.
class Ec2Client
{
public:
    explicit Ec2Client(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    const QString &region() const { return m_connection.endpoint().region; }

    /// A snapshot as it is now; nothing where the service knows none of that id (which for two minutes after its making
    /// proves nothing).
    Result<std::optional<SnapshotFacts>> snapshot(const QString &id, const std::stop_token &stop);

    /// The account's own snapshots that have a tag of that key. @param value empty: whatever its value.
    Result<QList<SnapshotFacts>> taggedSnapshots(const QString &key, const QString &value, const std::stop_token &stop);

    /// Deletes a snapshot, also a pending one. False where the service knows none of that id.
    Result<bool> deleteSnapshot(const QString &id, const std::stop_token &stop);

    /// Makes an image of a completed snapshot and returns its id. Errors: AlreadyExists (of that name).
    Result<QString> registerImage(const NewImage &image, const std::stop_token &stop);

    /// The account's own images by what describes them ("name", "block-device-mapping.snapshot-id").
    Result<QStringList> ownImages(const QString &filter, const QString &value, const std::stop_token &stop);

    /// Its snapshots stay. False where the service knows no image of that id.
    Result<bool> deregisterImage(const QString &id, const std::stop_token &stop);

    Status tag(const QString &resource, const Ec2Tags &tags, const std::stop_token &stop);

    /// The account's own images with all that is known of them. @param filter as of ownImages(); empty: all.
    Result<QList<ImageFacts>> images(const QString &filter, const QString &value, const std::stop_token &stop);

    /// An image, also one of others; nothing where the service knows none of that id.
    Result<std::optional<ImageFacts>> image(const QString &id, const std::stop_token &stop);

    /// The account's own snapshots, all of them.
    Result<QList<SnapshotFacts>> ownSnapshots(const std::stop_token &stop);

private:
    Result<HttpResponse> ask(const QByteArray &action, const QString &what, const Ec2Parameters &parameters,
                             const std::stop_token &stop);
    /// All pages of them.
    Result<QList<SnapshotFacts>> snapshotsBy(const Ec2Parameters &parameters, const std::stop_token &stop);

    ServiceConnection &m_connection;
};

} // namespace sealift
