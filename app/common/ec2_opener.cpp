#include "common/ec2_opener.h"

#include "task/import_staging.h"
#include "task/snapshots_staging.h"

#include <array>
#include <map>
#include <mutex>

namespace sealift {

namespace {

/// The identities that were opened, by what was chosen of them.
class Sessions
{
public:
    Sessions(MfaPrompt mfa, std::function<void(const QString &)> warn)
        : m_mfa(std::move(mfa))
        , m_warn(std::move(warn))
    {
    }

    Result<std::shared_ptr<AwsSession>> session(const Ec2Settings &settings)
    {
        const std::lock_guard lock(m_mutex);
        auto &known = m_sessions[{settings.profile, settings.region, settings.caFile, settings.endpoint.toString()}];
        if (known)
            return known;
        AwsSessionOptions options;
        options.choices.profile = settings.profile;
        options.choices.region = settings.region;
        options.choices.stsEndpoint = settings.endpoint;
        options.choices.mfa = m_mfa;
        options.caFile = settings.caFile;
        SEALIFT_ASSIGN(auto session, AwsSession::open(options));
        for (const auto &warning : session->warnings()) {
            if (m_warn)
                m_warn(warning);
        }
        known = std::move(session);
        return known;
    }

private:
    using Choice = std::array<QString, 4>;

    const MfaPrompt m_mfa;
    const std::function<void(const QString &)> m_warn;
    std::mutex m_mutex;
    std::map<Choice, std::shared_ptr<AwsSession>> m_sessions;
};

} // namespace

Ec2Opener ec2Opener(MfaPrompt mfa, std::function<void(const QString &)> warn)
{
    const auto sessions = std::make_shared<Sessions>(std::move(mfa), std::move(warn));
    return [sessions](const Ec2Settings &settings, const std::stop_token &stop) -> Result<std::shared_ptr<Ec2Access>> {
        SEALIFT_ASSIGN(auto session, sessions->session(settings));
        return Ec2Access::open(std::move(session), settings.region, settings.endpoint, stop);
    };
}

std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> ec2Leftovers(Ec2Opener open)
{
    return [open = std::move(open)](const TaskRecord &record) -> Result<std::unique_ptr<JobStaging>> {
        SEALIFT_ASSIGN(const auto settings,
                       SnapshotSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
        // Its process died after the work was done: only what is beside the result has to go.
        const bool isDone = record.ending == TaskState::Completed;
        if (StagedNote::isIn(record.staged) && settings.staging) {
            SEALIFT_ASSIGN(const auto staged, StagedNote::parse(record.staged));
            auto imported = std::make_unique<ImportStaging>(record.id.text(), settings, open);
            imported->setNote(staged);
            if (isDone)
                imported->setResult();
            return imported;
        }
        return SnapshotsStaging::ofLeftovers(record.id.text(), record.staged, settings.ec2, open, isDone)
            .map([](std::unique_ptr<SnapshotsStaging> staging) -> std::unique_ptr<JobStaging> { return staging; });
    };
}

} // namespace sealift
