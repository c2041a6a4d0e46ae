// Machines of VirtualBox and VMware - a .vbox or .vmx beside its disks - go into a library whole, with every disk as it
// was, and come out as appliances with the same hardware.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace sealift::test;

// Before the raw strings: moc finds no class after them.
class TestMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void importsVirtualBox();
    void importsVmware_data();
    void importsVmware();
    void followsSnapshots();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
    void cleanup();

private:
    QString inFolder(const QString &name) const { return m_folder + QLatin1Char('/') + name; }
    void writeVbox(const QByteArray &location, const QByteArray &more = {});
    void writeVmx(const QByteArray &more = {});

    std::unique_ptr<Workbench> m_bench;
    QString m_system;
    QString m_data;
    QString m_folder;
    int m_round = 0;
};

namespace {

constexpr qint64 MiB = 1 << 20;

using enum Patch::Fill;

const ImageFormat kVdi{QStringLiteral("vdi"), QStringLiteral("vdi"), QStringLiteral("vdi"), {}};

ImageFormat vmdk(const QString &subformat)
{
    return {subformat, QStringLiteral("vmdk"), QStringLiteral("vmdk"), QStringLiteral("subformat=") + subformat};
}

} // namespace

void TestMachines::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const auto made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_system = m_bench->images.raw(QStringLiteral("system.raw"), 9 * MiB,
                                   {{Random, 64 << 10, 3 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
    m_data = m_bench->images.raw(QStringLiteral("data.raw"), 5 * MiB, {{Random, 1 * MiB, 2 * MiB}});
}

void TestMachines::init()
{
    m_folder = m_bench->path(QStringLiteral("machine-%1").arg(++m_round));
    QVERIFY(QDir().mkpath(m_folder));
}

void TestMachines::cleanup()
{
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestMachines::writeVbox(const QByteArray &location, const QByteArray &more)
{
    QVERIFY(writeFile(inFolder(QStringLiteral("web.vbox")), R"(<?xml version="1.0"?>
<VirtualBox xmlns="http://www.virtualbox.org/" version="1.16-linux"><Machine uuid="{1}" name="web" OSType="Debian_64">
<MediaRegistry><HardDisks><HardDisk uuid="{a}" location=")" + location +
                                                                R"(" format="VDI" type="Normal">)" + more +
                                                                R"(</HardDisk></HardDisks></MediaRegistry>
<Hardware><CPU count="3"/><Memory RAMSize="1536"/><Firmware type="EFI"/>
<Network><Adapter slot="0" enabled="true"><NAT/></Adapter></Network></Hardware>
<StorageControllers><StorageController name="SATA" type="IntelAhci">
<AttachedDevice type="HardDisk" port="0" device="0"><Image uuid="{a}"/></AttachedDevice>
</StorageController></StorageControllers></Machine></VirtualBox>
)"));
}

void TestMachines::writeVmx(const QByteArray &more)
{
    QVERIFY(writeFile(inFolder(QStringLiteral("web.vmx")), R"(.encoding = "UTF-8"
displayName = "web"
guestOS = "debian11-64"
numvcpus = "3"
memsize = "1536"
scsi0.present = "TRUE"
scsi0.virtualDev = "lsilogic"
scsi0:0.present = "TRUE"
scsi0:0.fileName = "web.vmdk"
scsi0:1.present = "TRUE"
scsi0:1.fileName = "data.vmdk"
)" + more));
}

void TestMachines::importsVirtualBox()
{
    QVERIFY(QFile::rename(m_bench->images.converted(m_system, kVdi, QStringLiteral("a.vdi")),
                          inFolder(QStringLiteral("web disk.vdi"))));
    writeVbox("web disk.vdi");
    const auto &sealift = m_bench->sealift;
    const auto inspected = sealift.run({QStringLiteral("inspect"), inFolder(QStringLiteral("web.vbox"))});
    VERIFY_RUN(inspected.ok(), inspected.run);
    QCOMPARE(inspected.object().value(u"format").toString(), QStringLiteral("vbox"));
    QCOMPARE(inspected.object().value(u"systems").toArray().at(0).toObject().value(u"processors").toInt(), 3);

    const auto imported = sealift.import(inFolder(QStringLiteral("web.vbox")), QStringLiteral("box"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(u"container").toString(), QStringLiteral("vbox"));
    const auto out = inFolder(QStringLiteral("out.raw"));
    const auto exported = sealift.exportTo(QStringLiteral("box"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, m_system));
    // The hardware is known again.
    const auto ova = inFolder(QStringLiteral("box.ova"));
    const auto appliance = sealift.run({QStringLiteral("export"), QStringLiteral("box"), QStringLiteral("-o"), ova});
    VERIFY_RUN(appliance.ok(), appliance.run);
    const auto machine = sealift.run({QStringLiteral("inspect"), ova});
    VERIFY_RUN(machine.ok(), machine.run);
    const auto system = machine.object().value(u"systems").toArray().at(0).toObject();
    QCOMPARE(system.value(u"processors").toInt(), 3);
    QCOMPARE(system.value(u"memory").toInteger(), 1536 * MiB);
    QCOMPARE(system.value(u"firmware").toString(), QStringLiteral("uefi"));
    // What restic sees is the description as it came.
    const auto dumped =
        m_bench->restic.run({QStringLiteral("dump"), QStringLiteral("latest"), QStringLiteral("/box/web.vbox")});
    VERIFY_RUN(dumped.ok(), dumped);
    QCOMPARE(dumped.out, readFile(inFolder(QStringLiteral("web.vbox"))));
}

void TestMachines::importsVmware_data()
{
    QTest::addColumn<QString>("subformat");
    for (const auto *subformat : {"monolithicSparse", "monolithicFlat", "twoGbMaxExtentSparse", "twoGbMaxExtentFlat"})
        QTest::newRow(subformat) << QString::fromLatin1(subformat);
}

void TestMachines::importsVmware()
{
    QFETCH(QString, subformat);
    // The extents lie beside the descriptor under its name, so each disk is made where it belongs.
    ImageMaker maker(m_folder);
    maker.converted(m_system, vmdk(subformat), QStringLiteral("web.vmdk"));
    maker.converted(m_data, vmdk(subformat), QStringLiteral("data.vmdk"));
    writeVmx("ide1:0.present = \"TRUE\"\nide1:0.deviceType = \"cdrom-image\"\nide1:0.fileName = \"/iso/a.iso\"\n");
    const auto &sealift = m_bench->sealift;
    const auto imported = sealift.import(inFolder(QStringLiteral("web.vmx")), QStringLiteral("ware"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(u"container").toString(), QStringLiteral("vmx"));
    for (const auto &[disk, raw] : {std::pair{QStringLiteral("web"), m_system}, {QStringLiteral("data"), m_data}}) {
        const auto out = inFolder(QStringLiteral("out.raw"));
        const auto exported = sealift.run({QStringLiteral("export"), QStringLiteral("ware"), QStringLiteral("--disk"),
                                           disk + QStringLiteral(".raw"), QStringLiteral("-f"), QStringLiteral("raw"),
                                           QStringLiteral("--force"), QStringLiteral("-o"), out});
        VERIFY_RUN(exported.ok(), exported.run);
        VERIFY_EMPTY(difference(out, raw));
    }
}

void TestMachines::followsSnapshots()
{
    ImageMaker maker(m_folder);
    maker.converted(m_system, vmdk(QStringLiteral("monolithicSparse")), QStringLiteral("base.vmdk"));
    maker.converted(m_data, vmdk(QStringLiteral("monolithicSparse")), QStringLiteral("data.vmdk"));
    const auto made = run({.program = QStringLiteral("qemu-img"),
                           .arguments = {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("vmdk"),
                                         QStringLiteral("-b"), QStringLiteral("base.vmdk"), QStringLiteral("-F"),
                                         QStringLiteral("vmdk"), QStringLiteral("web.vmdk")},
                           .folder = m_folder});
    VERIFY_RUN(made.ok(), made);
    const auto written = run({.program = QStringLiteral("qemu-io"),
                              .arguments = {QStringLiteral("-f"), QStringLiteral("vmdk"), QStringLiteral("-c"),
                                            QStringLiteral("write -P 7 1M 1M"), QStringLiteral("web.vmdk")},
                              .folder = m_folder});
    VERIFY_RUN(written.ok(), written);
    writeVmx();
    const auto &sealift = m_bench->sealift;
    const auto refused = sealift.import(inFolder(QStringLiteral("web.vmx")), QStringLiteral("snapshot"));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("unsafe"), {QStringLiteral("web.vmdk")}));
    const auto imported = sealift.import(inFolder(QStringLiteral("web.vmx")), QStringLiteral("snapshot"),
                                         {QStringLiteral("--follow-parents")});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto inspected = sealift.run(
        {QStringLiteral("inspect"), QStringLiteral("--follow-parents"), inFolder(QStringLiteral("web.vmdk"))});
    VERIFY_RUN(inspected.ok(), inspected.run);
    QCOMPARE(inspected.object().value(u"files").toArray().size(), 2);
    const auto out = inFolder(QStringLiteral("out.raw"));
    const auto exported = sealift.run({QStringLiteral("export"), QStringLiteral("snapshot"), QStringLiteral("--disk"),
                                       QStringLiteral("web.raw"), QStringLiteral("-f"), QStringLiteral("raw"),
                                       QStringLiteral("-o"), out});
    VERIFY_RUN(exported.ok(), exported.run);
    // QEMU finds the parent by itself.
    const auto compared = ImageMaker::compare(inFolder(QStringLiteral("web.vmdk")), QStringLiteral("vmdk"), out);
    VERIFY_RUN(compared.ok(), compared);
}

void TestMachines::saysWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named");
    const auto outside = QStringLiteral("unsafe");
    QTest::newRow("absolute") << QByteArray("/etc/hostname") << QByteArray() << outside
                              << QStringLiteral("/etc/hostname");
    QTest::newRow("parent") << QByteArray("../system.vdi") << QByteArray() << outside
                            << QStringLiteral("../system.vdi");
    QTest::newRow("a link out") << QByteArray("link.vdi") << QByteArray() << outside << QStringLiteral("link.vdi");
    QTest::newRow("missing") << QByteArray("gone.vdi") << QByteArray() << QStringLiteral("not-found")
                             << QStringLiteral("gone.vdi");
    QTest::newRow("encrypted") << QByteArray("web.vdi") << QByteArray(R"(<Property name="CRYPT/KeyId" value="web"/>)")
                               << QStringLiteral("unsupported") << QStringLiteral("web.vdi");
    QTest::newRow("no image") << QByteArray("note.vdi") << QByteArray() << QStringLiteral("corrupt")
                              << QStringLiteral("note.vdi");
}

void TestMachines::saysWhatCannotBeRead()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, more);
    QFETCH(QString, code);
    QFETCH(QString, named);
    QVERIFY(QFile::rename(m_bench->images.converted(m_system, kVdi, QStringLiteral("a.vdi")),
                          inFolder(QStringLiteral("web.vdi"))));
    QVERIFY(QFile::link(m_system, inFolder(QStringLiteral("link.vdi"))));
    QVERIFY(writeFile(inFolder(QStringLiteral("note.vdi")), "no image"));
    writeVbox(location, more);
    const auto before = m_bench->sealift.images().array().size();
    const auto refused = m_bench->sealift.import(inFolder(QStringLiteral("web.vbox")), QStringLiteral("no"));
    VERIFY_EMPTY(refused.complaint(code, {named}));
    QCOMPARE(m_bench->sealift.images().array().size(), before);
}

QTEST_GUILESS_MAIN(TestMachines)
#include "tst_machines.moc"
