#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QString>

namespace sealift {

/// A Unix socket that a child inherits ready to accept (socket activation), while nothing of it stays in the file
/// system: its folder (0700, random name) exists for a moment only, and connections are made through an open handle on
/// the removed socket. So no other user can reach it, no path is too long for it, and nothing is left behind whenever
/// this process dies.
class ListeningSocket
{
public:
    /// @param folder where the private folder is made; empty: the user's runtime folder, else the temporary one.
    /// Errors: Io and the like.
    static Result<ListeningSocket> create(const QString &folder);

    /// The end that accepts; for the child.
    int descriptor() const { return m_listening.get(); }
    /// To be called once the child has its copy: from then on connecting fails when the child has ended.
    void giveUp() { m_listening.reset(); }

    /// A connected socket. Thread-safe. Errors: Io (nobody listens any more).
    Result<FileDescriptor> connect() const;

private:
    FileDescriptor m_listening;
    FileDescriptor m_handle;
};

} // namespace sealift
