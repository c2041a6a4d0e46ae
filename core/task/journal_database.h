#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <initializer_list>
#include <memory>
#include <unordered_map>

namespace sealift {

/// How much a transaction survives.
enum class Durability {
    PowerCut, ///< It is on the disk when the call returns (one fsync of the write-ahead log).
    Crash,    ///< It survives the end of the process; a power cut may undo the last of them, as a whole.
};

/// One connection to an SQLite file in WAL mode, with prepared statements that are kept. Belongs to the thread that
/// opened it, as Qt's connections do.
class JournalDatabase
{
public:
    /// Opens the file, making an empty one (mode 0600) if it is not there. Errors: Corrupt (no database, or a damaged
    /// one), Unsupported (a file system on which WAL does not work), Unsafe (no regular file); those of open(2).
    static Result<std::unique_ptr<JournalDatabase>> open(const QString &file);
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    /// Runs a statement. @param sql a literal: it is kept prepared under its address.
    /// Errors: Locked (others kept the file for five seconds), NoSpace, PermissionDenied, Corrupt, Io.
    Status run(const char *sql, std::initializer_list<QVariant> values = {});

    /// Runs a query and hands each row to `row`, until it returns an error. `row` must not run the same query.
    Status each(const char *sql, std::initializer_list<QVariant> values,
                const std::function<Status(const QSqlQuery &)> &row);

    /// The first column of the only row; an invalid value where there is none.
    Result<QVariant> value(const char *sql, std::initializer_list<QVariant> values = {});

    /// How many rows the last run() changed.
    int changedRows() const { return m_changedRows; }

    /// Runs `body` between BEGIN IMMEDIATE and COMMIT: no other process writes meanwhile. An error of `body` undoes all
    /// of it and is returned. Not to be nested.
    Status transaction(Durability durability, const std::function<Status()> &body);

    /// The same for reading: all queries of `body` see the file as it was at the first one.
    Status snapshot(const std::function<Status()> &body);

    /// Changes whenever another connection has written; cheap enough to be asked many times a second.
    Result<qint64> dataVersion();

    const QString &file() const { return m_file; }

private:
    explicit JournalDatabase(QString file);

    Status connect();
    Result<QSqlQuery *> start(const char *sql, std::initializer_list<QVariant> values);
    Error wrong(const QSqlError &error) const;

    const QString m_file;
    const QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_statements;
    Durability m_durability = Durability::PowerCut;
    int m_changedRows = 0;
};

} // namespace sealift
