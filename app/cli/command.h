#pragma once

#include "base/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>
#include <vector>

namespace sealift {

class Console;

struct ArgumentInfo {
    QString name; ///< as in the usage line: "IMAGE"
    QString meaning;
    bool optional = false;
    bool repeatable = false;
};

struct ExampleInfo {
    QString meaning;
    QString line;
};

/// Everything that is known of a command without running it: parsing, help and completion are made from it.
struct CommandInfo {
    QStringList words;   ///< "library", "key", "add"
    QString summary;     ///< one line, for lists of commands
    QString description; ///< paragraphs with an empty line between them
    QList<ArgumentInfo> arguments;
    QList<QCommandLineOption> options; ///< its own; the ones of every command are added by commonOptions()
    QList<ExampleInfo> examples;
};

/// What a command works with.
struct CommandContext {
    const QCommandLineParser &arguments; ///< parsed, and free of unknown options and missing arguments
    Console &console;
    std::stop_token stop;
};

/// One sub-command. run() does the whole job: reads its arguments, reports results through the console, and returns an
/// Error where the command failed; the caller reports that and makes the exit code of it. A wrong value of an argument
/// is an Error with InvalidArgument. Called once.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    virtual CommandInfo info() const = 0;
    virtual Status run(const CommandContext &context) = 0;
};

using CommandList = std::vector<std::unique_ptr<Command>>;

/// --help, --json and --quiet.
QList<QCommandLineOption> commonOptions();

/// --library and --password-file, for commands that open one.
QList<QCommandLineOption> libraryOptions();
QCommandLineOption passwordFileOption();

/// --progress, for commands that take long.
QCommandLineOption progressOption();

} // namespace sealift
