#pragma once

#include "aws/sts_client.h"
#include "base/error.h"
#include "ec2/image_facts.h"
#include "task/snapshot_settings.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace sealift {

/// Whom EC2 is asked as, and where.
struct Ec2Account {
    Ec2Settings asked; ///< as it was asked for
    CallerIdentity caller;
    QString region;
    QString source; ///< how the credentials were found, in words
    std::optional<Error> problem;
};

/// What the account has at EC2.
struct Ec2Listing {
    Ec2Account account;
    QList<ImageFacts> images;
    QList<SnapshotFacts> snapshots;
};

/// Amazon EC2, for widgets. Lives on the thread of the window; the services are asked elsewhere.
class Ec2Service : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Finds credentials and asks STS whose they are; identified() follows.
    virtual void identify(const Ec2Settings &settings) = 0;
    /// The account's own images and snapshots as well; listed() follows.
    virtual void list(const Ec2Settings &settings) = 0;

Q_SIGNALS:
    void identified(const sealift::Ec2Account &account);
    void listed(const sealift::Ec2Listing &listing);
};

/// Whether both ask the same.
bool isSameAccess(const Ec2Settings &one, const Ec2Settings &other);

} // namespace sealift
