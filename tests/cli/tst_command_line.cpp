#include "cli/closest_name.h"
#include "cli/command_line.h"
#include "cli/command_list.h"
#include "cli/help_text.h"
#include "common/human_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealift;
using Wish = ParsedCommandLine::Wish;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsCommand_data();
    void findsCommand();
    void findsHelp_data();
    void findsHelp();
    void refuses_data();
    void refuses();
    void neverRepeatsValuesOfUnknownOptions_data();
    void neverRepeatsValuesOfUnknownOptions();
    void readsOptionsEverywhere();
    void seesJson_data();
    void seesJson();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void helpFitsTheTerminal();
    void groupHelpListsCommands();

private:
    const CommandList m_commands = allCommands();
};

static QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void TestCommandLine::findsCommand_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("command");
    QTest::newRow("one word") << words("version") << "version";
    QTest::newRow("two words") << words("library init /srv/library") << "library init";
    QTest::newRow("three words") << words("library key list -l x") << "library key list";
    QTest::newRow("options first") << words("--json -l lib images") << "images";
    QTest::newRow("options first, joined") << words("--library=lib images") << "images";
    QTest::newRow("--version") << words("--version") << "version";
    QTest::newRow("--json --version") << words("--json --version") << "version";
    QTest::newRow("an image named like a command") << words("import -l x version") << "import";
    QTest::newRow("everything after --") << words("import -l x -- --json") << "import";
    QTest::newRow("output to a pipe") << words("export web01 --format raw -o -") << "export";
}

void TestCommandLine::findsCommand()
{
    QFETCH(QStringList, line);
    const auto parsed = parseCommandLine(m_commands, line);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what()));
    QCOMPARE(parsed->wish, Wish::Run);
    QTEST(parsed->words.join(QLatin1Char(' ')), "command");
    QCOMPARE(parsed->command->info().words, parsed->words);
}

void TestCommandLine::findsHelp_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("subject");
    QTest::newRow("--help") << words("--help") << "";
    QTest::newRow("-h") << words("-h") << "";
    QTest::newRow("help") << words("help") << "";
    QTest::newRow("help of a command") << words("help import") << "import";
    QTest::newRow("help of a group") << words("help library") << "library";
    QTest::newRow("command --help") << words("import --help") << "import";
    QTest::newRow("--help command") << words("--help library init") << "library init";
    QTest::newRow("group --help") << words("library key --help") << "library key";
    QTest::newRow("help in spite of wrong options") << words("import --nonsense --help") << "import";
}

void TestCommandLine::findsHelp()
{
    QFETCH(QStringList, line);
    const auto parsed = parseCommandLine(m_commands, line);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what()));
    QCOMPARE(parsed->wish, Wish::Help);
    QTEST(parsed->words.join(QLatin1Char(' ')), "subject");
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("unknown command") << words("frobnicate") << "unknown command \"frobnicate\""
                                     << "There are: ";
    QTest::newRow("mistyped command") << words("imprt x") << "unknown command \"imprt\""
                                      << "Did you mean \"import\"?";
    QTest::newRow("mistyped sub-command") << words("library iint x") << "\"library\" has no sub-command \"iint\""
                                          << "Did you mean \"library init\"?";
    QTest::newRow("group alone") << words("library") << "\"library\" needs a sub-command"
                                 << "init";
    QTest::newRow("unknown option") << words("images --frobnicate") << "unknown option --frobnicate"
                                    << "sealift images --help";
    QTest::newRow("mistyped option") << words("images --libary x") << "unknown option --libary"
                                     << "Did you mean --library?";
    QTest::newRow("unknown short option") << words("images -X") << "unknown option -X"
                                          << "sealift images --help";
    QTest::newRow("value missing") << words("images --library") << "missing value after '--library'"
                                   << "sealift images --help";
    QTest::newRow("value not wanted") << words("images --json=yes") << "unexpected value after '--json'"
                                      << "sealift images --help";
    QTest::newRow("argument missing") << words("import -l x") << "IMAGE is missing"
                                      << "sealift import --help";
    QTest::newRow("argument too many") << words("version now") << "\"now\" is one argument too many"
                                       << "sealift version --help";
    QTest::newRow("argument empty") << QStringList{QStringLiteral("inspect"), QString()} << "an argument is empty"
                                    << "sealift inspect --help";
    QTest::newRow("password") << words("images --password hunter2") << "never taken from the command line"
                              << "--password-file";
    QTest::newRow("password before the command")
        << words("--password=hunter2 images") << "never taken from the command line"
        << "--password-file";
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, line);
    QFETCH(QString, what);
    QFETCH(QString, remedy);
    const auto parsed = parseCommandLine(m_commands, line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(parsed.error().what().contains(what), qPrintable(parsed.error().what()));
    QVERIFY2(parsed.error().remedy().contains(remedy), qPrintable(parsed.error().remedy()));
}

void TestCommandLine::neverRepeatsValuesOfUnknownOptions_data()
{
    QTest::addColumn<QStringList>("line");
    for (const auto *line :
         {"images --password hunter2", "images --password=hunter2", "images --passwrd=hunter2", "--pass hunter2 images",
          "images --secret=hunter2", "--secret=hunter2", "import --token=hunter2 x"})
        QTest::newRow(line) << words(line);
}

void TestCommandLine::neverRepeatsValuesOfUnknownOptions()
{
    QFETCH(QStringList, line);
    const auto parsed = parseCommandLine(m_commands, line);
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().what().contains(QStringLiteral("hunter2")));
    QVERIFY(!parsed.error().remedy().contains(QStringLiteral("hunter2")));
}

void TestCommandLine::readsOptionsEverywhere()
{
    const auto parsed = parseCommandLine(m_commands, words("--library lib -q import --tag a disk.raw --tag b --json"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what()));
    const auto &arguments = *parsed->arguments;
    QCOMPARE(arguments.value(QStringLiteral("library")), QStringLiteral("lib"));
    QCOMPARE(arguments.values(QStringLiteral("tag")), words("a b"));
    QVERIFY(arguments.isSet(QStringLiteral("quiet")));
    QVERIFY(arguments.isSet(QStringLiteral("json")));
    QCOMPARE(arguments.positionalArguments(), words("disk.raw"));
}

void TestCommandLine::seesJson_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<bool>("json");
    QTest::newRow("none") << words("images") << false;
    QTest::newRow("first") << words("--json images") << true;
    QTest::newRow("last") << words("images --json") << true;
    QTest::newRow("with mistakes") << words("imags --jsn --json") << true;
    QTest::newRow("an image of that name") << words("import -- --json") << false;
}

void TestCommandLine::seesJson()
{
    QFETCH(QStringList, line);
    QTEST(asksForJson(line), "json");
}

void TestCommandLine::everyCommandHasHelp_data()
{
    QTest::addColumn<QStringList>("name");
    for (const auto &command : m_commands)
        QTest::newRow(qPrintable(command->info().words.join(QLatin1Char(' ')))) << command->info().words;
}

void TestCommandLine::everyCommandHasHelp()
{
    QFETCH(QStringList, name);
    const auto parsed = parseCommandLine(m_commands, name + QStringList(QStringLiteral("--help")));
    QVERIFY(parsed);
    const auto info = parsed->command->info();
    QVERIFY(!info.summary.isEmpty() && info.summary.endsWith(QLatin1Char('.')));
    QVERIFY(!info.description.isEmpty());
    QVERIFY(!info.examples.isEmpty());
    for (const auto &argument : info.arguments)
        QVERIFY(!argument.meaning.isEmpty());

    const auto help = commandHelp(info);
    QVERIFY(help.startsWith(QStringLiteral("Usage: sealift %1 ").arg(name.join(QLatin1Char(' ')))));
    for (const auto *section : {"\nOptions:\n", "\nExamples:\n", "\nExit codes:\n"})
        QVERIFY2(help.contains(QLatin1String(section)), section);
    for (const auto &option : info.options + commonOptions()) {
        QVERIFY2(!option.description().isEmpty(), qPrintable(option.names().first()));
        for (const auto &optionName : option.names())
            QVERIFY2(help.contains(QLatin1Char('-') + optionName), qPrintable(optionName));
    }
    // What the examples show can be parsed.
    for (const auto &example : info.examples) {
        auto line = example.line.section(QRegularExpression(QStringLiteral(" [|>] ")), 0, 0)
                        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QCOMPARE(line.takeFirst(), QStringLiteral("sealift"));
        const auto parsedExample = parseCommandLine(m_commands, line);
        QVERIFY2(parsedExample, qPrintable(example.line));
        QCOMPARE(parsedExample->words, name);
    }
}

void TestCommandLine::helpFitsTheTerminal()
{
    QStringList texts{groupHelp(m_commands, {}), groupHelp(m_commands, {QStringLiteral("library")})};
    for (const auto &command : m_commands)
        texts.append(commandHelp(command->info()));
    for (const auto &text : texts) {
        for (const auto &line : text.split(QLatin1Char('\n')))
            QVERIFY2(displayWidth(line) <= 80, qPrintable(line));
    }
}

void TestCommandLine::groupHelpListsCommands()
{
    const auto all = groupHelp(m_commands, {});
    for (const auto &command : m_commands)
        QVERIFY(all.contains(QStringLiteral("\n  %1 ").arg(command->info().words.join(QLatin1Char(' ')))));
    const auto keys = groupHelp(m_commands, {QStringLiteral("library"), QStringLiteral("key")});
    QVERIFY(keys.contains(QStringLiteral("library key add")));
    QVERIFY(!keys.contains(QStringLiteral("library init")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
