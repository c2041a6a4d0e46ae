// Preflight speaks up in every import and export: what it finds is shown and kept with the task, and what speaks
// against a transfer ends it before a byte of it was moved, with a receipt.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
const auto kInUse = QStringLiteral("host-image-in-use");
const auto kFirmware = QStringLiteral("hyper-v-2-firmware");
const auto kIgnore = QStringLiteral("--ignore-preflight");

QStringList rulesOf(const QJsonArray &findings)
{
    QStringList rules;
    for (const auto &finding : findings)
        rules.append(finding.toObject().value(u"rule").toString());
    return rules;
}

QStringList rulesOf(const QList<QJsonObject> &findings)
{
    QStringList rules;
    for (const auto &finding : findings)
        rules.append(finding.value(u"rule").toString());
    return rules;
}

QJsonArray findingsOf(const QJsonObject &object)
{
    return object.value(u"findings").toArray();
}

} // namespace

class TestPreflightTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imageInUse();
    void cleanImage();
    void exportForTheWrongFirmware();
    void exportByFormatOnlyWarns();
    void exportToAPipe();
    void forPeople();
    void unknownRules_data();
    void unknownRules();

private:
    /// Empty where the newest task failed by preflight's refusal, and a valid receipt confirms its cleanup.
    QByteArray unsoundRefusal(const QString &rule) const;

    std::unique_ptr<Workbench> m_bench;
    QString m_bios; ///< a Debian that starts by BIOS only
};

void TestPreflightTasks::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const auto folder = m_bench->path(QStringLiteral("disks"));
    const auto made = run({.program = QStringLiteral("bash"),
                           .arguments = {QStringLiteral(SEALIFT_SOURCE_DIR "/tests/core/image/inspect/make-disks.sh"),
                                         folder, QStringLiteral("ext4_bios")}});
    QVERIFY2(made.ok(), made.describe().constData());
    m_bios = folder + QStringLiteral("/ext4_bios.raw");
    const auto init = m_bench->sealift.init();
    QVERIFY2(init.ok(), init.run.describe().constData());
    const auto stored = m_bench->sealift.import(m_bios, QStringLiteral("bios"));
    QVERIFY2(stored.ok(), stored.run.describe().constData());
}

QByteArray TestPreflightTasks::unsoundRefusal(const QString &rule) const
{
    const auto &sealift = m_bench->sealift;
    const auto task = sealift.tasks().last().toObject();
    const auto id = task.value(u"id").toString();
    QByteArray wrong = sealift.leftovers();
    if (task.value(u"state").toString() != u"failed" || task.value(u"cleanup").toString() != u"confirmed")
        wrong += "the task is " + task.value(u"state").toString().toUtf8() + "\n";
    if (task.value(u"error").toObject().value(u"code").toString() != u"refused")
        wrong += "its error is another\n";
    if (!rulesOf(findingsOf(task)).contains(rule))
        wrong += "its findings have no " + rule.toUtf8() + "\n";
    if (task.value(u"progress").toObject().value(u"done").toInteger() != 0)
        wrong += "something was transferred\n";
    const auto verified = sealift.run({QStringLiteral("receipt"), QStringLiteral("verify"), id});
    if (!verified.ok() || !verified.object().value(u"confirmed").toBool())
        wrong += verified.run.describe();
    const auto shown = sealift.run({QStringLiteral("task"), QStringLiteral("show"), id});
    if (!rulesOf(findingsOf(shown.object())).contains(rule))
        wrong += "task show does not show it\n";
    const auto audit = sealift.run({QStringLiteral("audit"), QStringLiteral("verify")});
    return audit.ok() ? wrong : wrong + audit.run.describe();
}

void TestPreflightTasks::imageInUse()
{
    const auto image = m_bench->path(QStringLiteral("running.raw"));
    QVERIFY(writeRandom(image, 0, 4 * MiB, 5));
    QFile writer(image);
    QVERIFY(writer.open(QIODevice::ReadWrite));
    auto &sealift = m_bench->sealift;
    const auto before = fingerprint(sealift.library());
    const auto refused = sealift.import(image, QStringLiteral("running"));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("refused")));
    QCOMPARE(rulesOf(refused.findings), QStringList(kInUse));
    QCOMPARE(refused.error.value(u"context").toObject().value(u"rules").toString(), kInUse);
    VERIFY_EMPTY(unsoundRefusal(kInUse));
    QCOMPARE(fingerprint(sealift.library()), before);

    const auto imported = sealift.import(image, QStringLiteral("running"), {kIgnore, kInUse});
    QVERIFY2(imported.ok(), imported.run.describe().constData());
    QVERIFY(rulesOf(findingsOf(imported.object())).contains(kInUse));
    QVERIFY(rulesOf(imported.findings).contains(kInUse));
}

void TestPreflightTasks::cleanImage()
{
    const auto imported = m_bench->sealift.import(m_bios, QStringLiteral("again"));
    QVERIFY2(imported.ok(), imported.run.describe().constData());
    QVERIFY(findingsOf(imported.object()).isEmpty());
    QVERIFY(imported.findings.isEmpty() && imported.warnings.isEmpty());
    const auto task = m_bench->sealift.tasks().last().toObject();
    QVERIFY(task.contains(u"findings") && findingsOf(task).isEmpty());
}

void TestPreflightTasks::exportForTheWrongFirmware()
{
    auto &sealift = m_bench->sealift;
    const auto file = m_bench->path(QStringLiteral("bios.vhdx"));
    const QStringList arguments{QStringLiteral("export"),    QStringLiteral("bios"), QStringLiteral("--for"),
                                QStringLiteral("hyper-v-2"), QStringLiteral("-o"),   file};
    const auto refused = sealift.run(arguments);
    VERIFY_EMPTY(refused.complaint(QStringLiteral("refused")));
    QVERIFY(!QFileInfo::exists(file));
    VERIFY_EMPTY(unsoundRefusal(kFirmware));

    const auto exported = sealift.run(arguments + QStringList{kIgnore, kFirmware});
    QVERIFY2(exported.ok(), exported.run.describe().constData());
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(rulesOf(findingsOf(exported.object())).contains(kFirmware));
    const auto right =
        sealift.run({QStringLiteral("export"), QStringLiteral("bios"), QStringLiteral("--for"),
                     QStringLiteral("hyper-v-1"), QStringLiteral("-o"), m_bench->path(QStringLiteral("bios.vhd"))});
    QVERIFY2(right.ok(), right.run.describe().constData());
    QVERIFY(!rulesOf(findingsOf(right.object())).contains(QStringLiteral("hyper-v-1-firmware")));
}

void TestPreflightTasks::exportByFormatOnlyWarns()
{
    const auto exported = m_bench->sealift.exportTo(QStringLiteral("bios"), QStringLiteral("vhdx"),
                                                    m_bench->path(QStringLiteral("guessed.vhdx")));
    QVERIFY2(exported.ok(), exported.run.describe().constData());
    const auto findings = findingsOf(exported.object());
    QVERIFY(rulesOf(findings).contains(kFirmware));
    for (const auto &finding : findings)
        QVERIFY(finding.toObject().value(u"severity").toString() != u"error");
}

void TestPreflightTasks::exportToAPipe()
{
    auto command = m_bench->sealift.command({QStringLiteral("export"), QStringLiteral("bios"), QStringLiteral("-f"),
                                             QStringLiteral("raw"), QStringLiteral("-o"), QStringLiteral("-")});
    const auto finished = run(command);
    QVERIFY2(finished.ok(), finished.err.constData());
    QCOMPARE(finished.out.size(), QFileInfo(m_bios).size());
    QVERIFY(finished.out == readFile(m_bios));
}

void TestPreflightTasks::forPeople()
{
    auto command = m_bench->sealift.command({QStringLiteral("export"), QStringLiteral("bios"), QStringLiteral("-f"),
                                             QStringLiteral("vhdx"), QStringLiteral("-o"),
                                             m_bench->path(QStringLiteral("people.vhdx"))});
    command.arguments.removeFirst();
    const auto finished = run(command);
    QVERIFY2(finished.ok(), finished.describe().constData());
    QCOMPARE(finished.err.count("warning: [hyper-v-2-firmware] The disk starts by BIOS only.\n"), 1);
    auto show = m_bench->sealift.command({QStringLiteral("task"), QStringLiteral("show"),
                                          m_bench->sealift.tasks().last().toObject().value(u"id").toString()});
    show.arguments.removeFirst();
    const auto shown = run(show);
    QVERIFY2(shown.ok() && shown.out.contains("warning [hyper-v-2-firmware] The disk starts by BIOS only."),
             shown.describe().constData());
}

void TestPreflightTasks::unknownRules_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("there is none") << QStringLiteral("host-image-in-use,no-such-rule");
    QTest::newRow("not to be ignored") << QStringLiteral("image-corrupt");
}

void TestPreflightTasks::unknownRules()
{
    QFETCH(const QString, rules);
    const auto tasks = m_bench->sealift.tasks().size();
    VERIFY_EMPTY(m_bench->sealift.import(m_bios, QStringLiteral("x"), {kIgnore, rules})
                     .complaint(QStringLiteral("invalid-argument"), {rules.section(QLatin1Char(','), -1)}));
    QCOMPARE(m_bench->sealift.tasks().size(), tasks);
}

QTEST_GUILESS_MAIN(TestPreflightTasks)
#include "tst_preflight_tasks.moc"
