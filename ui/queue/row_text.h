#pragma once

#include "task/task_record.h"

#include <QString>

#include <optional>

namespace sealift {

/// The texts of a row, made once after each change and not while it is painted.
struct RowText {
    QString state;
    QString percent;
    QString outcome; ///< once it has ended: "16:02 - 3.4 GiB stored", or what went wrong
    QString rate;
    QString timeLeft;
    QString size;
    QString encryption;
    QString scratch;    ///< "in use"
    QString scratchUse; ///< "1.2 of 8 GiB"
    QString cleanup;
    QString added;
    QString ended;
};

/// @param rate in bytes a second; 0: none is shown.
RowText rowText(const TaskRecord &record, double rate, std::optional<std::chrono::milliseconds> timeLeft);

/// The whole row as a sentence, for screen readers and for copying.
QString rowSentence(const TaskRecord &record, const RowText &text);

/// All that is known of the task, in lines, to be pasted into a mail or a ticket.
QString taskDetails(const TaskRecord &record);

} // namespace sealift
