// Exports into objects of buckets of a real gateway, chosen in the wizard.

#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include "support/rgw.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QUuid>

using namespace sealift;
using namespace sealift::test;

class TestBucketExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void storesAnObject();
    void sealsAnObject();
    void replacesOnlyOnPurpose();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    std::unique_ptr<ExportWizard> wizard(const QString &target);
    void next(ExportWizard &made);
    void give(ExportWizard &made, const QString &address);
    QString address(const QString &name) const { return m_rgw.location(m_place + u'/' + name); }
    QString run(ExportWizard &made);
    /// The object as a file; empty: there is none.
    QString fetched(const QString &name) const;

    const Rgw m_rgw;
    std::unique_ptr<DialogBench> m_bench;
    QString m_library;
    QString m_original;
    QString m_place;
};

void TestBucketExports::initTestCase()
{
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    const auto environment = m_rgw.environment();
    for (const auto *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"})
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
    // There may be one of another test.
    static_cast<void>(m_rgw.aws(
        {QStringLiteral("s3api"), QStringLiteral("create-bucket"), QStringLiteral("--bucket"), QStringLiteral("e2e")}));
    // The window has fields for these.
    qunsetenv("SEALIFT_CA_FILE");
    qunsetenv("AWS_CA_BUNDLE");
}

void TestBucketExports::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_library = m_bench->unlockedLibrary();
    QVERIFY(!m_library.isEmpty());
    m_original = m_bench->originalDisk();
    m_place = QStringLiteral("e2e/window-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TestBucketExports::cleanup()
{
    m_bench.reset();
}

void TestBucketExports::next(ExportWizard &made)
{
    const int page = made.currentId();
    QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
    made.next();
    QVERIFY(made.currentId() != page);
}

/// On the page of places.
std::unique_ptr<ExportWizard> TestBucketExports::wizard(const QString &target)
{
    const auto image = m_bench->libraries.images(m_library).front();
    auto made = std::make_unique<ExportWizard>(
        m_bench->exportServices(), ExportWizard::Beginning{m_library, image.snapshot.hex(), target, m_bench->path({})});
    made->show();
    next(*made);
    next(*made);
    return made;
}

void TestBucketExports::give(ExportWizard &made, const QString &address)
{
    visible<QComboBox>(made, "placeKind")->setCurrentIndex(1);
    visible<QLineEdit>(made, "path")->setText(address);
    visible<QLineEdit>(made, "caFile")->setText(m_rgw.value("RGW_CA"));
}

QString TestBucketExports::run(ExportWizard &made)
{
    made.accept();
    TaskBench tasks(*m_bench);
    return tasks.run({made.task()});
}

QString TestBucketExports::fetched(const QString &name) const
{
    const auto file = m_bench->path(QStringLiteral("fetched-") + name);
    const auto got =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("get-object"), QStringLiteral("--bucket"),
                   QStringLiteral("e2e"), QStringLiteral("--key"), m_place.section(u'/', 1) + u'/' + name, file});
    return got.ok() ? file : QString();
}

void TestBucketExports::storesAnObject()
{
    const auto made = wizard(QStringLiteral("esxi"));
    const auto file = visible<QLineEdit>(*made, "path")->text();
    give(*made, address(QStringLiteral("web01.vmdk")));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("export-3-bucket"));
    VERIFY_SOUND(*made);
    // What was there for files is there again, and what was for buckets, too.
    visible<QComboBox>(*made, "placeKind")->setCurrentIndex(0);
    QCOMPARE(visible<QLineEdit>(*made, "path")->text(), file);
    visible<QComboBox>(*made, "placeKind")->setCurrentIndex(1);
    QCOMPARE(visible<QLineEdit>(*made, "path")->text(), address(QStringLiteral("web01.vmdk")));
    next(*made);
    choosePlain(*made);
    photograph(*made, QStringLiteral("export-4-bucket"));
    next(*made);
    const auto failure = run(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const auto differs =
        difference(fetched(QStringLiteral("web01.vmdk")), QStringLiteral("vmdk"), m_original, QStringLiteral("raw"));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestBucketExports::sealsAnObject()
{
    const auto made = wizard(QStringLiteral("kvm"));
    give(*made, address(QStringLiteral("web01.qcow2")));
    next(*made);
    visible<QAbstractButton>(*made, "byPassphrase")->click();
    for (const auto *field : {"password", "passwordRepeated"})
        visible<QLineEdit>(*made, field)->setText(QStringLiteral("kolibri-7-ufer-trommel"));
    next(*made);
    const auto failure = run(*made);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QVERIFY(fetched(QStringLiteral("web01.qcow2")).isEmpty());
    QFile sealed(fetched(QStringLiteral("web01.qcow2.age")));
    QVERIFY(sealed.open(QIODevice::ReadOnly));
    QVERIFY(sealed.readLine().startsWith("age-encryption.org/v1"));
}

void TestBucketExports::replacesOnlyOnPurpose()
{
    const auto put =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("put-object"), QStringLiteral("--bucket"),
                   QStringLiteral("e2e"), QStringLiteral("--key"),
                   m_place.section(u'/', 1) + QStringLiteral("/web01.raw"), QStringLiteral("--body"), m_original});
    QVERIFY2(put.ok(), put.describe().constData());
    const auto made = wizard(QStringLiteral("xen"));
    give(*made, address(QStringLiteral("web01.raw")));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QCheckBox>(*made, "replace") != nullptr, kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
    VERIFY_SOUND(*made);
    visible<QCheckBox>(*made, "replace")->setChecked(true);
    next(*made);
    QVERIFY(made->draft().replace);
}

void TestBucketExports::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such bucket") << "no-such-bucket/x.raw"
                                    << "no-such-bucket";
    QTest::newRow("no name") << "e2e"
                             << "name of the object";
}

void TestBucketExports::saysWhatIsWrong()
{
    QFETCH(const QString, place);
    QFETCH(const QString, word);
    const auto made = wizard(QStringLiteral("xen"));
    give(*made, m_rgw.location(place));
    auto *path = visible<QLineEdit>(*made, "path");
    QTRY_VERIFY_WITH_TIMEOUT(path->accessibleDescription().contains(word), kPatience);
    QVERIFY(!made->button(QWizard::NextButton)->isEnabled());
}

QTEST_MAIN(TestBucketExports)

#include "tst_bucket_exports.moc"
