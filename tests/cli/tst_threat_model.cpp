#include "cli/program.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace sealift::test;

/// The threat model promises nothing without a test that is there, and run.
class TestThreatModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowNamesATest();
    void everyTestIsRun();
};

static QString document()
{
    QFile file(QStringLiteral(SEALIFT_SOURCE_FOLDER "/resources/help/threat-model.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// "tst_x" or "tst_x::function", as the document has them.
static QStringList namedTests(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("`(tst_[a-z0-9_]+(?:::[A-Za-z0-9]+)?)`"));
    QStringList names;
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        names.append(matches.next().captured(1));
    return names;
}

void TestThreatModel::everyRowNamesATest()
{
    int rows = 0;
    for (const auto &line : document().split(u'\n')) {
        if (!line.startsWith(u'|') || line.startsWith(QStringLiteral("|---")) ||
            line.startsWith(QStringLiteral("| Asset")))
            continue;
        ++rows;
        const auto cells = line.split(QStringLiteral(" | "));
        QCOMPARE(cells.size(), 5);
        QVERIFY2(!namedTests(cells.last()).isEmpty(), qPrintable(line));
    }
    QVERIFY(rows >= 18);
}

void TestThreatModel::everyTestIsRun()
{
    const auto listed =
        runProgram(QStringLiteral(SEALIFT_CTEST),
                   {QStringLiteral("-N"), QStringLiteral("--test-dir"), QStringLiteral(SEALIFT_BUILD_FOLDER)},
                   QProcessEnvironment::systemEnvironment());
    QVERIFY2(listed.exitCode == 0, listed.describe().constData());
    static const QRegularExpression form(QStringLiteral("Test +#[0-9]+: (tst_\\w+)"));
    QStringList run;
    for (auto matches = form.globalMatch(QString::fromUtf8(listed.output)); matches.hasNext();)
        run.append(matches.next().captured(1));
    QVERIFY(run.size() > 50);

    QHash<QString, QString> sources;
    for (QDirIterator i(QStringLiteral(SEALIFT_SOURCE_FOLDER "/tests"), {QStringLiteral("tst_*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
         i.hasNext();) {
        QFile file(i.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        sources.insert(QFileInfo(file).completeBaseName(), QString::fromUtf8(file.readAll()));
    }
    for (const auto &name : namedTests(document())) {
        const auto program = name.section(QStringLiteral("::"), 0, 0);
        const auto function = name.section(QStringLiteral("::"), 1);
        QVERIFY2(run.contains(program), qPrintable(name));
        if (!function.isEmpty())
            QVERIFY2(sources.value(program).contains(QStringLiteral("::%1()\n{").arg(function)), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestThreatModel)
#include "tst_threat_model.moc"
