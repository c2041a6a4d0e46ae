#include "cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <utility>

using namespace sealift::test;

/// Renaming, tagging, verifying and deleting images, as users do it.
class TestImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void renames();
    void refusesNamesThatShouldNotBeKept();
    void tags();
    void verifies();
    void keepsToTheBandwidthOfTheSettings();
    void tellsWhatDeletingFrees();
    void deletes();
    void saysWhatThereIsNot();

private:
    Ended run(const QStringList &words) const { return m_program.run(words + QStringList{QStringLiteral("--json")}); }
    QJsonObject image(const QString &name) const;

    Program m_program;
};

QJsonObject TestImages::image(const QString &name) const
{
    for (const auto &one : run({QStringLiteral("images")}).array()) {
        if (one.toObject().value(QStringLiteral("name")).toString() == name)
            return one.toObject();
    }
    return {};
}

void TestImages::initTestCase()
{
    for (const auto *variable : {"STATE", "SCRATCH", "CONFIG"})
        m_program.environment.insert(QStringLiteral("SEALIFT_") + QLatin1String(variable),
                                     m_program.file(QString::fromLatin1(variable).toLower()));
    const auto disk = m_program.writeRandom(QStringLiteral("web01.raw"), 4 << 20);
    const auto other = m_program.writeRandom(QStringLiteral("db02.raw"), 2 << 20);
    const auto made = run(
        {QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), m_program.library()});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
    const auto imported = run({QStringLiteral("import"), QStringLiteral("--tag"), QStringLiteral("june"), disk, other});
    QVERIFY2(imported.exitCode == 0, imported.describe().constData());
}

void TestImages::renames()
{
    const auto before = image(QStringLiteral("web01"));
    const auto renamed =
        run({QStringLiteral("image"), QStringLiteral("rename"), QStringLiteral("web01"), QStringLiteral("web server")});
    QVERIFY2(renamed.exitCode == 0, renamed.describe().constData());
    QCOMPARE(renamed.object().value(QStringLiteral("formerId")), before.value(QStringLiteral("id")));
    QCOMPARE(renamed.object().value(QStringLiteral("formerName")).toString(), QStringLiteral("web01"));
    const auto after = image(QStringLiteral("web server"));
    QCOMPARE(after.value(QStringLiteral("id")), renamed.object().value(QStringLiteral("id")));
    QCOMPARE(after.value(QStringLiteral("tags")), before.value(QStringLiteral("tags")));
    QVERIFY(image(QStringLiteral("web01")).isEmpty());
    // And what is exported is what was imported.
    const auto out = m_program.file(QStringLiteral("out.raw"));
    const auto exported = run({QStringLiteral("export"), QStringLiteral("web server"), QStringLiteral("-f"),
                               QStringLiteral("raw"), QStringLiteral("-o"), out});
    QVERIFY2(exported.exitCode == 0, exported.describe().constData());
    QCOMPARE(
        runProgram(QStringLiteral("cmp"), {out, m_program.file(QStringLiteral("web01.raw"))}, m_program.environment)
            .exitCode,
        0);
}

void TestImages::refusesNamesThatShouldNotBeKept()
{
    const auto before = image(QStringLiteral("db02"));
    const auto secret = run({QStringLiteral("image"), QStringLiteral("rename"), QStringLiteral("db02"),
                             QStringLiteral("db02 password=Tulip17")});
    QCOMPARE(secret.exitCode, 5);
    const auto path =
        run({QStringLiteral("image"), QStringLiteral("rename"), QStringLiteral("db02"), QStringLiteral("a/b")});
    QCOMPARE(path.exitCode, 2);
    const auto tag = run({QStringLiteral("image"), QStringLiteral("tag"), QStringLiteral("db02"),
                          QStringLiteral("--add"), QStringLiteral("AKIAIOSFODNN7EXAMPLE")});
    QCOMPARE(tag.exitCode, 5);
    QCOMPARE(image(QStringLiteral("db02")), before);
}

void TestImages::tags()
{
    const auto tagged =
        run({QStringLiteral("image"), QStringLiteral("tag"), QStringLiteral("db02"), QStringLiteral("--add"),
             QStringLiteral("july"), QStringLiteral("--remove"), QStringLiteral("june")});
    QVERIFY2(tagged.exitCode == 0, tagged.describe().constData());
    const auto tags = image(QStringLiteral("db02")).value(QStringLiteral("tags")).toArray();
    QVERIFY(tags.contains(QStringLiteral("july")) && !tags.contains(QStringLiteral("june")));
    QCOMPARE(tagged.object().value(QStringLiteral("tags")).toArray(), tags);
    QCOMPARE(run({QStringLiteral("image"), QStringLiteral("tag"), QStringLiteral("db02")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("image"), QStringLiteral("tag"), QStringLiteral("db02"), QStringLiteral("--add"),
                  QStringLiteral("a,b")})
                 .exitCode,
             2);
}

void TestImages::verifies()
{
    const auto verified = run({QStringLiteral("verify"), QStringLiteral("web server")});
    QVERIFY2(verified.exitCode == 0, verified.describe().constData());
    QCOMPARE(verified.object().value(QStringLiteral("dataSize")).toInteger(), 4 << 20);
    QVERIFY(verified.object().value(QStringLiteral("asRecorded")).toBool());
    QStringList kinds;
    for (const auto &task : run({QStringLiteral("tasks")}).array())
        kinds.append(task.toObject().value(QStringLiteral("kind")).toString());
    QVERIFY2(kinds.contains(QStringLiteral("verify")), qPrintable(kinds.join(QLatin1Char(' '))));
    const auto words = m_program.run({QStringLiteral("verify"), QStringLiteral("web server")});
    QVERIFY2(words.output.contains("as it was when it was imported"), words.describe().constData());
}

void TestImages::keepsToTheBandwidthOfTheSettings()
{
    const auto timed = [this](const QStringList &options) {
        QElapsedTimer clock;
        clock.start();
        const auto ended = m_program.run(QStringList{QStringLiteral("verify"), QStringLiteral("web server")} + options);
        return std::pair{ended, clock.elapsed()};
    };
    QVERIFY(QDir().mkpath(m_program.file(QStringLiteral("config"))));
    // 4 MiB at 1 MB/s: half a second of them may come at once. Every hour of the week has that limit.
    m_program.write(QStringLiteral("config/settings.json"),
                    R"({"bytesPerSecond": 500000000, "bandwidthSchedule":
                        [{"days": 127, "from": "00:00", "until": "00:00", "bytesPerSecond": 1000000}]})");
    const auto [limited, limitedMs] = timed({});
    QVERIFY2(limited.exitCode == 0, limited.describe().constData());
    QVERIFY2(limitedMs > 3000, qPrintable(QString::number(limitedMs)));
    QVERIFY2(limited.errors.contains("by the settings"), limited.describe().constData());
    // A command that moves nothing has nothing to say of it.
    const auto swept = m_program.run({QStringLiteral("scratch"), QStringLiteral("sweep")});
    QVERIFY2(swept.exitCode == 0, swept.describe().constData());
    QVERIFY2(!swept.errors.contains("by the settings"), swept.describe().constData());
    // What is said on the command line counts.
    const auto [free, freeMs] = timed({QStringLiteral("--bandwidth"), QStringLiteral("none")});
    QVERIFY2(free.exitCode == 0, free.describe().constData());
    QVERIFY2(freeMs < limitedMs, qPrintable(QString::number(freeMs)));
    QVERIFY2(!free.errors.contains("by the settings"), free.describe().constData());
    // Settings that cannot be read limit nothing, and that is not kept quiet.
    m_program.write(QStringLiteral("config/settings.json"), R"({"bandwidthSchedule": [{"days": 127}]})");
    const auto [damaged, damagedMs] = timed({});
    QVERIFY2(damaged.exitCode == 0, damaged.describe().constData());
    QVERIFY2(damaged.errors.contains("settings.json") && damaged.errors.contains("No bandwidth limit"),
             damaged.describe().constData());
    QVERIFY(QFile::remove(m_program.file(QStringLiteral("config/settings.json"))));
}

void TestImages::tellsWhatDeletingFrees()
{
    const auto told = run({QStringLiteral("image"), QStringLiteral("delete"), QStringLiteral("web server"),
                           QStringLiteral("db02"), QStringLiteral("--dry-run")});
    QVERIFY2(told.exitCode == 0, told.describe().constData());
    const auto bytes = told.object().value(QStringLiteral("bytesFreed")).toInteger();
    QVERIFY2(bytes > 6 << 20 && bytes < 7 << 20, qPrintable(QString::number(bytes)));
    QVERIFY(!told.object().value(QStringLiteral("deleted")).toBool(true));
    QCOMPARE(run({QStringLiteral("images")}).array().size(), 2);
}

void TestImages::deletes()
{
    const auto words = m_program.run({QStringLiteral("image"), QStringLiteral("delete"), QStringLiteral("web server")});
    QVERIFY2(words.exitCode == 0, words.describe().constData());
    QVERIFY2(words.output.contains("4.") && words.output.contains("restic prune"), words.describe().constData());
    const auto left = run({QStringLiteral("images")}).array();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("db02"));
}

void TestImages::saysWhatThereIsNot()
{
    for (const auto *command : {"rename", "tag", "delete"}) {
        QStringList words{QStringLiteral("image"), QLatin1String(command), QStringLiteral("nobody")};
        if (words[1] == QLatin1String("rename"))
            words += QStringLiteral("somebody");
        if (words[1] == QLatin1String("tag"))
            words += {QStringLiteral("--add"), QStringLiteral("x")};
        const auto ended = run(words);
        QCOMPARE(ended.exitCode, 3);
        QCOMPARE(ended.messages(QStringLiteral("error")).first().value(QStringLiteral("code")).toString(),
                 QStringLiteral("not-found"));
    }
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("nobody")}).exitCode, 3);
}

QTEST_GUILESS_MAIN(TestImages)
#include "tst_cli_images.moc"
