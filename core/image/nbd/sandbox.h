#pragma once

#include "base/child_process.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <utility>
#include <vector>

namespace sealift {

/// Where the sandbox shows the image's files.
inline constexpr const char *kSandboxFolder = "/image";

/// A file that the sandboxed program sees, read-only, as /image/<name>.
struct SandboxFile {
    int descriptor = -1; ///< open for reading; it is this very file that is shown, whatever its path has become
    QString name;        ///< plain, without '/'
    bool copy =
        false; ///< show a copy of what can be read from the descriptor (a memory file) instead of the file itself
};

/// A program that reads files whose content nobody vouches for.
struct SandboxedProgram {
    QString program; ///< absolute path
    QStringList arguments;
    std::vector<SandboxFile> files;
    std::vector<int> descriptors; ///< passed on as 3, 4, 5...
    QByteArray pidVariable;       ///< gets the program's own process id, as it sees it itself
    /// Names and values of variables that the program has beside the usual ones; the sandbox around it does not.
    std::vector<std::pair<QByteArray, QByteArray>> environment = {};
};

/// How to start the program in a bubblewrap sandbox: new user, mount, process, network, IPC and host name namespaces;
/// no network but an unused loopback; a file system of /usr (read-only), the loader's links and /image; neither /proc,
/// /dev, /etc nor any home; no capabilities (as root: the one to read others' files); no core files, no terminal; 2 GiB
/// of memory at most; none of the system calls that syscallFilter() refuses; it ends with this process. Errors:
/// ToolMissing (no bubblewrap; the remedy names the package); those of syscallFilter().
Result<ChildSpec> sandboxed(const SandboxedProgram &program);

/// The same program without a sandbox, but with its limits; it sees every file of the user under its own path.
Result<ChildSpec> unsandboxed(const SandboxedProgram &program);

/// The absolute path of a tool in PATH. Errors: ToolMissing, with the package's name.
Result<QString> findTool(const QString &name, const QString &package);

} // namespace sealift
