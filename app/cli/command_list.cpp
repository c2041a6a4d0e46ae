#include "cli/command_list.h"

#include "cli/commands/audit_show.h"
#include "cli/commands/audit_verify.h"
#include "cli/commands/aws_policy.h"
#include "cli/commands/aws_whoami.h"
#include "cli/commands/copy_image.h"
#include "cli/commands/ec2_images.h"
#include "cli/commands/ec2_setup.h"
#include "cli/commands/ec2_snapshots.h"
#include "cli/commands/ec2_staging_sweep.h"
#include "cli/commands/evidence_export.h"
#include "cli/commands/export_image.h"
#include "cli/commands/image_delete.h"
#include "cli/commands/image_rename.h"
#include "cli/commands/image_tag.h"
#include "cli/commands/import_images.h"
#include "cli/commands/inspect_image.h"
#include "cli/commands/key_add.h"
#include "cli/commands/key_change.h"
#include "cli/commands/key_list.h"
#include "cli/commands/key_remove.h"
#include "cli/commands/library_check.h"
#include "cli/commands/library_init.h"
#include "cli/commands/list_images.h"
#include "cli/commands/list_tasks.h"
#include "cli/commands/receipt_export.h"
#include "cli/commands/receipt_list.h"
#include "cli/commands/receipt_show.h"
#include "cli/commands/receipt_verify.h"
#include "cli/commands/scratch_list.h"
#include "cli/commands/scratch_sweep.h"
#include "cli/commands/show_version.h"
#include "cli/commands/task_cancel.h"
#include "cli/commands/task_pause.h"
#include "cli/commands/task_remove.h"
#include "cli/commands/task_retry.h"
#include "cli/commands/task_run.h"
#include "cli/commands/task_show.h"
#include "cli/commands/verify_image.h"

namespace sealift {

CommandList allCommands()
{
    CommandList commands;
    commands.push_back(std::make_unique<LibraryInitCommand>());
    commands.push_back(std::make_unique<LibraryCheckCommand>());
    commands.push_back(std::make_unique<KeyAddCommand>());
    commands.push_back(std::make_unique<KeyChangeCommand>());
    commands.push_back(std::make_unique<KeyListCommand>());
    commands.push_back(std::make_unique<KeyRemoveCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<ImagesCommand>());
    commands.push_back(std::make_unique<ImageRenameCommand>());
    commands.push_back(std::make_unique<ImageTagCommand>());
    commands.push_back(std::make_unique<ImageDeleteCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<CopyCommand>());
    commands.push_back(std::make_unique<VerifyCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    commands.push_back(std::make_unique<TasksCommand>());
    commands.push_back(std::make_unique<TaskShowCommand>());
    commands.push_back(std::make_unique<TaskRunCommand>());
    commands.push_back(std::make_unique<TaskPauseCommand>(TaskPauseCommand::Direction::Pause));
    commands.push_back(std::make_unique<TaskPauseCommand>(TaskPauseCommand::Direction::Resume));
    commands.push_back(std::make_unique<TaskCancelCommand>());
    commands.push_back(std::make_unique<TaskRetryCommand>());
    commands.push_back(std::make_unique<TaskRemoveCommand>());
    commands.push_back(std::make_unique<ScratchListCommand>());
    commands.push_back(std::make_unique<ScratchSweepCommand>());
    commands.push_back(std::make_unique<ReceiptListCommand>());
    commands.push_back(std::make_unique<ReceiptShowCommand>());
    commands.push_back(std::make_unique<ReceiptVerifyCommand>());
    commands.push_back(std::make_unique<ReceiptExportCommand>());
    commands.push_back(std::make_unique<AuditShowCommand>());
    commands.push_back(std::make_unique<AuditVerifyCommand>());
    commands.push_back(std::make_unique<EvidenceExportCommand>());
    commands.push_back(std::make_unique<AwsWhoAmICommand>());
    commands.push_back(std::make_unique<AwsPolicyCommand>());
    commands.push_back(std::make_unique<Ec2SetupCommand>());
    commands.push_back(std::make_unique<Ec2StagingSweepCommand>());
    commands.push_back(std::make_unique<Ec2ImagesCommand>());
    commands.push_back(std::make_unique<Ec2SnapshotsCommand>());
    commands.push_back(std::make_unique<VersionCommand>());
    return commands;
}

} // namespace sealift
