#pragma once

#include "base/result.h"
#include "task/journal_database.h"

#include <QStringList>

#include <memory>

namespace sealift {

/// Opens a journal's file, checks it and brings it to the present schema; moves a damaged one aside. Processes that
/// start at the same time do so one after the other.
/// @param warnings gets a sentence for each thing that the user should know. Errors: those of Journal::open().
Result<std::unique_ptr<JournalDatabase>> openJournalDatabase(const QString &file, QStringList &warnings);

} // namespace sealift
