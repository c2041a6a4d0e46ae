#include "cli/program.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace sealift::test;

/// What seems sensitive in names, tags and paths: warned of or refused before anything is stored, and never repeated.
class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesSecrets_data();
    void refusesSecrets();
    void keepsWhatIsAllowed();
    void neverKeepsWhatTheJournalRefuses();
    void warnsOfPersonalData();
    void hintsForPeopleOnly();
    void looksAtEveryText();
    void refusesDescriptions();
    void looksAtNamesInArchives();
    void refusesPathsOfExports();
    void refusesPlacesOfLibraries();
    void followsTheUsersRules();
    void namesMistakesInTheUsersRules();

private:
    QByteArray everythingKept() const;
    QList<QJsonObject> warningsInAudit() const;

    Program m_program;
    QString m_disk;
};

static const auto kToken = QStringLiteral("ghp_abcdefghijklmnopqrstuvwxyz0123456789");

void TestText::initTestCase()
{
    QDir().mkpath(m_program.file(QStringLiteral("config")));
    m_disk = m_program.writeRandom(QStringLiteral("disk.raw"), 1 << 20);
    const auto made = m_program.run(
        {QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), m_program.library()});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
}

/// Journal, audit log, receipts.
QByteArray TestText::everythingKept() const
{
    return runProgram(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), QStringLiteral("find \"$SEALIFT_STATE\" -type f -exec cat {} +")},
                      m_program.environment)
        .output;
}

QList<QJsonObject> TestText::warningsInAudit() const
{
    QList<QJsonObject> found;
    const auto shown = m_program.run({QStringLiteral("audit"), QStringLiteral("show"), QStringLiteral("--json")});
    for (const auto &entry : shown.array()) {
        if (entry.toObject().value(QStringLiteral("event")).toString() == QStringLiteral("text-warned"))
            found.append(entry.toObject().value(QStringLiteral("fields")).toObject());
    }
    return found;
}

void TestText::refusesSecrets_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *option, const QString &before, const QString &secret, const char *rule) {
        QTest::newRow(rule) << QString::fromLatin1(option) << before + secret << secret << QString::fromLatin1(rule);
    };
    row("--tag", QStringLiteral("see "), kToken, "github-token");
    row("--name", QStringLiteral("web01 password="), QStringLiteral("Tulip17"), "assigned-secret");
    row("--tag", QStringLiteral("key-"), QStringLiteral("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), "random-text");
    row("--tag", {}, QStringLiteral("AKIAIOSFODNN7EXAMPLE"), "aws-access-key");
}

void TestText::refusesSecrets()
{
    QFETCH(const QString, option);
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    QFETCH(const QString, rule);
    const auto before = warningsInAudit().size();
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), option, text, m_disk});
    QCOMPARE(ended.exitCode, 5);
    const auto errors = ended.messages(QStringLiteral("error"));
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0].value(QStringLiteral("code")).toString(), QStringLiteral("unsafe"));
    QVERIFY(errors[0].value(QStringLiteral("message")).toString().contains(rule));
    QVERIFY(errors[0].value(QStringLiteral("message")).toString().contains(option));
    QVERIFY(errors[0].value(QStringLiteral("remedy")).toString().contains(QStringLiteral("--allow-sensitive-text")));
    QVERIFY(errors[0].value(QStringLiteral("remedy")).toString().contains(QStringLiteral("secret-1")));
    QVERIFY(!ended.describe().contains(secret.toUtf8()));
    QVERIFY(!everythingKept().contains(secret.toUtf8()));
    QCOMPARE(m_program.run({QStringLiteral("tasks"), QStringLiteral("--json")}).array().size(), 0);

    const auto warned = warningsInAudit();
    QCOMPARE(warned.size(), before + 1);
    QCOMPARE(warned.last().value(QStringLiteral("refused")).toBool(), true);
    const auto texts = warned.last().value(QStringLiteral("texts")).toArray();
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].toObject().value(QStringLiteral("rules")).toArray(), QJsonArray{rule});
}

void TestText::keepsWhatIsAllowed()
{
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--tag"),
                                      kToken, QStringLiteral("--allow-sensitive-text"), m_disk});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    const auto warnings = ended.object().value(QStringLiteral("warnings")).toArray();
    QCOMPARE(warnings.size(), 1);
    const auto warning = warnings[0].toObject();
    QCOMPARE(warning.value(QStringLiteral("place")).toString(), QStringLiteral("--tag"));
    QCOMPARE(warning.value(QStringLiteral("rule")).toString(), QStringLiteral("github-token"));
    QCOMPARE(warning.value(QStringLiteral("offset")).toInt(-1), 0);
    QCOMPARE(warning.value(QStringLiteral("length")).toInt(), kToken.size());
    QCOMPARE(ended.messages(QStringLiteral("warning")).size(), 1);
    QVERIFY(!ended.describe().contains(kToken.toUtf8()));
    QCOMPARE(warningsInAudit().last().value(QStringLiteral("refused")).toBool(true), false);
}

void TestText::neverKeepsWhatTheJournalRefuses()
{
    const auto ended =
        m_program.run({QStringLiteral("import"), QStringLiteral("--tag"), QStringLiteral("AKIAIOSFODNN7EXAMPLE"),
                       QStringLiteral("--allow-sensitive-text"), m_disk});
    QCOMPARE(ended.exitCode, 5);
    QVERIFY2(ended.errors.contains("--allow-sensitive-text does not change that"), ended.errors.constData());
}

void TestText::warnsOfPersonalData()
{
    const auto ended = m_program.run(
        {QStringLiteral("import"), QStringLiteral("--name"), QStringLiteral("desktop of ann@example.com"), m_disk});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    QVERIFY2(ended.errors.contains("warning: --name holds an e-mail address, characters 12 to 26 [email]"),
             ended.errors.constData());
    QVERIFY(ended.errors.contains("Better: desktop of person-1"));
    QVERIFY(ended.errors.contains("diagnostic logs"));
    QCOMPARE(warningsInAudit().last().value(QStringLiteral("command")).toString(), QStringLiteral("import"));
}

void TestText::hintsForPeopleOnly()
{
    const QStringList line{QStringLiteral("import"), QStringLiteral("--tag"), QStringLiteral("from nas.local"), m_disk};
    const auto before = warningsInAudit().size();
    const auto said = m_program.run(line);
    QCOMPARE(said.exitCode, 0);
    QVERIFY(said.errors.contains("note: --tag holds the full name of a host"));
    QVERIFY(!m_program.run(line + QStringList{QStringLiteral("--quiet")}).errors.contains("note:"));
    const auto json = m_program.run(line + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.messages(QStringLiteral("warning")).size(), 0);
    QCOMPARE(json.object().value(QStringLiteral("warnings")).toArray().size(), 1);
    QCOMPARE(warningsInAudit().size(), before);
}

void TestText::looksAtEveryText()
{
    const auto image = m_program.writeRandom(QStringLiteral("4111111111111111.raw"), 1 << 16);
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--tag"),
                                      QStringLiteral("GB29NWBK60161331926819"), QStringLiteral("--tag"),
                                      QStringLiteral("12345678Z"), image});
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    QStringList rules;
    for (const auto &warning : ended.object().value(QStringLiteral("warnings")).toArray())
        rules.append(warning.toObject().value(QStringLiteral("rule")).toString());
    QCOMPARE(rules.join(u' '), QStringLiteral("iban national-id-es payment-card"));
}

void TestText::refusesDescriptions()
{
    // Before anybody is asked for credentials, or reached.
    const auto ended = m_program.run({QStringLiteral("import"), QStringLiteral("--to"), QStringLiteral("ec2-snapshot"),
                                      QStringLiteral("--region"), QStringLiteral("eu-central-1"),
                                      QStringLiteral("--description"), QStringLiteral("key ") + kToken, m_disk});
    QCOMPARE(ended.exitCode, 5);
    QVERIFY2(ended.errors.contains("--description") && ended.errors.contains("github-token"), ended.errors.constData());
    QVERIFY(!ended.describe().contains(kToken.toUtf8()));
}

void TestText::looksAtNamesInArchives()
{
    // Two disk images; the name of one holds a token, that of the other an address.
    const auto token = QStringLiteral("ghp_zyxwvutsrqponmlkjihgfedcba9876543210");
    const auto secret = m_program.writeRandom(token + QStringLiteral(".raw"), 1 << 20);
    const auto mail = m_program.writeRandom(QStringLiteral("bob@example.org disk.raw"), 1 << 20);
    const auto archive = m_program.file(QStringLiteral("disks.tar"));
    const auto packed = runProgram(QStringLiteral("tar"),
                                   {QStringLiteral("-C"), m_program.file({}), QStringLiteral("-cf"), archive,
                                    QFileInfo(secret).fileName(), QFileInfo(mail).fileName()},
                                   m_program.environment);
    QVERIFY2(packed.exitCode == 0, packed.describe().constData());
    const QStringList line{QStringLiteral("import"), QStringLiteral("--json"), archive};
    const auto refused = m_program.run(line);
    QCOMPARE(refused.exitCode, 13);
    QVERIFY2(refused.errors.contains("github-token") && refused.errors.contains("names-personal"),
             refused.errors.constData());
    QVERIFY(!refused.describe().contains(token.toUtf8()));
    QVERIFY(!everythingKept().contains(token.toUtf8()));
    QVERIFY(!everythingKept().contains("bob@example.org"));

    const auto allowed = m_program.run(line + QStringList{QStringLiteral("--allow-sensitive-text")});
    QVERIFY2(allowed.exitCode == 0, allowed.describe().constData());
    QFile::remove(archive);
}

void TestText::refusesPathsOfExports()
{
    const auto imported =
        m_program.run({QStringLiteral("import"), QStringLiteral("--name"), QStringLiteral("plain"), m_disk});
    QVERIFY2(imported.exitCode == 0, imported.describe().constData());
    const QStringList line{QStringLiteral("export"), QStringLiteral("plain"), QStringLiteral("-f"),
                           QStringLiteral("raw"), QStringLiteral("-o")};
    const auto secret = m_program.file(QStringLiteral("pw=Tulip17.raw"));
    const auto refused = m_program.run(line + QStringList{secret});
    QCOMPARE(refused.exitCode, 5);
    QVERIFY2(refused.errors.contains("--output") && !refused.errors.contains("Tulip17"), refused.errors.constData());
    QVERIFY(!QFile::exists(secret));
    const auto allowed =
        m_program.run(line + QStringList{secret, QStringLiteral("--allow-sensitive-text"), QStringLiteral("--json")});
    QVERIFY2(allowed.exitCode == 0, allowed.describe().constData());
    QCOMPARE(allowed.object().value(QStringLiteral("warnings")).toArray().size(), 1);
    QVERIFY(QFile::exists(secret));
}

void TestText::refusesPlacesOfLibraries()
{
    const auto place = m_program.file(QStringLiteral("library password=Tulip17"));
    const auto ended =
        m_program.run({QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), place});
    QCOMPARE(ended.exitCode, 5);
    QVERIFY(ended.errors.contains("PLACE"));
    QVERIFY(!QDir(place).exists());
    QVERIFY(!ended.describe().contains("Tulip17"));
}

void TestText::followsTheUsersRules()
{
    m_program.write(
        QStringLiteral("config/text-rules.json"),
        R"({"version": 1, "severity": {"email": "off"},)"
        R"( "patterns": [{"id": "project", "pattern": "PRJ-[0-9]+", "severity": "error", "what": "a project"}]})");
    const auto off = m_program.run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--tag"),
                                    QStringLiteral("ann@example.com"), m_disk});
    QVERIFY2(off.exitCode == 0, off.describe().constData());
    QCOMPARE(off.object().value(QStringLiteral("warnings")).toArray(), QJsonArray());
    const auto own =
        m_program.run({QStringLiteral("import"), QStringLiteral("--tag"), QStringLiteral("PRJ-17"), m_disk});
    QCOMPARE(own.exitCode, 5);
    QVERIFY(own.errors.contains("a project") && own.errors.contains("text-rules.json"));
    QFile::remove(m_program.file(QStringLiteral("config/text-rules.json")));
}

void TestText::namesMistakesInTheUsersRules()
{
    const auto path =
        m_program.write(QStringLiteral("config/text-rules.json"), R"({"version": 1, "severity": {"emil": "off"}})");
    const auto ended = m_program.run({QStringLiteral("import"), m_disk});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(path.toUtf8()) && ended.errors.contains("severity.emil"), ended.errors.constData());
    QFile::remove(path);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_cli_text.moc"
