#include "ui/export/export_wizard.h"
#include "ui/import/import_model.h"
#include "ui/import/import_sheet.h"
#include "ui/library/images_view.h"
#include "ui/library/new_library_wizard.h"
#include "ui/library/open_library_dialog.h"
#include "ui/library/unlock_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/support/pseudo_locale.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"
#include "ui/support/window_fixture.h"
#include "ui/welcome/welcome_wizard.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QMenuBar>
#include <QTabWidget>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

/// Every window in a language that is a third longer than English: nothing is cut off, and nothing stays English.
class TestPseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesTextsLonger();
    void showsTheMainWindowWhole();
    void showsTheImportSheetWhole();
    void showsTheExportWizardWhole();
    void showsTheSettingsWhole();
    void showsLibrariesWhole();
    void showsTheFirstStepsWhole();

private:
    static void whole(QWidget &window, const char *name);
    void next(QWizard &wizard);

    PseudoLocale m_language;
    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
};

void TestPseudoLocale::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QCoreApplication::installTranslator(&m_language);
}

void TestPseudoLocale::cleanup()
{
    QCoreApplication::removeTranslator(&m_language);
    m_bench.reset();
}

void TestPseudoLocale::whole(QWidget &window, const char *name)
{
    photograph(window, QStringLiteral("pseudo-") + QLatin1String(name));
    const auto cut = clippedTexts(window);
    QVERIFY2(cut.isEmpty(), qPrintable(QLatin1String(name) + QStringLiteral(": ") + cut.join(u'\n')));
}

void TestPseudoLocale::next(QWizard &wizard)
{
    const int page = wizard.currentId();
    QTRY_VERIFY_WITH_TIMEOUT(wizard.button(QWizard::NextButton)->isEnabled(), kPatience);
    wizard.next();
    QVERIFY(wizard.currentId() != page);
}

void TestPseudoLocale::makesTextsLonger()
{
    const auto text = m_language.translate("sealift::X", "&Open %1 now", nullptr, -1);
    QCOMPARE(text, QStringLiteral("[&Opén %1 nöw ~~~~]"));
    QVERIFY(m_language.translate("QDialogButtonBox", "Cancel", nullptr, -1).isEmpty());
}

void TestPseudoLocale::showsTheMainWindowWhole()
{
    WindowFixture fixture(2);
    fixture.addLibraries();
    fixture.openQueue();
    fixture.queue->add({stagedTask(QStringLiteral("web01.vmdk"), TaskKind::Import, QStringLiteral("/mnt/nas/library"),
                                   {{QStringLiteral("halt"), QStringLiteral("transferring")}}),
                        stagedTask(QStringLiteral("db02.vmdk"), TaskKind::Import, QStringLiteral("/mnt/nas/library"),
                                   {{QStringLiteral("error"), QStringLiteral("no-space: the disk is full")}})});
    auto &window = fixture.open();
    QTest::qWait(500);
    whole(window, "window");
    for (const auto *menu : window.menuBar()->actions())
        QVERIFY2(menu->text().startsWith(u'['), qPrintable(menu->text()));
}

void TestPseudoLocale::showsTheImportSheetWhole()
{
    makeRawDisk(m_bench->path(QStringLiteral("mail01.raw")), 8 << 20, 7);
    ImportSheet sheet(m_bench->importServices());
    sheet.add({m_bench->path(QStringLiteral("mail01.raw")), m_bench->path(QStringLiteral("gone.vhd"))});
    sheet.show();
    const auto *model = sheet.findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy() && !model->isExamining(), kPatience);
    whole(sheet, "import");
    sheet.chooseGoal(ImportSheet::Goal::Ec2Image);
    sheet.findChild<QComboBox *>(QStringLiteral("ec2Way"))->setCurrentIndex(1);
    whole(sheet, "import-ec2");
}

void TestPseudoLocale::showsTheExportWizardWhole()
{
    const auto image = m_bench->libraries.images(m_library).front();
    ExportWizard wizard(m_bench->exportServices(), ExportWizard::Beginning{m_library, image.snapshot.hex(),
                                                                           QStringLiteral("esxi"), m_bench->path({})});
    wizard.show();
    whole(wizard, "export-1");
    next(wizard);
    whole(wizard, "export-2");
    next(wizard);
    QTRY_VERIFY_WITH_TIMEOUT(wizard.button(QWizard::NextButton)->isEnabled(), kPatience);
    whole(wizard, "export-3");
    next(wizard);
    whole(wizard, "export-4");
    for (const auto *kind : {"forCertificates", "forRecipients", "byPassphrase", "asLuks"}) {
        wizard.findChild<QAbstractButton *>(QLatin1String(kind))->click();
        whole(wizard, kind);
    }
    choosePlain(wizard);
    whole(wizard, "export-4-plain");
    next(wizard);
    whole(wizard, "export-5");
}

void TestPseudoLocale::showsTheSettingsWhole()
{
    SettingsDialog dialog(m_bench->settings, m_bench->places, {});
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("settingsTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QVERIFY2(tabs->tabText(tab).startsWith(u'['), qPrintable(tabs->tabText(tab)));
        tabs->setCurrentIndex(tab);
        whole(dialog, qPrintable(QStringLiteral("settings-%1").arg(tab + 1)));
    }
}

void TestPseudoLocale::showsLibrariesWhole()
{
    OpenLibraryDialog open(m_bench->libraries, m_bench->places, m_bench->texts, true);
    open.show();
    whole(open, "open-library");
    NewLibraryWizard make(m_bench->libraries, m_bench->places, m_bench->texts, m_bench->sheets,
                          m_bench->path(QStringLiteral("new")), true);
    make.show();
    whole(make, "new-library-1");
    next(make);
    whole(make, "new-library-2");
    UnlockDialog unlock(m_bench->libraries, m_library, true);
    unlock.show();
    whole(unlock, "unlock");
    ImagesView images(m_bench->libraries, m_bench->images, m_bench->texts);
    images.setLibrary(m_library);
    images.resize(900, 400);
    images.show();
    whole(images, "images");
}

void TestPseudoLocale::showsTheFirstStepsWhole()
{
    WelcomeWizard wizard({m_bench->libraries, m_bench->places, m_bench->texts, m_bench->sheets, m_bench->settings},
                         m_bench->path(QStringLiteral("first")), true);
    wizard.show();
    whole(wizard, "welcome-1");
    next(wizard);
    whole(wizard, "welcome-2");
}

QTEST_MAIN(TestPseudoLocale)

#include "tst_pseudo_locale.moc"
