#include "image/ovf/ovf_envelope.h"

#include "image/ovf/ovf_system_reader.h"
#include "image/ovf/safe_xml.h"

#include <QSet>

namespace sealift {

namespace {

const auto kVersion1 = QStringLiteral("http://schemas.dmtf.org/ovf/envelope/1");
const auto kVersion2 = QStringLiteral("http://schemas.dmtf.org/ovf/envelope/2");
constexpr qint64 kMaxChunk = qint64{1} << 50;

class OvfParser
{
public:
    OvfParser(const QByteArray &xml, const QString &where)
        : m_xml(xml, where)
        , m_where(where)
    {
    }

    Result<OvfEnvelope> run()
    {
        SEALIFT_TRY(m_xml.begin());
        SEALIFT_TRY(checkRoot());
        SEALIFT_TRY(readContent());
        SEALIFT_TRY(checkReferences());
        return std::move(m_envelope);
    }

private:
    Status checkRoot()
    {
        const auto space = m_xml.space();
        if (m_xml.name() != QLatin1String("Envelope") || (space != kVersion1 && space != kVersion2))
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1 is no OVF 1 or OVF 2 descriptor: its root is %2 of \"%3\"")
                                  .arg(m_where, m_xml.name(), space.left(120)),
                              QStringLiteral("Export the machine anew, as OVF 1.0 or 2.0."))
                            .with(QStringLiteral("file"), m_where));
        m_envelope.version = space == kVersion2 ? 2 : 1;
        return {};
    }

    /// Of the envelope, or of a collection of systems in it.
    Status readContent()
    {
        for (;;) {
            SEALIFT_ASSIGN(const bool more, m_xml.child());
            if (!more)
                return {};
            const auto name = m_xml.name();
            if (name == QLatin1String("References"))
                SEALIFT_TRY(readReferences());
            else if (name == QLatin1String("DiskSection"))
                SEALIFT_TRY(readDisks());
            else if (name == QLatin1String("NetworkSection"))
                SEALIFT_TRY(readNetworks());
            else if (name == QLatin1String("VirtualSystem"))
                SEALIFT_TRY(readSystem());
            else if (name == QLatin1String("VirtualSystemCollection"))
                SEALIFT_TRY(readContent());
            else
                SEALIFT_TRY(m_xml.skip());
        }
    }

    Result<QString> required(const QString &attribute)
    {
        const auto value = m_xml.attribute(attribute);
        if (!value || value->isEmpty())
            return fail(m_xml.corrupt(QStringLiteral("%1 has no attribute %2").arg(m_xml.name(), attribute)));
        return *value;
    }

    /// A number that need not be there. What is no number may be the name of a property (OVF 2): not said, then.
    qint64 numberOf(const QString &attribute) const
    {
        const auto value = m_xml.attribute(attribute);
        if (!value)
            return -1;
        bool good = false;
        const auto number = value->toLongLong(&good);
        return good && number >= 0 ? number : -1;
    }

    Status readReferences()
    {
        for (;;) {
            SEALIFT_ASSIGN(const bool more, m_xml.child());
            if (!more)
                return {};
            if (m_xml.name() == QLatin1String("File"))
                SEALIFT_TRY(readFile());
            SEALIFT_TRY(m_xml.skip());
        }
    }

    Status readFile()
    {
        OvfFile file;
        SEALIFT_ASSIGN(file.id, required(QStringLiteral("id")));
        SEALIFT_ASSIGN(file.href, required(QStringLiteral("href")));
        if (m_envelope.file(file.id) != nullptr)
            return fail(m_xml.corrupt(QStringLiteral("the file id \"%1\" is there twice").arg(file.id)));
        file.size = numberOf(QStringLiteral("size"));
        if (m_xml.attribute(QStringLiteral("chunkSize"))) {
            file.chunkSize = numberOf(QStringLiteral("chunkSize"));
            if (file.chunkSize <= 0 || file.chunkSize > kMaxChunk)
                return fail(m_xml.corrupt(QStringLiteral("the chunk size of \"%1\" is no size").arg(file.id)));
        }
        const auto compression = m_xml.attribute(QStringLiteral("compression")).value_or(QString());
        if (compression == QLatin1String("gzip"))
            file.gzipped = true;
        else if (!compression.isEmpty() && compression != QLatin1String("identity"))
            return fail(Error(ErrorCode::Unsupported,
                              QStringLiteral("%1: file %2 is compressed by the unknown method \"%3\"")
                                  .arg(m_where, file.href, compression.left(40)),
                              QStringLiteral("Export the machine without compression.")));
        m_envelope.files.append(file);
        return {};
    }

    Status readDisks()
    {
        for (;;) {
            SEALIFT_ASSIGN(const bool more, m_xml.child());
            if (!more)
                return {};
            if (m_xml.name() == QLatin1String("Disk"))
                SEALIFT_TRY(readDisk());
            SEALIFT_TRY(m_xml.skip());
        }
    }

    Status readDisk()
    {
        OvfDisk disk;
        SEALIFT_ASSIGN(disk.id, required(QStringLiteral("diskId")));
        if (m_envelope.disk(disk.id) != nullptr)
            return fail(m_xml.corrupt(QStringLiteral("the disk id \"%1\" is there twice").arg(disk.id)));
        disk.fileRef = m_xml.attribute(QStringLiteral("fileRef")).value_or(QString());
        disk.parentRef = m_xml.attribute(QStringLiteral("parentRef")).value_or(QString());
        disk.format = m_xml.attribute(QStringLiteral("format")).value_or(QString());
        disk.populated = numberOf(QStringLiteral("populatedSize"));
        const auto unit = m_xml.attribute(QStringLiteral("capacityAllocationUnits")).value_or(QString());
        const auto bytes = bytesOfUnit(unit);
        const auto capacity = numberOf(QStringLiteral("capacity"));
        if (!bytes)
            m_envelope.warnings.append(QStringLiteral("The unit of disk %1's capacity, \"%2\", is not understood.")
                                           .arg(disk.id, unit.left(40)));
        else if (capacity >= 0 && qMulOverflow(capacity, *bytes, &disk.capacity))
            return fail(m_xml.corrupt(QStringLiteral("the capacity of disk \"%1\" is no size").arg(disk.id)));
        m_envelope.disks.append(disk);
        return {};
    }

    Status readNetworks()
    {
        for (;;) {
            SEALIFT_ASSIGN(const bool more, m_xml.child());
            if (!more)
                return {};
            if (m_xml.name() == QLatin1String("Network"))
                m_envelope.networks.append(m_xml.attribute(QStringLiteral("name")).value_or(QString()));
            SEALIFT_TRY(m_xml.skip());
        }
    }

    Status readSystem()
    {
        OvfSystemReader reader(m_xml);
        SEALIFT_ASSIGN(auto system, reader.read());
        m_envelope.systems.append(std::move(system));
        return {};
    }

    /// What the drives name must be there, each once.
    Status checkReferences()
    {
        QSet<QString> used;
        for (auto &system : m_envelope.systems) {
            QStringList disks;
            for (const auto &resource : std::as_const(system.disks)) {
                SEALIFT_ASSIGN(const auto id, diskOf(resource));
                if (id.isEmpty())
                    continue;
                if (used.contains(id))
                    return fail(Error(ErrorCode::Corrupt,
                                      QStringLiteral("%1: disk \"%2\" is attached twice").arg(m_where, id)));
                used.insert(id);
                disks.append(id);
            }
            system.disks = disks;
        }
        for (const auto &disk : std::as_const(m_envelope.disks)) {
            if (!disk.fileRef.isEmpty() && m_envelope.file(disk.fileRef) == nullptr)
                return fail(Error(ErrorCode::Corrupt,
                                  QStringLiteral("%1: disk \"%2\" is in file \"%3\", which is not among the references")
                                      .arg(m_where, disk.id, disk.fileRef)));
        }
        return {};
    }

    /// The disk id that a drive's HostResource names ("ovf:/disk/vmdisk1"); empty where it names something else (an ISO
    /// image: "ovf:/file/file2").
    Result<QString> diskOf(const QString &resource) const
    {
        auto path = resource;
        if (path.startsWith(QLatin1String("ovf:")))
            path.remove(0, 4);
        while (path.startsWith(QLatin1String("//")))
            path.remove(0, 1);
        static const auto prefix = QStringLiteral("/disk/");
        if (!path.startsWith(prefix))
            return QString();
        const auto id = path.mid(prefix.size());
        if (m_envelope.disk(id) == nullptr)
            return fail(Error(
                ErrorCode::Corrupt,
                QStringLiteral("%1: a drive has disk \"%2\", which is not in the disk section").arg(m_where, id)));
        return id;
    }

    SafeXml m_xml;
    QString m_where;
    OvfEnvelope m_envelope;
};

} // namespace

Result<OvfEnvelope> parseOvf(const QByteArray &xml, const QString &where)
{
    if (xml.size() > kMaxOvf)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 has %2 bytes; descriptors over %3 are not read")
                                                        .arg(where)
                                                        .arg(xml.size())
                                                        .arg(kMaxOvf)));
    return OvfParser(xml, where).run();
}

} // namespace sealift
