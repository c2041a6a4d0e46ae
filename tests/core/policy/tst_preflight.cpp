// Each rule of preflight finds what it is for, and nothing where that is not there; and the documents tell of all.

#include "subjects.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

bool has(const QList<Finding> &findings, const QString &rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &one) { return one.rule == rule; });
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void everyRuleIsTested();
    void everyRuleIsWhole();
    void nothingIsConcludedFromNothing();
    void goodImagesHaveNoErrors();
    void worstComesFirst();
    void refuses();
    void ignoresWhatMayBe();
    void guessesRefuseLess();
    void whatIsOnTheDiskIsWaitedForWhereItCounts();
    void jsonComesBack();
    void tableIsUpToDate();
};

void TestPreflight::rules_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = breaches();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::addRow("%d %s/%s%s", static_cast<int>(i), all[i].rule, qPrintable(destinationName(all[i].destination)),
                      all[i].windows ? "/windows" : "")
            << i;
}

void TestPreflight::rules()
{
    QFETCH(qsizetype, index);
    const auto breach = breaches()[index];
    const auto rule = QString::fromLatin1(breach.rule);
    auto subject = breach.windows ? goodWindows(breach.destination) : goodLinux(breach.destination);
    QVERIFY(!has(runPreflight(subject), rule));
    breach.make(subject);
    const auto findings = runPreflight(subject);
    QVERIFY(has(findings, rule));
    for (const auto &finding : findings) {
        QCOMPARE(finding.destination, breach.destination);
        QVERIFY2(finding.what.endsWith(QLatin1Char('.')), qPrintable(finding.what));
        QVERIFY2(!finding.what.contains(QLatin1Char('%')), qPrintable(finding.what));
    }
}

void TestPreflight::everyRuleIsTested()
{
    QSet<QString> tested;
    for (const auto &breach : breaches())
        tested.insert(QString::fromLatin1(breach.rule));
    for (const auto &rule : preflightRules())
        QVERIFY2(tested.contains(QLatin1String(rule.id)), rule.id);
}

void TestPreflight::everyRuleIsWhole()
{
    QSet<QString> ids;
    for (const auto &rule : preflightRules()) {
        const auto id = QString::fromLatin1(rule.id);
        QVERIFY2(!ids.contains(id), rule.id);
        ids.insert(id);
        QVERIFY2(!rule.destinations.isEmpty(), rule.id);
        for (const auto *text : {rule.checks, rule.why, rule.remedy})
            QVERIFY2(QByteArray(text).endsWith('.') && !QByteArray(text).contains('|'), rule.id);
        QVERIFY2(rule.source[0] == '\0' || QByteArray(rule.source).startsWith("https://"), rule.id);
        // Notes and warnings refuse nothing, so there is nothing to ignore that could not be.
        QVERIFY2(rule.severity == Severity::Error || rule.ignorable, rule.id);
    }
}

void TestPreflight::nothingIsConcludedFromNothing()
{
    for (const auto &rule : preflightRules()) {
        for (const auto destination : rule.destinations) {
            PreflightSubject subject;
            subject.destination = destination;
            subject.diskSize = 1 << 30;
            const auto findings = runPreflight(subject);
            QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().rule));
        }
    }
}

void TestPreflight::goodImagesHaveNoErrors()
{
    for (const auto &rule : preflightRules()) {
        for (const auto destination : rule.destinations) {
            for (const auto &subject : {goodLinux(destination), goodWindows(destination)}) {
                const auto findings = runPreflight(subject);
                QVERIFY2(!refusalFor(findings, {}), findings.isEmpty() ? "" : qPrintable(findings.first().what));
            }
        }
    }
    QVERIFY(runPreflight(goodLinux(Destination::Library)).isEmpty());
}

void TestPreflight::worstComesFirst()
{
    auto subject = goodLinux(Destination::Ec2Image);
    subject.diskSize += 1;
    subject.facts->partitions.last().volume.dirty = true;
    subject.facts->systems.first().subvolume = QStringLiteral("@");
    const auto findings = runPreflight(subject);
    QVERIFY(findings.size() >= 3);
    QVERIFY(std::is_sorted(findings.begin(), findings.end(),
                           [](const Finding &one, const Finding &other) { return one.severity > other.severity; }));
    QCOMPARE(findings.first().severity, Severity::Error);
}

void TestPreflight::refuses()
{
    auto subject = goodLinux(Destination::Library);
    QVERIFY(!refusalFor(runPreflight(subject), {}));
    subject.image->dirty = true;
    QVERIFY(!refusalFor(runPreflight(subject), {}));
    subject.host.writer = QStringLiteral("qemu-system-x86 (process 7)");
    const auto refusal = refusalFor(runPreflight(subject), {});
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->code(), ErrorCode::Refused);
    QVERIFY(refusal->what().contains(QStringLiteral("qemu-system-x86")));
    QVERIFY(refusal->remedy().contains(QStringLiteral("--ignore-preflight host-image-in-use")));
}

void TestPreflight::ignoresWhatMayBe()
{
    auto subject = goodLinux(Destination::Library);
    subject.host.writer = QStringLiteral("qemu (process 7)");
    const QStringList inUse{QStringLiteral("host-image-in-use")};
    const QStringList corrupt{QStringLiteral("image-corrupt")};
    QVERIFY(checkIgnored(inUse).has_value());
    QVERIFY(!refusalFor(runPreflight(subject), inUse));
    subject.image->corrupt = true;
    QVERIFY(refusalFor(runPreflight(subject), inUse + corrupt));
    QCOMPARE(checkIgnored(corrupt).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(checkIgnored({QStringLiteral("no-such-rule")}).error().code(), ErrorCode::InvalidArgument);
}

void TestPreflight::guessesRefuseLess()
{
    auto subject = goodLinux(Destination::HyperV2);
    subject.facts->boot.mode = BootMode::Bios;
    QVERIFY(refusalFor(runPreflight(subject), {}));
    subject.guessed = true;
    const auto findings = runPreflight(subject);
    QVERIFY(!refusalFor(findings, {}));
    QVERIFY(has(findings, QStringLiteral("hyper-v-2-firmware")));
    QCOMPARE(findings.first().severity, Severity::Warning);
    // What no VHDX holds is refused whatever it is for; so is what does not depend on the destination.
    subject.diskSize = 65LL << 40;
    QVERIFY(refusalFor(runPreflight(subject), {}));
    subject.diskSize = 20LL << 30;
    subject.host.writer = QStringLiteral("qemu (process 7)");
    QVERIFY(refusalFor(runPreflight(subject), {}));
}

/// Where diskMayRefuse() says no, nothing on the disk makes a difference to whether it is refused.
void TestPreflight::whatIsOnTheDiskIsWaitedForWhereItCounts()
{
    QVERIFY(!diskMayRefuse(Destination::Library, false));
    QVERIFY(!diskMayRefuse(Destination::File, false));
    QVERIFY(diskMayRefuse(Destination::HyperV2, false));
    QVERIFY(!diskMayRefuse(Destination::HyperV2, true));
    QVERIFY(diskMayRefuse(Destination::Ec2Image, false));
    for (const auto &breach : breaches()) {
        for (const auto destination : allDestinations()) {
            for (const bool guessed : {false, true}) {
                if (diskMayRefuse(destination, guessed))
                    continue;
                auto subject = breach.windows ? goodWindows(destination) : goodLinux(destination);
                subject.guessed = guessed;
                breach.make(subject);
                const auto seen = refusalFor(runPreflight(subject), {});
                subject.facts.reset();
                QVERIFY2(seen.has_value() == refusalFor(runPreflight(subject), {}).has_value(), breach.rule);
            }
        }
    }
}

void TestPreflight::jsonComesBack()
{
    auto subject = goodLinux(Destination::Ec2Image);
    subject.facts->sectorSize = 4096;
    const auto findings = runPreflight(subject);
    QVERIFY(!findings.isEmpty());
    const auto back = findingsFromJson(findingsToJson(findings));
    QVERIFY(back.has_value());
    QCOMPARE(*back, findings);
    auto odd = findings.first().toJson();
    odd.insert(QStringLiteral("severity"), QStringLiteral("terrible"));
    QCOMPARE(Finding::fromJson(odd).error().code(), ErrorCode::Corrupt);
}

void TestPreflight::tableIsUpToDate()
{
    QFile file(QStringLiteral(SEALIFT_RULES_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == rulesDocument(), "run rules_document, and keep what it prints as core/policy/README.md");
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
