#include "policy/text/check_digits.h"
#include "policy/text/random_text.h"
#include "policy/text/text_rules.h"

#include <QFile>
#include <QTest>

using namespace sealift;

/// Each rule on examples of its own: what it finds and where, and what it must leave alone.
class TestTextRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void noticesOneWrongDigit_data();
    void noticesOneWrongDigit();
    void leavesAlone_data();
    void leavesAlone();
    void saysWhere();
    void givesPseudonyms();
    void looksAtEachPartOfAPath();
    void passesOverTheHostOfALocation();
    void prefersTheTellingRule();
    void knowsCheckDigits();
    void documentListsEveryRule();

private:
    const TextRules m_rules;
};

static QStringList rulesOf(const QList<TextFinding> &findings)
{
    QStringList rules;
    for (const auto &finding : findings)
        rules.append(finding.rule);
    return rules;
}

void TestTextRules::finds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *rule, const char *text) {
        QTest::newRow(text) << QString::fromLatin1(rule) << QString::fromUtf8(text);
    };
    row("aws-access-key", "web01_AKIAIOSFODNN7EXAMPLE.qcow2");
    row("random-text", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    row("assigned-secret", "aws_secret_access_key = abcdefgh");
    row("assigned-secret", "mot de passe: tournesol");
    row("assigned-secret", "パスワード：ひまわり1");
    row("named-password", "debian-root-pw-Hunter2x9.qcow2");
    row("licence-key", "win2022-VDYBN-27WPP-V4HQT-9VMD4-VMK7H");
    row("url-password", "postgres://ann:tulip@db/x");
    row("url-signature", "https://x.example/a?sig=abc%2Bdef123");
    row("authorization-header", "Basic QWxhZGRpbjpPcGVuU2VzYW1lMTIz");
    row("payment-card", "4111111111111111");
    row("payment-card", "card 5555 5555 5555 4444");
    row("payment-card", "3782-822463-10005");
    row("iban", "DE89370400440532013000");
    row("iban", "GB29 NWBK 6016 1331 9268 19");
    row("iban", "FR1420041010050500013M02606");
    row("email", "vm-of-ann.smith@example.com.qcow2");
    row("ip-address", "backup-192.168.17.4");
    row("ip-address", "2001:db8::17:4");
    row("host-name", "web01.prod.example.com.qcow2");
    row("host-name", "nas.local");
    row("national-id-de", "Steuer-ID 86 095 742 719");
    row("national-id-es", "12345678Z");
    row("national-id-es", "X1234567L");
    row("national-id-fr", "2 55 08 14 168 025 38");
    row("national-id-it", "RSSMRA85T10A562S");
    row("national-id-nl", "BSN 111222333");
    row("national-id-pl", "PESEL 44051401359");
    row("national-id-se", "personnummer 811218-9876");
    row("national-id-fi", "131052-308T");
    row("national-id-be", "85.07.30-033.28");
    row("national-id-ch", "756.9217.0769.85");
    row("national-id-br", "390.533.447-05");
    row("national-id-cn", "11010519491231002X");
    row("national-id-in", "2341 2341 2346");
    row("national-id-us", "219-09-9999");
}

void TestTextRules::finds()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, text);
    const auto found = rulesOf(m_rules.look(text));
    QVERIFY2(found.contains(rule), qPrintable(found.join(u' ')));
}

void TestTextRules::noticesOneWrongDigit_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"4111111111111112", "DE89370400440532013001", "Steuer-ID 86 095 742 718", "12345678A",
                             "X1234567M", "2 55 08 14 168 025 39", "RSSMRA85T10A562T", "BSN 111222334",
                             "PESEL 44051401358", "personnummer 811218-9877", "131052-308U", "85.07.30-033.29",
                             "756.9217.0769.84", "390.533.447-06", "110105194912310021", "2341 2341 2347"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTextRules::noticesOneWrongDigit()
{
    QFETCH(const QString, text);
    for (const auto &finding : m_rules.look(text))
        QVERIFY2(finding.about != TextClass::Personal, qPrintable(finding.rule));
}

void TestTextRules::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"",
                             "web01-prod.qcow2",
                             "password-manager-2.1",
                             "token-service",
                             "password: required",
                             "secret=${VAULT}",
                             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                             "550e8400-e29b-41d4-a716-446655440000",
                             "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                             "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                             "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGnk0Vq1fZ2P8mT6wXyRr5cQ3LhJ4bD9sE7uA1KoNp0W",
                             "10.0.19045.3693",
                             "1.2.3.4",
                             "v10.2.3.4",
                             "127.0.0.1",
                             "::1",
                             "12:30:45",
                             "photo@2x.png",
                             "20260301123045678",
                             "1709289045123456",
                             "4111111111111111.5",
                             "20240301-1530",
                             "C++17",
                             "R&D-2024",
                             "Copy of disk (2)",
                             "000-00-0000",
                             "666-12-1234"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTextRules::leavesAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(rulesOf(m_rules.look(text)), QStringList());
}

void TestTextRules::saysWhere()
{
    const auto findings = m_rules.look(QStringLiteral("büro password=tulip17 for ann@example.com"));
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].rule, QStringLiteral("assigned-secret"));
    QCOMPARE(findings[0].offset, 14);
    QCOMPARE(findings[0].length, 7);
    QCOMPARE(findings[0].severity, Severity::Error);
    QCOMPARE(findings[1].rule, QStringLiteral("email"));
    QCOMPARE(findings[1].offset, 26);
    QCOMPARE(findings[1].length, 15);
    QCOMPARE(findings[1].severity, Severity::Warning);
    QVERIFY(findings[0].why.contains(QStringLiteral("diagnostic logs")));
}

void TestTextRules::givesPseudonyms()
{
    const auto text = QStringLiteral("ann@example.com to bob@example.com, cc ann@example.com; pw=tulip17");
    QCOMPARE(withPseudonyms(text, m_rules.look(text)),
             QStringLiteral("person-1 to person-2, cc person-1; pw=secret-1"));
}

void TestTextRules::looksAtEachPartOfAPath()
{
    // As one text this would be a run of base64's characters.
    const auto path = QStringLiteral("/srv/Images/2024/Team7/Linux/Server2019/Base/x86/Disk1/Gold");
    QCOMPARE(rulesOf(m_rules.look(path, TextKind::Path)), QStringList());
    const auto found = m_rules.look(QStringLiteral("/srv/ann@example.com/a.qcow2"), TextKind::Path);
    QCOMPARE(rulesOf(found), QStringList{QStringLiteral("email")});
    QCOMPARE(found[0].offset, 5);
    QCOMPARE(found[0].length, 15);
}

void TestTextRules::passesOverTheHostOfALocation()
{
    QCOMPARE(rulesOf(m_rules.look(QStringLiteral("s3:https://s3.example.org/images/lib"), TextKind::Location)),
             QStringList());
    QCOMPARE(rulesOf(m_rules.look(QStringLiteral("s3:https://192.168.1.5:9000/images/lib"), TextKind::Location)),
             QStringList());
    QCOMPARE(
        rulesOf(m_rules.look(QStringLiteral("s3:https://s3.example.org/b/AKIAIOSFODNN7EXAMPLE"), TextKind::Location)),
        QStringList{QStringLiteral("aws-access-key")});
    QCOMPARE(rulesOf(m_rules.look(QStringLiteral("s3:https://a:tulip@s3.example.org/b"), TextKind::Location)),
             QStringList{QStringLiteral("url-password")});
    QCOMPARE(rulesOf(m_rules.look(QStringLiteral("s3:eu-central-1/ann@example.com"), TextKind::Location)),
             QStringList{QStringLiteral("email")});
}

void TestTextRules::prefersTheTellingRule()
{
    const auto findings = m_rules.look(QStringLiteral("token=ghp_") + QString(36, u'a'));
    QCOMPARE(rulesOf(findings), QStringList{QStringLiteral("github-token")});
}

void TestTextRules::knowsCheckDigits()
{
    // Luhn's patent, US 2950048; Wikipedia's and the standards' own examples.
    QVERIFY(passesLuhn(QStringLiteral("79927398713")));
    QVERIFY(!passesLuhn(QStringLiteral("79927398710")));
    QVERIFY(!passesLuhn(QStringLiteral("7992739871x")));
    QVERIFY(passesVerhoeff(QStringLiteral("2363")));
    QVERIFY(!passesVerhoeff(QStringLiteral("2336")));
    QVERIFY(passesMod11And10(QStringLiteral("07945")));
    QVERIFY(passesIban(QStringLiteral("GB82WEST12345698765432")));
    QVERIFY(!passesIban(QStringLiteral("GB82WEST12345698765423")));
    QCOMPARE(moduloOf(QStringLiteral("123456789012345678901234567890"), 97), 52);
}

void TestTextRules::documentListsEveryRule()
{
    QFile file(QStringLiteral(SEALIFT_TEXT_RULES_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = QString::fromUtf8(file.readAll());
    for (const auto &rule : builtInTextRules()) {
        const auto line = QStringLiteral("| `%1` | %2 | %3 | %4 |")
                              .arg(rule.id, textClassName(rule.about), severityName(rule.severity), rule.what);
        QVERIFY2(document.contains(line), qPrintable(line));
    }
    QCOMPARE(document.count(QStringLiteral("\n| `")), static_cast<qsizetype>(builtInTextRules().size()));
}

QTEST_GUILESS_MAIN(TestTextRules)
#include "tst_text_rules.moc"
