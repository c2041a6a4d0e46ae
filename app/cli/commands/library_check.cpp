#include "cli/commands/library_check.h"

#include "cli/check_report.h"
#include "cli/console.h"
#include "cli/locked_library.h"
#include "cli/open_library.h"
#include "cli/transfer_progress.h"

namespace sealift {

namespace {

const auto kReadData = QStringLiteral("read-data");

/// A check counts packs, unless it reads them.
ProgressReporter::Subject subjectOf(const CheckProgress &progress, bool readData)
{
    const auto sample = [&progress, readData] {
        ProgressSample now;
        now.total = readData ? progress.bytesTotal.load() : progress.packsTotal.load();
        now.done = std::min(readData ? progress.bytesRead.load() : progress.packsDone.load(), now.total);
        now.read = progress.bytesRead.load();
        return now;
    };
    return {.label = QStringLiteral("Checking"),
            .storedWord = {},
            .unit = readData ? QString() : QStringLiteral("packs"),
            .sample = sample};
}

/// A library that can only be read cannot be locked, and needs no lock.
Result<std::unique_ptr<RepositoryLock>> lockIfPossible(Repository &repository, Console &console,
                                                       const std::stop_token &stop)
{
    auto lock = lockLibrary(repository, LockMode::Shared, console, stop);
    if (lock || lock.error().code() != ErrorCode::PermissionDenied)
        return lock;
    console.note(QStringLiteral("The library cannot be locked (%1): what others change meanwhile may look like damage.")
                     .arg(lock.error().what()));
    return std::unique_ptr<RepositoryLock>();
}

} // namespace

CommandInfo LibraryCheckCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("check")},
        .summary = QStringLiteral("Look whether a library is whole."),
        .description = QStringLiteral(
            "Looks whether everything that the library's images need is there: snapshots, index, pack files and their "
            "tables of "
            "contents. With --read-data every stored byte is read, decrypted and compared with its SHA-256, too.\n\n"
            "What is wrong is listed with the images that it hurts, and the exit code is 5. Nothing is changed."),
        .arguments = {},
        .options = libraryOptions() +
                   QList{QCommandLineOption(kReadData, QStringLiteral("Read and verify all data.")), progressOption()},
        .examples = {{QStringLiteral("A quick look"), QStringLiteral("sealift library check --library /srv/library")},
                     {QStringLiteral("Verify every byte"),
                      QStringLiteral("sealift library check --library /srv/library --read-data")}},
    };
}

Status LibraryCheckCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto lock, lockIfPossible(*repository, console, context.stop));

    CheckOptions options;
    options.readData = context.arguments.isSet(kReadData);
    CheckProgress counters;
    const auto report = [&] {
        const auto progress = reportProgress(context, subjectOf(counters, options.readData));
        return checkRepository(*repository, options, counters, context.stop);
    }();
    if (!report)
        return fail(report.error());
    if (lock)
        SEALIFT_TRY(lock->release());

    const auto location = repository->store().location();
    if (console.json())
        console.result(checkObject(*report, location, options.readData));
    else if (!console.quiet() || !report->isClean())
        console.result(checkText(*report, location, options.readData));
    if (report->isClean())
        return {};
    return fail(Error(
        ErrorCode::Corrupt, QStringLiteral("the library at %1 is damaged: %2").arg(location, problemCount(*report)),
        QStringLiteral(
            "Import the damaged images again from where they came; that replaces what is missing. For the rest "
            "see \"Repairing\" in the manual page sealift(1).")));
}

} // namespace sealift
