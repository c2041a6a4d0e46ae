#pragma once

#include "ec2/iam_client.h"
#include "ec2/import_policy.h"
#include "storage/s3/bucket_setup.h"

#include <functional>
#include <vector>

namespace sealift {

/// How one thing is that imports through a bucket take.
enum class SetupState {
    There,   ///< as it should be
    Missing, ///< or ours, and not as it should be
    Other,   ///< somebody else's is there instead, and stays
    Made,    ///< it was missing, was made, and is as it should be now
};

QString setupStateName(SetupState state);

struct SetupStep {
    QString name; ///< for machines: "role"
    QString what; ///< for people: "the role vmimport"
    SetupState state = SetupState::Missing;
    QString detail; ///< what there is to do about it; may be empty
};

/// Makes what imports through a bucket take: the bucket and its settings, the role of VM Import/Export, and the policy
/// of whoever imports. What is there already is left alone. For one thread.
class Ec2Setup
{
public:
    /// @param setup has passed checkImportSetup(). @param user of IAM, who gets the policy of whoever imports; empty:
    /// nobody. `iam` outlives the object.
    Ec2Setup(IamClient &iam, BucketSetup bucket, ImportSetup setup, const QString &user);

    /// How all of it is now. Errors: those of BucketSetup and IamClient, but for where something cannot be asked
    /// because the bucket is not there yet.
    Result<QList<SetupStep>> look(const std::stop_token &stop);

    /// Makes what is missing, and looks again. Errors: as above; Unsupported where something is not there although the
    /// service took it. @param made told each step as it is done; may be empty.
    Result<QList<SetupStep>> make(const std::function<void(const SetupStep &)> &made, const std::stop_token &stop);

private:
    struct Item {
        QString name;
        QString what;
        std::function<Result<SetupState>(const std::stop_token &)> look;
        std::function<Status(const std::stop_token &)> make;
        QString remedy; ///< where somebody else's is there instead
    };

    void addBucket();
    void addRole();
    void addPolicy(IamClient::Owner owner, const QString &whose, const QString &name, const QString &what,
                   const QJsonObject &document);
    Result<SetupStep> lookAt(const Item &item, const std::stop_token &stop);

    IamClient &m_iam;
    BucketSetup m_bucket;
    const ImportSetup m_setup;
    std::vector<Item> m_items;
};

} // namespace sealift
