#pragma once

#include "base/error.h"

#include <QString>

namespace sealift {

struct TaskError;

/// An error as the window words it: the one place that turns codes into translated text.
struct ErrorText {
    QString title;  ///< what kind of thing went wrong, in the user's language: "The disk is full"
    QString what;   ///< what exactly, with names of files and fields, as core worded it
    QString remedy; ///< what to do about it; may be empty

    /// All of it in lines, for the clipboard.
    QString plain() const;
};

ErrorText errorText(const Error &error);
/// Of a task's record, which keeps the words only.
ErrorText errorText(const TaskError &error);

/// The title that goes with a code.
QString errorTitle(ErrorCode code);

} // namespace sealift
