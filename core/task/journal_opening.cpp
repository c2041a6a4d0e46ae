#include "task/journal_opening.h"

#include "base/file_descriptor.h"
#include "base/private_folder.h"
#include "task/journal_rows.h"
#include "task/journal_schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

namespace sealift {

namespace {

Result<FileDescriptor> lockOpening(const QString &file)
{
    const auto path = file + QStringLiteral(".lock");
    FileDescriptor lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!lock)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
    while (::flock(lock.get(), LOCK_EX) != 0) {
        if (errno != EINTR)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot lock %1").arg(path)));
    }
    return lock;
}

/// Errors: Corrupt for whatever is wrong with the content.
Result<std::unique_ptr<JournalDatabase>> openChecked(const QString &file)
{
    const auto asDamage = [&file](Error error) {
        // What SQLite has no code for is a file of another program, or one of whose tables are not as we made them.
        if (error.code() == ErrorCode::Internal || error.code() == ErrorCode::AlreadyExists)
            return Error(ErrorCode::Corrupt, QStringLiteral("%1 is no journal: %2").arg(file, error.what()));
        return error;
    };
    SEALIFT_ASSIGN(auto database, JournalDatabase::open(file));
    SEALIFT_ASSIGN(const auto check, database->value("PRAGMA quick_check(1)"));
    if (check.toString() != QLatin1String("ok"))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is damaged: %2").arg(file, check.toString())));
    const auto usable = migrateJournal(*database).and_then([&]() -> Status {
        return database->each(taskQueries::kChangedSince, {0, 1}, [](const QSqlQuery &) { return Status(); });
    });
    if (!usable)
        return fail(asDamage(usable.error()));
    return database;
}

/// Gives the file, and what SQLite keeps beside it, another name, and returns that.
Result<QString> moveAside(const QString &file)
{
    const auto time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const auto aside = QStringLiteral("%1.damaged-%2").arg(file, time);
    if (::rename(QFile::encodeName(file).constData(), QFile::encodeName(aside).constData()) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot move %1 aside").arg(file)));
    for (const auto *suffix : {"-wal", "-shm"}) {
        const auto ending = QString::fromLatin1(suffix);
        static_cast<void>(
            ::rename(QFile::encodeName(file + ending).constData(), QFile::encodeName(aside + ending).constData()));
    }
    return aside;
}

} // namespace

Result<std::unique_ptr<JournalDatabase>> openJournalDatabase(const QString &file, QStringList &warnings)
{
    SEALIFT_TRY(makePrivateFolder(QFileInfo(file).path(), OpenToOthers::Close));
    SEALIFT_ASSIGN(const auto lock, lockOpening(file));
    auto database = openChecked(file);
    if (database || database.error().code() != ErrorCode::Corrupt)
        return database;
    SEALIFT_ASSIGN(const auto aside, moveAside(file));
    warnings += QStringLiteral("The journal of tasks was damaged, and is kept as %1. A new one was begun: tasks from "
                               "before are not listed any more. (%2)")
                    .arg(aside, database.error().what());
    return openChecked(file);
}

} // namespace sealift
