#pragma once

#include "base/ordered_workers.h"
#include "image/writers/appender.h"
#include "image/writers/chunk_ledger.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"
#include "image/writers/vmdk_stream_data.h"

#include <QString>

#include <memory>
#include <vector>

namespace sealift {

/// A stream-optimized VMDK, written from front to back to files as well: programs that read such a stream once
/// (ovftool, VirtualBox) want ascending grains. Grains of zeroes are left out. Each grain table follows its grains, the
/// directory and the footer come last:
///     header, descriptor, { grains, grain table }..., grain directory, footer, end-of-stream marker
/// Source: as vmdk_stream_data.h. Grains are deflated by as many threads as the machine has cores, which end with the
/// object; each has 4 MiB at most on the way.
class VmdkStreamWriter final : public DiskWriter
{
public:
    /// @param chunks as the caller planned them. @param diskSize as the guest sees it. @param name the output's, for
    /// errors and for the descriptor.
    VmdkStreamWriter(std::shared_ptr<const ChunkMap> chunks, qint64 diskSize, std::unique_ptr<ImageOutput> output,
                     QString name);
    ~VmdkStreamWriter() override;

    Status begin() override;
    bool ordered() const override { return true; }
    Status writeChunk(qint64 index, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override { return m_output->bytesWritten(); }

private:
    struct Grain {
        qint64 index = 0;
        qint64 length = 0; ///< of its marker, data and padding
    };

    /// Up to 1 MiB of the disk, which never reaches into another grain table.
    struct Stretch {
        qint64 offset = 0;
        bool endsChunk = false;
        std::vector<std::byte> plain; ///< whole grains
        std::vector<std::byte> packed;
        std::vector<Grain> grains;
    };

    class Packer;

    Status appendOldest();
    Status append(const Stretch &stretch);
    Result<quint32> sectorAt(qint64 position) const;
    Status closeTable();
    Status appendDirectory();

    const std::shared_ptr<const ChunkMap> m_chunks;
    const qint64 m_diskSize;
    const std::unique_ptr<ImageOutput> m_output;
    const QString m_name;
    ChunkLedger m_ledger;
    Appender m_appender;
    bool m_failed = false; ///< a stretch could not be written: what is under way is not wanted any more
    qint64 m_lastChunk = -1;
    qint64 m_table = -1; ///< the one that grains go into, -1: none yet
    std::vector<quint32> m_tableEntries;
    std::vector<quint32> m_directory;
    OrderedWorkers<Stretch> m_workers;
};

} // namespace sealift
