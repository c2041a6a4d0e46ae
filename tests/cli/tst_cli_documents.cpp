#include "cli/command_list.h"
#include "cli/exit_code.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace sealift;

/// The manual page, the completion and the README say what the program does.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualNamesEveryCommandAndOption();
    void manualNamesEveryExitCode();
    void manualRenders();
    void readmeNamesEveryExitCode();
    void completionNamesEveryWord();
};

static QString textOf(const char *path)
{
    QFile file(QStringLiteral(SEALIFT_SOURCE_FOLDER "/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestDocuments::manualNamesEveryCommandAndOption()
{
    const auto manual = textOf("resources/man/sealift.1");
    for (const auto &command : allCommands()) {
        const auto info = command->info();
        const auto words = info.words.join(QLatin1Char(' '));
        QVERIFY2(manual.contains(QStringLiteral(".Cm %1\n").arg(words)), qPrintable(words));
        QVERIFY2(manual.contains(QStringLiteral(".Ss %1\n").arg(words)), qPrintable(words));
        for (const auto &option : info.options + commonOptions()) {
            for (const auto &name : option.names()) {
                const auto macro = name.size() == 1 ? QStringLiteral("Fl ") + name : QStringLiteral("Fl Fl ") + name;
                QVERIFY2(manual.contains(QRegularExpression(QStringLiteral("%1\\b").arg(macro))),
                         qPrintable(words + QLatin1Char(' ') + name));
            }
        }
    }
}

void TestDocuments::manualNamesEveryExitCode()
{
    const auto manual = textOf("resources/man/sealift.1")
                            .section(QStringLiteral(".Sh EXIT STATUS"), 1)
                            .section(QStringLiteral("\n.Sh"), 0, 0);
    QStringList expected;
    for (const auto &[code, meaning] : exitCodeTable())
        expected.append(QString::number(static_cast<int>(code)));
    QStringList listed;
    for (const auto &line : manual.split(QLatin1Char('\n'))) {
        if (line.startsWith(QStringLiteral(".It ")))
            listed.append(line.mid(4));
    }
    QCOMPARE(listed, expected);
}

void TestDocuments::manualRenders()
{
    const auto path = QStringLiteral(SEALIFT_SOURCE_FOLDER "/resources/man/sealift.1");
    const bool hasMandoc = !QStandardPaths::findExecutable(QStringLiteral("mandoc")).isEmpty();
    QProcess process;
    if (hasMandoc)
        process.start(QStringLiteral("mandoc"), {QStringLiteral("-Tlint"), QStringLiteral("-Wstyle"), path});
    else
        process.start(QStringLiteral("groff"),
                      {QStringLiteral("-mdoc"), QStringLiteral("-ww"), QStringLiteral("-Tutf8"), path});
    if (!process.waitForStarted())
        QSKIP("neither mandoc nor groff is here");
    QVERIFY(process.waitForFinished());
    const auto complaints = hasMandoc ? process.readAllStandardOutput() : process.readAllStandardError();
    QVERIFY2(complaints.isEmpty() && process.exitCode() == 0, complaints.constData());
}

void TestDocuments::readmeNamesEveryExitCode()
{
    const auto readme = textOf("README.md");
    for (const auto &[code, meaning] : exitCodeTable())
        QVERIFY2(readme.contains(QStringLiteral("| %1 | %2 |").arg(static_cast<int>(code)).arg(meaning)),
                 qPrintable(meaning));
}

void TestDocuments::completionNamesEveryWord()
{
    const auto completion = textOf("resources/completions/sealift.bash");
    for (const auto &command : allCommands()) {
        for (const auto &word : command->info().words)
            QVERIFY2(completion.contains(QRegularExpression(QStringLiteral("-W '[^']*\\b%1\\b").arg(word))),
                     qPrintable(word));
    }
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_cli_documents.moc"
