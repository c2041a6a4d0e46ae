#pragma once

#include "storage/s3/s3_folder.h"
#include "task/snapshot_task.h"
#include "task/staged_note.h"

namespace sealift {

/// The tags of what a task makes at EC2: those that the user wants, and its own.
Ec2Tags tagsOfTask(const SnapshotSettings &settings, const QString &task);

/// What VM Import/Export is asked for to import what lies in a task's folder. @param settings with a place to stage in.
NewImport importOf(const SnapshotSettings &settings, const StagedNote &note, const S3Folder &folder,
                   const QString &task);

/// What came of it, as far as the service and the note tell.
SnapshotOutcome outcomeOf(const StagedNote &note, const ImportTaskFacts &facts);

} // namespace sealift
