// OVF descriptors as VMware and VirtualBox write them, and such that must be refused.

#include "image/ovf/ovf_envelope.h"

#include <QTest>

using namespace sealift;

// Before the raw strings: moc finds no class after them.
class TestOvfEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesMachines_data();
    void describesMachines();
    void refuses_data();
    void refuses();
    void knowsUnits_data();
    void knowsUnits();
};

namespace {

const QByteArray kReferences = R"(<References>
 <File ovf:id="f1" ovf:href="a.vmdk" ovf:size="1000"/>
 <File ovf:id="f2" ovf:href="b.vmdk.gz" ovf:compression="gzip" ovf:chunkSize="512"/></References>)";
const QByteArray kDisks = R"(<DiskSection><Info/>
 <Disk ovf:diskId="d1" ovf:fileRef="f1" ovf:capacity="4" ovf:capacityAllocationUnits="byte * 2^30"/>
 <Disk ovf:diskId="d2" ovf:fileRef="f2" ovf:capacity="4096"/></DiskSection>)";
const QByteArray kNetworks = R"(<NetworkSection><Network ovf:name="bridged"/></NetworkSection>)";

/// A drive that holds what is named.
QByteArray drive(const QByteArray &resource)
{
    return "<Item><rasd:ResourceType>17</rasd:ResourceType><rasd:HostResource>" + resource +
           "</rasd:HostResource></Item>";
}

QByteArray machine(const QByteArray &drives)
{
    return R"(<VirtualSystem ovf:id="vm"><Name>web</Name>
 <OperatingSystemSection ovf:id="96" vmw:osType="debian11_64Guest"/>
 <VirtualHardwareSection><System><vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>
 <Item><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>2</rasd:VirtualQuantity></Item>
 <Item><rasd:ResourceType>4</rasd:ResourceType><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits>
  <rasd:VirtualQuantity>512</rasd:VirtualQuantity></Item>
 <Item><rasd:ResourceType>10</rasd:ResourceType><rasd:Connection>bridged</rasd:Connection></Item>)" +
           drives + R"(<vmw:Config vmw:key="firmware" vmw:value="efi"/></VirtualHardwareSection></VirtualSystem>)";
}

QByteArray envelope(const QByteArray &content, const QByteArray &version = "1")
{
    return R"(<?xml version="1.0"?><Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/)" + version +
           R"(" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/)" + version +
           R"(" xmlns:rasd="urn:rasd" xmlns:vssd="urn:vssd" xmlns:vmw="urn:vmw">)" + content + "</Envelope>";
}

} // namespace

void TestOvfEnvelope::describesMachines_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("version");
    const auto drives = drive("ovf:/disk/d2") + drive("/disk/d1") + drive("ovf:/file/iso");
    const auto content = kReferences + kDisks + kNetworks + machine(drives);
    QTest::newRow("OVF 1") << envelope(content) << 1;
    QTest::newRow("OVF 2") << envelope(QByteArray(content).replace("Item>", "StorageItem>"), "2") << 2;
    QTest::newRow("collection") << envelope(kReferences + kDisks + kNetworks + "<VirtualSystemCollection>" +
                                            machine(drives) + "</VirtualSystemCollection>")
                                << 1;
}

void TestOvfEnvelope::describesMachines()
{
    QFETCH(QByteArray, xml);
    const auto parsed = parseOvf(xml, QStringLiteral("x.ovf"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what()));
    QTEST(parsed->version, "version");
    QCOMPARE(parsed->files.size(), 2);
    QCOMPARE(parsed->files.at(0).href, QStringLiteral("a.vmdk"));
    QCOMPARE(parsed->files.at(0).size, 1000);
    QVERIFY(!parsed->files.at(0).gzipped);
    QVERIFY(parsed->files.at(1).gzipped);
    QCOMPARE(parsed->files.at(1).size, -1);
    QCOMPARE(parsed->files.at(1).chunkSize, 512);
    QCOMPARE(parsed->disk(QStringLiteral("d1"))->capacity, qint64{4} << 30);
    QCOMPARE(parsed->disk(QStringLiteral("d2"))->capacity, 4096);
    QCOMPARE(parsed->networks, QStringList{QStringLiteral("bridged")});
    QCOMPARE(parsed->systems.size(), 1);
    const auto &system = parsed->systems.first();
    QCOMPARE(system.name, QStringLiteral("web"));
    QCOMPARE(system.osId, 96);
    QCOMPARE(system.osType, QStringLiteral("debian11_64Guest"));
    QCOMPARE(system.hardwareFamily, QStringLiteral("vmx-13"));
    QCOMPARE(system.cpus, 2);
    QCOMPARE(system.memory, qint64{512} << 20);
    QVERIFY(system.firmware == Firmware::Uefi);
    QCOMPARE(system.networks, QStringList{QStringLiteral("bridged")});
    QCOMPARE(system.disks, (QStringList{QStringLiteral("d2"), QStringLiteral("d1")}));
}

void TestOvfEnvelope::refuses_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<ErrorCode>("code");
    const auto good = envelope(kReferences + kDisks);
    QTest::newRow("nothing") << QByteArray() << ErrorCode::Corrupt;
    QTest::newRow("cut off") << good.chopped(12) << ErrorCode::Corrupt;
    QTest::newRow("no OVF") << QByteArray("<Envelope/>") << ErrorCode::Unsupported;
    QTest::newRow("version 0.9") << envelope({}, "0") << ErrorCode::Unsupported;
    QTest::newRow("document type") << QByteArray("<!DOCTYPE Envelope [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>") +
                                          envelope("&a;").mid(21)
                                   << ErrorCode::Unsafe;
    QTest::newRow("nested") << envelope(QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100))
                            << ErrorCode::LimitExceeded;
    QTest::newRow("elements") << envelope(QByteArray("<a/>").repeated(200'001)) << ErrorCode::LimitExceeded;
    QTest::newRow("size") << envelope(QByteArray(kMaxOvf, ' ')) << ErrorCode::LimitExceeded;
    QTest::newRow("file twice") << envelope(QByteArray(kReferences).replace("f2", "f1")) << ErrorCode::Corrupt;
    QTest::newRow("disk twice") << QByteArray(good).replace("\"d2\"", "\"d1\"") << ErrorCode::Corrupt;
    QTest::newRow("no href") << QByteArray(good).replace("ovf:href=\"a.vmdk\"", "") << ErrorCode::Corrupt;
    QTest::newRow("no such file") << QByteArray(good).replace("fileRef=\"f2\"", "fileRef=\"f9\"") << ErrorCode::Corrupt;
    QTest::newRow("chunk size") << QByteArray(good).replace("\"512\"", "\"0\"") << ErrorCode::Corrupt;
    QTest::newRow("compression") << QByteArray(good).replace("\"gzip\"", "\"rar\"") << ErrorCode::Unsupported;
    QTest::newRow("capacity") << QByteArray(good).replace("capacity=\"4\"", "capacity=\"9223372036854775807\"")
                              << ErrorCode::Corrupt;
    QTest::newRow("no such disk") << envelope(kReferences + kDisks + machine(drive("ovf:/disk/d9")))
                                  << ErrorCode::Corrupt;
    QTest::newRow("attached twice") << envelope(kReferences + kDisks +
                                                machine(drive("ovf:/disk/d1") + drive("ovf:/disk/d1")))
                                    << ErrorCode::Corrupt;
}

void TestOvfEnvelope::refuses()
{
    QFETCH(QByteArray, xml);
    QFETCH(ErrorCode, code);
    const auto parsed = parseOvf(xml, QStringLiteral("x.ovf"));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().code() == code, qPrintable(parsed.error().what()));
    QVERIFY(parsed.error().what().contains(QLatin1String("x.ovf")));
}

void TestOvfEnvelope::knowsUnits_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("none") << QString() << qint64{1};
    QTest::newRow("power") << QStringLiteral("byte * 2^30") << (qint64{1} << 30);
    QTest::newRow("number") << QStringLiteral("byte*1024") << qint64{1024};
    QTest::newRow("product") << QStringLiteral("byte * 10^3 * 512") << qint64{512'000};
    QTest::newRow("old") << QStringLiteral("MegaBytes") << (qint64{1} << 20);
    QTest::newRow("overflow") << QStringLiteral("byte * 2^60 * 2^60") << qint64{-1};
    QTest::newRow("large power") << QStringLiteral("byte * 10^60") << qint64{-1};
    QTest::newRow("hertz") << QStringLiteral("hertz * 10^6") << qint64{-1};
    QTest::newRow("zero") << QStringLiteral("byte * 0") << qint64{-1};
}

void TestOvfEnvelope::knowsUnits()
{
    QFETCH(QString, unit);
    QTEST(bytesOfUnit(unit).value_or(-1), "bytes");
}

QTEST_GUILESS_MAIN(TestOvfEnvelope)
#include "tst_ovf_envelope.moc"
