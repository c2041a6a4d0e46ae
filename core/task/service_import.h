#pragma once

#include "ec2/ec2_access.h"
#include "task/service_state.h"
#include "task/staged_note.h"
#include "task/task_job.h"

#include <functional>

namespace sealift {

/// EC2's part of an import through a bucket, from the request to the verified result. For the task's thread.
class ServiceImport
{
public:
    /// Writes down what there is from now on, and changes the note that was given.
    using Keep = std::function<Status(const StagedNote &)>;

    /// @param note what there is; everything outlives the object.
    ServiceImport(Ec2Access &access, ImportKind kind, const StagedNote &note, Keep keep)
        : m_access(access)
        , m_kind(kind)
        , m_note(note)
        , m_keep(std::move(keep))
    {
    }

    /// Has the service begin, unless it has already. Errors: those of ImportClient::start().
    Status start(const NewImport &wanted, const JobTools &tools);

    /// Looks again and again until the service's task is over, and keeps what it says where everybody sees it. An
    /// answer that fails to come is borne with for half an hour. Errors: those of ImportClient; NotFound; Cancelled.
    Result<ImportTaskFacts> awaitEnd(const std::stop_token &stop);

    /// Looks that what was made is there and encrypted, whatever was asked for, and returns the ARN of its key.
    /// @param image the source's name, for errors. Errors: Unsupported (the service's own words); Unsafe; NotFound.
    Result<QString> verify(const ImportTaskFacts &facts, const QString &image, const std::stop_token &stop);

    /// Gives what was made its tags. It can be used with or without them: what did not work is returned, in sentences.
    QStringList tag(const ImportTaskFacts &facts, const Ec2Tags &tags, const std::stop_token &stop);

private:
    Status see(const ImportTaskFacts &facts, const ServiceState &state);

    Ec2Access &m_access;
    const ImportKind m_kind;
    const StagedNote &m_note;
    const Keep m_keep;
};

} // namespace sealift
