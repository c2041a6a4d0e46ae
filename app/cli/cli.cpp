#include "cli/cli.h"

#include "cli/advice.h"
#include "cli/command_line.h"
#include "cli/command_list.h"
#include "cli/console.h"
#include "cli/help_text.h"
#include "cli/terminal.h"
#include "common/state_guard.h"

#include <optional>

namespace sealift {

namespace {

ExitCode reportFailure(Console &console, const Error &error, const std::stop_token &stop)
{
    console.clearStatus();
    if (stop.stop_requested()) {
        // A helper program that got the same Ctrl-C may be the first to fail: that is not what ended the command.
        if (error.code() != ErrorCode::Cancelled)
            console.warning(error.what());
        console.error(Error::cancelled());
        return ExitCode::Cancelled;
    }
    console.error(error.remedy().isEmpty() ? Error(error).advising(generalAdvice(error.code())) : error);
    return exitCodeFor(error.code());
}

/// Sealift's own files are its user's alone, whatever became of them since the last time.
Status guardState(Console &console)
{
    const auto paths = statePaths();
    if (!paths)
        return {}; // commands that need them say so
    SEALIFT_ASSIGN(const auto closed, closeToOthers(*paths));
    for (const auto &words : closed)
        console.warning(words);
    return {};
}

Status runCommand(const ParsedCommandLine &parsed, Console &console, const std::stop_token &stop)
{
    const std::stop_callback sayStopping(stop, [&console] {
        console.clearStatus();
        console.note(QStringLiteral("Stopping. Press Ctrl-C once more to end at once."));
    });
    SEALIFT_TRY(guardState(console));
    SEALIFT_TRY(parsed.command->run({*parsed.arguments, console, stop}));
    return console.finish();
}

} // namespace

ExitCode runCli(const QStringList &arguments, int output, int errors, const std::stop_token &stop)
{
    const auto commands = allCommands();
    const auto parsed = parseCommandLine(commands, arguments);

    ConsoleSettings settings{.json = asksForJson(arguments), .colour = mayColour(errors)};
    if (parsed && parsed->arguments)
        settings.quiet = parsed->arguments->isSet(QStringLiteral("quiet"));
    Console console(output, errors, settings);

    if (!parsed)
        return reportFailure(console, parsed.error(), stop);
    switch (parsed->wish) {
    case ParsedCommandLine::Wish::NothingSaid:
        if (console.json())
            return reportFailure(console, Error(ErrorCode::InvalidArgument, QStringLiteral("no command was given")),
                                 stop);
        console.keepOutputClear();
        console.result(groupHelp(commands, {}).chopped(1));
        return ExitCode::Usage;
    case ParsedCommandLine::Wish::Help:
        console.result(
            (parsed->command == nullptr ? groupHelp(commands, parsed->words) : commandHelp(parsed->command->info()))
                .chopped(1));
        break;
    case ParsedCommandLine::Wish::Run:
        if (const auto status = runCommand(*parsed, console, stop); !status)
            return reportFailure(console, status.error(), stop);
        return ExitCode::Done;
    }
    if (const auto status = console.finish(); !status)
        return reportFailure(console, status.error(), stop);
    return ExitCode::Done;
}

} // namespace sealift
