#pragma once

#include "library/repository.h"
#include "policy/text/text_rules.h"
#include "task/ec2_export_task.h"
#include "task/export_task.h"
#include "task/import_job.h"
#include "task/job_executor.h"
#include "task/snapshot_task.h"
#include "task/task_settings.h"
#include "task/verify_task.h"

#include <functional>

namespace sealift {

/// What the jobs of a program need of it, and tell it. Called on the tasks' threads.
struct JobLinks {
    /// Opens the library that a task's settings name.
    std::function<Result<std::unique_ptr<Repository>>(const LibrarySettings &, const std::stop_token &)> openLibrary =
        {};
    std::function<void(const ImportOutcome &)> imported = {}; ///< may be empty
    std::function<void(const ExportOutcome &)> exported = {}; ///< may be empty
    std::function<void(const VerifyOutcome &)> verified = {}; ///< may be empty
    SnapshotTask::Links ec2 = {};                             ///< `open` may be empty: then EC2 is not reached
    std::function<void(const Ec2ExportOutcome &)> exportedFromEc2 = {}; ///< may be empty
    /// The user's rules about texts; may be empty: those that Sealift comes with.
    std::function<Result<TextRules>()> textRules = {};
    /// Reads the passphrase that an export is sealed by; may be empty: then none can be.
    PassphraseReader readPassphrase = {};
    UploadOpener openUpload = {}; ///< may be empty: then no export is stored in a bucket
    int standardOutput = -1;      ///< where an export to "-" goes; -1: nowhere any more
};

/// Makes the jobs of tasks from what the journal has of them.
JobExecutor::Factory jobFactory(JobLinks links);

} // namespace sealift
