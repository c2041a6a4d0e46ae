#include "desktop/dialogs/dialogs.h"

#include "ui/export/export_wizard.h"
#include "ui/import/import_sheet.h"
#include "ui/library/unlock_dialog.h"
#include "ui/queue/row_text.h"
#include "ui/support/task_bench.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

/// From what the window asks for to tasks in a real queue, and back to what a library shows.
class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importsWhatTheSheetSays();
    void importsStraightAwayWhereAllIsClear();
    void showsTheSheetWhereItIsNot();
    void unlocksFromWithinTheSheet();
    void verifiesImages();
    void tellsOfFailuresThatNoDialogShows();

private:
    bool waitForImages(std::size_t count);

    std::unique_ptr<DialogBench> m_bench;
    std::unique_ptr<TaskBench> m_tasks;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Dialogs> m_dialogs;
    QString m_library;
};

void TestDialogs::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    makeRawDisk(m_bench->path(QStringLiteral("mail01.raw")), 8 << 20, 3);
    m_tasks = std::make_unique<TaskBench>(*m_bench);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    const DialogServices services{m_bench->libraries, m_bench->images,   m_bench->probes, m_bench->places,
                                  m_bench->sheets,    m_bench->settings, m_bench->codes,  m_bench->texts,
                                  m_bench->seals,     m_bench->ec2};
    m_dialogs = std::make_unique<Dialogs>(*m_window, m_tasks->queue(), services,
                                          DialogPlaces{m_bench->path(QStringLiteral("new")), m_bench->path({}), {}});
}

void TestDialogs::cleanup()
{
    m_dialogs.reset();
    m_window.reset();
    m_tasks.reset();
    m_bench.reset();
}

bool TestDialogs::waitForImages(std::size_t count)
{
    return QTest::qWaitFor([&] { return m_bench->libraries.images(m_library).size() == count; }, kPatience);
}

void TestDialogs::importsWhatTheSheetSays()
{
    m_dialogs->importImages({m_bench->path(QStringLiteral("mail01.raw"))}, m_library);
    auto *sheet = m_window->findChild<ImportSheet *>();
    QVERIFY(sheet != nullptr && sheet->isVisible());
    auto *import = visible<QPushButton>(*sheet, "import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click();
    QVERIFY(waitForImages(2)); // listed again once the task is over
    QTRY_VERIFY(m_window->findChild<ImportSheet *>() == nullptr);
}

void TestDialogs::importsStraightAwayWhereAllIsClear()
{
    auto settings = m_bench->settings.settings();
    settings.importStraightAway = true;
    m_bench->settings.set(settings);
    m_dialogs->importImages({m_bench->path(QStringLiteral("mail01.raw"))}, m_library);
    QVERIFY(waitForImages(2));
    QTRY_VERIFY(m_window->findChild<ImportSheet *>() == nullptr);
}

void TestDialogs::showsTheSheetWhereItIsNot()
{
    auto settings = m_bench->settings.settings();
    settings.importStraightAway = true;
    m_bench->settings.set(settings);
    m_dialogs->importImages({m_bench->path(QStringLiteral("gone.raw"))}, m_library);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ImportSheet *>()->isVisible(), kPatience);
    QCOMPARE(m_tasks->queue().count(), 0);
}

void TestDialogs::unlocksFromWithinTheSheet()
{
    m_bench->libraries.lock(m_library);
    m_dialogs->importImages({m_bench->path(QStringLiteral("mail01.raw"))}, m_library);
    auto *sheet = m_window->findChild<ImportSheet *>();
    visible<QPushButton>(*sheet, "unlockChosen")->click();
    auto *unlock = sheet->findChild<UnlockDialog *>();
    QVERIFY(unlock != nullptr && unlock->isVisible());
    auto *field = visible<QLineEdit>(*unlock, "unlockPassword");
    QTest::keyClicks(field, QStringLiteral("test"));
    QTest::keyClick(field, Qt::Key_Return);
    auto *import = visible<QPushButton>(*sheet, "import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
}

void TestDialogs::verifiesImages()
{
    const auto end = [this](qsizetype number) {
        const auto *task = m_tasks->queue().task(m_tasks->queue().tasks().at(number));
        return task->end();
    };
    m_dialogs->verifyImages(m_library, m_bench->libraries.images(m_library));
    QTRY_COMPARE(m_tasks->queue().count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(end(0).has_value(), kPatience);
    QCOMPARE(*end(0), TaskEnd::Completed);
    const auto sound = *m_tasks->queue().task(m_tasks->queue().tasks().at(0));
    QCOMPARE(sound.progress.done, sound.progress.total);
    QVERIFY(sound.progress.done > 0 && !sound.receipt.isEmpty());
    QCOMPARE(rowText(sound, 0, {}).outcome.section(QStringLiteral(" - "), 1), QStringLiteral("all of it is sound"));

    // Every pack has a bit of another value somewhere in the middle.
    QDirIterator packs(m_bench->path(QStringLiteral("office/data")), QDir::Files, QDirIterator::Subdirectories);
    while (packs.hasNext()) {
        QFile pack(packs.next());
        pack.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(pack.open(QIODevice::ReadWrite));
        if (pack.size() < 100'000)
            continue; // what describes the image
        pack.seek(pack.size() / 2);
        const char byte = pack.peek(1).at(0);
        QVERIFY(pack.putChar(static_cast<char>(byte ^ 1)));
    }
    m_dialogs->verifyImages(m_library, m_bench->libraries.images(m_library));
    QTRY_COMPARE(m_tasks->queue().count(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(end(1).has_value(), kPatience);
    QCOMPARE(*end(1), TaskEnd::Failed);
    const auto damaged = *m_tasks->queue().task(m_tasks->queue().tasks().at(1));
    QVERIFY(damaged.error);
    QCOMPARE(damaged.error->code, errorCodeName(ErrorCode::Corrupt));
    QVERIFY2(damaged.error->remedy.contains(QStringLiteral("Import the image again")),
             qPrintable(damaged.error->remedy));
}

void TestDialogs::tellsOfFailuresThatNoDialogShows()
{
    QSignalSpy noticed(m_dialogs.get(), &Dialogs::noticed);
    m_bench->libraries.unlock(m_library, QCA::SecureArray("wrong"), false);
    QVERIFY(noticed.wait(kPatience));
    QVERIFY(!noticed.first().at(0).toString().isEmpty());
    m_dialogs->importSample();
    QCOMPARE(noticed.size(), 2);
}

QTEST_MAIN(TestDialogs)

#include "tst_dialogs.moc"
