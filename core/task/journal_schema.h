#pragma once

#include "base/result.h"

namespace sealift {

class JournalDatabase;

/// The version of the schema that this program writes; it stands in the file's user_version.
int journalSchemaVersion();

/// Brings the file to that version, step by step, in one transaction; an empty file too. Errors: Unsupported - a newer
/// Sealift has written it; those of the database.
Status migrateJournal(JournalDatabase &database);

} // namespace sealift
