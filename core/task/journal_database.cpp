#include "task/journal_database.h"

#include "base/file_descriptor.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

/// SQLite's primary result codes (sqlite3.h).
ErrorCode codeOf(int sqlite)
{
    switch (sqlite & 0xFF) {
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
    case 23: // SQLITE_AUTH
        return ErrorCode::PermissionDenied;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::Locked;
    case 10: // SQLITE_IOERR
        return ErrorCode::Io;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorCode::Corrupt;
    case 13: // SQLITE_FULL
        return ErrorCode::NoSpace;
    case 19: // SQLITE_CONSTRAINT
        return ErrorCode::AlreadyExists;
    default:
        return ErrorCode::Internal;
    }
}

QString remedyOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PermissionDenied:
        return QStringLiteral("Check the owner and the permissions of that file and its folder.");
    case ErrorCode::Locked:
        return QStringLiteral("Try again; if it stays so, look for a Sealift process that hangs or is stopped.");
    case ErrorCode::NoSpace:
        return QStringLiteral("Free some space on that file system, and try again.");
    case ErrorCode::Io:
        return QStringLiteral("Check the health and the free space of that disk.");
    default:
        return {};
    }
}

/// SQLite gives its files the modes of the first one.
Status prepareFile(const QString &path)
{
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
    struct stat status = {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        if (errno == ELOOP || errno == EISDIR)
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is no regular file").arg(path)));
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
    }
    if (!S_ISREG(status.st_mode))
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is no regular file").arg(path)));
    if ((status.st_mode & 077) != 0 && ::fchmod(file.get(), 0600) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot close %1 to other users").arg(path)));
    return {};
}

} // namespace

JournalDatabase::JournalDatabase(QString file)
    : m_file(std::move(file))
    , m_name(QStringLiteral("sealift-journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

JournalDatabase::~JournalDatabase()
{
    m_statements.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<JournalDatabase>> JournalDatabase::open(const QString &file)
{
    SEALIFT_TRY(prepareFile(file));
    std::unique_ptr<JournalDatabase> database(new JournalDatabase(file));
    SEALIFT_TRY(database->connect());
    return database;
}

Status JournalDatabase::connect()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!m_database.isValid())
        return fail(Error(ErrorCode::ToolMissing, QStringLiteral("Qt's driver for SQLite is missing"),
                          QStringLiteral("Install it (Debian: libqt6sql6-sqlite).")));
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return fail(wrong(m_database.lastError()));
    SEALIFT_ASSIGN(const auto mode, value("PRAGMA journal_mode=WAL"));
    if (mode.toString() != QLatin1String("wal"))
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 lies on a file system without shared memory").arg(m_file),
                          QStringLiteral("Keep Sealift's state in a folder on a local disk.")));
    SEALIFT_TRY(run("PRAGMA foreign_keys=ON"));
    return run("PRAGMA synchronous=FULL");
}

Error JournalDatabase::wrong(const QSqlError &error) const
{
    const auto code = codeOf(error.nativeErrorCode().toInt());
    const auto text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    Error made(code, QStringLiteral("the journal %1: %2").arg(m_file, text), remedyOf(code));
    return code == ErrorCode::Locked ? std::move(made).transient() : made;
}

Result<QSqlQuery *> JournalDatabase::start(const char *sql, std::initializer_list<QVariant> values)
{
    auto &query = m_statements[sql];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromLatin1(sql))) {
            auto error = wrong(query->lastError());
            query.reset();
            return fail(std::move(error));
        }
    }
    int index = 0;
    for (const auto &value : values) {
        // Qt takes a text that was never set for SQL's NULL; here only a value that is none is NULL.
        const bool isUnset = value.typeId() == QMetaType::QString && value.toString().isNull();
        query->bindValue(index++, isUnset ? QVariant(QStringLiteral("")) : value);
    }
    if (!query->exec()) {
        auto error = wrong(query->lastError());
        query->finish();
        return fail(std::move(error));
    }
    return query.get();
}

Status JournalDatabase::run(const char *sql, std::initializer_list<QVariant> values)
{
    SEALIFT_ASSIGN(auto *query, start(sql, values));
    m_changedRows = query->numRowsAffected();
    query->finish();
    return {};
}

Status JournalDatabase::each(const char *sql, std::initializer_list<QVariant> values,
                             const std::function<Status(const QSqlQuery &)> &row)
{
    SEALIFT_ASSIGN(auto *query, start(sql, values));
    Status status;
    while (status && query->next())
        status = row(*query);
    // SQLite meets a damaged page while it walks, not before.
    if (status && query->lastError().isValid())
        status = fail(wrong(query->lastError()));
    query->finish();
    return status;
}

Result<QVariant> JournalDatabase::value(const char *sql, std::initializer_list<QVariant> values)
{
    QVariant found;
    SEALIFT_TRY(each(sql, values, [&found](const QSqlQuery &row) -> Status {
        found = row.value(0);
        return {};
    }));
    return found;
}

Status JournalDatabase::transaction(Durability durability, const std::function<Status()> &body)
{
    if (durability != m_durability) {
        SEALIFT_TRY(run(durability == Durability::PowerCut ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"));
        m_durability = durability;
    }
    SEALIFT_TRY(run("BEGIN IMMEDIATE"));
    auto status = body();
    if (status)
        status = run("COMMIT");
    if (!status) {
        // SQLite has undone it by itself after some errors; then there is nothing to roll back.
        static_cast<void>(run("ROLLBACK"));
    }
    return status;
}

Status JournalDatabase::snapshot(const std::function<Status()> &body)
{
    SEALIFT_TRY(run("BEGIN"));
    auto status = body();
    static_cast<void>(run("COMMIT"));
    return status;
}

Result<qint64> JournalDatabase::dataVersion()
{
    SEALIFT_ASSIGN(const auto version, value("PRAGMA data_version"));
    return version.toLongLong();
}

} // namespace sealift
