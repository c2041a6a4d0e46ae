#pragma once

#include "scratch/confirmation.h"
#include "task/job_executor.h"

#include <QList>
#include <QString>

#include <optional>

namespace sealift {

class ScratchFolder;
class ScratchVolume;

/// What an attempt leaves to its cleanup. Pointers may be null.
struct AttemptRemains {
    ScratchFolder *folder = nullptr;
    ScratchVolume *volume = nullptr;
    QList<HelperProcess> helpers;
    JobStaging *staging = nullptr;
    JobFacts facts;
    std::optional<Error> error; ///< why the attempt failed
    TaskState ending = TaskState::Failed;
};

/// Destroys an attempt's scratch, looks that it is gone, and writes the receipt. The task is in CleaningUp. Writes each
/// step and check to the audit log.
TaskOutcome cleanUpAttempt(const TaskRecord &record, TaskContext &context, const ExecutorServices &services,
                           const AttemptRemains &remains);

} // namespace sealift
