#include "cli/program.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>
#include <QXmlStreamReader>

using namespace sealift::test;

/// The audit log and receipts, searched; and the bundle of evidence, verified by nothing but openssl and python3.
class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsReceipts();
    void searchesTheAuditLog();
    void refusesOddTimes_data();
    void refusesOddTimes();
    void bundleHasWhatItShould();
    void verifiesByPython();
    void verifiesByOpensslAlone();
    void verifiesWhereNothingElseIs();
    void noticesEveryChange_data();
    void noticesEveryChange();
    void cannotBeSealedAnewWithoutTheKey();
    void holdsNoSecret();
    void reportIsSelfContained();
    void selectsByImageAndTime();
    void refusesToReplaceOrToBeEmpty();

private:
    QString exported(const QString &name, const QStringList &options = {});
    Ended verify(const QString &folder) const;
    QStringList filesOf(const QString &folder) const;
    QByteArray content(const QString &path) const;

    Program m_program;
    QString m_bundle; ///< unpacked
};

static const QByteArray kPlanted = "AKIAIOSFODNN7EXAMPLE";
static const QByteArray kPlantedPassword = "Tulip-and-Rose-17";
static const QByteArray kPlantedToken = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";

void TestEvidence::initTestCase()
{
    QDir().mkpath(m_program.file(QStringLiteral("config")));
    m_program.write(QStringLiteral("config/settings.json"),
                    R"({"concurrency": 2, "proxyPassword": ")" + kPlantedPassword + R"(", "note": "key )" + kPlanted +
                        R"(", "odd": [{"deep": ")" + kPlantedToken + R"("}], "at": "https://ann:)" + kPlantedPassword +
                        R"(@proxy.example/"})");
    const auto made = m_program.run(
        {QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), m_program.library()});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
    for (const auto *name : {"web01.raw", "mail01.raw"}) {
        const auto image = m_program.writeRandom(QString::fromLatin1(name), 1 << 20);
        const auto ended = m_program.run({QStringLiteral("import"), image});
        QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    }
    const auto out =
        m_program.run({QStringLiteral("export"), QStringLiteral("web01"), QStringLiteral("-f"), QStringLiteral("raw"),
                       QStringLiteral("-o"), m_program.file(QStringLiteral("out.raw"))});
    QVERIFY2(out.exitCode == 0, out.describe().constData());
    m_bundle = exported(QStringLiteral("all"));
    QVERIFY(!m_bundle.isEmpty());
}

/// The folder of the unpacked bundle; empty where something failed.
QString TestEvidence::exported(const QString &name, const QStringList &options)
{
    const auto zip = m_program.file(name + QStringLiteral(".zip"));
    const auto ended = m_program.run(
        QStringList{QStringLiteral("evidence"), QStringLiteral("export"), QStringLiteral("-o"), zip} + options);
    const auto folder = m_program.file(name);
    const auto unpacked = runProgram(
        QStringLiteral(SEALIFT_PYTHON),
        {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), zip, folder}, m_program.environment);
    if (ended.exitCode != 0 || unpacked.exitCode != 0)
        qWarning("%s%s", ended.describe().constData(), unpacked.describe().constData());
    return ended.exitCode == 0 && unpacked.exitCode == 0 ? folder : QString();
}

Ended TestEvidence::verify(const QString &folder) const
{
    return runProgram(QStringLiteral(SEALIFT_PYTHON), {folder + QStringLiteral("/verify.py")}, m_program.environment);
}

QStringList TestEvidence::filesOf(const QString &folder) const
{
    QStringList files;
    for (QDirIterator i(folder, QDir::Files, QDirIterator::Subdirectories); i.hasNext();)
        files.append(QDir(folder).relativeFilePath(i.next()));
    files.sort();
    return files;
}

QByteArray TestEvidence::content(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestEvidence::listsReceipts()
{
    const auto list = [this](const QStringList &options) {
        QStringList images;
        const auto ended = m_program.run(
            QStringList{QStringLiteral("receipt"), QStringLiteral("list"), QStringLiteral("--json")} + options);
        for (const auto &receipt : ended.array()) {
            const auto object = receipt.toObject();
            if (object.value(QStringLiteral("valid")).toBool() && object.value(QStringLiteral("confirmed")).toBool() &&
                object.value(QStringLiteral("ownKey")).toBool())
                images.append(object.value(QStringLiteral("kind")).toString() + u' ' +
                              object.value(QStringLiteral("image")).toString());
        }
        return images.join(u' ');
    };
    QCOMPARE(list({}), QStringLiteral("import web01 import mail01 export web01"));
    QCOMPARE(list({QStringLiteral("--image"), QStringLiteral("web01")}), QStringLiteral("import web01 export web01"));
    QCOMPARE(list({QStringLiteral("--image"), QStringLiteral("mail01.raw")}), QStringLiteral("import mail01"));
    QCOMPARE(list({QStringLiteral("--image"), QStringLiteral("web")}), QString());
    QCOMPARE(list({QStringLiteral("--since"), QStringLiteral("1d")}).count(u'0'), 3);
    QCOMPARE(list({QStringLiteral("--until"), QStringLiteral("1d")}), QString());
    QCOMPARE(list({QStringLiteral("--user"), QStringLiteral("nobody-of-that-name")}), QString());
    const auto text = m_program.run({QStringLiteral("receipt"), QStringLiteral("list")});
    QVERIFY2(text.output.contains("mail01") && text.output.contains("CLEANUP"), text.output.constData());
}

void TestEvidence::searchesTheAuditLog()
{
    const auto shown = [this](const QStringList &options) {
        return m_program
            .run(QStringList{QStringLiteral("audit"), QStringLiteral("show"), QStringLiteral("--json")} + options)
            .array();
    };
    const auto all = shown({});
    const auto ofWeb = shown({QStringLiteral("--image"), QStringLiteral("web01")});
    const auto ofDb = shown({QStringLiteral("--image"), QStringLiteral("mail01")});
    QVERIFY(!ofWeb.isEmpty() && !ofDb.isEmpty());
    QCOMPARE(ofWeb.size() + ofDb.size(), all.size());
    const auto user = all.first().toObject().value(QStringLiteral("user")).toString();
    QCOMPARE(shown({QStringLiteral("--user"), user}).size(), all.size());
    QCOMPARE(shown({QStringLiteral("--user"), QStringLiteral("nobody-of-that-name")}).size(), 0);
    const auto third = all.at(2).toObject().value(QStringLiteral("time")).toString();
    const auto since = shown({QStringLiteral("--since"), third});
    const auto until = shown({QStringLiteral("--until"), third});
    QVERIFY(since.size() + until.size() > all.size()); // both have that moment
    QCOMPARE(since.last().toObject(), all.last().toObject());
    QCOMPARE(until.first().toObject(), all.first().toObject());
    QCOMPARE(shown({QStringLiteral("--since"), QStringLiteral("2001-01-01"), QStringLiteral("--until"),
                    QStringLiteral("2001-12-31")})
                 .size(),
             0);
}

void TestEvidence::refusesOddTimes_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *line) { QTest::newRow(line) << QString::fromLatin1(line).split(u' '); };
    row("--since yesterday");
    row("--since 2025-13-01");
    row("--until 12:00");
    row("--since 2025-02-01 --until 2025-01-01");
}

void TestEvidence::refusesOddTimes()
{
    QFETCH(const QStringList, options);
    const auto ended = m_program.run(QStringList{QStringLiteral("audit"), QStringLiteral("show")} + options);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(options[options.size() - 2].toLatin1()), ended.errors.constData());
}

void TestEvidence::bundleHasWhatItShould()
{
    const auto files = filesOf(m_bundle);
    for (const auto *name : {"README.txt", "audit/audit.jsonl", "audit/verification.json", "key.pem", "manifest.json",
                             "manifest.sig", "report.html", "settings.json", "verify.py", "versions.json"})
        QVERIFY2(files.contains(QString::fromLatin1(name)), name);
    QCOMPARE(files.filter(QStringLiteral("receipts/")).size(), 3);
    QVERIFY(content(m_bundle + QStringLiteral("/versions.json")).contains("openssl"));
    QVERIFY(content(m_bundle + QStringLiteral("/settings.json")).contains("\"concurrency\": 2"));
    // The README names every file.
    const auto readme = content(m_bundle + QStringLiteral("/README.txt"));
    for (const auto &file : files)
        QVERIFY2(file.startsWith(QStringLiteral("receipts/")) || file == QStringLiteral("README.txt") ||
                     readme.contains(file.toUtf8()),
                 qPrintable(file));
}

void TestEvidence::verifiesByPython()
{
    const auto ended = verify(m_bundle);
    QVERIFY2(ended.exitCode == 0, ended.describe().constData());
    QVERIFY2(ended.output.contains("3 receipts") && ended.output.contains("0 problems"), ended.output.constData());
}

void TestEvidence::verifiesByOpensslAlone()
{
    // As the README says it, line by line.
    const auto readme = QString::fromUtf8(content(m_bundle + QStringLiteral("/README.txt")));
    QStringList lines;
    for (const auto &line : readme.split(u'\n')) {
        if (line.trimmed().startsWith(QStringLiteral("openssl ")))
            lines.append(line.trimmed());
    }
    QCOMPARE(lines.size(), 3);
    const auto shell = [this](const QString &line) {
        return runProgram(QStringLiteral("/bin/sh"),
                          {QStringLiteral("-c"), QStringLiteral("cd '%1' && %2").arg(m_bundle, line)},
                          m_program.environment)
            .output;
    };
    QCOMPARE(shell(lines[0]).trimmed(), QByteArray("Verified OK"));
    const auto manifest = content(m_bundle + QStringLiteral("/manifest.json"));
    const auto sums = shell(lines[1]).trimmed().split('\n');
    QVERIFY(sums.size() >= 8);
    for (const auto &sum : sums)
        QVERIFY2(manifest.contains(sum.mid(sum.lastIndexOf(' ') + 1)), sum.constData());
    const auto keyId = shell(lines[2]).trimmed();
    QVERIFY(manifest.contains(keyId.mid(keyId.lastIndexOf(' ') + 1)));
}

/// A machine that has python3 and openssl, and neither a network nor any other program.
void TestEvidence::verifiesWhereNothingElseIs()
{
    const auto program = [](const char *name) {
        return QFileInfo(QStringLiteral("/usr/bin/") + QLatin1String(name)).canonicalFilePath();
    };
    const auto inside = [&](const QStringList &command) {
        return runProgram(QStringLiteral("bwrap"),
                          QStringList{QStringLiteral("--unshare-all"),
                                      QStringLiteral("--clearenv"),
                                      QStringLiteral("--setenv"),
                                      QStringLiteral("PATH"),
                                      QStringLiteral("/usr/bin"),
                                      QStringLiteral("--ro-bind"),
                                      QStringLiteral("/usr/lib"),
                                      QStringLiteral("/usr/lib"),
                                      QStringLiteral("--symlink"),
                                      QStringLiteral("usr/lib"),
                                      QStringLiteral("/lib"),
                                      QStringLiteral("--ro-bind-try"),
                                      QStringLiteral("/usr/lib64"),
                                      QStringLiteral("/usr/lib64"),
                                      QStringLiteral("--symlink"),
                                      QStringLiteral("usr/lib64"),
                                      QStringLiteral("/lib64"),
                                      QStringLiteral("--ro-bind"),
                                      program("python3"),
                                      QStringLiteral("/usr/bin/python3"),
                                      QStringLiteral("--ro-bind"),
                                      program("openssl"),
                                      QStringLiteral("/usr/bin/openssl"),
                                      QStringLiteral("--tmpfs"),
                                      QStringLiteral("/tmp"),
                                      QStringLiteral("--ro-bind"),
                                      m_bundle,
                                      QStringLiteral("/bundle")} +
                              command,
                          m_program.environment);
    };
    const auto verified = inside({QStringLiteral("/usr/bin/python3"), QStringLiteral("/bundle/verify.py")});
    QVERIFY2(verified.exitCode == 0 && verified.output.contains(" 0 problems"), verified.describe().constData());
    const auto signature =
        inside({QStringLiteral("/usr/bin/openssl"), QStringLiteral("dgst"), QStringLiteral("-sha256"),
                QStringLiteral("-verify"), QStringLiteral("/bundle/key.pem"), QStringLiteral("-signature"),
                QStringLiteral("/bundle/manifest.sig"), QStringLiteral("/bundle/manifest.json")});
    QCOMPARE(signature.output.trimmed(), QByteArray("Verified OK"));
    // There is no shell to help.
    QVERIFY(inside({QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("true")}).exitCode != 0);
}

void TestEvidence::noticesEveryChange_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &file : filesOf(m_bundle)) {
        // Of the verifier itself nothing can be said by itself: the openssl way is for that.
        if (file != QStringLiteral("verify.py"))
            QTest::newRow(qPrintable(file)) << file;
    }
    QTest::newRow("an added one") << QStringLiteral("receipts/added.txt");
    QTest::newRow("a missing one") << QString();
}

void TestEvidence::noticesEveryChange()
{
    QFETCH(const QString, file);
    QTemporaryDir folder;
    QCOMPARE(runProgram(QStringLiteral("cp"), {QStringLiteral("-r"), m_bundle, folder.filePath(QStringLiteral("b"))},
                        m_program.environment)
                 .exitCode,
             0);
    const auto copy = folder.filePath(QStringLiteral("b"));
    if (file.isEmpty()) {
        QVERIFY(QFile::remove(copy + QStringLiteral("/settings.json")));
    } else {
        auto bytes = content(copy + u'/' + file);
        if (bytes.isEmpty())
            bytes = "x";
        else
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QFile changed(copy + u'/' + file);
        QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(bytes) == bytes.size());
        changed.close();
    }
    const auto ended = verify(copy);
    QVERIFY2(ended.exitCode == 1 && ended.output.contains("PROBLEM"), ended.describe().constData());
}

void TestEvidence::cannotBeSealedAnewWithoutTheKey()
{
    QTemporaryDir folder;
    const auto copy = folder.filePath(QStringLiteral("b"));
    QCOMPARE(runProgram(QStringLiteral("cp"), {QStringLiteral("-r"), m_bundle, copy}, m_program.environment).exitCode,
             0);
    const auto sumOf = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    const auto put = [&copy](const char *name, const QByteArray &bytes) {
        QFile file(copy + u'/' + QLatin1String(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const auto before = content(copy + QStringLiteral("/versions.json"));
    auto after = before;
    after[0] = ' ';
    auto manifest = content(copy + QStringLiteral("/manifest.json"));
    manifest.replace(sumOf(before), sumOf(after));
    QVERIFY(put("versions.json", after) && put("manifest.json", manifest));
    const auto ended = verify(copy);
    QVERIFY2(ended.exitCode == 1 && ended.output.contains("the signature does not fit"), ended.output.constData());
    QVERIFY(!ended.output.contains("versions.json"));
}

void TestEvidence::holdsNoSecret()
{
    for (const auto &file : filesOf(m_bundle)) {
        const auto bytes = content(m_bundle + u'/' + file);
        for (const auto &secret :
             {kPlanted, kPlantedPassword, kPlantedToken, QByteArray(Program::kPassword), QByteArray("PRIVATE KEY")})
            QVERIFY2(!bytes.contains(secret), qPrintable(file + u' ' + QString::fromUtf8(secret)));
    }
}

void TestEvidence::reportIsSelfContained()
{
    const auto html = content(m_bundle + QStringLiteral("/report.html"));
    QVERIFY(html.contains("web01") && html.contains("mail01") && html.contains("confirmed") &&
            html.contains("key-erased"));
    for (const auto *word : {"<script", "<img", "<link", "src=", "url(", "@import", "href=\"http"})
        QVERIFY2(!html.contains(word), word);
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestEvidence::selectsByImageAndTime()
{
    const auto ofWeb = exported(QStringLiteral("web"), {QStringLiteral("--image"), QStringLiteral("web01")});
    QVERIFY(!ofWeb.isEmpty());
    QCOMPARE(filesOf(ofWeb).filter(QStringLiteral("receipts/")).size(), 2);
    QVERIFY(!content(ofWeb + QStringLiteral("/audit/audit.jsonl")).contains("mail01"));
    const auto verified = verify(ofWeb);
    QVERIFY2(verified.exitCode == 0, verified.describe().constData());
    QVERIFY(content(ofWeb + QStringLiteral("/manifest.json")).contains(R"("selection":{"image":"web01"})"));
    const auto ofToday = exported(QStringLiteral("today"), {QStringLiteral("--from"), QStringLiteral("1d")});
    QCOMPARE(filesOf(ofToday).filter(QStringLiteral("receipts/")).size(), 3);
}

void TestEvidence::refusesToReplaceOrToBeEmpty()
{
    const auto zip = m_program.file(QStringLiteral("all.zip"));
    const QStringList line{QStringLiteral("evidence"), QStringLiteral("export"), QStringLiteral("-o"), zip};
    QCOMPARE(m_program.run(line).exitCode, 10);
    QCOMPARE(m_program.run(line + QStringList{QStringLiteral("--force"), QStringLiteral("--json")})
                 .object()
                 .value(QStringLiteral("receipts"))
                 .toInt(),
             3);
    const auto empty =
        m_program.run({QStringLiteral("evidence"), QStringLiteral("export"), QStringLiteral("--image"),
                       QStringLiteral("nothing"), QStringLiteral("-o"), m_program.file(QStringLiteral("empty.zip"))});
    QCOMPARE(empty.exitCode, 3);
    QVERIFY(!QFile::exists(m_program.file(QStringLiteral("empty.zip"))));
    QCOMPARE(m_program.run({QStringLiteral("evidence"), QStringLiteral("export")}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_cli_evidence.moc"
