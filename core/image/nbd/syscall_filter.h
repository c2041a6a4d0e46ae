#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

namespace sealift {

/// A filter of system calls for programs that read images (seccomp(2)): a memory file with a BPF program, as
/// bubblewrap's
/// --seccomp takes it. Refused is what none of them needs, and what those who break out of sandboxes begin with:
/// sockets of any kind but Unix, new namespaces, mounts, other processes' memory, keys, modules, BPF, io_uring. A
/// program that only tries one of these gets an error and goes on; one that asks by another architecture's numbers is
/// killed. Errors: ToolFailed (libseccomp does not know this machine); Io.
Result<FileDescriptor> syscallFilter();

} // namespace sealift
