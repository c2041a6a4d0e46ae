#include "policy/text/text_rules.h"

#include <QTest>

using namespace sealift;

/// text-rules.json: what it changes, and how its mistakes are told.
class TestTextSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesRules();
    void addsPatterns();
    void refusesMistakes_data();
    void refusesMistakes();
};

static const auto kFile = QStringLiteral("/home/ann/.config/sealift/text-rules.json");

static QList<TextFinding> lookedAt(const char *settings, const QString &text)
{
    const auto read = readTextRuleSettings(settings, kFile);
    return read ? TextRules(*read).look(text) : QList<TextFinding>();
}

void TestTextSettings::switchesRules()
{
    const auto text = QStringLiteral("ann@example.com AKIAIOSFODNN7EXAMPLE");
    const auto findings = lookedAt(R"({"version": 1, "severity": {"email": "error", "aws-access-key": "off"}})", text);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].rule, QStringLiteral("email"));
    QCOMPARE(findings[0].severity, Severity::Error);
    QCOMPARE(lookedAt(R"({"version": 1})", text).size(), 2);
}

void TestTextSettings::addsPatterns()
{
    const auto findings = lookedAt(
        R"({"version": 1, "patterns": [{"id": "project", "pattern": "\\bPRJ-([0-9]{4})\\b", "severity": "error",)"
        R"( "class": "place", "what": "a project's number"}, {"id": "x", "pattern": "tulip", "what": "a flower"}]})",
        QStringLiteral("web-PRJ-1234 tulip"));
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].rule, QStringLiteral("project"));
    QCOMPARE(findings[0].offset, 8);
    QCOMPARE(findings[0].length, 4);
    QCOMPARE(findings[0].about, TextClass::Place);
    QCOMPARE(findings[0].what, QStringLiteral("a project's number"));
    QCOMPARE(findings[1].severity, Severity::Warning);
}

void TestTextSettings::refusesMistakes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *json, const char *field) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(field);
    };
    row("", "text-rules.json");
    row("[]", "text-rules.json");
    row("{}", "version");
    row(R"({"version": 2})", "version");
    row(R"({"version": 1, "severities": {}})", "severities");
    row(R"({"version": 1, "severity": []})", "severity");
    row(R"({"version": 1, "severity": {"e-mail": "off"}})", "severity.e-mail");
    row(R"({"version": 1, "severity": {"email": "loud"}})", "severity.email");
    row(R"({"version": 1, "severity": {"email": 1}})", "severity.email");
    row(R"({"version": 1, "patterns": {}})", "patterns");
    row(R"({"version": 1, "patterns": ["x"]})", "patterns[0].id");
    row(R"({"version": 1, "patterns": [{"id": "X", "pattern": "x", "what": "x"}]})", "patterns[0].id");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x(", "what": "x"}]})", "patterns[0].pattern");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x*", "what": "x"}]})", "patterns[0].pattern");
    row(R"({"version": 1, "patterns": [{"id": "x", "what": "x"}]})", "patterns[0].pattern");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x"}]})", "patterns[0].what");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x", "what": "x", "when": 1}]})", "patterns[0].when");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x", "what": "x", "severity": "off"}]})",
        "patterns[0].severity");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x", "what": "x", "class": "odd"}]})",
        "patterns[0].class");
    row(R"({"version": 1, "patterns": [{"id": "email", "pattern": "x", "what": "x"}]})", "patterns[0].id");
    row(R"({"version": 1, "patterns": [{"id": "x", "pattern": "x", "what": "x"}, {"id": "x", "pattern": "y", "what": "y"}]})",
        "patterns[1].id");
}

void TestTextSettings::refusesMistakes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, field);
    const auto read = readTextRuleSettings(json, kFile);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(read.error().what().contains(kFile) && read.error().what().contains(field),
             qPrintable(read.error().what()));
    QVERIFY(!read.error().remedy().isEmpty());
}

QTEST_GUILESS_MAIN(TestTextSettings)
#include "tst_text_settings.moc"
