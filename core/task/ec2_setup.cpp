#include "task/ec2_setup.h"

#include <QJsonDocument>

namespace sealift {

namespace {

SetupState stateOf(bool isThere)
{
    return isThere ? SetupState::There : SetupState::Missing;
}

/// From a look that says yes or no.
auto looking(Result<bool> (BucketSetup::*look)(const std::stop_token &), BucketSetup &bucket)
{
    return [look, &bucket](const std::stop_token &stop) -> Result<SetupState> {
        SEALIFT_ASSIGN(const bool isThere, (bucket.*look)(stop));
        return stateOf(isThere);
    };
}

} // namespace

QString setupStateName(SetupState state)
{
    switch (state) {
    case SetupState::There:
        return QStringLiteral("there");
    case SetupState::Missing:
        return QStringLiteral("missing");
    case SetupState::Other:
        return QStringLiteral("other");
    case SetupState::Made:
        return QStringLiteral("made");
    }
    Q_UNREACHABLE();
}

Ec2Setup::Ec2Setup(IamClient &iam, BucketSetup bucket, ImportSetup setup, const QString &user)
    : m_iam(iam)
    , m_bucket(std::move(bucket))
    , m_setup(std::move(setup))
{
    addBucket();
    addRole();
    const auto name = QStringLiteral("sealift-import-%1").arg(m_setup.bucket);
    addPolicy(IamClient::Owner::Role, m_setup.role, name, QStringLiteral("what the role may do"),
              importRolePolicy(m_setup));
    if (!user.isEmpty())
        addPolicy(IamClient::Owner::User, user, name, QStringLiteral("what the user %1 may do").arg(user),
                  importUserPolicy(m_setup));
}

void Ec2Setup::addBucket()
{
    m_items.push_back({QStringLiteral("bucket"),
                       QStringLiteral("the bucket %1").arg(m_setup.bucket),
                       looking(&BucketSetup::exists, m_bucket),
                       [this](const std::stop_token &stop) { return m_bucket.create(m_setup.region, stop); },
                       {}});
    m_items.push_back({QStringLiteral("encryption"),
                       QStringLiteral("the bucket encrypts at rest"),
                       looking(&BucketSetup::encrypts, m_bucket),
                       [this](const std::stop_token &stop) { return m_bucket.setEncryption(m_setup.bucketKey, stop); },
                       {}});
    m_items.push_back({QStringLiteral("publicAccessBlock"),
                       QStringLiteral("nothing in the bucket can be public"),
                       looking(&BucketSetup::blocksPublic, m_bucket),
                       [this](const std::stop_token &stop) { return m_bucket.blockPublic(stop); },
                       {}});
    m_items.push_back({QStringLiteral("lifecycle"),
                       QStringLiteral("unfinished uploads end after a day"),
                       looking(&BucketSetup::endsUploads, m_bucket),
                       [this](const std::stop_token &stop) { return m_bucket.endUploads(stop); },
                       {}});
    m_items.push_back(
        {QStringLiteral("bucketPolicy"), QStringLiteral("the bucket is reached by TLS only"),
         [this](const std::stop_token &stop) -> Result<SetupState> {
             SEALIFT_ASSIGN(const auto policy, m_bucket.policy(stop));
             if (policy.isEmpty())
                 return SetupState::Missing;
             return QJsonDocument(policy).toJson().contains("aws:SecureTransport") ? SetupState::There
                                                                                   : SetupState::Other;
         },
         [this](const std::stop_token &stop) { return m_bucket.setPolicy(stagingBucketPolicy(m_setup), stop); },
         QStringLiteral("Add the statement of the bucket's policy that \"sealift ec2 setup\" prints.")});
}

void Ec2Setup::addRole()
{
    const auto trust = importTrustPolicy(m_setup);
    m_items.push_back(
        {QStringLiteral("role"), QStringLiteral("the role %1, which the service alone can be").arg(m_setup.role),
         [this, trust](const std::stop_token &stop) -> Result<SetupState> {
             SEALIFT_ASSIGN(const auto found, m_iam.trustOf(m_setup.role, stop));
             if (!found)
                 return SetupState::Missing;
             return *found == trust ? SetupState::There : SetupState::Other;
         },
         [this, trust](const std::stop_token &stop) {
             return m_iam.createRole(m_setup.role, QStringLiteral("VM Import/Export, made by Sealift"), trust, stop);
         },
         QStringLiteral("It is trusted otherwise: compare it with the trust policy that \"sealift ec2 setup\" prints, "
                        "or choose another role with --role-name.")});
}

/// A policy of that name is ours: it is replaced where it is another one.
void Ec2Setup::addPolicy(IamClient::Owner owner, const QString &whose, const QString &name, const QString &what,
                         const QJsonObject &document)
{
    m_items.push_back({owner == IamClient::Owner::Role ? QStringLiteral("rolePolicy") : QStringLiteral("userPolicy"),
                       what,
                       [this, owner, whose, name, document](const std::stop_token &stop) -> Result<SetupState> {
                           SEALIFT_ASSIGN(const auto found, m_iam.policy(owner, whose, name, stop));
                           return stateOf(found && *found == document);
                       },
                       [this, owner, whose, name, document](const std::stop_token &stop) {
                           return m_iam.putPolicy(owner, whose, name, document, stop);
                       },
                       {}});
}

Result<SetupStep> Ec2Setup::lookAt(const Item &item, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto state, item.look(stop));
    return SetupStep{item.name, item.what, state, state == SetupState::Other ? item.remedy : QString()};
}

Result<QList<SetupStep>> Ec2Setup::look(const std::stop_token &stop)
{
    QList<SetupStep> steps;
    for (const auto &item : m_items) {
        SEALIFT_ASSIGN(const auto step, lookAt(item, stop));
        steps.append(step);
    }
    return steps;
}

Result<QList<SetupStep>> Ec2Setup::make(const std::function<void(const SetupStep &)> &made, const std::stop_token &stop)
{
    QList<SetupStep> steps;
    for (const auto &item : m_items) {
        SEALIFT_ASSIGN(auto step, lookAt(item, stop));
        if (step.state == SetupState::Missing) {
            SEALIFT_TRY(item.make(stop));
            SEALIFT_ASSIGN(const auto now, lookAt(item, stop));
            if (now.state != SetupState::There)
                return fail(Error(ErrorCode::Unsupported,
                                  QStringLiteral("it was asked for, and is not so: %1").arg(item.what),
                                  QStringLiteral("The service may know no such setting; \"sealift ec2 setup\" prints "
                                                 "what it takes.")));
            step.state = SetupState::Made;
        }
        if (made)
            made(step);
        steps.append(step);
    }
    return steps;
}

} // namespace sealift
