#include "cli/help_text.h"

#include "cli/exit_code.h"
#include "common/human_text.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr int kColumns = 80;
constexpr int kIndent = 2;

/// Breaks text between words; every line begins with `indent` spaces.
QStringList wrapped(const QString &text, int indent)
{
    QStringList lines;
    const QString margin(indent, QLatin1Char(' '));
    QString line;
    for (const auto &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > kColumns) {
            lines.append(margin + line);
            line.clear();
        }
        line += line.isEmpty() ? word : QLatin1Char(' ') + word;
    }
    lines.append(margin + line);
    return lines;
}

QString paragraphs(const QString &text)
{
    QStringList blocks;
    for (const auto &paragraph : text.split(QStringLiteral("\n\n")))
        blocks.append(wrapped(paragraph, 0).join(QLatin1Char('\n')));
    return blocks.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

struct Entry {
    QString term;
    QString meaning;
};

/// Terms on the left, meanings on the right; a term that is too long has a line of its own.
QString section(const QString &title, const QList<Entry> &entries)
{
    constexpr int kWidestTerm = 26;
    constexpr int kGap = 2;
    int width = 0;
    for (const auto &entry : entries)
        width = std::max(width, std::min(displayWidth(entry.term), kWidestTerm));
    const int column = kIndent + width + kGap;

    QString text = QStringLiteral("\n%1:\n").arg(title);
    for (const auto &entry : entries) {
        auto lines = wrapped(entry.meaning, column);
        const auto term = QString(kIndent, QLatin1Char(' ')) + entry.term;
        if (displayWidth(entry.term) <= width)
            lines.first() = padded(term, column) + lines.first().sliced(column);
        else
            lines.prepend(term);
        text += lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    return text;
}

QString usageOf(const ArgumentInfo &argument)
{
    auto text = argument.repeatable ? argument.name + QStringLiteral("...") : argument.name;
    return argument.optional ? QStringLiteral("[%1]").arg(text) : text;
}

QString termOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const auto &name : option.names())
        names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    const auto text = names.join(QStringLiteral(", "));
    return option.valueName().isEmpty() ? text : text + QLatin1Char(' ') + option.valueName();
}

QList<Entry> entriesOf(const QList<QCommandLineOption> &options)
{
    QList<Entry> entries;
    for (const auto &option : options)
        entries.append({termOf(option), option.description()});
    return entries;
}

QString exitCodes()
{
    QList<Entry> entries;
    for (const auto &[code, meaning] : exitCodeTable())
        entries.append({QString::number(static_cast<int>(code)), meaning});
    return section(QStringLiteral("Exit codes"), entries);
}

QString environment()
{
    return section(
        QStringLiteral("Environment"),
        {{QStringLiteral("SEALIFT_LIBRARY"), QStringLiteral("The library where --library is not given.")},
         {QStringLiteral("SEALIFT_PASSWORD_FILE"),
          QStringLiteral("The password file where --password-file is not given.")},
         {QStringLiteral("SEALIFT_TO_PASSWORD_FILE"), QStringLiteral("The same of the library that is copied into.")},
         {QStringLiteral("SEALIFT_STATE"),
          QStringLiteral("The folder for tasks, receipts and the audit log; else ~/.local/state/sealift.")},
         {QStringLiteral("SEALIFT_SCRATCH"),
          QStringLiteral("The folder for scratch volumes; else ~/.cache/sealift/scratch.")},
         {QStringLiteral("NO_COLOR"), QStringLiteral("Where it is not empty, no word is coloured.")}});
}

} // namespace

QString commandHelp(const CommandInfo &info)
{
    QStringList usage{QStringLiteral("Usage: sealift")};
    usage += info.words;
    usage.append(QStringLiteral("[OPTION]..."));
    for (const auto &argument : info.arguments)
        usage.append(usageOf(argument));

    QString text = usage.join(QLatin1Char(' ')) + QStringLiteral("\n\n") + paragraphs(info.description);
    if (!info.arguments.isEmpty()) {
        QList<Entry> entries;
        for (const auto &argument : info.arguments)
            entries.append({argument.name, argument.meaning});
        text += section(QStringLiteral("Arguments"), entries);
    }
    text += section(QStringLiteral("Options"), entriesOf(info.options + commonOptions()));
    if (!info.examples.isEmpty()) {
        text += QStringLiteral("\nExamples:\n");
        for (const auto &example : info.examples)
            text += QStringLiteral("  # %1\n  %2\n").arg(example.meaning, example.line);
    }
    return text + exitCodes();
}

QString groupHelp(const CommandList &commands, const QStringList &words)
{
    QList<Entry> entries;
    for (const auto &command : commands) {
        const auto info = command->info();
        if (info.words.size() >= words.size() && std::equal(words.begin(), words.end(), info.words.begin()))
            entries.append({info.words.join(QLatin1Char(' ')), info.summary});
    }

    if (!words.isEmpty()) {
        const auto group = words.join(QLatin1Char(' '));
        return QStringLiteral("Usage: sealift %1 COMMAND [OPTION]...\n").arg(group) +
               section(QStringLiteral("Commands"), entries) +
               QStringLiteral("\n\"sealift COMMAND --help\" says more about each.\n");
    }
    return QStringLiteral("Usage: sealift COMMAND [OPTION]... [ARGUMENT]...\n\n") +
           paragraphs(
               QStringLiteral("Moves disk images of virtual machines into encrypted libraries and out of them.")) +
           section(QStringLiteral("Commands"), entries) +
           section(QStringLiteral("Options of every command"), entriesOf(commonOptions())) + environment() +
           exitCodes() + QStringLiteral("\n\"sealift COMMAND --help\" says more about each.\n");
}

} // namespace sealift
