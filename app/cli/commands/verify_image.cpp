#include "cli/commands/verify_image.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/open_library.h"
#include "cli/task_report.h"
#include "cli/transfer_reports.h"
#include "common/task_jobs.h"

namespace sealift {

CommandInfo VerifyCommand::info() const
{
    return {
        .words = {QStringLiteral("verify")},
        .summary = QStringLiteral("Verify that an image in a library can be read, to the last byte."),
        .description = QStringLiteral(
            "Reads everything that an image is made of, decrypts it, and compares each piece with its SHA-256; then "
            "the disks with the hashes that were written down when they were stored. Nothing is written, and empty "
            "stretches cost nothing.\n\n"
            "It is a task like an export: with progress, a receipt, and a place in the list of tasks. An image that is "
            "damaged ends it with exit code 5, and what is damaged is named. \"sealift library check\" looks at all "
            "of a library."),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral("The image: its name, meaning the latest of that name, or its id.")}},
        .options = libraryOptions() + QList{bandwidthOption(), progressOption()},
        .examples = {{QStringLiteral("Is the latest web01 whole?"),
                      QStringLiteral("sealift verify web01 --library /srv/library")}},
    };
}

Status VerifyCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    const auto image = context.arguments.positionalArguments().first();
    SEALIFT_ASSIGN(auto access, libraryAccess(context));

    std::optional<VerifyOutcome> outcome; // written by the task's thread before its end is signalled
    TaskEngineOptions options;
    options.factory = jobFactory(
        {.openLibrary = [&](const LibrarySettings &, const std::stop_token &) { return openLibrary(context, access); },
         .verified = [&](const VerifyOutcome &verified) { outcome = verified; }});
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    const VerifySettings settings{access.settings(), image};
    const auto record = TaskRecord::create(TaskKind::Verify, settings.toJson(), image, access.location);
    SEALIFT_ASSIGN(const auto end, foreground->run(record, image, QString()));
    if (end.failure)
        return fail(*end.failure);
    foreground->settle();

    for (const auto &warning : outcome->warnings)
        console.warning(warning);
    if (console.json()) {
        auto object = verifyObject(*outcome);
        addTask(object, end.record);
        console.result(object);
    } else if (!console.quiet()) {
        console.result(verifyReport(*outcome, end.record));
    }
    return {};
}

} // namespace sealift
