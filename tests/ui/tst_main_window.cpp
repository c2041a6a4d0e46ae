#include "ui/common/elided_label.h"
#include "ui/common/guarantee_text.h"
#include "ui/common/guarantee_view.h"
#include "ui/common/theme.h"
#include "ui/common/tone.h"
#include "ui/language/language_switch.h"
#include "ui/main_window/drop_overlay.h"
#include "ui/queue/row_text.h"
#include "ui/support/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSet>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace sealift;
using namespace sealift::test;

namespace {

const QStringList kImages{QStringLiteral("/srv/web01.ova"), QStringLiteral("/srv/web02.ova"),
                          QStringLiteral("/srv/web03.ova")};

QList<QUrl> urlsOf(const QStringList &paths)
{
    QList<QUrl> urls;
    for (const auto &path : paths)
        urls += QUrl::fromLocalFile(path);
    return urls;
}

/// What a drag manager does: enter, move, drop.
struct Drag {
    explicit Drag(const QList<QUrl> &urls) { data.setUrls(urls); }

    bool enter(QWidget *widget, const QPoint &at)
    {
        QDragEnterEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
        return event.isAccepted();
    }
    bool drop(QWidget *widget, const QPoint &at)
    {
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        event.setAccepted(false);
        QApplication::sendEvent(widget, &event);
        return event.isAccepted();
    }

    QMimeData data;
};

void collect(QAccessibleInterface *element, QStringList &unnamed)
{
    if (element == nullptr || !element->isValid())
        return;
    static const QList<QAccessible::Role> needing{
        QAccessible::Button,  QAccessible::PushButton, QAccessible::EditableText, QAccessible::ComboBox,
        QAccessible::Tree,    QAccessible::Table,      QAccessible::List,         QAccessible::MenuItem,
        QAccessible::PageTab, QAccessible::CheckBox,   QAccessible::ButtonMenu};
    const auto *widget = qobject_cast<QWidget *>(element->object());
    const bool isOwn = widget == nullptr || !widget->objectName().startsWith(QLatin1String("qt_"));
    if (isOwn && needing.contains(element->role()) && element->text(QAccessible::Name).isEmpty() &&
        !element->state().invisible)
        unnamed += QStringLiteral("role %1, %2")
                       .arg(element->role())
                       .arg(element->object() != nullptr ? QLatin1String(element->object()->metaObject()->className())
                                                         : QLatin1String("?"));
    // The cells of tables are the model's business.
    if (element->role() == QAccessible::Tree || element->role() == QAccessible::Table)
        return;
    for (int i = 0; i < element->childCount(); ++i)
        collect(element->child(i), unnamed);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheUsersKeys();
    void saysTheGuaranteeInTheseWords();
    void saysWhatEc2Promises();
    void saysWhatHoldsForWhatIsUnderWay_data();
    void saysWhatHoldsForWhatIsUnderWay();
    void saysHowEachTaskIsProtected();
    void showsWhatTheServiceSays();
    void dropsOntoTheWindow();
    void dropsOntoALibrary();
    void dropsOntoEc2();
    void namesWhatCannotBeImported();
    void pastes();
    void asksToClose();
    void remembersItsLayout();
    void fitsIntoTheSmallestWindow();
    void namesEveryControl();
    void hasNoMnemonicTwice();
    void hasNoShortcutTwice();
    void isReadable_data();
    void isReadable();
};

void TestMainWindow::saysTheGuaranteeInTheseWords()
{
    const auto library = guaranteeOf(DestinationKind::Library);
    QCOMPARE(library.inMemory, QStringLiteral("encrypted with the library's key"));
    QCOMPARE(library.onTheWire, QStringLiteral("TLS on top"));
    QCOMPARE(library.atRest, QStringLiteral("encrypted; the store never sees plaintext or the key"));
    QCOMPARE(guaranteeOf(DestinationKind::Ec2).inMemory, QStringLiteral("no: the service itself must read the image"));
    QCOMPARE(guaranteeOf(DestinationKind::Ec2).onTheWire, QStringLiteral("TLS >= 1.2"));
    QCOMPARE(guaranteeOf(DestinationKind::Bucket).inMemory, QStringLiteral("only if an encrypted export is chosen"));
    QCOMPARE(guaranteeOf(DestinationKind::File).atRest,
             QStringLiteral("as chosen; plaintext needs an explicit confirmation"));
}

void TestMainWindow::saysWhatEc2Promises()
{
    WindowFixture fixture;
    fixture.addLibraries();
    auto &window = fixture.open();
    auto *tree = window.findChild<QTreeWidget *>();
    const auto ec2 = tree->findItems(QStringLiteral("Amazon EC2"), Qt::MatchExactly);
    QCOMPARE(ec2.size(), 1);
    auto *guarantee = window.findChild<GuaranteeView *>();
    tree->setCurrentItem(ec2.first());
    QVERIFY(guarantee->isVisible());
    const auto *words = guarantee->findChild<QLabel *>();
    QVERIFY(words->text().contains(guaranteeOf(DestinationKind::Ec2).inMemory.toHtmlEscaped()));
    tree->setCurrentItem(tree->findItems(QStringLiteral("Office NAS"), Qt::MatchExactly).first());
    QVERIFY(words->text().contains(guaranteeOf(DestinationKind::Library).inMemory.toHtmlEscaped()));
    QSignalSpy sent(&window, &MainWindow::ec2SendRequested);
    Q_EMIT tree->itemActivated(ec2.first(), 0);
    QCOMPARE(sent.size(), 1);
}

void TestMainWindow::saysWhatHoldsForWhatIsUnderWay_data()
{
    const QJsonObject running{{QStringLiteral("halt"), QStringLiteral("transferring")}};
    auto ec2 = running;
    ec2.insert(QStringLiteral("to"), QStringLiteral("ec2-snapshot"));
    auto sealed = running;
    sealed.insert(QStringLiteral("seal-for"), QJsonArray{QStringLiteral("/srv/ann.pem")});
    const auto in = stagedTask(QStringLiteral("a.raw"), TaskKind::Import, QStringLiteral("NAS"), running);
    const auto toEc2 = stagedTask(QStringLiteral("b.raw"), TaskKind::Import, QStringLiteral("EC2"), ec2);
    const auto plain = stagedTask(QStringLiteral("c"), TaskKind::Export, QStringLiteral("/srv/c.raw"), running);
    const auto forAnn = stagedTask(QStringLiteral("d"), TaskKind::Export, QStringLiteral("/srv/d.cms"), sealed);
    const auto ended = stagedTask(QStringLiteral("e"), TaskKind::Export, QStringLiteral("/srv/e.raw"), {});
    const auto endToEnd = QStringLiteral("encrypted end to end");
    const auto plainWords = QStringLiteral("1 export not encrypted");
    const auto ec2Words = QStringLiteral("1 to EC2, which must read the image: TLS, KMS at rest");

    QTest::addColumn<QList<TaskRecord>>("tasks");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QList<TaskRecord>() << endToEnd;
    QTest::newRow("an import") << QList{in} << endToEnd;
    QTest::newRow("a sealed export") << QList{forAnn} << endToEnd;
    QTest::newRow("a plain export that has ended") << QList{ended} << endToEnd;
    QTest::newRow("a plain export") << QList{plain} << plainWords;
    QTest::newRow("to EC2") << QList{toEc2} << ec2Words;
    QTest::newRow("all of it") << QList{in, toEc2, plain, forAnn}
                               << plainWords + QStringLiteral("; ") + ec2Words + QStringLiteral("; the rest ") +
                                      endToEnd;
}

void TestMainWindow::saysWhatHoldsForWhatIsUnderWay()
{
    QFETCH(const QList<TaskRecord>, tasks);
    QFETCH(const QString, words);
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    WindowFixture fixture;
    fixture.openQueue();
    const auto ids = fixture.queue->add(tasks);
    auto &window = fixture.open();
    QTRY_VERIFY(std::all_of(ids.begin(), ids.end(), [&](const TaskId &id) {
        const auto *task = fixture.queue->task(id);
        return task != nullptr && (task->state == TaskState::Transferring || isEnd(task->state));
    }));
    const auto *line = window.findChild<ElidedLabel *>(QStringLiteral("protection"));
    QTRY_COMPARE(line->text(), words);
}

void TestMainWindow::saysHowEachTaskIsProtected()
{
    const auto encryption = [](TaskKind kind, const QJsonObject &settings) {
        return rowText(stagedTask(QStringLiteral("a"), kind, QStringLiteral("b"), settings), 0, {}).encryption;
    };
    const QJsonArray one{QStringLiteral("x")};
    QCOMPARE(encryption(TaskKind::Import, {}), QStringLiteral("AES-256"));
    QCOMPARE(encryption(TaskKind::Verify, {}), QStringLiteral("AES-256"));
    QCOMPARE(encryption(TaskKind::Import, {{QStringLiteral("to"), QStringLiteral("ec2-image")}}),
             QStringLiteral("at EC2"));
    QCOMPARE(encryption(TaskKind::Export, {}), QStringLiteral("none"));
    QCOMPARE(encryption(TaskKind::Export, {{QStringLiteral("seal-for"), one}}), QStringLiteral("CMS"));
    QCOMPARE(encryption(TaskKind::Export, {{QStringLiteral("age-recipients"), one}}), QStringLiteral("age"));
    QCOMPARE(encryption(TaskKind::Export, {{QStringLiteral("luks-passphrase-file"), QStringLiteral("typed:1")}}),
             QStringLiteral("LUKS"));
    // What cannot be read promises nothing.
    QCOMPARE(encryption(TaskKind::Export, {{QStringLiteral("seal-for"), 7}}), QStringLiteral("none"));
}

void TestMainWindow::showsWhatTheServiceSays()
{
    WindowFixture fixture;
    fixture.openQueue();
    const QJsonObject service{{QStringLiteral("task"), QStringLiteral("import-ami-0a1")},
                              {QStringLiteral("status"), QStringLiteral("active")},
                              {QStringLiteral("message"), QStringLiteral("converting")},
                              {QStringLiteral("progress"), 27}};
    const auto id = fixture.queue->add(
        stagedTask(QStringLiteral("erp.vhd"), TaskKind::Import, QStringLiteral("EC2 image in eu-west-1"),
                   {{QStringLiteral("to"), QStringLiteral("ec2-image")},
                    {QStringLiteral("halt"), QStringLiteral("transferring")},
                    {QStringLiteral("staged"), QJsonObject{{QStringLiteral("service"), service}}}}));
    auto &window = fixture.open();
    QTRY_VERIFY(fixture.queue->task(id) != nullptr && !fixture.queue->task(id)->staged.isEmpty());
    window.choose({id});
    window.findChild<QTabWidget *>()->setCurrentIndex(0);
    const auto shows = [&window](const QString &words) {
        const auto labels = window.findChildren<ElidedLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const ElidedLabel *label) { return label->isVisible() && label->text() == words; });
    };
    QTRY_VERIFY(shows(QStringLiteral("active, converting, 27 %")));
    QTRY_COMPARE(rowText(*fixture.queue->task(id), 0, {}).state, QStringLiteral("converting 27 %"));
}

void TestMainWindow::dropsOntoTheWindow()
{
    WindowFixture fixture;
    fixture.libraries.add(QStringLiteral("NAS"), {QStringLiteral("/mnt/nas")});
    auto &window = fixture.open();
    auto *overlay = window.findChild<DropOverlay *>();
    QSignalSpy imports(&window, &MainWindow::importRequested);
    Drag drag(urlsOf(kImages));
    QVERIFY(drag.enter(&window, {600, 300}));
    QVERIFY(overlay->isVisible());
    QTRY_VERIFY2(overlay->plan().sentence.startsWith(QStringLiteral("Import web01.ova and 2 more into NAS")),
                 qPrintable(overlay->plan().sentence));
    QVERIFY(overlay->plan().sentence.endsWith(QStringLiteral("encrypted before they leave this computer")));
    QVERIFY(overlay->geometry().width() > 400);
    QVERIFY(drag.drop(overlay, {200, 200}));
    QVERIFY(!overlay->isVisible());
    QCOMPARE(imports.count(), 1);
    QCOMPARE(imports[0][0].toStringList(), kImages);
    QCOMPARE(imports[0][1].toString(), QStringLiteral("nas"));
}

void TestMainWindow::dropsOntoALibrary()
{
    WindowFixture fixture;
    fixture.addLibraries();
    auto &window = fixture.open();
    auto *overlay = window.findChild<DropOverlay *>();
    auto *tree = window.findChild<QTreeWidget *>();
    QSignalSpy imports(&window, &MainWindow::importRequested);
    Drag drag(urlsOf(kImages));
    const auto second = tree->visualItemRect(tree->topLevelItem(3)).center();
    QVERIFY(drag.enter(tree->viewport(), second));
    QVERIFY2(overlay->plan().sentence.contains(QStringLiteral("into prod-images")),
             qPrintable(overlay->plan().sentence));
    QVERIFY(drag.drop(tree->viewport(), second));
    QCOMPARE(imports[0][1].toString(), QStringLiteral("s3"));
    // One that cannot be reached is no target.
    const auto third = tree->visualItemRect(tree->topLevelItem(4)).center();
    drag.enter(tree->viewport(), third);
    QVERIFY(!overlay->plan().mayDrop());
    QVERIFY(!drag.drop(tree->viewport(), third));
    QCOMPARE(imports.count(), 1);
}

void TestMainWindow::dropsOntoEc2()
{
    WindowFixture fixture;
    fixture.addLibraries();
    auto &window = fixture.open();
    auto *overlay = window.findChild<DropOverlay *>();
    auto *tree = window.findChild<QTreeWidget *>();
    QSignalSpy imports(&window, &MainWindow::importRequested);
    QSignalSpy sent(&window, &MainWindow::ec2SendRequested);
    Drag drag(urlsOf(kImages));
    const auto ec2 = tree->findItems(QStringLiteral("Amazon EC2"), Qt::MatchExactly).first();
    const auto place = tree->visualItemRect(ec2).center();
    QVERIFY(drag.enter(tree->viewport(), place));
    QVERIFY2(overlay->plan().sentence.contains(QStringLiteral("must read the images")),
             qPrintable(overlay->plan().sentence));
    // Elsewhere it is another thing again.
    QVERIFY(drag.enter(tree->viewport(), tree->visualItemRect(tree->topLevelItem(2)).center()));
    QVERIFY(overlay->plan().sentence.contains(QStringLiteral("into Office NAS")));
    QVERIFY(drag.drop(tree->viewport(), place));
    QCOMPARE(imports.count(), 0);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent[0][0].toStringList(), kImages);
}

void TestMainWindow::namesWhatCannotBeImported()
{
    WindowFixture fixture;
    fixture.addLibraries();
    auto &window = fixture.open();
    auto *overlay = window.findChild<DropOverlay *>();
    QSignalSpy imports(&window, &MainWindow::importRequested);
    Drag drag({QUrl(QStringLiteral("https://cloud.example.org/disks/db.vmdk"))});
    drag.enter(&window, {600, 300});
    QVERIFY(!overlay->plan().mayDrop());
    QCOMPARE(overlay->plan().refused.size(), 1);
    QVERIFY2(overlay->plan().refused[0].contains(QStringLiteral("cloud.example.org")),
             qPrintable(overlay->plan().refused[0]));
    QVERIFY(!drag.drop(overlay, {200, 200}));
    QCOMPARE(imports.count(), 0);
}

void TestMainWindow::pastes()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    QSignalSpy imports(&window, &MainWindow::importRequested);
    auto *data = new QMimeData;
    data->setUrls(urlsOf(kImages));
    QGuiApplication::clipboard()->setMimeData(data);
    for (auto *action : window.findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Paste))
            action->trigger();
    }
    // Actions of the window are no children of it but of its parts: they are in the menus.
    for (auto *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (auto *action : menu->actions()) {
            if (imports.isEmpty() && action->shortcut() == QKeySequence(QKeySequence::Paste))
                action->trigger();
        }
    }
    QCOMPARE(imports.count(), 1);
    QCOMPARE(imports[0][0].toStringList(), kImages);
}

void TestMainWindow::asksToClose()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    QSignalSpy asked(&window, &MainWindow::closeRequested);
    QVERIFY(!window.close());
    QCOMPARE(asked.count(), 1);
    QVERIFY(window.isVisible());
}

void TestMainWindow::remembersItsLayout()
{
    WindowFixture fixture;
    fixture.open().resize(1000, 600);
    const auto layout = fixture.window->saveLayout();
    WindowFixture other;
    QVERIFY(other.open().restoreLayout(layout));
    QTRY_COMPARE(other.window->size(), QSize(1000, 600));
    QVERIFY(!other.window->restoreLayout("nonsense"));
}

void TestMainWindow::fitsIntoTheSmallestWindow()
{
    WindowFixture fixture;
    fixture.addLibraries();
    fixture.openQueue();
    const auto id =
        fixture.queue->add(stagedTask(QStringLiteral("a"), TaskKind::Import, QStringLiteral("NAS"),
                                      {{QStringLiteral("error"), QStringLiteral("io: the disk is broken")}}));
    auto &window = fixture.open();
    window.resize(800, 500);
    QTRY_VERIFY(fixture.queue->task(id) != nullptr && fixture.queue->task(id)->state == TaskState::Failed);
    window.choose({id});
    for (int page = 0; page < 5; ++page) {
        window.findChild<QTabWidget *>()->setCurrentIndex(page);
        QTest::qWait(20);
        QCOMPARE(window.size(), QSize(800, 500));
    }
}

void TestMainWindow::namesEveryControl()
{
    WindowFixture fixture;
    fixture.addLibraries();
    fixture.openQueue();
    const auto id = fixture.queue->add(stagedTask(QStringLiteral("a"), TaskKind::Import, QStringLiteral("NAS"), {}));
    auto &window = fixture.open();
    QTRY_VERIFY(fixture.queue->task(id) != nullptr);
    QTest::qWait(100);
    window.choose({id});
    QStringList unnamed;
    for (int page = 0; page < 5; ++page) {
        window.findChild<QTabWidget *>()->setCurrentIndex(page);
        collect(QAccessible::queryAccessibleInterface(&window), unnamed);
    }
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
}

void TestMainWindow::hasNoMnemonicTwice()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    const auto check = [](const QList<QAction *> &actions, const QString &where) {
        QHash<QString, QString> seen;
        for (const auto *action : actions) {
            const auto mnemonic = QKeySequence::mnemonic(action->text()).toString();
            if (mnemonic.isEmpty())
                continue;
            QVERIFY2(!seen.contains(mnemonic),
                     qPrintable(QStringLiteral("%1: %2 and %3").arg(where, seen.value(mnemonic), action->text())));
            seen.insert(mnemonic, action->text());
        }
    };
    check(window.menuBar()->actions(), QStringLiteral("menu bar"));
    for (const auto *menu : window.menuBar()->findChildren<QMenu *>())
        check(menu->actions(), menu->title());
}

void TestMainWindow::hasNoShortcutTwice()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    QHash<QString, QString> seen;
    for (const auto *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (const auto *action : menu->actions()) {
            for (const auto &keys : action->shortcuts()) {
                const auto text = keys.toString();
                QVERIFY2(!seen.contains(text) || seen.value(text) == action->text(), qPrintable(text));
                seen.insert(text, action->text());
            }
        }
    }
    QVERIFY(seen.size() > 15);
}

void TestMainWindow::isReadable_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
    QTest::newRow("high contrast") << static_cast<int>(Theme::HighContrast);
}

/// Contrast as the Web Content Accessibility Guidelines 2.1 define it (1.4.3).
void TestMainWindow::isReadable()
{
    QFETCH(int, theme);
    const auto palette = themePalette(static_cast<Theme>(theme));
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const auto contrast = [&](const QColor &a, const QColor &b) {
        const auto x = luminance(a);
        const auto y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    };
    for (const auto tone : {Tone::Plain, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad}) {
        const auto color = toneColor(palette, tone);
        for (const auto &ground :
             {palette.color(QPalette::Base), palette.color(QPalette::AlternateBase), toneFill(palette, tone)})
            QVERIFY2(
                contrast(color, ground) >= 4.5,
                qPrintable(QStringLiteral("tone %1: %2").arg(static_cast<int>(tone)).arg(contrast(color, ground))));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
}

void TestMainWindow::takesTheUsersKeys()
{
    WindowFixture fixture;
    fixture.settings.values.shortcuts = {{QStringLiteral("import"), QStringLiteral("F7")},
                                         {QStringLiteral("quit"), QString()}};
    auto &window = fixture.open();
    // Actions are no children of the window, but in its menus.
    QHash<QString, QAction *> actions;
    for (const auto *menu : window.menuBar()->actions()) {
        for (auto *action : menu->menu()->actions())
            actions.insert(action->objectName(), action);
    }
    const auto keys = [&actions](const char *id) {
        return actions.value(QLatin1String(id))->shortcut().toString(QKeySequence::PortableText);
    };
    QCOMPARE(keys("import"), QStringLiteral("F7"));
    QCOMPARE(keys("quit"), QString());
    QCOMPARE(keys("export"), QStringLiteral("Ctrl+E"));
    auto settings = fixture.settings.values;
    settings.shortcuts.clear();
    fixture.settings.set(settings);
    QCOMPARE(keys("import"), QStringLiteral("Ctrl+I"));
    // No two have the same from the start, and each can be told apart in the settings' file.
    QSet<QString> ids;
    QSet<QKeySequence> taken;
    for (const auto &action : window.shortcuts()) {
        QVERIFY2(!action.id.isEmpty() && !ids.contains(action.id), qPrintable(action.title));
        ids.insert(action.id);
        QVERIFY2(action.usual.isEmpty() || !taken.contains(action.usual), qPrintable(action.title));
        taken.insert(action.usual);
        QVERIFY2(!action.title.contains(u'&'), qPrintable(action.title));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
