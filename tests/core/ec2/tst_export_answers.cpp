// What VM Import/Export answers to exports is read field by field; what is not that document is refused; what it says
// has a remedy.

#include "ec2/export_answers.h"
#include "ec2/export_fault.h"
#include "ec2/service_fault.h"

#include <QTest>

using namespace sealift;

class TestExportAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsImageExports();
    void readsInstanceExports();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void knowsWhereTheyGo();
    void knowsRemedies_data();
    void knowsRemedies();
    void othersErrorsStay();
};

void TestExportAnswers::readsImageExports()
{
    const auto page = readImageExportPage(
        "<DescribeExportImageTasksResponse><exportImageTaskSet><item><exportImageTaskId>export-ami-1</"
        "exportImageTaskId>"
        "<imageId>ami-1</imageId><progress>45</progress><s3ExportLocation><s3Bucket>b</s3Bucket><s3Prefix>out/</"
        "s3Prefix>"
        "</s3ExportLocation><status>active</status><statusMessage>converting</statusMessage></item><item>"
        "<exportImageTaskId>export-ami-2</exportImageTaskId><status>deleted</status></item></exportImageTaskSet>"
        "<nextToken>more</nextToken></DescribeExportImageTasksResponse>");
    QVERIFY(page);
    QCOMPARE(page->next, QStringLiteral("more"));
    QCOMPARE(page->tasks.size(), 2);
    const auto &task = page->tasks[0];
    QCOMPARE(task.id, QStringLiteral("export-ami-1"));
    QCOMPARE(task.status, QStringLiteral("active"));
    QCOMPARE(task.message, QStringLiteral("converting"));
    QCOMPARE(task.progress, 45);
    QCOMPARE(task.bucket, QStringLiteral("b"));
    QCOMPARE(task.prefix, QStringLiteral("out/"));
    QVERIFY(!task.isOver());
    // Nothing of the first is in the second.
    QVERIFY(page->tasks[1].bucket.isEmpty() && page->tasks[1].message.isEmpty());
    QCOMPARE(page->tasks[1].progress, -1);
    QVERIFY(page->tasks[1].isGone() && page->tasks[1].isOver() && !page->tasks[1].isCompleted());
    const auto started = readNewImageExport("<ExportImageResponse><exportImageTaskId>export-ami-3</exportImageTaskId>"
                                            "<status>active</status></ExportImageResponse>");
    QVERIFY(started);
    QCOMPARE(started->id, QStringLiteral("export-ami-3"));
}

void TestExportAnswers::readsInstanceExports()
{
    const auto page = readInstanceExportPage(
        "<DescribeExportTasksResponse><exportTaskSet><item><exportTaskId>export-i-1</exportTaskId><exportToS3>"
        "<s3Bucket>b</s3Bucket><s3Key>out/export-i-1.vmdk</s3Key></exportToS3><state>completed</state></item><item>"
        "<exportTaskId>export-i-2</exportTaskId><state>cancelling</state></item></exportTaskSet>"
        "</DescribeExportTasksResponse>");
    QVERIFY(page);
    QCOMPARE(page->next, QString());
    QCOMPARE(page->tasks.size(), 2);
    QCOMPARE(page->tasks[0].key, QStringLiteral("out/export-i-1.vmdk"));
    QVERIFY(page->tasks[0].isCompleted() && page->tasks[0].isOver());
    QVERIFY(page->tasks[1].isEnding() && !page->tasks[1].isOver());
    const auto started =
        readNewInstanceExport("<CreateInstanceExportTaskResponse><exportTask><exportTaskId>export-i-3</exportTaskId>"
                              "<state>active</state></exportTask></CreateInstanceExportTaskResponse>");
    QVERIFY(started);
    QCOMPARE(started->id, QStringLiteral("export-i-3"));
}

void TestExportAnswers::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another") << QByteArray("<Other><exportImageTaskId>1</exportImageTaskId></Other>");
    QTest::newRow("cut") << QByteArray("<ExportImageResponse><exportImageTaskId>1");
    QTest::newRow("document type") << QByteArray("<!DOCTYPE x><ExportImageResponse><exportImageTaskId>1"
                                                 "</exportImageTaskId></ExportImageResponse>");
    QTest::newRow("without an id") << QByteArray("<ExportImageResponse><status>active</status></ExportImageResponse>");
}

void TestExportAnswers::refusesOtherDocuments()
{
    QFETCH(QByteArray, xml);
    const auto started = readNewImageExport(xml);
    QVERIFY(!started);
    QCOMPARE(started.error().code(), ErrorCode::Corrupt);
    QVERIFY(!readImageExportPage(xml));
    QVERIFY(!readInstanceExportPage(xml));
    QVERIFY(!readNewInstanceExport(xml));
}

void TestExportAnswers::knowsWhereTheyGo()
{
    ExportTaskFacts task;
    task.bucket = QStringLiteral("b");
    task.prefix = QStringLiteral("out/task-1/");
    QVERIFY(task.goesTo(QStringLiteral("b"), QStringLiteral("out/task-1/")));
    QVERIFY(!task.goesTo(QStringLiteral("b"), QStringLiteral("out/task-11/")));
    QVERIFY(!task.goesTo(QStringLiteral("c"), QStringLiteral("out/task-1/")));
    task.prefix.clear();
    task.key = QStringLiteral("out/task-1/export-i-1.vmdk");
    QVERIFY(task.goesTo(QStringLiteral("b"), QStringLiteral("out/task-1/")));
    QVERIFY(!task.goesTo(QStringLiteral("b"), QStringLiteral("out/task-2/")));
}

void TestExportAnswers::knowsRemedies_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("encrypted") << QStringLiteral("The image has encrypted EBS snapshots")
                               << QStringLiteral("Leave out --by-service");
    QTest::newRow("large") << QStringLiteral("a volume larger than 1 TiB") << QStringLiteral("Leave out --by-service");
    QTest::newRow("kms") << QStringLiteral("The bucket uses SSE-KMS") << QStringLiteral("SSE-S3");
    QTest::newRow("role") << QStringLiteral("The service role vmimport does not exist") << QStringLiteral("ec2 setup");
    QTest::newRow("anything") << QStringLiteral("xyz") << QStringLiteral("Leave out --by-service");
}

void TestExportAnswers::knowsRemedies()
{
    QFETCH(QString, words);
    QFETCH(QString, remedy);
    QVERIFY2(exportRemedy(words).contains(remedy), qPrintable(exportRemedy(words)));
}

void TestExportAnswers::othersErrorsStay()
{
    const Error network(ErrorCode::Network, QStringLiteral("no answer about encrypted things"),
                        QStringLiteral("Try again."));
    QCOMPARE(explainedExport(network).remedy(), QStringLiteral("Try again."));
    const Error other(ErrorCode::InvalidArgument, QStringLiteral("xyz"), QStringLiteral("Check it."));
    QCOMPARE(explainedExport(other).remedy(), QStringLiteral("Check it."));
}

QTEST_GUILESS_MAIN(TestExportAnswers)
#include "tst_export_answers.moc"
