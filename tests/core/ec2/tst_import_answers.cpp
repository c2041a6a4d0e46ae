// What VM Import/Export answers is read field by field; what is not that document is refused; and policies name no more
// than they have to.

#include "ec2/import_answers.h"
#include "ec2/import_fault.h"
#include "ec2/import_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sealift;

class TestImportAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsImageTasks();
    void readsSnapshotTasks();
    void readsNewTasks();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void knowsRemedies();
    void policiesNameOnlyWhatIsNeeded();
    void refusesWhatCannotGoIntoPolicies();
};

void TestImportAnswers::readsImageTasks()
{
    const auto page = readImageTaskPage(
        "<DescribeImportImageTasksResponse><importImageTaskSet><item><importTaskId>import-ami-1</importTaskId>"
        "<architecture>x86_64</architecture><bootMode>legacy-bios</bootMode><imageId>ami-1</imageId>"
        "<progress>45</progress><snapshotDetailSet><item><snapshotId>snap-1</snapshotId><format>VMDK</format>"
        "<status>completed</status><progress>100</progress></item><item><format>RAW</format>"
        "<status>pending</status></item></snapshotDetailSet><status>active</status>"
        "<statusMessage>converting</statusMessage><tagSet><item><key>sealift-task</key><value>7</value></item></tagSet>"
        "</item><item><importTaskId>import-ami-2</importTaskId><progress>x</progress><status>deleted</status></item>"
        "</importImageTaskSet><nextToken>more</nextToken></DescribeImportImageTasksResponse>");
    QVERIFY(page);
    QCOMPARE(page->next, QStringLiteral("more"));
    QCOMPARE(page->tasks.size(), 2);
    const auto &task = page->tasks[0];
    QCOMPARE(task.id, QStringLiteral("import-ami-1"));
    QCOMPARE(task.progress, 45);
    QCOMPARE(task.message, QStringLiteral("converting"));
    QCOMPARE(task.image, QStringLiteral("ami-1"));
    QVERIFY(!task.isOver());
    QCOMPARE(task.disks.size(), 2);
    QCOMPARE(task.disks[0].snapshot, QStringLiteral("snap-1"));
    QCOMPARE(task.disks[1].snapshot, QString());
    QCOMPARE(task.disks[1].progress, -1);
    QCOMPARE(task.tags, (Ec2Tags{{QStringLiteral("sealift-task"), QStringLiteral("7")}}));
    // Nothing of the first is in the second.
    QVERIFY(page->tasks[1].disks.isEmpty() && page->tasks[1].tags.isEmpty() && page->tasks[1].image.isEmpty());
    QCOMPARE(page->tasks[1].progress, -1);
    QVERIFY(page->tasks[1].isDeleted() && page->tasks[1].isOver());
}

void TestImportAnswers::readsSnapshotTasks()
{
    const auto page = readSnapshotTaskPage(
        "<DescribeImportSnapshotTasksResponse><importSnapshotTaskSet><item><importTaskId>import-snap-1</importTaskId>"
        "<snapshotTaskDetail><diskImageSize>1.0</diskImageSize><format>RAW</format><snapshotId>snap-9</snapshotId>"
        "<status>completed</status><progress>100</progress></snapshotTaskDetail></item></importSnapshotTaskSet>"
        "</DescribeImportSnapshotTasksResponse>");
    QVERIFY(page);
    QCOMPARE(page->tasks.size(), 1);
    QVERIFY(page->tasks[0].isCompleted());
    QCOMPARE(page->tasks[0].disks.size(), 1);
    QCOMPARE(page->tasks[0].disks[0].snapshot, QStringLiteral("snap-9"));
}

void TestImportAnswers::readsNewTasks()
{
    const auto image = readNewImageTask("<ImportImageResponse><importTaskId>import-ami-1</importTaskId><status>active"
                                        "</status><statusMessage>pending</statusMessage></ImportImageResponse>");
    QVERIFY(image && image->id == QLatin1String("import-ami-1") && image->message == QLatin1String("pending"));
    const auto snapshot = readNewSnapshotTask(
        "<ImportSnapshotResponse><importTaskId>import-snap-1</importTaskId><snapshotTaskDetail><status>active</status>"
        "</snapshotTaskDetail></ImportSnapshotResponse>");
    QVERIFY(snapshot && snapshot->status == QLatin1String("active"));
}

void TestImportAnswers::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another one") << QByteArray("<ImportSnapshotResponse><importTaskId>x</importTaskId>"
                                               "</ImportSnapshotResponse>");
    QTest::newRow("no id") << QByteArray("<ImportImageResponse><status>active</status></ImportImageResponse>");
    QTest::newRow("cut off") << QByteArray("<ImportImageResponse><importTaskId>x</importTaskId>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b 'c'>]><ImportImageResponse><importTaskId>&b;"
                                            "</importTaskId></ImportImageResponse>");
}

void TestImportAnswers::refusesOtherDocuments()
{
    QFETCH(QByteArray, xml);
    const auto read = readNewImageTask(xml);
    QVERIFY(!read && read.error().code() == ErrorCode::Corrupt);
}

void TestImportAnswers::knowsRemedies()
{
    QVERIFY(
        importRemedy(QStringLiteral("ClientError: Disk validation failed [x]")).contains(QLatin1String("kms:Decrypt")));
    QVERIFY(importRemedy(QStringLiteral("The service role vmimport provided does not exist"))
                .contains(QLatin1String("ec2 setup")));
    QVERIFY(importRemedy(QStringLiteral("something new")).isEmpty());
}

void TestImportAnswers::policiesNameOnlyWhatIsNeeded()
{
    const ImportSetup setup{QStringLiteral("111122223333"),
                            QStringLiteral("eu-central-1"),
                            QStringLiteral("bucket"),
                            QStringLiteral("on/its/way"),
                            QStringLiteral("vmimport"),
                            {},
                            {}};
    QVERIFY(checkImportSetup(setup));
    const auto trust = QJsonDocument(importTrustPolicy(setup)).toJson();
    for (const auto *part : {"vmie.amazonaws.com", "\"sts:Externalid\": \"vmimport\"",
                             "\"aws:SourceAccount\": "
                             "\"111122223333\"",
                             "arn:aws:vmie:eu-central-1:111122223333:*"})
        QVERIFY2(trust.contains(part), part);
    const auto user = importUserPolicy(setup).value(QStringLiteral("Statement")).toArray();
    for (const auto &entry : user) {
        const auto statement = entry.toObject();
        const bool isForAll = statement.value(QStringLiteral("Resource")).toArray().contains(QStringLiteral("*"));
        QVERIFY2(!isForAll || statement.contains(QStringLiteral("Condition")),
                 QJsonDocument(statement).toJson().constData());
    }
    const auto all = QJsonDocument(importUserPolicy(setup)).toJson() + QJsonDocument(importRolePolicy(setup)).toJson();
    QVERIFY(all.contains("arn:aws:s3:::bucket/on/its/way/sealift-task-*") && !all.contains("kms:"));
    auto withKey = setup;
    withKey.bucketKey = QStringLiteral("arn:aws:kms:eu-central-1:111122223333:key/1234abcd");
    QVERIFY(QJsonDocument(importRolePolicy(withKey)).toJson().contains("kms:Decrypt"));
}

void TestImportAnswers::refusesWhatCannotGoIntoPolicies()
{
    const ImportSetup good{QStringLiteral("111122223333"),
                           QStringLiteral("eu-central-1"),
                           QStringLiteral("bucket"),
                           {},
                           QStringLiteral("vmimport"),
                           {},
                           {}};
    for (auto member : {&ImportSetup::account, &ImportSetup::region, &ImportSetup::bucket, &ImportSetup::folder,
                        &ImportSetup::role, &ImportSetup::kmsKey, &ImportSetup::bucketKey}) {
        auto setup = good;
        setup.*member = QStringLiteral("*");
        QVERIFY(!checkImportSetup(setup));
    }
}

QTEST_GUILESS_MAIN(TestImportAnswers)
#include "tst_import_answers.moc"
