#pragma once

#include "task/task_record.h"
#include "ui/common/icons.h"

#include <QString>

namespace sealift {

/// How something is shown: a word and a shape, which say it, and a colour, which repeats it.
struct Look {
    QString word;
    IconName shape = IconName::Info;
    Tone tone = Tone::Plain;
};

/// The task's state with what is wanted of it ("pausing").
Look stateLook(const TaskRecord &record);
Look kindLook(TaskKind kind);
/// @param state name of a ScratchState; empty: there was none yet.
Look scratchLook(const QString &state);
/// The state of the task's scratch volume; where its process died before it could tell, what the cleanup has found.
QString scratchStateOf(const TaskRecord &record);
/// Of a task that has not begun or not ended: pending.
Look cleanupLook(const TaskRecord &record);
Look endLook(TaskEnd end);

/// What to call the task: the file's name of its source (import), else the source.
QString taskTitle(const TaskRecord &record);

/// The scheme that protects the task's data where it goes ("AES-256"); empty for a plain file.
QString encryptionScheme(const TaskRecord &record);
/// The same as a sentence for tool tips and screen readers.
QString encryptionSentence(const TaskRecord &record);

/// What a step of a destruction or a check of a confirmation looked at ("Key erased"); the name where it is not known.
QString cleanupEntryText(const QString &name);

/// What is safe although the task failed, in one sentence.
QString safetyText(const TaskRecord &record);

} // namespace sealift
