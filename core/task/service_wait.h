#pragma once

#include "base/result.h"
#include "task/service_state.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace sealift {

/// What a service's task is at one moment.
struct ServiceLook {
    ServiceState state;
    bool isOver = false;
};

/// Looks again and again until a service's task is over, the less often the longer nothing changes. An answer that
/// fails to come is borne with for half an hour. @param task its id. @param look asks the service; nothing where it
/// knows no such task. @param see told each state, with a remark where there is one. Errors: those of both; NotFound;
/// Cancelled.
Status awaitService(const QString &task, const std::function<Result<std::optional<ServiceLook>>()> &look,
                    const std::function<Status(const ServiceState &)> &see, const std::stop_token &stop);

/// Whether the service itself has said no: what it has refused it has not made. Of every other error nobody knows.
bool isRefusedByService(const Error &error);

} // namespace sealift
