#include "task/ec2_source.h"

namespace sealift {

namespace {

constexpr qint64 kMostBytes = 64LL << 40; // of a volume of EBS

} // namespace

Status Ec2Source::open(const JobTools &tools, const std::function<Status(const ImportSource &)> &check)
{
    const auto destination = m_settings.registration ? Destination::Ec2Image : Destination::Ec2Snapshot;
    m_preflight =
        std::make_unique<TaskPreflight>(PreflightOrder{destination, false, m_settings.ignorePreflight}, tools);
    m_host.writer = writerOf({m_settings.image});
    m_host.clockSet = clockIsSet();
    if (tools.scratchFree)
        m_host.scratchFree = *tools.scratchFree;
    SEALIFT_TRY(m_preflight->judge(m_host));
    ImportOpening opening;
    opening.disks.helperFolder = tools.helperFolder;
    opening.unpacking.expect = [this](qint64 bytes) {
        m_host.scratchNeeded += bytes;
        return m_preflight->judge(m_host);
    };
    if (m_settings.allowUnsandboxed)
        opening.disks.sandbox = SandboxPolicy::AllowUnsandboxed;
    opening.unpacking.room = tools.room;
    SEALIFT_ASSIGN(m_source, openImportSource(m_settings.image, opening, tools.stop));
    for (const auto process : m_source->helperProcesses())
        tools.helperStarted(process);
    if (check)
        SEALIFT_TRY(check(*m_source));
    SEALIFT_TRY(checkSizes());

    QStringList files;
    QList<LookedDisk> disks;
    for (const auto &disk : m_source->disks) {
        for (const auto &file : disk.image.files)
            files.append(file.path);
        disks.append({disk.name, disk.image, disk.content.get()});
    }
    if (m_host.writer.isEmpty())
        m_host.writer = writerOf(files);
    SEALIFT_TRY(m_preflight->judge(m_host));
    m_preflight->look(disks);
    return {};
}

Status Ec2Source::checkSizes() const
{
    for (const auto &disk : m_source->disks) {
        const auto size = disk.content->size();
        if (size == 0)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("%1: the disk has no bytes").arg(m_settings.image),
                              QStringLiteral("Check that it is the image that was meant.")));
        if (size > kMostBytes)
            return fail(Error(ErrorCode::LimitExceeded,
                              QStringLiteral("%1: a volume of EBS has at most 64 TiB, and the disk has %2 GiB")
                                  .arg(m_settings.image, QString::number(size >> 30)),
                              QStringLiteral("Make the disk smaller.")));
    }
    return {};
}

Status Ec2Source::close()
{
    m_preflight.reset();
    Status closed;
    if (m_source) {
        closed = m_source->close();
        m_source.reset();
    }
    return closed;
}

} // namespace sealift
