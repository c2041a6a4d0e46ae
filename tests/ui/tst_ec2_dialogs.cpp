// Amazon EC2 in the window, in both directions, against the server that judges each request by botocore's models.

#include "ui/ec2/ec2_import_dialog.h"
#include "ui/import/import_model.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include "support/ec2_server.h"
#include "support/ec2_snapshot_maker.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kGiB = qint64{1} << 30;

QString saidIn(const QWidget &root)
{
    QString all;
    for (const auto *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    return all;
}

/// What no rule of preflight refuses for good: an MBR with a partition in which nothing is found.
void makePartitionedDisk(const QString &path)
{
    makeRawDisk(path, 8 << 20, 5);
    QByteArray sector(512, '\0');
    const QByteArray entry = QByteArray::fromHex("00202100830d0501000800000030000055aa");
    sector.replace(446, 16, entry.left(16));
    sector.replace(510, 2, entry.mid(16));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.write(sector) != sector.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestEc2Dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void asksOnlyWhenShown();
    void sendsAnImage();
    void sendsASnapshot();
    void namesImagesAsTheServiceWants();
    void judgesTheBucketOnTheWay();
    void importsASnapshot();
    void exportsASnapshot();
    void saysWhenTheServiceCannotBeReached();
    void asksForCodes();

private:
    std::unique_ptr<ImportSheet> sheet(ImportSheet::Goal goal);
    QString run(const QList<TaskRecord> &tasks);
    /// Chooses the line of that id, once it is there.
    bool choose(QWidget &root, const QString &id);

    Ec2Server m_server;
    QString m_snapshot; ///< 1 GiB, with two blocks
    QString m_expected; ///< what it reads like, as a raw file
    QTemporaryDir m_shelf;
    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
};

void TestEc2Dialogs::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
    const auto session = CryptoSession::start(); // the bench's is made later
    QVERIFY(session);
    const QMap<qint64, char> blocks{{0, 'a'}, {17, 'b'}};
    m_snapshot = makeSnapshot(*openEc2(), blocks);
    m_expected = m_shelf.filePath(QStringLiteral("expected.raw"));
    QFile file(m_expected);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(kGiB));
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
        QVERIFY(file.seek(block.key() * kSnapshotBlock));
        QCOMPARE(file.write(filledBlock(block.value())), qint64{kSnapshotBlock});
    }
}

void TestEc2Dialogs::init()
{
    m_server.set({});
    m_server.forgetRequests();
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
    makePartitionedDisk(m_bench->path(QStringLiteral("legacy-erp.raw")));
}

void TestEc2Dialogs::cleanup()
{
    m_bench.reset();
    QCOMPARE(m_server.takeComplaints(), QString());
}

std::unique_ptr<ImportSheet> TestEc2Dialogs::sheet(ImportSheet::Goal goal)
{
    auto made = std::make_unique<ImportSheet>(m_bench->importServices());
    made->chooseGoal(goal);
    made->add({m_bench->path(QStringLiteral("legacy-erp.raw"))});
    made->show();
    return made;
}

QString TestEc2Dialogs::run(const QList<TaskRecord> &tasks)
{
    TaskBench bench(*m_bench);
    return bench.run(tasks);
}

bool TestEc2Dialogs::choose(QWidget &root, const QString &id)
{
    auto *tree = root.findChild<QTreeWidget *>(QStringLiteral("ec2Origins"));
    return QTest::qWaitFor(
        [&] {
            const auto found = tree->findItems(id, Qt::MatchExactly, 1);
            if (found.isEmpty())
                return false;
            tree->setCurrentItem(found.first());
            return true;
        },
        kPatience);
}

/// Nobody's credentials are looked for, and no service is asked, for imports into libraries.
void TestEc2Dialogs::asksOnlyWhenShown()
{
    const auto made = sheet(ImportSheet::Goal::Library);
    QTest::qWait(1000);
    QVERIFY(m_server.requests().isEmpty());
    made->chooseGoal(ImportSheet::Goal::Ec2Snapshot);
    QTRY_VERIFY_WITH_TIMEOUT(saidIn(*made).contains(QStringLiteral("arn:aws")), kPatience);
}

void TestEc2Dialogs::sendsAnImage()
{
    const auto made = sheet(ImportSheet::Goal::Ec2Image);
    auto *import = visible<QPushButton>(*made, "import");
    const auto *model = made->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy() && !model->isExamining(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(saidIn(*made).contains(QStringLiteral("arn:aws")), kPatience);
    // The words of the guarantee, as they are given everywhere.
    QVERIFY(saidIn(*made).contains(QStringLiteral("no: the service itself must read the image")));
    photograph(*made, QStringLiteral("ec2-1-send"));
    VERIFY_SOUND(*made);
    // Whoever knows better than preflight says so; nothing is on this disk.
    if (auto *force = visible<QAbstractButton>(*made, "force"))
        force->click();
    visible<QComboBox>(*made, "bootMode")->setCurrentIndex(2);
    visible<QComboBox>(*made, "architecture")->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click();
    QCOMPARE(made->result(), static_cast<int>(QDialog::Accepted));
    const auto before = m_server.snapshots();
    const auto failure = run(importTasks(made->plan()));
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    auto now = m_server.snapshots();
    now.removeIf([&before](const QString &id) { return before.contains(id); });
    QCOMPARE(now.size(), 1);
    const auto volume = m_bench->path(QStringLiteral("volume.raw"));
    QVERIFY(m_server.readVolume(now.first(), volume).ok());
    QFile disk(m_bench->path(QStringLiteral("legacy-erp.raw")));
    QFile read(volume);
    QVERIFY(disk.open(QIODevice::ReadOnly) && read.open(QIODevice::ReadOnly));
    QVERIFY(read.read(disk.size()) == disk.readAll());
    QCOMPARE(m_server.images().size(), 1);
    const auto registered = m_server.forms(QStringLiteral("RegisterImage"));
    QCOMPARE(registered.size(), 1);
    QVERIFY2(registered.first().contains(QStringLiteral("Name=legacy-erp")), qPrintable(registered.first()));
    QVERIFY2(registered.first().contains(QStringLiteral("BootMode=uefi")), qPrintable(registered.first()));
}

void TestEc2Dialogs::sendsASnapshot()
{
    const auto made = sheet(ImportSheet::Goal::Ec2Snapshot);
    QVERIFY(visible<QComboBox>(*made, "bootMode") == nullptr);
    auto *import = visible<QPushButton>(*made, "import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    VERIFY_SOUND(*made);
    import->click();
    const auto tasks = importTasks(made->plan());
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(tasks.first().destination, QStringLiteral("EBS snapshot in eu-central-1"));
    const auto settings = SnapshotSettings::parse(tasks.first().settings, QStringLiteral("a task"));
    QVERIFY(settings && !settings->registration && !settings->staging);
    QCOMPARE(settings->ec2.region, QStringLiteral("eu-central-1"));
    QVERIFY(settings->tags.contains({QStringLiteral("Name"), QStringLiteral("legacy-erp")}));
}

void TestEc2Dialogs::namesImagesAsTheServiceWants()
{
    const auto made = sheet(ImportSheet::Goal::Ec2Image);
    auto *model = made->findChild<ImportModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy() && !model->isExamining(), kPatience);
    if (auto *force = visible<QAbstractButton>(*made, "force"))
        force->click();
    auto *import = visible<QPushButton>(*made, "import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    QVERIFY(model->setData(model->index(0, ImportModel::Name), QStringLiteral("web+db"), Qt::EditRole));
    QTRY_VERIFY(!import->isEnabled());
    QVERIFY(saidIn(*made).contains(QStringLiteral("3 to 128")));
    // A library takes it.
    made->chooseGoal(ImportSheet::Goal::Library);
    made->chooseLibrary(m_library);
    QTRY_VERIFY(import->isEnabled());
}

void TestEc2Dialogs::judgesTheBucketOnTheWay()
{
    const auto made = sheet(ImportSheet::Goal::Ec2Snapshot);
    auto *import = visible<QPushButton>(*made, "import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    visible<QComboBox>(*made, "ec2Way")->setCurrentIndex(1);
    QVERIFY(!import->isEnabled());
    auto *staging = visible<QLineEdit>(*made, "staging");
    staging->setText(QStringLiteral("bucket/folder"));
    QVERIFY(!import->isEnabled());
    QVERIFY(!staging->accessibleDescription().isEmpty());
    // In another region than the one that is imported to.
    const auto region = m_server.environment().value(
        QStringLiteral("AWS_REGION"), m_server.environment().value(QStringLiteral("AWS_DEFAULT_REGION")));
    staging->setText(
        QStringLiteral("s3:%1/bucket/folder").arg(region == QLatin1String("us-west-2") ? u"us-east-1" : u"us-west-2"));
    QVERIFY(!import->isEnabled());
    staging->setText(QStringLiteral("s3:%1/bucket/folder").arg(region));
    photograph(*made, QStringLiteral("ec2-2-staging"));
    VERIFY_SOUND(*made);
    QVERIFY(import->isEnabled());
    const auto plan = made->plan();
    QVERIFY(plan.ec2 && plan.ec2->staging);
    QCOMPARE(plan.ec2->staging->encryption, QStringLiteral("aes256"));
}

void TestEc2Dialogs::importsASnapshot()
{
    Ec2ImportDialog dialog(m_bench->libraries, m_bench->ec2, m_bench->texts);
    dialog.chooseLibrary(m_library);
    dialog.show();
    auto *import = visible<QPushButton>(dialog, "import");
    QVERIFY(choose(dialog, m_snapshot));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    QCOMPARE(visible<QLineEdit>(dialog, "imageName")->text(), m_snapshot);
    visible<QLineEdit>(dialog, "imageName")->setText(QStringLiteral("from EC2"));
    photograph(dialog, QStringLiteral("ec2-3-import"));
    VERIFY_SOUND(dialog);
    import->click();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    const auto failure = run({dialog.task()});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QSignalSpy listed(&m_bench->libraries, &LibraryService::imagesChanged);
    m_bench->libraries.refresh(m_library);
    QVERIFY(listed.wait(kPatience));
    const auto image = m_bench->libraries.images(m_library).front();
    QCOMPARE(image.name, QStringLiteral("from EC2"));
    QCOMPARE(image.disks.front().size, kGiB);
}

void TestEc2Dialogs::exportsASnapshot()
{
    ExportWizard::Beginning beginning;
    beginning.target = QStringLiteral("kvm");
    beginning.folder = m_bench->path({});
    beginning.fromEc2 = true;
    ExportWizard made(m_bench->exportServices(), beginning);
    made.show();
    const auto next = [&made] {
        const int page = made.currentId();
        QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
        made.next();
        QVERIFY(made.currentId() != page);
    };
    QVERIFY(choose(made, m_snapshot));
    QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(made, QStringLiteral("ec2-4-export"));
    VERIFY_SOUND(made);
    next();
    // It is a single disk.
    QVERIFY(visible<QAbstractButton>(made, "asAppliance") == nullptr);
    next();
    // What comes straight out of EC2 goes into files, and cannot be sealed.
    QVERIFY(!visible<QComboBox>(made, "placeKind")->isEnabled());
    next();
    QVERIFY(visible<QAbstractButton>(made, "forCertificates") == nullptr);
    choosePlain(made);
    VERIFY_SOUND(made);
    next();
    photograph(made, QStringLiteral("ec2-5-review"));
    made.accept();
    const auto failure = run({made.task()});
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const auto differs = difference(m_bench->path(m_snapshot + QStringLiteral(".qcow2")), QStringLiteral("qcow2"),
                                    m_expected, QStringLiteral("raw"));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestEc2Dialogs::saysWhenTheServiceCannotBeReached()
{
    const auto made = sheet(ImportSheet::Goal::Ec2Snapshot);
    QTRY_VERIFY_WITH_TIMEOUT(saidIn(*made).contains(QStringLiteral("arn:aws")), kPatience);
    visible<QLineEdit>(*made, "profile")->setText(QStringLiteral("no-such-profile"));
    QVERIFY(!visible<QPushButton>(*made, "import")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(saidIn(*made).contains(QStringLiteral("no-such-profile")), kPatience);
    QVERIFY(!visible<QPushButton>(*made, "import")->isEnabled());
    photograph(*made, QStringLiteral("ec2-6-problem"));
}

/// A profile that wants the code of an MFA device: the window is asked, and says what becomes of it.
void TestEc2Dialogs::asksForCodes()
{
    const auto serial = QStringLiteral("arn:aws:iam::111122223333:mfa/ann");
    QFile config(m_bench->path(QStringLiteral("aws-config")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[profile keys]\naws_access_key_id = EC2TESTKEY\naws_secret_access_key = S3CR3T-ec2-key\n"
                 "[profile admin]\nrole_arn = arn:aws:iam::111122223333:role/admin\nsource_profile = keys\n"
                 "mfa_serial = " +
                 serial.toUtf8() + "\n");
    config.close();
    qputenv("AWS_CONFIG_FILE", QFile::encodeName(config.fileName()));
    const auto restore = qScopeGuard([this] { m_server.enterEnvironment(); });
    QSignalSpy asked(&m_bench->codes, &MfaService::asked);
    const auto made = sheet(ImportSheet::Goal::Ec2Snapshot);
    visible<QLineEdit>(*made, "profile")->setText(QStringLiteral("admin"));
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, kPatience);
    QCOMPARE(asked.first().at(1).toString(), serial);
    m_bench->codes.answer(asked.first().first().toULongLong(), {});
    const bool isTold =
        QTest::qWaitFor([&] { return saidIn(*made).contains(QStringLiteral("code of the MFA device")); }, 5000);
    QVERIFY2(isTold, qPrintable(saidIn(*made)));
    QVERIFY(!visible<QPushButton>(*made, "import")->isEnabled());
}

QTEST_MAIN(TestEc2Dialogs)

#include "tst_ec2_dialogs.moc"
