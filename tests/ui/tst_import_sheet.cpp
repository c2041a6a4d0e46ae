#include "task/task_settings.h"
#include "ui/common/findings_view.h"
#include "ui/import/import_model.h"
#include "ui/import/import_sheet.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace sealift;
using namespace sealift::test;

/// The import sheet over real files, up to images in a real library.
class TestImportSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importsSeveralImages();
    void namesWhatCannotBeImported();
    void wantsAnUnlockedLibrary();
    void wantsNamesThatDiffer();
    void showsWhatPreflightFinds();
    void refusesWhatPreflightRefuses();
    void asksNoLongerThanItIsShown();
    void passesOptionsOn();
    void remembersStraightAway();

private:
    std::unique_ptr<ImportSheet> sheet(const QStringList &files);
    QPushButton *button(ImportSheet &from) { return visible<QPushButton>(from, "import"); }
    static bool runTool(const QString &program, const QStringList &arguments);

    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
};

void TestImportSheet::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
    makeRawDisk(m_bench->path(QStringLiteral("mail01.raw")), 24 << 20, 7);
    QProcess convert;
    convert.start(QStringLiteral("qemu-img"),
                  {QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("vmdk"), QStringLiteral("-o"),
                   QStringLiteral("subformat=streamOptimized"), m_bench->path(QStringLiteral("mail01.raw")),
                   m_bench->path(QStringLiteral("legacy-erp.vmdk"))});
    QVERIFY(convert.waitForFinished(kPatience));
}

void TestImportSheet::cleanup()
{
    m_bench.reset();
}

std::unique_ptr<ImportSheet> TestImportSheet::sheet(const QStringList &files)
{
    auto made = std::make_unique<ImportSheet>(m_bench->importServices());
    QStringList paths;
    for (const auto &file : files)
        paths.append(m_bench->path(file));
    made->add(paths);
    made->show();
    return made;
}

bool TestImportSheet::runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.start(program, arguments);
    return tool.waitForFinished(kPatience) && tool.exitCode() == 0;
}

void TestImportSheet::importsSeveralImages()
{
    const auto made = sheet({QStringLiteral("mail01.raw"), QStringLiteral("legacy-erp.vmdk")});
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
    QVERIFY(made->isClear());
    QTest::keyClicks(visible<QLineEdit>(*made, "tags"), QStringLiteral("june, old NAS,"));
    auto *view = made->findChild<QTreeView *>();
    view->model()->setData(view->model()->index(0, ImportModel::Name), QStringLiteral("mail server"));
    photograph(*made, QStringLiteral("import-1-ready"));
    VERIFY_SOUND(*made);
    visible<QToolButton>(*made, "options")->click();
    photograph(*made, QStringLiteral("import-2-options"));
    VERIFY_SOUND(*made);
    QTest::keyClick(made.get(), Qt::Key_Return);
    QCOMPARE(made->result(), static_cast<int>(QDialog::Accepted));

    TaskBench tasks(*m_bench);
    const auto records = importTasks(made->plan());
    QCOMPARE(records.size(), 2);
    const auto failure = tasks.run(records);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QSignalSpy listed(&m_bench->libraries, &LibraryService::imagesChanged);
    m_bench->libraries.refresh(m_library);
    QVERIFY(listed.wait(kPatience));
    QStringList names;
    for (const auto &image : m_bench->libraries.images(m_library)) {
        names.append(image.name);
        if (image.name == QLatin1String("mail server"))
            QVERIFY(image.tags.contains(QStringLiteral("old NAS")) && image.tags.contains(QStringLiteral("june")));
    }
    names.sort();
    QCOMPARE(names,
             (QStringList{QStringLiteral("legacy-erp"), QStringLiteral("mail server"), QStringLiteral("web01")}));
}

void TestImportSheet::namesWhatCannotBeImported()
{
    QProcess make;
    make.start(QStringLiteral("qemu-img"),
               {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                QStringLiteral("-b"), QStringLiteral("mail01.raw"), QStringLiteral("-F"), QStringLiteral("raw"),
                m_bench->path(QStringLiteral("delta.qcow2"))});
    QVERIFY(make.waitForFinished(kPatience));
    const auto made = sheet({QStringLiteral("mail01.raw"), QStringLiteral("delta.qcow2"), QStringLiteral("gone.vhd")});
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
    QVERIFY(!made->isClear());
    QCOMPARE(made->plan().images.size(), 1);
    const auto *model = made->findChild<ImportModel *>();
    QCOMPARE(model->refused().size(), 2);
    photograph(*made, QStringLiteral("import-3-refused"));
    VERIFY_SOUND(*made);

    const auto bad = sheet({QStringLiteral("delta.qcow2")});
    const auto *badModel = bad->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!badModel->isBusy(), kPatience);
    QVERIFY(!button(*bad)->isEnabled());
}

void TestImportSheet::wantsAnUnlockedLibrary()
{
    m_bench->libraries.lock(m_library);
    const auto made = sheet({QStringLiteral("mail01.raw")});
    const auto *model = made->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy(), kPatience);
    QVERIFY(!button(*made)->isEnabled());
    photograph(*made, QStringLiteral("import-4-locked"));
    QSignalSpy wanted(made.get(), &ImportSheet::unlockRequested);
    QTest::mouseClick(visible<QPushButton>(*made, "unlockChosen"), Qt::LeftButton);
    QCOMPARE(wanted.first().at(0).toString(), m_library);
    m_bench->libraries.unlock(m_library, QCA::SecureArray("test"), false);
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
}

void TestImportSheet::wantsNamesThatDiffer()
{
    const auto made = sheet({QStringLiteral("mail01.raw"), QStringLiteral("legacy-erp.vmdk")});
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
    auto *model = made->findChild<QTreeView *>()->model();
    model->setData(model->index(1, ImportModel::Name), QStringLiteral("mail01"));
    QVERIFY(!button(*made)->isEnabled());
    model->setData(model->index(1, ImportModel::Name), QStringLiteral("  "));
    QVERIFY(!button(*made)->isEnabled());
    model->setData(model->index(1, ImportModel::Name), QStringLiteral("web01"));
    QVERIFY(button(*made)->isEnabled());
    const auto state = model->index(1, ImportModel::State).data().toString();
    QVERIFY2(state.contains(QStringLiteral("New version")), qPrintable(state));
}

void TestImportSheet::showsWhatPreflightFinds()
{
    QVERIFY(runTool(QStringLiteral("qemu-img"),
                    {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                     m_bench->path(QStringLiteral("blank.qcow2")), QStringLiteral("64M")}));
    const auto made = sheet({QStringLiteral("mail01.raw"), QStringLiteral("blank.qcow2")});
    const auto *model = made->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy() && !model->isExamining(), kPatience);
    const auto stateOf = [model](int row) { return model->index(row, ImportModel::State).data().toString(); };
    QCOMPARE(stateOf(0), QStringLiteral("Ready"));
    QVERIFY2(stateOf(1).contains(QStringLiteral("1 warning")), qPrintable(stateOf(1)));
    // The one with something to say shows it without being chosen; it can be imported.
    auto *shown = made->findChild<FindingsView *>();
    QVERIFY(shown->isVisibleTo(made.get()));
    QCOMPARE(shown->findings().first().rule, QStringLiteral("disk-empty"));
    QVERIFY(button(*made)->isEnabled());
    QVERIFY(made->isClear());
    photograph(*made, QStringLiteral("import-5-findings"));
    VERIFY_SOUND(*made);
    // Where it is to run one day makes more of it, for both.
    auto *purpose = visible<QComboBox>(*made, "purpose");
    purpose->setCurrentIndex(purpose->findText(QStringLiteral("Amazon EC2")));
    const auto rulesOf = [model](int row) {
        QStringList rules;
        for (const auto &finding : model->rowAt(row).findings)
            rules.append(finding.rule);
        return rules;
    };
    QVERIFY2(rulesOf(1).contains(QStringLiteral("ec2-container")), qPrintable(rulesOf(1).join(u' ')));
    QVERIFY2(rulesOf(0).join(u' ').contains(QStringLiteral("ec2-")), qPrintable(rulesOf(0).join(u' ')));
    QVERIFY(button(*made)->isEnabled());
    QCOMPARE(made->plan().images.size(), 2);
    made->findChild<QTreeView *>()->setCurrentIndex(model->index(0, 0));
    QCOMPARE(shown->findings(), model->rowAt(0).findings);
    QVERIFY(shown->findings().first().what.contains(QStringLiteral("Amazon EC2")));
    photograph(*made, QStringLiteral("import-6-for-ec2"));
    VERIFY_SOUND(*made);
}

void TestImportSheet::refusesWhatPreflightRefuses()
{
    // As a virtual machine that is running holds it.
    QProcess writer;
    writer.start(QStringLiteral("sh"),
                 {QStringLiteral("-c"), QStringLiteral("exec 3<>\"$1\" && echo open && read -r x"),
                  QStringLiteral("writer"), m_bench->path(QStringLiteral("mail01.raw"))});
    QVERIFY(writer.waitForReadyRead(kPatience));
    const auto made = sheet({QStringLiteral("mail01.raw")});
    const auto *model = made->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy() && !model->isExamining(), kPatience);
    QVERIFY(!button(*made)->isEnabled());
    QVERIFY(!made->isClear());
    QCOMPARE(model->refused().size(), 1);
    photograph(*made, QStringLiteral("import-7-in-use"));
    VERIFY_SOUND(*made);
    // Whoever knows better may.
    visible<QCheckBox>(*made, "force")->click();
    QVERIFY(button(*made)->isEnabled());
    const auto task = importTasks(made->plan()).first();
    QCOMPARE(ImportSettings::parse(task.settings, QStringLiteral("test"))->ignorePreflight,
             QStringList{QStringLiteral("host-image-in-use")});
    visible<QCheckBox>(*made, "force")->click();
    QVERIFY(!button(*made)->isEnabled());
    writer.write("\n");
    QVERIFY(writer.waitForFinished(kPatience));
}

void TestImportSheet::asksNoLongerThanItIsShown()
{
    // Nobody looks at a sheet that is not shown, and its images are not opened for it.
    QSignalSpy examined(&m_bench->probes, &ImageProbeService::examined);
    QSignalSpy probed(&m_bench->probes, &ImageProbeService::probed);
    {
        ImportSheet hidden(m_bench->importServices());
        hidden.add({m_bench->path(QStringLiteral("mail01.raw"))});
        QVERIFY(probed.wait(kPatience));
        QVERIFY(!hidden.findChild<ImportModel *>()->takeUnexamined().isEmpty());
    }
    {
        ImportSheet shown(m_bench->importServices());
        shown.show();
        shown.add({m_bench->path(QStringLiteral("legacy-erp.vmdk"))});
        QVERIFY(probed.wait(kPatience));
    }
    QTest::qWait(3000);
    QCOMPARE(examined.size(), 0);
}

void TestImportSheet::passesOptionsOn()
{
    const auto made = sheet({QStringLiteral("mail01.raw")});
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
    visible<QToolButton>(*made, "options")->click();
    QTest::keyClick(made->findChild<QWidget *>(QStringLiteral("compression")), Qt::Key_End);
    auto *size = made->findChild<QWidget *>(QStringLiteral("packSize"));
    size->setProperty("value", 64);
    const auto plan = made->plan();
    QCOMPARE(plan.compression, Compression::Max);
    QCOMPARE(plan.packSize, qint64{64} << 20);
    const auto settings = importTasks(plan).first().settings;
    QCOMPARE(settings.value(QStringLiteral("pack-size")).toInteger(), qint64{64} << 20);
    QCOMPARE(settings.value(QStringLiteral("compression")).toString(), QStringLiteral("max"));
}

void TestImportSheet::remembersStraightAway()
{
    const auto made = sheet({QStringLiteral("mail01.raw")});
    QTRY_VERIFY_WITH_TIMEOUT(button(*made)->isEnabled(), kPatience);
    visible<QToolButton>(*made, "options")->click();
    visible<QCheckBox>(*made, "straightAway")->setChecked(true);
    made->accept();
    QVERIFY(m_bench->settings.settings().importStraightAway);
}

QTEST_MAIN(TestImportSheet)

#include "tst_import_sheet.moc"
