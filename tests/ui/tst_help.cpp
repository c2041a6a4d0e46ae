#include "desktop/dialogs/dialogs.h"
#include "ui/help/help_window.h"
#include "ui/import/import_sheet.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"
#include "ui/support/window_fixture.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBrowser>

using namespace sealift;
using namespace sealift::test;

/// The help: whole, and shown where it is asked for.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsNowhereThatIsNot();
    void reachesEveryPage();
    void showsPages();
    void comesForWhereOneIs();
    void namesKeysAsTheyAre();

private:
    static QString textOf(const QString &page);
    static QStringList matchesIn(const QString &text, const char *pattern);
    static HelpWindow *shown();
};

QString TestHelp::textOf(const QString &page)
{
    QFile file(helpFolder() + u'/' + page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList TestHelp::matchesIn(const QString &text, const char *pattern)
{
    QStringList found;
    for (auto match = QRegularExpression(QLatin1String(pattern)).globalMatch(text); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

HelpWindow *TestHelp::shown()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *help = qobject_cast<HelpWindow *>(widget); help != nullptr && help->isVisible())
            return help;
    }
    return nullptr;
}

void TestHelp::leadsNowhereThatIsNot()
{
    const auto pages = QDir(helpFolder()).entryList({QStringLiteral("*.html")});
    QVERIFY(pages.size() > 5);
    for (const auto &page : pages) {
        const auto text = textOf(page);
        QVERIFY2(text.contains(QStringLiteral("<h1>")), qPrintable(page));
        for (const auto &link : matchesIn(text, "href=\"([^\"]*)\"")) {
            const auto target = textOf(link.section(u'#', 0, 0));
            QVERIFY2(!target.isEmpty(), qPrintable(page + QStringLiteral(": ") + link));
            if (const auto place = link.section(u'#', 1); !place.isEmpty())
                QVERIFY2(target.contains(QStringLiteral("<a name=\"%1\">").arg(place)), qPrintable(link));
        }
        for (const auto &picture : matchesIn(text, "src=\"([^\"]*)\"")) {
            const QImage image(helpFolder() + u'/' + picture);
            QVERIFY2(!image.isNull() && (image.width() <= 900 || text.contains(QStringLiteral("<img width="))),
                     qPrintable(page + QStringLiteral(": ") + picture));
        }
        QCOMPARE(matchesIn(text, "(<img)").size(), matchesIn(text, "<img [^>]*(alt=\"[^\"]+\")").size());
    }
}

void TestHelp::reachesEveryPage()
{
    QSet<QString> reached;
    QStringList waiting{QStringLiteral("index.html")};
    while (!waiting.isEmpty()) {
        const auto page = waiting.takeLast();
        if (reached.contains(page))
            continue;
        reached.insert(page);
        for (const auto &link : matchesIn(textOf(page), "href=\"([^\"#]*)"))
            waiting.append(link);
    }
    const auto pages = QDir(helpFolder()).entryList({QStringLiteral("*.html")});
    QCOMPARE(reached, QSet<QString>(pages.begin(), pages.end()));
}

void TestHelp::showsPages()
{
    HelpWindow help;
    help.show();
    help.showPage({});
    QCOMPARE(help.page(), QStringLiteral("index"));
    auto *text = visible<QTextBrowser>(help, "help");
    QVERIFY(text->toPlainText().contains(QStringLiteral("Sealift")));
    photograph(help, QStringLiteral("help"));
    VERIFY_SOUND(help);
    help.showPage(QStringLiteral("import#findings"));
    QCOMPARE(help.page(), QStringLiteral("import"));
    text->backward();
    QCOMPARE(help.page(), QStringLiteral("index"));
    help.showPage(QStringLiteral("no such page"));
    QCOMPARE(help.page(), QStringLiteral("index"));
}

void TestHelp::comesForWhereOneIs()
{
    DialogBench bench;
    TaskBench tasks(bench);
    WindowFixture fixture;
    auto &window = fixture.open();
    Dialogs dialogs(window, tasks.queue(),
                    DialogServices{bench.libraries, bench.images, bench.probes, bench.places, bench.sheets,
                                   bench.settings, bench.codes, bench.texts, bench.seals, bench.ec2},
                    DialogPlaces{bench.path(QStringLiteral("new")), bench.path({}), {}});
    dialogs.serve(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    QTRY_VERIFY(shown() != nullptr);
    QCOMPARE(shown()->page(), QStringLiteral("index"));
    shown()->close();
    QTRY_VERIFY(shown() == nullptr);
    dialogs.importImages({}, {});
    auto *sheet = window.findChild<ImportSheet *>();
    sheet->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(sheet));
    QTest::keyClick(sheet, Qt::Key_F1);
    QTRY_VERIFY(shown() != nullptr);
    QCOMPARE(shown()->page(), QStringLiteral("import"));
    sheet->reject();
    shown()->close();
    QTRY_VERIFY(shown() == nullptr);
}

/// The table of keys says what the actions have.
void TestHelp::namesKeysAsTheyAre()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    QSet<QString> known;
    for (const auto &action : window.shortcuts())
        known.insert(action.usual.toString(QKeySequence::PortableText));
    const auto rows = matchesIn(textOf(QStringLiteral("keyboard.html")), "<tr><td>([^<]*)</td>");
    QVERIFY(rows.size() > 10);
    for (const auto &row : rows) {
        for (const auto &keys : row.split(QStringLiteral(", ")))
            QVERIFY2(known.contains(keys), qPrintable(keys));
    }
}

QTEST_MAIN(TestHelp)

#include "tst_help.moc"
