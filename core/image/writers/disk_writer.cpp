#include "image/writers/disk_writer.h"

#include "image/writers/chunk_map.h"
#include "image/writers/container_cipher.h"
#include "image/writers/file_image_output.h"
#include "image/writers/layout_writer.h"
#include "image/writers/qcow2_compressed_writer.h"
#include "image/writers/qcow2_layout.h"
#include "image/writers/raw_layout.h"
#include "image/writers/stream_image_output.h"
#include "image/writers/vdi_layout.h"
#include "image/writers/vhd_layout.h"
#include "image/writers/vhdx_layout.h"
#include "image/writers/vmdk_stream_writer.h"

#include <QtGlobal>

#include <functional>

namespace sealift {

namespace {

using Output = std::unique_ptr<ImageOutput>;
using Writer = std::unique_ptr<DiskWriter>;
/// Opens the output for a container that will store so many bytes.
using OpenOutput = std::function<Result<Output>(qint64 storedBytes)>;

using Chunks = std::shared_ptr<const ChunkMap>;
using Layout = std::unique_ptr<const ImageLayout>;

Result<Chunks> chunksOf(const DiskPlan &plan)
{
    SEALIFT_ASSIGN(auto map, ChunkMap::of(plan));
    return std::make_shared<const ChunkMap>(std::move(map));
}

/// The same chunks in a disk of `size` bytes, at least the plan's own.
Result<Chunks> enlargedChunks(DiskPlan plan, qint64 size)
{
    const auto count = (size + plan.chunkSize - 1) / plan.chunkSize;
    plan.size = size;
    plan.allocated.resize(static_cast<std::size_t>(count));
    return chunksOf(plan);
}

using Cipher = std::shared_ptr<const ContainerCipher>;

Result<Layout> layoutOf(WriteFormat format, const WriteOptions &options, Chunks chunks, Cipher cipher)
{
    const bool fixed = effectiveSubformat(format, options) == WriteSubformat::Fixed;
    const auto blockSize = [&options](qint64 usual) { return options.blockSize != 0 ? options.blockSize : usual; };
    switch (format) {
    case WriteFormat::Raw:
        return std::make_unique<const RawLayout>(std::move(chunks));
    case WriteFormat::Qcow2:
        return Qcow2Layout::of(std::move(chunks), std::move(cipher));
    case WriteFormat::Vhd:
        if (fixed)
            return std::make_unique<const VhdFixedLayout>(std::move(chunks));
        return VhdDynamicLayout::of(std::move(chunks), blockSize(VhdDynamicLayout::kDefaultBlock));
    case WriteFormat::Vhdx: {
        const auto usual = VhdxLayout::defaultBlockSize(chunks->diskSize());
        return VhdxLayout::of(std::move(chunks), blockSize(usual), fixed);
    }
    case WriteFormat::Vdi:
        return VdiLayout::of(std::move(chunks), fixed);
    case WriteFormat::Vmdk:
        break; // has no layout that is known beforehand
    }
    Q_UNREACHABLE();
}

Result<Writer> createWriter(WriteFormat format, const WriteOptions &options, const DiskPlan &plan, const QString &name,
                            Cipher cipher, const OpenOutput &open)
{
    SEALIFT_TRY(checkWriteOptions(format, options));
    if (cipher)
        SEALIFT_TRY(checkCipherFits(format, options));
    SEALIFT_ASSIGN(auto chunks, chunksOf(plan));
    SEALIFT_ASSIGN(const auto size, writtenDiskSize(format, options, plan.size));
    SEALIFT_ASSIGN(auto disk, enlargedChunks(plan, size));
    const auto compression = effectiveCompression(format, options);
    if (format == WriteFormat::Vmdk) {
        SEALIFT_ASSIGN(auto output, open(0));
        return std::make_unique<VmdkStreamWriter>(std::move(chunks), size, std::move(output), name);
    }
    if (format == WriteFormat::Qcow2 && compression != WriteCompression::None) {
        SEALIFT_ASSIGN(auto output, open(0));
        const auto method = compression == WriteCompression::Zstd ? BlockCompressor::Method::Zstd
                                                                  : BlockCompressor::Method::Qcow2Deflate;
        return Qcow2CompressedWriter::create(std::move(chunks), disk, std::move(output), method);
    }
    SEALIFT_ASSIGN(auto layout, layoutOf(format, options, std::move(disk), std::move(cipher)));
    SEALIFT_ASSIGN(auto output, open(layout->storedBytes()));
    return std::make_unique<LayoutWriter>(std::move(chunks), std::move(layout), std::move(output));
}

} // namespace

Status checkCipherFits(WriteFormat format, const WriteOptions &options)
{
    if (format == WriteFormat::Qcow2 && effectiveCompression(format, options) == WriteCompression::None)
        return {};
    return fail(Error(ErrorCode::Unsupported,
                      QStringLiteral("%1 cannot hold encrypted data%2")
                          .arg(writeFormatInfo(format).title,
                               format == WriteFormat::Qcow2 ? QStringLiteral(" that is compressed") : QString()),
                      QStringLiteral("Choose the format qcow2, without compression.")));
}

Result<Writer> createFileWriter(WriteFormat format, const DiskPlan &plan, const QString &path, Overwrite overwrite,
                                const WriteOptions &options, Cipher cipher)
{
    return createWriter(format, options, plan, path, std::move(cipher), [&](qint64 storedBytes) -> Result<Output> {
        SEALIFT_ASSIGN(auto file, OutputFile::create(path, overwrite));
        SEALIFT_TRY(file->requireSpace(storedBytes));
        return std::make_unique<FileImageOutput>(std::move(file));
    });
}

Result<Writer> createWriterInto(WriteFormat format, const DiskPlan &plan, Output output, const QString &name,
                                const WriteOptions &options, Cipher cipher)
{
    return createWriter(format, options, plan, name, std::move(cipher),
                        [&](qint64) -> Result<Output> { return std::move(output); });
}

Result<Writer> createStreamWriter(WriteFormat format, const DiskPlan &plan, int descriptor, const QString &name,
                                  const WriteOptions &options)
{
    SEALIFT_TRY(checkWriteOptions(format, options));
    SEALIFT_TRY(checkStreamable(format, options));
    return createWriter(format, options, plan, name, nullptr, [&](qint64) -> Result<Output> {
        return std::make_unique<StreamImageOutput>(descriptor, name);
    });
}

} // namespace sealift
