#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace sealift {

/// Splits a line into words as a POSIX shell does, with quotes and backslashes and nothing else: no variables, no
/// globs, no comments. The AWS CLI splits `credential_process` and the names of sections so (Python's shlex.split()).
/// Errors: InvalidArgument (a quote without its end, a backslash at the end); they do not repeat the text.
Result<QStringList> splitShellWords(const QString &line);

} // namespace sealift
