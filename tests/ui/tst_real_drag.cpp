#include "ui/main_window/drop_overlay.h"
#include "ui/support/window_fixture.h"

#include <QEventLoop>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr int kPatience = 20000; // ms
constexpr int kSteps = 12;

} // namespace

/// Files that another process drags onto the window, by the protocol and the mouse of a real X server.
class TestRealDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void takesFilesOfAnotherProcess();
    void takesThemOntoALibrary();
    void leavesThemWhereNothingTakesThem();

private:
    void startSource(const QStringList &files);
    void mouse(const QStringList &words);
    void moveTo(QPoint from, QPoint to);
    void dragTo(QPoint target);
    bool says(const char *word);

    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
    QProcess m_source;
    QByteArray m_said;
    QPoint m_from;
};

void TestRealDrag::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("SEALIFT_TEST_X11"))
        QSKIP("xvfb-run or xdotool is not installed");
}

void TestRealDrag::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->addLibraries();
    m_window = &m_fixture->open();
    m_window->setGeometry(400, 100, 1100, 800);
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

void TestRealDrag::cleanup()
{
    m_source.kill();
    m_source.waitForFinished();
    m_said.clear();
    m_fixture.reset();
}

void TestRealDrag::startSource(const QStringList &files)
{
    m_source.start(QStringLiteral(SEALIFT_DRAG_SOURCE), files);
    QVERIFY(says("ready"));
    const auto words = m_said.trimmed().split(' ');
    m_from = {words.value(1).toInt(), words.value(2).toInt()};
    m_said.clear();
}

/// Whether the other process says a line that begins so, while this one lives on.
bool TestRealDrag::says(const char *word)
{
    return QTest::qWaitFor(
        [&] {
            m_said += m_source.readAllStandardOutput();
            return m_said.contains('\n') && m_said.startsWith(word);
        },
        kPatience);
}

void TestRealDrag::mouse(const QStringList &words)
{
    QProcess xdotool;
    QEventLoop loop;
    connect(&xdotool, &QProcess::finished, &loop, &QEventLoop::quit);
    xdotool.start(QStringLiteral("xdotool"), words);
    loop.exec();
    QCOMPARE(xdotool.exitCode(), 0);
}

void TestRealDrag::moveTo(QPoint from, QPoint to)
{
    for (int step = 1; step <= kSteps; ++step) {
        const auto at = from + (to - from) * step / kSteps;
        mouse({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y())});
        QTest::qWait(20);
    }
}

/// Everything but letting go.
void TestRealDrag::dragTo(QPoint target)
{
    mouse({QStringLiteral("mousemove"), QString::number(m_from.x()), QString::number(m_from.y())});
    mouse({QStringLiteral("mousedown"), QStringLiteral("1")});
    moveTo(m_from, target);
}

void TestRealDrag::takesFilesOfAnotherProcess()
{
    startSource({QStringLiteral("/srv/web01.ova"), QStringLiteral("/srv/web 02.vmdk")});
    auto *overlay = m_window->findChild<DropOverlay *>();
    QSignalSpy imports(m_window, &MainWindow::importRequested);
    dragTo(m_window->geometry().center());
    // It says what will happen before that happens.
    QTRY_VERIFY_WITH_TIMEOUT(overlay->isVisible(), kPatience);
    QTRY_VERIFY2_WITH_TIMEOUT(overlay->plan().sentence.contains(QStringLiteral("web01.ova and 1 more")),
                              qPrintable(overlay->plan().sentence), kPatience);
    mouse({QStringLiteral("mouseup"), QStringLiteral("1")});
    QTRY_COMPARE_WITH_TIMEOUT(imports.count(), 1, kPatience);
    QCOMPARE(imports[0][0].toStringList(),
             (QStringList{QStringLiteral("/srv/web01.ova"), QStringLiteral("/srv/web 02.vmdk")}));
    QVERIFY(says("dropped"));
    QTRY_VERIFY(!overlay->isVisible());
}

void TestRealDrag::takesThemOntoALibrary()
{
    startSource({QStringLiteral("/srv/web01.ova")});
    auto *tree = m_window->findChild<QTreeWidget *>();
    const auto library = tree->viewport()->mapToGlobal(tree->visualItemRect(tree->topLevelItem(3)).center());
    QSignalSpy imports(m_window, &MainWindow::importRequested);
    dragTo(library);
    QTest::qWait(300);
    mouse({QStringLiteral("mouseup"), QStringLiteral("1")});
    QTRY_COMPARE_WITH_TIMEOUT(imports.count(), 1, kPatience);
    QCOMPARE(imports[0][1].toString(), QStringLiteral("s3"));
}

void TestRealDrag::leavesThemWhereNothingTakesThem()
{
    startSource({QStringLiteral("/srv/notes.txt")});
    auto *overlay = m_window->findChild<DropOverlay *>();
    QSignalSpy imports(m_window, &MainWindow::importRequested);
    dragTo(m_window->geometry().center());
    QTRY_VERIFY_WITH_TIMEOUT(overlay->isVisible() && !overlay->plan().refused.isEmpty(), kPatience);
    QVERIFY2(overlay->plan().refused[0].contains(QStringLiteral("notes.txt")), qPrintable(overlay->plan().refused[0]));
    mouse({QStringLiteral("mouseup"), QStringLiteral("1")});
    QVERIFY(says("")); // the drag is over
    QCOMPARE(imports.count(), 0);
    QTRY_VERIFY(!overlay->isVisible());
}

QTEST_MAIN(TestRealDrag)

#include "tst_real_drag.moc"
