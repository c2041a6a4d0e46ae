#include "image/writers/ova_writer.h"

#include "image/archive/tar_header.h"

#include <limits>

namespace sealift {

namespace {

/// Room for what follows a disk: its padding, the manifest, the end.
constexpr qint64 kBehind = qint64{1} << 20;

QByteArray manifestLine(const QString &file, const QByteArray &digest)
{
    return "SHA256(" + file.toUtf8() + ")= " + digest.toHex() + '\n';
}

class MeasuringOutput final : public ImageOutput
{
public:
    bool ordered() const override { return true; }
    Status begin(qint64 /*size*/) override { return {}; }
    Status endAt(qint64 /*size*/) override { return {}; }
    Status writeAt(qint64 /*offset*/, ByteView /*data*/) override { return {}; }
    Status finish() override { return {}; }
    qint64 bytesWritten() const override { return 0; }
};

} // namespace

/// One disk's file inside the archive, and its digest.
class OvaWriter::Member
{
public:
    Member(ImageOutput &archive, qint64 origin)
        : m_archive(archive)
        , m_origin(origin)
    {
    }

    std::unique_ptr<ImageOutput> output() { return std::make_unique<Output>(*this); }
    qint64 length() const { return m_length; }
    QByteArray digest() { return m_digest.finish(); }

private:
    class Output final : public ImageOutput
    {
    public:
        explicit Output(Member &member)
            : m_member(member)
        {
        }

        bool ordered() const override { return true; }
        Status begin(qint64 size) override { return m_member.m_archive.begin(m_member.m_origin + size + kBehind); }
        Status endAt(qint64 /*size*/) override { return {}; }
        Status writeAt(qint64 offset, ByteView data) override { return m_member.add(offset, data); }
        Status finish() override { return {}; }
        qint64 bytesWritten() const override { return m_member.m_archive.bytesWritten(); }

    private:
        Member &m_member;
    };

    Status add(qint64 offset, ByteView data)
    {
        if (offset != m_length)
            return fail(Error(ErrorCode::Internal, QStringLiteral("a disk of an OVA was to be written out of order")));
        m_digest.add(data);
        m_length += static_cast<qint64>(data.size());
        return m_archive.writeAt(m_origin + offset, data);
    }

    ImageOutput &m_archive;
    const qint64 m_origin;
    qint64 m_length = 0;
    FileDigest m_digest{DigestKind::Sha256};
};

OvaWriter::OvaWriter(std::unique_ptr<ImageOutput> output, OvfMachine machine, QString name, std::vector<qint64> sizes,
                     qint64 modified)
    : m_output(std::move(output))
    , m_machine(std::move(machine))
    , m_name(std::move(name))
    , m_known(std::move(sizes))
    , m_modified(modified)
{
}

OvaWriter::~OvaWriter() = default;

/// With the sizes that are known, else with the longest there are.
Result<QByteArray> OvaWriter::descriptor() const
{
    auto machine = m_machine;
    const auto &sizes = knowsSizes() ? m_known : m_sizes;
    for (qsizetype i = 0; i < machine.disks.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        machine.disks[i].fileSize = index < sizes.size() ? sizes[index] : std::numeric_limits<qint64>::max();
    }
    auto text = writeOvf(machine);
    if (m_descriptorRoom > 0 && text.size() > m_descriptorRoom)
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: the description has no room").arg(m_name)));
    // Blanks behind a document are a part of it.
    return m_descriptorRoom > 0 ? text.leftJustified(m_descriptorRoom, '\n') : text;
}

Status OvaWriter::write(qint64 offset, const QByteArray &bytes)
{
    return m_output->writeAt(offset, viewOf(bytes));
}

Status OvaWriter::append(const QByteArray &bytes)
{
    const auto offset = std::exchange(m_at, m_at + bytes.size());
    return write(offset, bytes);
}

Status OvaWriter::addFile(const QString &name, const QByteArray &content)
{
    SEALIFT_ASSIGN(const auto header, tarHeader(name, content.size(), m_modified));
    SEALIFT_TRY(append(header));
    return append(content.leftJustified(tarRoom(content.size()), '\0'));
}

Status OvaWriter::begin()
{
    SEALIFT_ASSIGN(const auto text, descriptor());
    SEALIFT_TRY(m_output->begin(text.size() + kBehind));
    m_descriptorRoom = text.size();
    if (knowsSizes())
        return addFile(descriptorName(), text);
    m_at = kTarBlock + tarRoom(m_descriptorRoom);
    return {};
}

Result<std::unique_ptr<DiskWriter>> OvaWriter::beginDisk(const DiskPlan &plan, const WriteOptions &options)
{
    const auto index = m_sizes.size();
    const auto &disk = m_machine.disks.at(static_cast<qsizetype>(index));
    m_headers.push_back(m_at);
    if (knowsSizes()) {
        SEALIFT_ASSIGN(const auto header, tarHeader(disk.file, m_known[index], m_modified));
        SEALIFT_TRY(append(header));
    } else {
        m_at += kTarBlock;
    }
    m_member = std::make_unique<Member>(*m_output, m_at);
    return createWriterInto(WriteFormat::Vmdk, plan, m_member->output(), disk.file, options);
}

Status OvaWriter::endDisk()
{
    const auto member = std::move(m_member);
    const auto length = member->length();
    const auto index = m_sizes.size();
    if (knowsSizes() && length != m_known[index])
        return fail(Error(ErrorCode::Internal, QStringLiteral("%1: disk %2 took %3 bytes, and %4 when it was measured")
                                                   .arg(m_name)
                                                   .arg(index + 1)
                                                   .arg(length)
                                                   .arg(m_known[index])));
    m_sizes.push_back(length);
    m_manifest.append(manifestLine(m_machine.disks.at(static_cast<qsizetype>(index)).file, member->digest()));
    m_at += length;
    return append(QByteArray(tarRoom(length) - length, '\0'));
}

Status OvaWriter::finish()
{
    SEALIFT_ASSIGN(const auto text, descriptor());
    FileDigest digest(DigestKind::Sha256);
    digest.add(viewOf(text));
    auto manifest = manifestLine(descriptorName(), digest.finish());
    for (const auto &line : std::as_const(m_manifest))
        manifest += line;
    const auto manifestName = m_machine.name + QStringLiteral(".mf");
    QByteArray certificate;
    if (m_sign) {
        SEALIFT_ASSIGN(certificate, m_sign(manifestName, manifest));
    }
    const auto certificateRoom = certificate.isEmpty() ? 0 : kTarBlock + tarRoom(certificate.size());
    const auto end = m_at + kTarBlock + tarRoom(manifest.size()) + certificateRoom + kTarEnd;
    SEALIFT_TRY(m_output->begin(end));
    SEALIFT_TRY(addFile(manifestName, manifest));
    if (!certificate.isEmpty())
        SEALIFT_TRY(addFile(m_machine.name + QStringLiteral(".cert"), certificate));
    SEALIFT_TRY(append(QByteArray(kTarEnd, '\0')));
    if (!knowsSizes()) {
        SEALIFT_ASSIGN(auto header, tarHeader(descriptorName(), text.size(), m_modified));
        SEALIFT_TRY(write(0, header));
        SEALIFT_TRY(write(kTarBlock, text));
        for (std::size_t i = 0; i < m_sizes.size(); ++i) {
            const auto &disk = m_machine.disks.at(static_cast<qsizetype>(i));
            SEALIFT_ASSIGN(header, tarHeader(disk.file, m_sizes[i], m_modified));
            SEALIFT_TRY(write(m_headers[i], header));
        }
    }
    SEALIFT_TRY(m_output->endAt(end));
    return m_output->finish();
}

std::unique_ptr<ImageOutput> makeMeasuringOutput()
{
    return std::make_unique<MeasuringOutput>();
}

} // namespace sealift
