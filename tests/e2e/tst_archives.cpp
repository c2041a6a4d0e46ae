// Disk images and appliances in archives go into a library without being unpacked by hand; hostile and encrypted
// archives do not.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

using enum Patch::Fill;

/// How an archive NAME is made of the files FILES.
struct Packer {
    const char *name;
    const char *command;
};

const Packer kPackers[] = {
    {"tar", "tar -cf"},        {"tar.gz", "tar -czf"},        {"tar.xz", "tar --use-compress-program='xz -1' -cf"},
    {"tar.bz2", "tar -cjf"},   {"tar.zst", "tar --zstd -cf"}, {"zip", "zip -q -r"},
    {"7z", "7z a -bso0 -mx=1"}};

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void importsDisks_data() { packers(); }
    void importsDisks();
    void importsAppliance_data() { packers(); }
    void importsAppliance();
    void streamsRawDisk_data() { packers(); }
    void streamsRawDisk();
    void importsSparseDisk();
    void inspects();
    void refusesWrongManifest();
    void refusesCut_data() { packers(); }
    void refusesCut();
    void refusesHostile_data();
    void refusesHostile();
    void cleanup() { VERIFY_EMPTY(m_bench->sealift.leftovers()); }

private:
    static void packers()
    {
        QTest::addColumn<int>("packer");
        for (int i = 0; i < static_cast<int>(std::size(kPackers)); ++i)
            QTest::addRow("%s", kPackers[i].name) << i;
    }
    QString pack(int packer, const QString &files);
    qint64 scratchOf(const Outcome &imported) const;
    void compare(const QString &image, const QString &disk, const QString &raw);

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<ApplianceMaker> m_maker;
    QString m_system;
    QString m_data;
    int m_round = 0;
};

void TestArchives::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_system = m_bench->images.raw(QStringLiteral("system.raw"), 9 * MiB + 512,
                                   {{Random, 64 << 10, 2 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
    m_data = m_bench->images.raw(QStringLiteral("data.raw"), 5 * MiB, {{Random, 1 * MiB + 512, 1 * MiB}});
    const ImageFormat qcow2{QStringLiteral("qcow2"), QStringLiteral("qcow2"), QStringLiteral("qcow2"), {}};
    const ImageFormat vmdk{QStringLiteral("vmdk"), QStringLiteral("vmdk"), QStringLiteral("vmdk"),
                           QStringLiteral("subformat=streamOptimized")};
    m_bench->images.converted(m_system, qcow2, QStringLiteral("system.qcow2"));
    m_bench->images.converted(m_system, vmdk, QStringLiteral("system.vmdk"));
}

void TestArchives::init()
{
    m_maker = std::make_unique<ApplianceMaker>(m_bench->path(QStringLiteral("archive-%1").arg(++m_round)));
}

QString TestArchives::pack(int packer, const QString &files)
{
    const auto name = QStringLiteral("disks.%1").arg(QLatin1String(kPackers[packer].name));
    m_maker->shell(QStringLiteral("%1 %2 %3").arg(QLatin1String(kPackers[packer].command), name, files));
    return m_maker->path(name);
}

qint64 TestArchives::scratchOf(const Outcome &imported) const
{
    const auto id = imported.object().value(QStringLiteral("task")).toString();
    const Outcome shown = m_bench->sealift.run({QStringLiteral("task"), QStringLiteral("show"), id});
    return shown.object().value(QStringLiteral("scratch")).toObject().value(QStringLiteral("highWater")).toInteger(-1);
}

void TestArchives::compare(const QString &image, const QString &disk, const QString &raw)
{
    const auto out = m_bench->path(QStringLiteral("out.raw"));
    QFile::remove(out);
    auto arguments = Sealift::exportArguments(image, QStringLiteral("raw"), out);
    if (!disk.isEmpty())
        arguments << QStringLiteral("--disk") << disk;
    const Outcome exported = m_bench->sealift.run(arguments);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, raw));
}

void TestArchives::importsDisks()
{
    QFETCH(int, packer);
    m_maker->shell(
        QStringLiteral("mkdir sub && cp ../images/system.qcow2 sub/ && cp ../images/data.raw . && echo hello "
                       "> README.txt"));
    const auto archive = pack(packer, QStringLiteral("sub data.raw README.txt"));
    const auto name = QStringLiteral("disks-%1").arg(packer);
    const Outcome imported = m_bench->sealift.import(archive, name);
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(QStringLiteral("disks")).toArray().size(), 2);
    compare(name, QStringLiteral("system.raw"), m_system);
    compare(name, QStringLiteral("data.raw"), m_data);
}

void TestArchives::importsAppliance()
{
    QFETCH(int, packer);
    m_maker->shell(QStringLiteral("cp ../images/system.vmdk ../images/data.raw ."));
    m_maker->describe(QStringLiteral("web"),
                      {{QStringLiteral("system.vmdk"), "9437696", {}}, {QStringLiteral("data.raw"), "5242880", {}}});
    m_maker->addManifest(QStringLiteral("web"),
                         {QStringLiteral("web.ovf"), QStringLiteral("system.vmdk"), QStringLiteral("data.raw")});
    const auto archive = pack(packer, QStringLiteral("web.ovf web.mf system.vmdk data.raw"));
    const auto name = QStringLiteral("web-%1").arg(packer);
    const Outcome imported = m_bench->sealift.import(archive, name);
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.warnings.isEmpty(), imported.run.describe().constData());
    compare(name, QStringLiteral("system.raw"), m_system);
    compare(name, QStringLiteral("data.raw"), m_data);
}

void TestArchives::streamsRawDisk()
{
    QFETCH(int, packer);
    m_maker->shell(QStringLiteral("cp ../images/system.raw disk.raw"));
    const auto name = QStringLiteral("raw-%1").arg(packer);
    const Outcome imported = m_bench->sealift.import(pack(packer, QStringLiteral("disk.raw")), name);
    VERIFY_RUN(imported.ok(), imported.run);
    compare(name, {}, m_system);
    QCOMPARE(scratchOf(imported), 0);
}

void TestArchives::importsSparseDisk()
{
    // As Google's images are: one sparse file in GNU tar's old format.
    m_maker->shell(
        QStringLiteral("cp --sparse=always ../images/system.raw disk.raw && tar --format=oldgnu -Sczf gce.tar.gz "
                       "disk.raw"));
    const Outcome imported =
        m_bench->sealift.import(m_maker->path(QStringLiteral("gce.tar.gz")), QStringLiteral("gce"));
    VERIFY_RUN(imported.ok(), imported.run);
    compare(QStringLiteral("gce"), {}, m_system);
}

void TestArchives::inspects()
{
    m_maker->shell(QStringLiteral("cp ../images/system.qcow2 . && echo hello > README.txt"));
    const Outcome seen =
        m_bench->sealift.run({QStringLiteral("inspect"), pack(5, QStringLiteral("system.qcow2 README.txt"))});
    VERIFY_RUN(seen.ok(), seen.run);
    QCOMPARE(seen.object().value(QStringLiteral("format")).toString(), QStringLiteral("zip"));
    QCOMPARE(seen.object().value(QStringLiteral("imports")).toArray(), QJsonArray{QStringLiteral("system.qcow2")});
    QCOMPARE(seen.object().value(QStringLiteral("members")).toArray().size(), 2);
}

void TestArchives::refusesWrongManifest()
{
    m_maker->shell(QStringLiteral("cp ../images/system.vmdk ."));
    m_maker->describe(QStringLiteral("web"), {{QStringLiteral("system.vmdk"), "9437696", {}}});
    m_maker->addManifest(QStringLiteral("web"), {QStringLiteral("web.ovf"), QStringLiteral("system.vmdk")});
    m_maker->shell(QStringLiteral("printf X | dd of=system.vmdk bs=1 seek=1000000 conv=notrunc status=none"));
    const Outcome outcome =
        m_bench->sealift.import(pack(5, QStringLiteral("web.ovf web.mf system.vmdk")), QStringLiteral("wrong"));
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("corrupt"), {QStringLiteral("manifest")}));
}

void TestArchives::refusesCut()
{
    QFETCH(int, packer);
    m_maker->shell(QStringLiteral("cp ../images/system.raw disk.raw"));
    const auto archive = pack(packer, QStringLiteral("disk.raw"));
    const auto before = fingerprint(m_bench->sealift.library());
    // The last bytes of a tar archive are zeroes that nobody needs; what compresses it must be whole.
    const bool isTar = QByteArray(kPackers[packer].name) == "tar";
    for (const qint64 cut : isTar ? QList<qint64>{500'000} : QList<qint64>{1, 500'000}) {
        QVERIFY(setSize(archive, QFileInfo(archive).size() - cut));
        const Outcome outcome = m_bench->sealift.import(archive, QStringLiteral("cut"));
        VERIFY_EMPTY(outcome.complaint(QStringLiteral("corrupt"), {archive}));
    }
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

void TestArchives::refusesHostile_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *pack, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(pack) << QString::fromLatin1(code);
    };
    row("encrypted zip", "zip -q -P secret bad disk.raw && mv bad.zip bad", "unsupported");
    row("encrypted 7z", "7z a -bso0 -psecret bad.7z disk.raw && mv bad.7z bad", "unsupported");
    row("7z with encrypted names", "7z a -bso0 -psecret -mhe=on bad.7z disk.raw && mv bad.7z bad", "unsupported");
    row("link in tar.gz", "ln -s /etc/passwd link.raw && tar -czf bad disk.raw link.raw", "unsafe");
    row("link in zip", "ln -s /etc/passwd link.raw && zip -q -y bad disk.raw link.raw && mv bad.zip bad", "unsafe");
    row("absolute in tar.gz", "tar -Pczf bad disk.raw /etc/hostname", "unsafe");
    row("outside in tar.xz", "tar -PcJf bad disk.raw ../images/data.raw", "unsafe");
    row("outside in zip",
        "python3 -c \"import zipfile; z = zipfile.ZipFile('bad', 'w'); z.writestr('../../x.raw', 'x' * 1024)\"",
        "unsafe");
    row("twice in zip",
        "python3 -W ignore -c \"import zipfile; z = zipfile.ZipFile('bad', 'w'); z.writestr('a.raw', 'x' * 1024); "
        "z.writestr('a.raw', 'y' * 1024)\"",
        "unsafe");
    row("10,001 members", "mkdir many; (cd many; seq 10001 | xargs touch); zip -q -r bad many && mv bad.zip bad",
        "limit-exceeded");
    row("pipe in tar.gz", "mkfifo pipe; tar -czf bad disk.raw pipe", "unsafe");
    row("no disk", "mkdir docs; echo a > docs/a; echo b > docs/b; tar -czf bad docs", "not-found");
    row("an OVA in it", "cp disk.raw web.ova; echo a > a; zip -q bad web.ova a && mv bad.zip bad", "not-found");
    row("damaged zip",
        "zip -q bad disk.raw && mv bad.zip bad && printf XXXX | dd of=bad bs=1 seek=200000 conv=notrunc status=none",
        "corrupt");
    row("damaged 7z",
        "7z a -bso0 -mx=1 bad.7z disk.raw && mv bad.7z bad && printf XXXX | dd of=bad bs=1 seek=200000 conv=notrunc "
        "status=none",
        "corrupt");
}

void TestArchives::refusesHostile()
{
    QFETCH(QString, pack);
    QFETCH(QString, code);
    m_maker->shell(QStringLiteral("cp ../images/system.raw disk.raw"));
    m_maker->shell(pack);
    const auto before = fingerprint(m_bench->sealift.library());
    const Outcome outcome = m_bench->sealift.import(m_maker->path(QStringLiteral("bad")), QStringLiteral("bad"));
    VERIFY_EMPTY(outcome.complaint(code, {m_maker->path(QStringLiteral("bad"))}));
    QCOMPARE(fingerprint(m_bench->sealift.library()), before);
}

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
