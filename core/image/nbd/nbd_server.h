#pragma once

#include "image/disk_file.h"
#include "image/disk_image.h"
#include "image/nbd/listening_socket.h"
#include "image/nbd/sandbox.h"

#include <memory>
#include <vector>

namespace sealift {

/// Whether a server starts in the sandbox.
enum class Isolation { Sandboxed, None };

/// A `qemu-nbd` that serves one image read-only, with its format named, in a sandbox that shows nothing but the image's
/// files. It ends when the last connection closes, when this object is destroyed, and when this process dies.
class NbdServer
{
public:
    /// Starts it. That it can open the image shows at the first connection.
    /// @param files the image's files, in the image's order, open; they may be closed afterwards.
    /// @param socketFolder where the socket's folder is for a moment; empty: the usual place.
    /// Errors: ToolMissing, Io and the like.
    static Result<std::unique_ptr<NbdServer>> start(const DiskImage &image,
                                                    const std::vector<std::unique_ptr<DiskFile>> &files,
                                                    Isolation isolation, const QString &socketFolder);

    /// A socket to the server, before any handshake. Thread-safe.
    Result<FileDescriptor> connect() const { return m_socket.connect(); }

    /// The error of somebody who was served badly, with what the server had to say, and a code to match. Waits a moment
    /// for the server's end if it is ending. Thread-safe.
    Error explain(Error error) const;

    pid_t pid() const { return m_child->pid(); }

    /// True if the server never ran, because the sandbox could not be made.
    bool sandboxFailed() const;

    /// Waits for the end, after the last connection was closed; kills a server that does not end.
    /// Errors: ToolFailed with the server's words, if it failed.
    [[nodiscard]] Status stop();

private:
    NbdServer() = default;

    QString words() const;

    QString m_imagePath;
    std::vector<std::pair<QString, QString>> m_paths; ///< as the server sees it, as the user knows it
    ListeningSocket m_socket;
    std::unique_ptr<ChildProcess> m_child;
};

} // namespace sealift
