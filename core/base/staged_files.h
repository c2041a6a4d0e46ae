#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// Files that are being written under a passing name, ".sealift-<16 hex digits>.tmp", beside their final one. Their
/// writer holds an exclusive flock() as long as it lives: one that is found without a lock has a dead writer.

/// A fresh passing name.
QByteArray stagedFileName();

/// A new, empty, locked file in the open folder.
struct StagedFile {
    FileDescriptor descriptor;
    QByteArray name;
};

/// Creates one with mode 0600, open for reading and writing. @param path names the target in errors.
/// Errors: those of open(2).
Result<StagedFile> createStagedFile(int folder, const QString &path);

/// Removes the staged files of dead writers from a folder; leaves those of living ones, whatever is no regular file,
/// and what this user may not write. @param folder the open folder. @param folderPath the same one's path.
void sweepStagedFiles(int folder, const QString &folderPath);

} // namespace sealift
