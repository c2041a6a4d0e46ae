#include "task/journal_schema.h"

#include "task/journal_database.h"

#include <array>
#include <vector>

namespace sealift {

namespace {

using Statements = std::vector<const char *>;

/// What each version changes. A version that was released is never edited: there are files that it has made.
const std::array<Statements, 5> &migrations()
{
    static const std::array<Statements, 5> steps = {{
        // 1: tasks and their history
        {
            "CREATE TABLE tasks ("
            " id TEXT NOT NULL PRIMARY KEY,"
            " kind TEXT NOT NULL,"
            " settings TEXT NOT NULL,"
            " source TEXT NOT NULL,"
            " destination TEXT NOT NULL,"
            " state TEXT NOT NULL,"
            " priority INTEGER NOT NULL DEFAULT 0,"
            " position REAL NOT NULL DEFAULT 0,"
            " attempt INTEGER NOT NULL DEFAULT 1,"
            " created INTEGER NOT NULL," // times: milliseconds since 1970, UTC
            " started INTEGER,"
            " ended INTEGER,"
            " bytes_total INTEGER NOT NULL DEFAULT 0,"
            " bytes_done INTEGER NOT NULL DEFAULT 0,"
            " bytes_read INTEGER NOT NULL DEFAULT 0,"
            " bytes_hole INTEGER NOT NULL DEFAULT 0,"
            " bytes_known INTEGER NOT NULL DEFAULT 0,"
            " bytes_written INTEGER NOT NULL DEFAULT 0,"
            " error_code TEXT,"
            " error_what TEXT,"
            " error_remedy TEXT,"
            " scratch_state TEXT NOT NULL DEFAULT '',"
            " scratch_size INTEGER NOT NULL DEFAULT 0,"
            " scratch_used INTEGER NOT NULL DEFAULT 0,"
            " scratch_high_water INTEGER NOT NULL DEFAULT 0,"
            " scratch_path TEXT NOT NULL DEFAULT '',"
            " cleanup TEXT NOT NULL DEFAULT 'pending',"
            " cleanup_left TEXT NOT NULL DEFAULT '[]',"
            " receipt TEXT NOT NULL DEFAULT '')",
            "CREATE INDEX tasks_by_state ON tasks (state, priority, position)",
            "CREATE TABLE transitions ("
            " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
            " task TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,"
            " from_state TEXT NOT NULL,"
            " to_state TEXT NOT NULL,"
            " attempt INTEGER NOT NULL,"
            " time INTEGER NOT NULL,"
            " reason TEXT NOT NULL DEFAULT '')",
            "CREATE INDEX transitions_by_task ON transitions (task, seq)",
        },
        // 2: who executes a task, what is wished of it, and where it was when its process died
        {
            "CREATE TABLE leases ("
            " task TEXT NOT NULL PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,"
            " host TEXT NOT NULL,"
            " boot TEXT NOT NULL,"
            " container TEXT NOT NULL,"
            " pid INTEGER NOT NULL,"
            " started INTEGER NOT NULL," // clock ticks since the boot
            " token TEXT NOT NULL,"
            " beat INTEGER NOT NULL,"        // milliseconds since 1970
            " beat_awake INTEGER NOT NULL)", // milliseconds that the machine was awake since its boot
            "ALTER TABLE tasks ADD COLUMN wish TEXT NOT NULL DEFAULT 'run'",
            "ALTER TABLE tasks ADD COLUMN ending TEXT",
            "ALTER TABLE tasks ADD COLUMN after_crash INTEGER NOT NULL DEFAULT 0",
        },
        // 3: what has changed since, for those who follow
        {
            "CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL)",
            "INSERT INTO counters VALUES ('revision', 1), ('forgotten', 0)",
            "ALTER TABLE tasks ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
            "CREATE INDEX tasks_by_revision ON tasks (revision)",
            "CREATE INDEX tasks_by_position ON tasks (position)",
            "CREATE TABLE removals (revision INTEGER NOT NULL, task TEXT NOT NULL)",
            "CREATE INDEX removals_by_revision ON removals (revision)",
        },
        // 4: what preflight found
        {
            "ALTER TABLE tasks ADD COLUMN findings TEXT NOT NULL DEFAULT '[]'",
        },
        // 5: what a task has at its destination on the way
        {
            "ALTER TABLE tasks ADD COLUMN staged TEXT NOT NULL DEFAULT ''",
        },
    }};
    return steps;
}

constexpr std::array kVersionPragmas = {"PRAGMA user_version=1", "PRAGMA user_version=2", "PRAGMA user_version=3",
                                        "PRAGMA user_version=4", "PRAGMA user_version=5"};
static_assert(kVersionPragmas.size() == std::tuple_size_v<std::remove_cvref_t<decltype(migrations())>>);

Result<int> versionOf(JournalDatabase &database)
{
    SEALIFT_ASSIGN(const auto version, database.value("PRAGMA user_version"));
    return version.toInt();
}

} // namespace

int journalSchemaVersion()
{
    return static_cast<int>(migrations().size());
}

Status migrateJournal(JournalDatabase &database)
{
    SEALIFT_ASSIGN(const auto found, versionOf(database));
    if (found == journalSchemaVersion())
        return {};
    return database.transaction(Durability::PowerCut, [&database]() -> Status {
        // Another process may have been quicker.
        SEALIFT_ASSIGN(const auto version, versionOf(database));
        if (version > journalSchemaVersion() || version < 0)
            return fail(
                Error(ErrorCode::Unsupported,
                      QStringLiteral("the journal %1 was written by a newer Sealift (version %2 of the journal; "
                                     "this program knows %3)")
                          .arg(database.file())
                          .arg(version)
                          .arg(journalSchemaVersion()),
                      QStringLiteral("Use that Sealift, or another state folder.")));
        for (auto step = static_cast<std::size_t>(version); step < migrations().size(); ++step) {
            for (const auto *statement : migrations()[step])
                SEALIFT_TRY(database.run(statement));
            SEALIFT_TRY(database.run(kVersionPragmas[step]));
        }
        return {};
    });
}

} // namespace sealift
