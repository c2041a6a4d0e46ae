#include "ui/export/export_wizard.h"
#include "ui/import/import_plan.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include "image/writers/write_targets.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace sealift;
using namespace sealift::test;

/// The export wizard, up to files that QEMU reads.
class TestExportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void exportsForEveryTarget_data();
    void exportsForEveryTarget();
    void worksByKeyboardOnly();
    void keepsChoicesOnTheWayBack();
    void replacesOnlyOnPurpose();
    void judgesPlaces_data();
    void judgesPlaces();
    void confirmsEachFileByItself();
    void warnsOfDetailsThatDiffer();
    void exportsAppliances_data();
    void exportsAppliances();
    void suggestsAppliancesForWhatCameAsOne();
    void copiesIntoAnotherLibrary();

private:
    QString exportAppliance(ExportWizard &made);
    std::unique_ptr<ExportWizard> wizard(const QString &target = {});
    void next(ExportWizard &made);
    void photographed(ExportWizard &made, const QString &name);

    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
    QString m_original;
};

void TestExportWizard::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
    m_original = m_bench->originalDisk();
}

void TestExportWizard::cleanup()
{
    m_bench.reset();
}

std::unique_ptr<ExportWizard> TestExportWizard::wizard(const QString &target)
{
    const auto image = m_bench->libraries.images(m_library).front();
    auto made = std::make_unique<ExportWizard>(
        m_bench->exportServices(), ExportWizard::Beginning{m_library, image.snapshot.hex(), target, m_bench->path({})});
    made->show();
    return made;
}

/// Goes on as soon as the page allows it.
void TestExportWizard::next(ExportWizard &made)
{
    const int page = made.currentId();
    QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
    made.next();
    QVERIFY(made.currentId() != page);
}

void TestExportWizard::exportsForEveryTarget_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("KVM") << "kvm"
                         << "qcow2"
                         << "qcow2";
    QTest::newRow("ESXi") << "esxi"
                          << "vmdk"
                          << "vmdk";
    QTest::newRow("Hyper-V 2") << "hyper-v-2"
                               << "vhdx"
                               << "vhdx";
    QTest::newRow("Hyper-V 1") << "hyper-v-1"
                               << "vpc"
                               << "vhd";
    QTest::newRow("Azure") << "azure"
                           << "vpc"
                           << "vhd";
    QTest::newRow("VirtualBox") << "virtualbox"
                                << "vdi"
                                << "vdi";
    QTest::newRow("Xen") << "xen"
                         << "raw"
                         << "raw";
}

void TestExportWizard::exportsForEveryTarget()
{
    QFETCH(const QString, target);
    QFETCH(const QString, format);
    QFETCH(const QString, suffix);
    const auto made = wizard(target);
    next(*made);
    next(*made);
    next(*made);
    choosePlain(*made);
    next(*made);
    QVERIFY(made->button(QWizard::FinishButton)->text().contains(QStringLiteral("Unencrypted")));
    made->accept();
    QCOMPARE(made->draft().path, m_bench->path(QStringLiteral("web01.") + suffix));

    TaskBench tasks(*m_bench);
    const auto failure = tasks.run({made->task()});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const auto differs = difference(made->draft().path, format, m_original, QStringLiteral("raw"));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestExportWizard::worksByKeyboardOnly()
{
    const auto made = wizard();
    QVERIFY(QTest::qWaitForWindowActive(made.get()));
    const auto press = [&made](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto *focused = made->focusWidget();
        QTest::keyClick(focused == nullptr ? made.get() : focused, key, modifiers);
    };
    const auto tabTo = [&](const QString &name) {
        for (int i = 0; i < 40; ++i) {
            if (made->focusWidget() != nullptr && made->focusWidget()->objectName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photographed(*made, QStringLiteral("export-1-image"));
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(ExportWizard::Target));

    QVERIFY(tabTo(QStringLiteral("targets")));
    press(Qt::Key_Home);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Down);
    QVERIFY(tabTo(QStringLiteral("details")));
    press(Qt::Key_Space);
    photographed(*made, QStringLiteral("export-2-target"));
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(ExportWizard::Place));

    QVERIFY(tabTo(QStringLiteral("path")));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(made->focusWidget(), m_bench->path(QStringLiteral("by keys.vhdx")));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photographed(*made, QStringLiteral("export-3-place"));
    press(Qt::Key_Return);
    QTRY_COMPARE(made->currentId(), static_cast<int>(ExportWizard::Protection));

    // Neither is chosen before the user has.
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    photographed(*made, QStringLiteral("export-4-protection"));
    QVERIFY(tabTo(QStringLiteral("forCertificates")));
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Space);
    QVERIFY(visible<QAbstractButton>(*made, "plain")->isChecked());
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    photographed(*made, QStringLiteral("export-4-plain"));
    QVERIFY(tabTo(QStringLiteral("understood")));
    press(Qt::Key_Space);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(ExportWizard::Review));
    photographed(*made, QStringLiteral("export-5-review"));
    QVERIFY(!qobject_cast<QPushButton *>(made->button(QWizard::FinishButton))->isDefault());
    press(Qt::Key_U, Qt::AltModifier);
    QTRY_COMPARE(made->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(made->draft().target, QStringLiteral("hyper-v-2"));
    QCOMPARE(made->draft().path, m_bench->path(QStringLiteral("by keys.vhdx")));
    QVERIFY(made->draft().isPlainConfirmed);
}

void TestExportWizard::photographed(ExportWizard &made, const QString &name)
{
    photograph(made, name);
    VERIFY_SOUND(made);
}

void TestExportWizard::keepsChoicesOnTheWayBack()
{
    const auto made = wizard(QStringLiteral("azure"));
    next(*made);
    next(*made);
    auto *path = visible<QLineEdit>(*made, "path");
    path->setText(m_bench->path(QStringLiteral("mine.vhd")));
    next(*made);
    choosePlain(*made);
    made->back();
    made->back();
    auto *targets = visible<QListWidget>(*made, "targets");
    QCOMPARE(targets->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("azure"));
    made->back();
    QVERIFY(made->button(QWizard::NextButton)->isEnabled());
    next(*made);
    next(*made);
    QCOMPARE(path->text(), m_bench->path(QStringLiteral("mine.vhd")));
    next(*made);
    QVERIFY(made->findChild<QCheckBox *>(QStringLiteral("understood"))->isChecked());

    // Another format changes the suffix of a name of the user's own, and nothing else of it.
    made->back();
    made->back();
    for (int row = 0; row < targets->count(); ++row) {
        if (targets->item(row)->data(Qt::UserRole).toString() == QLatin1String("kvm"))
            targets->setCurrentRow(row);
    }
    next(*made);
    QCOMPARE(path->text(), m_bench->path(QStringLiteral("mine.qcow2")));
}

void TestExportWizard::replacesOnlyOnPurpose()
{
    QFile file(m_bench->path(QStringLiteral("web01.raw")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    const auto made = wizard(QStringLiteral("xen"));
    next(*made);
    next(*made);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QCheckBox>(*made, "replace") != nullptr, kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    photographed(*made, QStringLiteral("export-3-replace"));
    visible<QCheckBox>(*made, "replace")->setChecked(true);
    next(*made);
    QVERIFY(made->draft().replace);
}

void TestExportWizard::judgesPlaces_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    QTest::newRow("a folder") << "%1"
                              << "folder";
    QTest::newRow("a missing folder") << "%1/none/web01.raw"
                                      << "no folder";
    QTest::newRow("inside the library") << "%1/office/web01.raw"
                                        << "inside the library";
    QTest::newRow("a device") << "/dev/null"
                              << "device";
    QTest::newRow("relative") << "web01.raw"
                              << "absolute";
}

void TestExportWizard::judgesPlaces()
{
    QFETCH(const QString, place);
    QFETCH(const QString, word);
    const auto made = wizard(QStringLiteral("xen"));
    next(*made);
    next(*made);
    auto *path = visible<QLineEdit>(*made, "path");
    path->setText(place.contains(u'%') ? place.arg(m_bench->path({})) : place);
    QTRY_VERIFY_WITH_TIMEOUT(path->accessibleDescription().contains(word), kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
}

void TestExportWizard::confirmsEachFileByItself()
{
    const auto made = wizard(QStringLiteral("xen"));
    next(*made);
    next(*made);
    next(*made);
    auto *understood = made->findChild<QCheckBox *>(QStringLiteral("understood"));
    choosePlain(*made);
    made->back();
    visible<QLineEdit>(*made, "path")->setText(m_bench->path(QStringLiteral("another.raw")));
    next(*made);
    QVERIFY(!understood->isChecked());
    QVERIFY(understood->text().contains(QStringLiteral("another.raw")));
}

void TestExportWizard::warnsOfDetailsThatDiffer()
{
    const auto made = wizard(QStringLiteral("azure"));
    next(*made);
    visible<QToolButton>(*made, "details")->click();
    auto *targets = visible<QListWidget>(*made, "targets");
    auto *kind = visible<QComboBox>(*made, "subformat");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Home);
    QVERIFY2(targets->accessibleDescription().contains(QStringLiteral("differ")),
             qPrintable(targets->accessibleDescription()));
    photographed(*made, QStringLiteral("export-2-differs"));
    next(*made);
    QCOMPARE(made->draft().options.subformat, std::optional(WriteSubformat::Dynamic));
}

/// From the page of targets on; the file.
QString TestExportWizard::exportAppliance(ExportWizard &made)
{
    next(made);
    const auto path = visible<QLineEdit>(made, "path")->text();
    next(made);
    choosePlain(made);
    next(made);
    photographed(made, QStringLiteral("export-5-appliance"));
    made.accept();
    TaskBench tasks(*m_bench);
    const auto failure = tasks.run({made.task()});
    return failure.isEmpty() ? path : failure;
}

void TestExportWizard::exportsAppliances_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("VirtualBox") << "virtualbox" << QByteArray("http://schemas.dmtf.org/ovf/envelope/1");
    QTest::newRow("ESXi") << "esxi" << QByteArray("http://schemas.dmtf.org/ovf/envelope/2");
}

void TestExportWizard::exportsAppliances()
{
    QFETCH(const QString, target);
    QFETCH(const QByteArray, version);
    const auto made = wizard(target);
    next(*made);
    visible<QCheckBox>(*made, "asAppliance")->click();
    visible<QToolButton>(*made, "details")->click();
    visible<QSpinBox>(*made, "cpus")->setValue(3);
    visible<QSpinBox>(*made, "memory")->setValue(5);
    photographed(*made, QStringLiteral("export-2-appliance"));
    const auto path = exportAppliance(*made);
    QCOMPARE(path, m_bench->path(QStringLiteral("web01.ova")));

    QProcess tar;
    tar.setWorkingDirectory(m_bench->path({}));
    tar.start(QStringLiteral("tar"), {QStringLiteral("xf"), path});
    QVERIFY(tar.waitForFinished(kPatience) && tar.exitCode() == 0);
    QFile description(m_bench->path(QStringLiteral("web01.ovf")));
    QVERIFY(description.open(QIODevice::ReadOnly));
    const auto ovf = description.readAll();
    QVERIFY2(ovf.contains(version), ovf.constData());
    QVERIFY2(ovf.contains(">3<") && ovf.contains(">5120<"), ovf.constData());
    const auto differs = difference(m_bench->path(QStringLiteral("web01-disk1.vmdk")), QStringLiteral("vmdk"),
                                    m_original, QStringLiteral("raw"));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestExportWizard::suggestsAppliancesForWhatCameAsOne()
{
    const auto first = wizard(QStringLiteral("virtualbox"));
    next(*first);
    visible<QCheckBox>(*first, "asAppliance")->click();
    const auto path = exportAppliance(*first);
    ImportPlan plan;
    plan.library.location = m_bench->libraries.library(m_library)->location;
    plan.images = {{path, QStringLiteral("came as one")}};
    TaskBench tasks(*m_bench);
    const auto failure = tasks.run(importTasks(plan));
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QSignalSpy listed(&m_bench->libraries, &LibraryService::imagesChanged);
    m_bench->libraries.refresh(m_library);
    QVERIFY(listed.wait(kPatience));
    QCOMPARE(m_bench->libraries.images(m_library).front().name, QStringLiteral("came as one"));

    const auto made = wizard(QStringLiteral("esxi"));
    next(*made);
    QVERIFY(visible<QCheckBox>(*made, "asAppliance")->isChecked());
    // Another hypervisor takes the disk alone.
    auto *targets = visible<QListWidget>(*made, "targets");
    targets->setCurrentRow(0);
    QVERIFY(visible<QCheckBox>(*made, "asAppliance") == nullptr);
    next(*made);
    QVERIFY(!made->draft().ova);
    QVERIFY(visible<QLineEdit>(*made, "path")->text().endsWith(QStringLiteral(".qcow2")));
}

void TestExportWizard::copiesIntoAnotherLibrary()
{
    const auto archive =
        m_bench->libraries.add(QStringLiteral("Archive"), {m_bench->makeLibrary(QStringLiteral("archive"))});
    m_bench->libraries.unlock(archive, QCA::SecureArray("test"), false);
    QVERIFY(m_bench->waitFor(archive, LibraryState::Unlocked));
    QCOMPARE(m_bench->libraries.images(archive).size(), std::size_t{1});
    const auto made = wizard();
    next(*made);
    auto *targets = visible<QListWidget>(*made, "targets");
    targets->setCurrentRow(targets->count() - 1);
    QVERIFY(visible<QToolButton>(*made, "details") == nullptr);
    next(*made);
    QCOMPARE(made->currentId(), static_cast<int>(ExportWizard::Library));
    // Not into the one that it is in.
    auto *library = visible<QComboBox>(*made, "library");
    library->setCurrentIndex(library->findData(m_library));
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    library->setCurrentIndex(library->findData(archive));
    visible<QLineEdit>(*made, "tags")->setText(QStringLiteral("copied"));
    photographed(*made, QStringLiteral("export-3-library"));
    next(*made);
    QCOMPARE(made->currentId(), static_cast<int>(ExportWizard::Review));
    photographed(*made, QStringLiteral("export-5-copy"));
    made->accept();
    TaskBench tasks(*m_bench);
    const auto failure = tasks.run({made->task()});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QSignalSpy listed(&m_bench->libraries, &LibraryService::imagesChanged);
    m_bench->libraries.refresh(archive);
    QVERIFY(listed.wait(kPatience));
    const auto images = m_bench->libraries.images(archive);
    QCOMPARE(images.size(), std::size_t{2});
    QCOMPARE(images.front().name, QStringLiteral("web01"));
    QCOMPARE(std::count_if(images.begin(), images.end(),
                           [](const CatalogImage &image) { return image.tags.contains(QStringLiteral("copied")); }),
             1);
}

QTEST_MAIN(TestExportWizard)

#include "tst_export_wizard.moc"
