#include "task/service_wait.h"

#include "aws/patience.h"
#include "ec2/service_fault.h"

namespace sealift {

namespace {

/// For how long the service may give no answer, or not know of a task that it has just made, before that is believed.
constexpr auto kPatience = std::chrono::minutes(30);
constexpr auto kSettling = std::chrono::seconds(60);

bool mayPass(const Error &error)
{
    return error.code() == ErrorCode::Network || error.code() == ErrorCode::Timeout;
}

} // namespace

Status awaitService(const QString &task, const std::function<Result<std::optional<ServiceLook>>()> &look,
                    const std::function<Status(const ServiceState &)> &see, const std::stop_token &stop)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    ImportWatch watch(begin);
    auto answered = begin;
    for (;;) {
        const auto found = look();
        const auto now = Clock::now();
        if (!found && (!mayPass(found.error()) || now - answered > kPatience))
            return fail(found.error());
        if (found && !*found && now - begin > kSettling)
            return fail(Error(ErrorCode::NotFound, QStringLiteral("EC2 knows of no task %1 any more").arg(task),
                              QStringLiteral("Begin anew.")));
        if (found && *found) {
            answered = now;
            auto state = (*found)->state;
            state.remark = watch.seen(state, (*found)->isOver, now);
            SEALIFT_TRY(see(state));
            if ((*found)->isOver)
                return {};
        }
        SEALIFT_TRY(pauseFor(watch.pause(), stop));
    }
}

bool isRefusedByService(const Error &error)
{
    return !serviceCodeOf(error).isEmpty() && !mayPass(error);
}

} // namespace sealift
