// How an export is protected, chosen in the wizard: openssl, age and QEMU open what comes of it, what cannot be sealed
// is said before it is tried, and a typed passphrase is in memory only.

#include "ui/common/field_note.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include "task/task_queue.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace sealift;
using namespace sealift::test;

namespace {

const auto kPassphrase = QStringLiteral("kolibri-7-ufer-trommel");

} // namespace

class TestExportProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sealsForCertificates();
    void sealsForRecipients();
    void sealsByPassphrase();
    void makesLuksVolumes();
    void forgetsWithTheProgram();
    void keepsChoicesOnTheWayBack();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatRecipientsAreNoSecrets();
    void refusesWhatCannotBeSealed();
    void keepsWhatHasTheFinalName();

private:
    QString shell(const QString &command) const;
    QString key(const QString &name) const { return m_keys.filePath(name); }
    /// Up to the page of protection, with a kind chosen.
    std::unique_ptr<ExportWizard> wizard(const QString &target, const char *kind);
    void next(ExportWizard &made);
    void addCertificate(ExportWizard &made, const QString &path);
    void typePassphrase(ExportWizard &made);
    /// To the end of the wizard and of its task; why that failed, or nothing.
    QString finish(ExportWizard &made);
    /// Files below the program's folders that have the passphrase.
    QStringList filesWithPassphrase() const;

    QTemporaryDir m_keys;
    QString m_recipient;
    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
    QString m_original;
};

QString TestExportProtection::shell(const QString &command) const
{
    QProcess bash;
    bash.setWorkingDirectory(m_keys.path());
    bash.start(QStringLiteral("bash"), {QStringLiteral("-ec"), command});
    if (!bash.waitForFinished(kPatience) || bash.exitCode() != 0)
        return QString::fromLocal8Bit(bash.readAllStandardOutput() + bash.readAllStandardError()) +
               QStringLiteral(" (failed)");
    return {};
}

void TestExportProtection::initTestCase()
{
    const auto problem = shell(QStringLiteral(
        "openssl req -x509 -nodes -days 30 -newkey rsa:2048 -subj /CN=ann -keyout ann.key -out ann.pem\n"
        "openssl req -x509 -nodes -days 30 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=bob -keyout bob.key "
        "-out bob.pem\n"
        "openssl req -new -key ann.key -subj /CN=old -out old.csr\n"
        "openssl x509 -req -in old.csr -signkey ann.key -days -1 -out old.pem\n"
        "echo 'no certificate' > text.pem\n"
        "age-keygen -o ann.agekey; age-keygen -y ann.agekey > ann.txt\n"));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QFile recipient(key(QStringLiteral("ann.txt")));
    QVERIFY(recipient.open(QIODevice::ReadOnly));
    m_recipient = QString::fromLatin1(recipient.readAll().trimmed());
}

void TestExportProtection::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
    m_original = m_bench->originalDisk();
}

void TestExportProtection::cleanup()
{
    m_bench.reset();
}

void TestExportProtection::next(ExportWizard &made)
{
    const int page = made.currentId();
    QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
    made.next();
    QVERIFY(made.currentId() != page);
}

std::unique_ptr<ExportWizard> TestExportProtection::wizard(const QString &target, const char *kind)
{
    const auto image = m_bench->libraries.images(m_library).front();
    auto made = std::make_unique<ExportWizard>(
        m_bench->exportServices(), ExportWizard::Beginning{m_library, image.snapshot.hex(), target, m_bench->path({})});
    made->show();
    for (int page = 0; page < 3; ++page)
        next(*made);
    visible<QAbstractButton>(*made, kind)->click();
    return made;
}

void TestExportProtection::addCertificate(ExportWizard &made, const QString &path)
{
    for (auto *button : made.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(QStringLiteral("Certificates")))
            button->click();
    }
    auto *dialog = made.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    QTRY_VERIFY(made.findChild<QFileDialog *>() == nullptr);
}

void TestExportProtection::typePassphrase(ExportWizard &made)
{
    for (const auto *field : {"password", "passwordRepeated"})
        QTest::keyClicks(visible<QLineEdit>(made, field), kPassphrase);
}

QString TestExportProtection::finish(ExportWizard &made)
{
    next(made);
    if (made.currentId() != ExportWizard::Review)
        return QStringLiteral("the wizard does not go on");
    made.accept();
    TaskBench tasks(*m_bench);
    return tasks.run({made.task()});
}

QStringList TestExportProtection::filesWithPassphrase() const
{
    QStringList found;
    QDirIterator files(m_bench->path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(kPassphrase.toUtf8()))
            found.append(file.fileName());
    }
    return found;
}

void TestExportProtection::sealsForCertificates()
{
    const auto made = wizard(QStringLiteral("xen"), "forCertificates");
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    addCertificate(*made, key(QStringLiteral("ann.pem")));
    addCertificate(*made, key(QStringLiteral("bob.pem")));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("export-4-certificates"));
    VERIFY_SOUND(*made);
    const auto failure = finish(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    photograph(*made, QStringLiteral("export-5-sealed"));
    QVERIFY(made->button(QWizard::FinishButton)->text().contains(QStringLiteral("Sealed")));
    const auto sealed = m_bench->path(QStringLiteral("web01.raw.cms"));
    for (const auto *name : {"ann", "bob"}) {
        const auto plain = m_bench->path(QString::fromLatin1(name));
        const auto problem =
            shell(QStringLiteral("openssl cms -decrypt -binary -inform DER -in '%1' -inkey %3.key -out '%2'; "
                                 "cmp '%2' '%4'")
                      .arg(sealed, plain, QLatin1String(name), m_original));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void TestExportProtection::sealsForRecipients()
{
    const auto made = wizard(QStringLiteral("kvm"), "forRecipients");
    visible<QPlainTextEdit>(*made, "recipients")->setPlainText(m_recipient);
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("export-4-recipients"));
    VERIFY_SOUND(*made);
    const auto failure = finish(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const auto plain = m_bench->path(QStringLiteral("opened.qcow2"));
    const auto problem = shell(QStringLiteral("age -d -i ann.agekey -o '%1' '%2'")
                                   .arg(plain, m_bench->path(QStringLiteral("web01.qcow2.age"))));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto differs = difference(plain, QStringLiteral("qcow2"), m_original, QStringLiteral("raw"));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestExportProtection::sealsByPassphrase()
{
    const auto made = wizard(QStringLiteral("kvm"), "byPassphrase");
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    typePassphrase(*made);
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("export-4-passphrase"));
    VERIFY_SOUND(*made);
    const auto failure = finish(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QVERIFY(made->draft().passphrase.isEmpty());
    QFile sealed(m_bench->path(QStringLiteral("web01.qcow2.age")));
    QVERIFY(sealed.open(QIODevice::ReadOnly));
    QVERIFY(sealed.readLine().startsWith("age-encryption.org/v1"));
    QVERIFY(sealed.readLine().startsWith("-> scrypt "));
    const auto kept = filesWithPassphrase();
    QVERIFY2(kept.isEmpty(), qPrintable(kept.join(u'\n')));
}

void TestExportProtection::makesLuksVolumes()
{
    const auto made = wizard(QStringLiteral("kvm"), "asLuks");
    typePassphrase(*made);
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("export-4-luks"));
    const auto failure = finish(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const auto problem =
        shell(QStringLiteral("printf %s '%1' > luks\n"
                             "qemu-img compare --object secret,id=k,file=luks --image-opts "
                             "driver=qcow2,encrypt.key-secret=k,file.filename='%2' driver=raw,file.filename='%3'")
                  .arg(kPassphrase, m_bench->path(QStringLiteral("web01.qcow2")), m_original));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto kept = filesWithPassphrase();
    QVERIFY2(kept.isEmpty(), qPrintable(kept.join(u'\n')));
}

/// Another program does not know the passphrase: it says so, and never writes the disk in the plain.
void TestExportProtection::forgetsWithTheProgram()
{
    const auto made = wizard(QStringLiteral("kvm"), "byPassphrase");
    typePassphrase(*made);
    next(*made);
    made->accept();
    const auto task = made->task();
    m_bench->seals.forget(made->draft().seal);
    TaskBench tasks(*m_bench);
    const auto failure = tasks.run({task});
    QVERIFY2(failure.contains(QStringLiteral("in no memory any more")), qPrintable(failure));
    QVERIFY(!QFile::exists(m_bench->path(QStringLiteral("web01.qcow2"))));
    QVERIFY(!QFile::exists(m_bench->path(QStringLiteral("web01.qcow2.age"))));
}

void TestExportProtection::keepsChoicesOnTheWayBack()
{
    const auto made = wizard(QStringLiteral("kvm"), "forRecipients");
    auto *recipients = visible<QPlainTextEdit>(*made, "recipients");
    recipients->setPlainText(m_recipient);
    next(*made);
    made->back();
    QVERIFY(visible<QAbstractButton>(*made, "forRecipients")->isChecked());
    QCOMPARE(recipients->toPlainText(), m_recipient);
    // Also beside another kind.
    visible<QAbstractButton>(*made, "byPassphrase")->click();
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    visible<QAbstractButton>(*made, "forRecipients")->click();
    made->back();
    made->back();
    next(*made);
    next(*made);
    QCOMPARE(visible<QPlainTextEdit>(*made, "recipients")->toPlainText(), m_recipient);
    next(*made);
    QCOMPARE(made->draft().seal.ageRecipients, QStringList{m_recipient});
    QVERIFY(!made->draft().isPlainConfirmed);
}

void TestExportProtection::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::newRow("not there") << "gone.pem"
                               << "gone.pem";
    QTest::newRow("no certificate") << "text.pem"
                                    << "certificate";
    QTest::newRow("not valid any more") << "old.pem"
                                        << "valid";
}

void TestExportProtection::saysWhatIsWrong()
{
    QFETCH(const QString, file);
    QFETCH(const QString, word);
    const auto made = wizard(QStringLiteral("kvm"), "forCertificates");
    addCertificate(*made, key(file));
    const auto says = [&made](const QString &wanted) {
        for (const auto *label : made->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(wanted))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(word), kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    photograph(*made, QStringLiteral("export-4-problem"));
}

void TestExportProtection::saysThatRecipientsAreNoSecrets()
{
    const auto made = wizard(QStringLiteral("kvm"), "forRecipients");
    QFile file(key(QStringLiteral("ann.agekey")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto secret = QString::fromLatin1(file.readAll().trimmed().split('\n').last());
    visible<QPlainTextEdit>(*made, "recipients")->setPlainText(secret);
    const auto said = [&made] {
        QString all;
        for (const auto *label : made->findChildren<QLabel *>()) {
            if (label->isVisible())
                all += label->text() + u'\n';
        }
        return all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("secret"), Qt::CaseInsensitive), kPatience);
    QVERIFY(!said().contains(secret.mid(20)));
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
}

void TestExportProtection::refusesWhatCannotBeSealed()
{
    // A VMDK cannot be a LUKS volume; sealed as a whole it can.
    const auto made = wizard(QStringLiteral("esxi"), "asLuks");
    typePassphrase(*made);
    QTest::qWait(50);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    photograph(*made, QStringLiteral("export-4-misfit"));
    visible<QAbstractButton>(*made, "byPassphrase")->click();
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
}

void TestExportProtection::keepsWhatHasTheFinalName()
{
    QFile file(m_bench->path(QStringLiteral("web01.qcow2.age")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    const auto made = wizard(QStringLiteral("kvm"), "byPassphrase");
    typePassphrase(*made);
    const auto *note = made->findChild<FieldNote *>(QStringLiteral("finalName"));
    QTRY_COMPARE_WITH_TIMEOUT(note->kind(), FieldNote::Kind::Problem, kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    made->back();
    visible<QLineEdit>(*made, "path")->setText(m_bench->path(QStringLiteral("another.qcow2")));
    next(*made);
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
}

QTEST_MAIN(TestExportProtection)

#include "tst_export_protection.moc"
