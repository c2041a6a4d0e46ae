#pragma once

#include "image/inspect/disk_view.h"

#include <QByteArray>
#include <QStringList>

namespace sealift {

/// How a sandboxed tool ended, and what it said.
struct ToolAnswer {
    int code = 0; ///< exit status
    QByteArray output;
    QByteArray errors;
};

/// Runs well-kept tools of others on a disk that may be hostile: each in a sandbox without network or any file of this
/// machine but /usr, with limits of memory and time, and with nothing of the disk but the blocks that it asks for
/// (shim/disk_preload.cpp). It sees the view as the file diskPath().
class DiskTool
{
public:
    /// @param name of the program. @param package that has it, for errors. Errors: ToolMissing.
    static Result<DiskTool> find(const QString &name, const QString &package);

    /// What the tool is to be told that the disk is called.
    static QString diskPath();

    /// Runs it to its end. @param outputLimit bytes of output that are kept. Errors: ToolMissing (no bubblewrap),
    /// ToolFailed (the sandbox cannot be made, or the tool was killed by a signal or for taking too long),
    /// LimitExceeded (of the disk's budget), Timeout, those of reading the disk, Cancelled.
    Result<ToolAnswer> run(const DiskView &view, const QStringList &arguments, qsizetype outputLimit) const;

private:
    explicit DiskTool(QString program)
        : m_program(std::move(program))
    {
    }

    QString m_program;
};

} // namespace sealift
