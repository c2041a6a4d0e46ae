#include "cli/command_line.h"

#include "cli/closest_name.h"

#include <QSet>

#include <algorithm>

namespace sealift {

namespace {

Error usageError(const QString &what, const QString &remedy)
{
    return {ErrorCode::InvalidArgument, what, remedy};
}

QString seeHelp(const QStringList &words)
{
    return QStringLiteral("See \"%1\".")
        .arg((QStringList(QStringLiteral("sealift")) + words).join(QLatin1Char(' ')) + QStringLiteral(" --help"));
}

QString dashed(const QString &name)
{
    return (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
}

Error unknownOption(const QString &name, const QList<QCommandLineOption> &known, const QStringList &words)
{
    static const QSet<QString> kPasswordNames{QStringLiteral("password"), QStringLiteral("pass"),
                                              QStringLiteral("passwd"), QStringLiteral("passphrase"),
                                              QStringLiteral("new-password")};
    if (kPasswordNames.contains(name))
        return usageError(
            QStringLiteral(
                "a password is never taken from the command line, where every user of this machine can read it"),
            QStringLiteral("Use --password-file FILE or SEALIFT_PASSWORD_FILE, or type it when asked."));
    QStringList names;
    for (const auto &option : known)
        names += option.names();
    const auto meant = closestName(name, names);
    return usageError(QStringLiteral("unknown option %1").arg(dashed(name)),
                      meant.isEmpty() ? seeHelp(words)
                                      : QStringLiteral("Did you mean %1? %2").arg(dashed(meant), seeHelp(words)));
}

Status parseOptions(QCommandLineParser &parser, const QStringList &arguments, const QList<QCommandLineOption> &options,
                    const QStringList &words)
{
    parser.addOptions(options);
    if (parser.parse(QStringList(QStringLiteral("sealift")) + arguments))
        return {};
    if (const auto unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return fail(unknownOption(unknown.first(), options, words));
    auto text = parser.errorText();
    text[0] = text[0].toLower();
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return fail(usageError(text, seeHelp(words)));
}

/// Options before the command's words, and everything from the first word on.
struct Split {
    QStringList options;
    QStringList rest;
    bool version = false;
};

Result<Split> splitAtCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QCommandLineOption version(QStringLiteral("version"));
    SEALIFT_TRY(parseOptions(parser, arguments, commonOptions() + libraryOptions() + QList{version}, {}));
    Split split;
    split.rest = parser.positionalArguments();
    split.options = arguments.first(arguments.size() - split.rest.size());
    split.options.removeAll(QStringLiteral("--"));
    split.version = split.options.removeAll(QStringLiteral("--version")) > 0;
    return split;
}

/// Whether `words` begin with `start`.
bool beginsWith(const QStringList &words, const QStringList &start)
{
    return words.size() >= start.size() && std::equal(start.begin(), start.end(), words.begin());
}

/// How many of the words, from the first on, name a command or a group of commands.
qsizetype knownWords(const CommandList &commands, const QStringList &words)
{
    for (auto count = words.size(); count > 0; --count) {
        const auto start = words.first(count);
        if (std::any_of(commands.begin(), commands.end(),
                        [&start](const auto &command) { return beginsWith(command->info().words, start); }))
            return count;
    }
    return 0;
}

Command *commandNamed(const CommandList &commands, const QStringList &words)
{
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&words](const auto &command) { return command->info().words == words; });
    return found == commands.end() ? nullptr : found->get();
}

/// The words that may follow `start`.
QStringList nextWords(const CommandList &commands, const QStringList &start)
{
    QStringList next;
    for (const auto &command : commands) {
        const auto words = command->info().words;
        if (words.size() > start.size() && beginsWith(words, start) && !next.contains(words[start.size()]))
            next.append(words[start.size()]);
    }
    return next;
}

Error unknownWord(const CommandList &commands, const QStringList &start, const QString &word)
{
    const auto next = nextWords(commands, start);
    const auto meant = closestName(word, next);
    const auto group = start.join(QLatin1Char(' '));
    const auto what = start.isEmpty() ? QStringLiteral("unknown command \"%1\"").arg(word)
                                      : QStringLiteral("\"%1\" has no sub-command \"%2\"").arg(group, word);
    return usageError(
        what, meant.isEmpty() ? QStringLiteral("There are: %1. %2").arg(next.join(QStringLiteral(", ")), seeHelp(start))
                              : QStringLiteral("Did you mean \"%1\"? %2")
                                    .arg((start + QStringList(meant)).join(QLatin1Char(' ')), seeHelp(start)));
}

Status checkArguments(const CommandInfo &info, const QStringList &given)
{
    const auto &wanted = info.arguments;
    const auto needed =
        std::count_if(wanted.begin(), wanted.end(), [](const auto &argument) { return !argument.optional; });
    if (given.size() < needed) {
        const auto &missing = wanted[given.size()];
        return fail(
            usageError(QStringLiteral("%1 is missing: %2").arg(missing.name, missing.meaning), seeHelp(info.words)));
    }
    const bool anyNumber = !wanted.isEmpty() && wanted.last().repeatable;
    if (given.size() > wanted.size() && !anyNumber)
        return fail(usageError(QStringLiteral("\"%1\" is one argument too many").arg(given[wanted.size()]),
                               seeHelp(info.words)));
    for (const auto &argument : given) {
        if (argument.isEmpty())
            return fail(usageError(QStringLiteral("an argument is empty"), seeHelp(info.words)));
    }
    return {};
}

bool asksForHelp(const QStringList &arguments)
{
    for (const auto &argument : arguments) {
        if (argument == QLatin1String("--"))
            return false;
        if (argument == QLatin1String("--help") || argument == QLatin1String("-h"))
            return true;
    }
    return false;
}

} // namespace

bool asksForJson(const QStringList &arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), QStringLiteral("--"));
    return std::find(arguments.begin(), end, QStringLiteral("--json")) != end;
}

Result<ParsedCommandLine> parseCommandLine(const CommandList &commands, const QStringList &arguments)
{
    using Wish = ParsedCommandLine::Wish;
    SEALIFT_ASSIGN(auto split, splitAtCommand(arguments));
    if (split.rest.isEmpty() && split.version)
        split.rest = QStringList(QStringLiteral("version"));

    ParsedCommandLine parsed;
    bool help = asksForHelp(split.options);
    if (!split.rest.isEmpty() && split.rest.first() == QLatin1String("help")) {
        help = true;
        split.rest.removeFirst();
    }
    if (split.rest.isEmpty()) {
        parsed.wish = help ? Wish::Help : Wish::NothingSaid;
        return parsed;
    }

    const auto count = knownWords(commands, split.rest);
    parsed.words = split.rest.first(count);
    parsed.command = commandNamed(commands, parsed.words);
    const auto rest = split.rest.sliced(count);
    help = help || asksForHelp(rest);
    const bool strayWord = !rest.isEmpty() && !rest.first().startsWith(QLatin1Char('-'));
    if (parsed.command == nullptr && strayWord)
        return fail(unknownWord(commands, parsed.words, rest.first()));
    if (help) {
        parsed.wish = Wish::Help;
        return parsed;
    }
    if (parsed.command == nullptr)
        return fail(
            usageError(QStringLiteral("\"%1\" needs a sub-command").arg(parsed.words.join(QLatin1Char(' '))),
                       QStringLiteral("There are: %1. %2")
                           .arg(nextWords(commands, parsed.words).join(QStringLiteral(", ")), seeHelp(parsed.words))));

    const auto info = parsed.command->info();
    parsed.wish = Wish::Run;
    parsed.arguments = std::make_unique<QCommandLineParser>();
    SEALIFT_TRY(parseOptions(*parsed.arguments, split.options + rest, commonOptions() + info.options, info.words));
    SEALIFT_TRY(checkArguments(info, parsed.arguments->positionalArguments()));
    return parsed;
}

} // namespace sealift
