#include "policy/text/text_rules.h"
#include "text_corpus.h"

#include <QMap>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

/// How many secrets the rules find, and how often they cry wolf: measured, and held to what is promised.
class TestTextCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSecrets_data();
    void findsSecrets();
    void leavesOrdinaryNamesAlone_data();
    void leavesOrdinaryNamesAlone();
    void neverRepeatsTheSecret();

private:
    const TextRules m_rules;
};

static constexpr int kEach = 50;
static constexpr int kNames = 5'000;

static bool findsSecretAt(const QList<TextFinding> &findings, qsizetype offset, qsizetype length)
{
    return std::any_of(findings.begin(), findings.end(), [&](const TextFinding &finding) {
        return finding.about == TextClass::Secret && finding.offset < offset + length &&
               offset < finding.offset + finding.length;
    });
}

static void addSeeds()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 20'250'611U, 0xC0FFEEU})
        QTest::addRow("seed %u", seed) << seed;
}

void TestTextCorpus::findsSecrets_data()
{
    addSeeds();
}

void TestTextCorpus::findsSecrets()
{
    QFETCH(const quint32, seed);
    constexpr double kPromised = 0.95;
    QMap<QString, int> missed;
    QString example;
    int found = 0;
    const auto texts = textsWithSecrets(seed, kEach);
    for (const auto &text : texts) {
        if (findsSecretAt(m_rules.look(text.text), text.offset, text.length)) {
            ++found;
        } else {
            ++missed[text.kind];
            example = text.text;
        }
    }
    const auto recall = static_cast<double>(found) / static_cast<double>(texts.size());
    qInfo("recall on secrets: %.4f (%d of %d, %d kinds)", recall, found, static_cast<int>(texts.size()),
          static_cast<int>(texts.size()) / kEach);
    for (auto kind = missed.begin(); kind != missed.end(); ++kind)
        qInfo("  missed %d of %d: %s", kind.value(), kEach, qPrintable(kind.key()));
    QVERIFY2(recall >= kPromised, qPrintable(example));
    // No kind is sacrificed for the sake of the others.
    for (auto kind = missed.begin(); kind != missed.end(); ++kind)
        QVERIFY2(kind.value() * 4 <= kEach, qPrintable(kind.key()));
}

void TestTextCorpus::leavesOrdinaryNamesAlone_data()
{
    addSeeds();
}

void TestTextCorpus::leavesOrdinaryNamesAlone()
{
    QFETCH(const quint32, seed);
    constexpr double kPromised = 0.02;
    QMap<QString, int> alarms;
    QMap<QString, QString> examples;
    int alarmed = 0;
    int hinted = 0;
    for (const auto &name : ordinaryNames(seed, kNames)) {
        const auto findings = m_rules.look(name, TextKind::Path);
        const bool isAlarm = std::any_of(findings.begin(), findings.end(),
                                         [](const TextFinding &finding) { return finding.severity != Severity::Note; });
        alarmed += isAlarm ? 1 : 0;
        hinted += !isAlarm && !findings.isEmpty() ? 1 : 0;
        for (const auto &finding : findings) {
            ++alarms[finding.rule];
            examples[finding.rule] = name;
        }
    }
    const auto rate = static_cast<double>(alarmed) / kNames;
    const auto hintRate = static_cast<double>(hinted) / kNames;
    qInfo("false alarms on ordinary names: %.4f (%d of %d), hints %.4f", rate, alarmed, kNames, hintRate);
    for (auto rule = alarms.begin(); rule != alarms.end(); ++rule)
        qInfo("  %d by %s, as \"%s\"", rule.value(), qPrintable(rule.key()), qPrintable(examples[rule.key()]));
    QVERIFY(rate < kPromised);
    QVERIFY(hintRate < kPromised);
}

void TestTextCorpus::neverRepeatsTheSecret()
{
    for (const auto &text : textsWithSecrets(7, kEach)) {
        for (const auto &finding : m_rules.look(text.text)) {
            if (finding.about != TextClass::Secret)
                continue;
            const auto found = text.text.mid(finding.offset, finding.length);
            for (const auto &said : {finding.what, finding.why, finding.pseudonym, finding.rule})
                QVERIFY2(!said.contains(found), qPrintable(finding.rule));
        }
        // What is offered instead has nothing left to find, hints aside.
        const auto offered = withPseudonyms(text.text, m_rules.look(text.text));
        for (const auto &finding : m_rules.look(offered))
            QVERIFY2(finding.severity != Severity::Error, qPrintable(offered + u' ' + finding.rule));
    }
}

QTEST_GUILESS_MAIN(TestTextCorpus)
#include "tst_text_corpus.moc"
