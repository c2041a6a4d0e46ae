#include "cli/commands/copy_image.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/open_library.h"
#include "cli/preflight_report.h"
#include "cli/task_report.h"
#include "cli/text_guard.h"
#include "cli/transfer_reports.h"
#include "common/task_jobs.h"
#include "common/text_rule_file.h"

#include <mutex>
#include <optional>

namespace sealift {

namespace {

const auto kTo = QStringLiteral("to");
const auto kToPasswordFile = QStringLiteral("to-password-file");
const auto kToPrefix = QStringLiteral("to-");
constexpr auto kToPasswordFileVariable = "SEALIFT_TO_PASSWORD_FILE";
const auto kName = QStringLiteral("name");

/// The image as its task names it.
QString sourceText(const QString &image, const LibraryAccess &from)
{
    return QStringLiteral("%1: %2").arg(from.location, image);
}

Result<ImportSettings> settingsOf(const CommandContext &context, const LibraryAccess &from, const LibraryAccess &to)
{
    const auto &arguments = context.arguments;
    ImportSettings settings;
    settings.library = to.settings();
    settings.fromLibrary = from.settings();
    settings.image = arguments.positionalArguments().first();
    settings.request.name = arguments.value(kName);
    settings.textsJudged = true;
    SEALIFT_ASSIGN(settings.ignorePreflight, ignoredRules(arguments));
    // Who has looked at the names has looked at those that come with the image, too.
    if (allowsSensitiveText(arguments))
        settings.ignorePreflight.append(QStringLiteral("names-secret"));
    return settings;
}

} // namespace

CommandInfo CopyCommand::info() const
{
    return {
        .words = {QStringLiteral("copy")},
        .summary = QStringLiteral("Copy an image into another library."),
        .description = QStringLiteral(
            "Copies an image with all its disks into another library, which has a password of its own. The image keeps "
            "its name, tags, date, source format and description. Each piece is decrypted, verified and encrypted "
            "again in memory; nothing plain is written anywhere, and no disk image is put together. What the other "
            "library has already is not even read; empty stretches stay empty.\n\n"
            "A copy that was interrupted is simply started again: what had arrived is used. The image is listed in the "
            "other library when all of it is stored.\n\n"
            "Options for buckets hold for both libraries; those that begin with --to hold for the other one only."),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral("The image: its name, meaning the latest of that name, or its id.")}},
        .options =
            libraryOptions() +
            QList{QCommandLineOption(kTo,
                                     QStringLiteral("The other library: a folder, or s3:https://HOST/BUCKET/FOLDER. "
                                                    "Make it first, with \"sealift library init\"."),
                                     QStringLiteral("LIBRARY")),
                  QCommandLineOption(kToPasswordFile,
                                     QStringLiteral("Read the other library's password from a file. Without it: "
                                                    "$SEALIFT_TO_PASSWORD_FILE, or a question on the terminal."),
                                     QStringLiteral("FILE"))} +
            secondStoreOptionList(kToPrefix) +
            QList{QCommandLineOption(QStringList{QStringLiteral("n"), kName},
                                     QStringLiteral("The image's name in the other library. Without it: its own."),
                                     QStringLiteral("NAME")),
                  ignorePreflightOption(), allowSensitiveTextOption(), bandwidthOption(), progressOption()},
        .examples = {{QStringLiteral("Copy the latest web01 into a bucket"),
                      QStringLiteral("sealift copy web01 --to s3:https://s3.example.com/images/library")},
                     {QStringLiteral("Take it along on a disk, with another password"),
                      QStringLiteral("sealift copy web01 --to /media/disk/library --to-password-file disk.txt")}},
    };
}

Status CopyCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    if (context.arguments.isSet(kName) && context.arguments.value(kName).isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the image's name is empty")));
    QList<NamedText> texts;
    if (context.arguments.isSet(kName))
        texts.append({QStringLiteral("--name"), context.arguments.value(kName)});
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("copy"), texts));
    SEALIFT_ASSIGN(auto from, libraryAccess(context));
    SEALIFT_ASSIGN(auto to, libraryAccess(context, {.option = kTo,
                                                    .variable = nullptr,
                                                    .passwordOption = kToPasswordFile,
                                                    .passwordVariable = kToPasswordFileVariable,
                                                    .storePrefix = kToPrefix}));
    SEALIFT_ASSIGN(const auto settings, settingsOf(context, from, to));
    const auto source = sourceText(settings.image, from);

    // Both are opened at the same time; a wrong password that was typed is asked for again, one after the other.
    std::mutex terminal;
    const auto open = [&](const LibrarySettings &library, const std::stop_token &) {
        const std::unique_lock lock = from.password.typed || to.password.typed
                                          ? std::unique_lock(terminal)
                                          : std::unique_lock(terminal, std::defer_lock);
        return openLibrary(context, library.location == settings.library.location ? to : from);
    };
    std::optional<ImportOutcome> outcome; // written by the task's thread before its end is signalled
    TaskEngineOptions options;
    options.factory = jobFactory({.openLibrary = open,
                                  .imported = [&](const ImportOutcome &imported) { outcome = imported; },
                                  .textRules = ownTextRules});
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    const auto record = TaskRecord::create(TaskKind::Import, settings.toJson(), source, to.location);
    SEALIFT_ASSIGN(const auto end, foreground->run(record, settings.image, QStringLiteral("stored")));
    if (end.failure)
        return fail(*end.failure);
    foreground->settle();

    for (const auto &warning : outcome->warnings)
        console.warning(warning);
    if (console.json()) {
        auto object = importObject(*outcome, source);
        addTask(object, end.record);
        object.insert(QStringLiteral("warnings"), warnings);
        console.result(object);
    } else if (!console.quiet()) {
        console.result(importReport(*outcome, source, end.record, QStringLiteral("Copied")));
    }
    return {};
}

} // namespace sealift
