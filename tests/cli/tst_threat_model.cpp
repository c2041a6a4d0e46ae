#include "cli/program.h"

#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace sealift::test;

/// The threat model promises nothing without a test that is there, and run.
class TestThreatModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowNamesATest();
    void everyTestIsRun();
    void promisesCanBeBroken();

private:
    /// "tst_x" or "tst_x::function": there is such a test, and ctest runs it.
    bool isRun(const QString &name) const;

    /// Programs that ctest runs.
    QStringList m_run;
    /// The tests' sources by their programs.
    QHash<QString, QString> m_sources;
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

void TestThreatModel::initTestCase()
{
    const auto listed =
        runProgram(QStringLiteral(SEALIFT_CTEST),
                   {QStringLiteral("-N"), QStringLiteral("--test-dir"), QStringLiteral(SEALIFT_BUILD_FOLDER)},
                   QProcessEnvironment::systemEnvironment());
    QVERIFY2(listed.exitCode == 0, listed.describe().constData());
    static const QRegularExpression form(QStringLiteral("Test +#[0-9]+: (tst_\\w+)"));
    for (auto matches = form.globalMatch(QString::fromUtf8(listed.output)); matches.hasNext();)
        m_run.append(matches.next().captured(1));
    QVERIFY(m_run.size() > 50);

    for (QDirIterator i(QStringLiteral(SEALIFT_SOURCE_FOLDER "/tests"), {QStringLiteral("tst_*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
         i.hasNext();) {
        QFile file(i.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sources.insert(QFileInfo(file).completeBaseName(), QString::fromUtf8(file.readAll()));
    }
}

bool TestThreatModel::isRun(const QString &name) const
{
    const auto program = name.section(QStringLiteral("::"), 0, 0);
    const auto function = name.section(QStringLiteral("::"), 1);
    return m_run.contains(program) &&
           (function.isEmpty() || m_sources.value(program).contains(QStringLiteral("::%1()\n{").arg(function)));
}

void TestThreatModel::everyTestIsRun()
{
    for (const auto &name : namedTests(document()))
        QVERIFY2(isRun(name), qPrintable(name));
}

/// Each promise names a test that is run, and what to change to break it: tests/promises/break-them.py does so.
void TestThreatModel::promisesCanBeBroken()
{
    QFile file(QStringLiteral(SEALIFT_SOURCE_FOLDER "/tests/promises/promises.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto promises = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(promises.size() >= 20);
    const auto lines = [](const QJsonValue &value) {
        QStringList list;
        for (const auto &line : value.toArray())
            list.append(line.toString());
        return list.join(u'\n');
    };
    for (const auto &value : promises) {
        const auto promise = value.toObject();
        const auto name = promise.value(QStringLiteral("name")).toString();
        QVERIFY2(isRun(promise.value(QStringLiteral("test")).toString()), qPrintable(name));
        QFile source(QStringLiteral(SEALIFT_SOURCE_FOLDER "/") + promise.value(QStringLiteral("file")).toString());
        QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(name));
        const auto before = lines(promise.value(QStringLiteral("replace")));
        QVERIFY2(QString::fromUtf8(source.readAll()).count(before) == 1, qPrintable(name));
        QVERIFY2(before != lines(promise.value(QStringLiteral("by"))), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestThreatModel)
#include "tst_threat_model.moc"
