#include "e2e/support/appliance_maker.h"

#include "e2e/support/files.h"
#include "support/process_runner.h"

#include <QDir>
#include <QFileInfo>

namespace sealift::test {

namespace {

const QByteArray kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/VERSION" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/VERSION"
 xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
 xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"
 xmlns:vmw="http://www.vmware.com/schema/ovf">
)";

const QByteArray kMachine = R"(<NetworkSection><Info/><Network ovf:name="VM Network"/></NetworkSection>
<VirtualSystem ovf:id="web"><Info/><Name>web</Name>
<OperatingSystemSection ovf:id="96" vmw:osType="debian11_64Guest"><Info/></OperatingSystemSection>
<VirtualHardwareSection><Info/>
<System><vssd:ElementName>Virtual Hardware Family</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID>
<vssd:VirtualSystemType>vmx-13</vssd:VirtualSystemType></System>
<Item><rasd:ElementName>2 processors</rasd:ElementName><rasd:InstanceID>1</rasd:InstanceID>
<rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>2</rasd:VirtualQuantity></Item>
<Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:ElementName>memory</rasd:ElementName>
<rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType>
<rasd:VirtualQuantity>1024</rasd:VirtualQuantity></Item>
<Item><rasd:ElementName>SCSI</rasd:ElementName><rasd:InstanceID>3</rasd:InstanceID>
<rasd:ResourceType>6</rasd:ResourceType></Item>
<Item><rasd:Connection>VM Network</rasd:Connection><rasd:ElementName>adapter</rasd:ElementName>
<rasd:InstanceID>4</rasd:InstanceID><rasd:ResourceType>10</rasd:ResourceType></Item>
)";

void mustRun(const CommandLine &command)
{
    const Finished finished = run(command);
    if (!finished.ok())
        qFatal("a fixture could not be made: %s", finished.describe().constData());
}

} // namespace

ApplianceMaker::ApplianceMaker(QString folder)
    : m_folder(std::move(folder))
{
    if (!QDir().mkpath(m_folder))
        qFatal("cannot make %s", qPrintable(m_folder));
}

QString ApplianceMaker::path(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

void ApplianceMaker::describe(const QString &name, const QList<ApplianceDisk> &disks, const QByteArray &version)
{
    QByteArray references;
    QByteArray sections;
    QByteArray drives;
    const QByteArray item = version == "2" ? "StorageItem" : "Item";
    for (qsizetype i = 0; i < disks.size(); ++i) {
        const auto &disk = disks.at(i);
        const auto number = QByteArray::number(i + 1);
        QByteArray fileRef;
        if (!disk.file.isEmpty()) {
            references += "<File ovf:id=\"file" + number + "\" ovf:href=\"" + disk.file.toUtf8() + "\" " +
                          disk.attributes + "/>\n";
            fileRef = " ovf:fileRef=\"file" + number + '"';
        }
        sections += "<Disk ovf:diskId=\"disk" + number + '"' + fileRef + " ovf:capacity=\"" + disk.capacity + "\"/>\n";
        drives += '<' + item + "><rasd:ElementName>disk</rasd:ElementName><rasd:HostResource>ovf:/disk/disk" + number +
                  "</rasd:HostResource><rasd:InstanceID>1" + number +
                  "</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></" + item +
                  ">\n";
    }
    const auto text = QByteArray(kHead).replace("VERSION", version) + "<References>\n" + references +
                      "</References>\n<DiskSection><Info/>\n" + sections + "</DiskSection>\n" + kMachine + drives +
                      "<vmw:Config vmw:key=\"firmware\" vmw:value=\"efi\"/></VirtualHardwareSection></VirtualSystem>"
                      "</Envelope>\n";
    if (!writeFile(path(name + QStringLiteral(".ovf")), text))
        qFatal("cannot write to %s", qPrintable(m_folder));
}

void ApplianceMaker::addManifest(const QString &name, const QStringList &files, const QString &digest)
{
    // openssl writes "SHA2-256(x)= " since version 3; manifests have "SHA256(x)= ".
    shell(QStringLiteral("openssl dgst -%1 %2 | sed 's/^SHA2-/SHA/' > %3.mf")
              .arg(digest, files.join(QLatin1Char(' ')), name));
}

void ApplianceMaker::sign(const QString &name)
{
    shell(QStringLiteral(
              "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out own.pem -subj /CN=packer -days 9 "
              "2> req.log && "
              "printf 'SHA256(%1.mf)= %s\\n' $(openssl dgst -sha256 -sign key.pem %1.mf | od -An -vtx1 | "
              "tr -d ' \\n') > %1.cert && cat own.pem >> %1.cert")
              .arg(name));
}

QString ApplianceMaker::pack(const QString &archive, const QStringList &files, const QString &format)
{
    mustRun({.program = QStringLiteral("tar"),
             .arguments = QStringList{QStringLiteral("--format=") + format, QStringLiteral("-C"), m_folder,
                                      QStringLiteral("-cf"), path(archive)} +
                          files});
    return path(archive);
}

QStringList ApplianceMaker::split(const QString &file, qint64 size)
{
    shell(QStringLiteral("split -a 9 -d -b %1 %2 %2. && rm %2").arg(size).arg(file));
    return QDir(m_folder).entryList({file + QStringLiteral(".*")}, QDir::Files, QDir::Name);
}

void ApplianceMaker::shell(const QString &command)
{
    mustRun(
        {.program = QStringLiteral("bash"),
         .arguments = {QStringLiteral("-ec"), QStringLiteral("set -o pipefail; cd '%1'; %2").arg(m_folder, command)}});
}

} // namespace sealift::test
