#pragma once

#include "cli/command.h"

namespace sealift {

/// What a command line asks for.
struct ParsedCommandLine {
    enum class Wish {
        Run,        ///< `command`, with `arguments`
        Help,       ///< of `command`, or of the commands that begin with `words`
        NothingSaid ///< no command at all
    };
    Wish wish = Wish::NothingSaid;
    Command *command = nullptr; ///< one of the list
    QStringList words;          ///< of the command, or of a group ("library")
    std::unique_ptr<QCommandLineParser> arguments;
};

/// Understands a command line. The command's words come first; options of every command and of the library may also
/// stand before them. @param arguments without the program's name. @param commands must outlive the result. Errors:
/// InvalidArgument, with a hint at what was probably meant. Values of unknown options are never repeated: they may be
/// secrets.
Result<ParsedCommandLine> parseCommandLine(const CommandList &commands, const QStringList &arguments);

/// Whether --json is among the options, for errors in the command line itself.
bool asksForJson(const QStringList &arguments);

} // namespace sealift
