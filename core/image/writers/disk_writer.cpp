#include "image/writers/disk_writer.h"

#include "image/writers/chunk_map.h"
#include "image/writers/file_image_output.h"
#include "image/writers/qcow2_writer.h"
#include "image/writers/raw_writer.h"
#include "image/writers/stream_image_output.h"

#include <QtGlobal>

#include <functional>

namespace sealift {

namespace {

using Output = std::unique_ptr<ImageOutput>;
using Writer = std::unique_ptr<DiskWriter>;
/// Opens the output for a container that will store so many bytes.
using OpenOutput = std::function<Result<Output>(qint64 storedBytes)>;

Result<Writer> createRaw(std::shared_ptr<const ChunkMap> chunks, const OpenOutput &open)
{
    SEALIFT_ASSIGN(auto output, open(chunks->allocatedBytes()));
    return std::make_unique<RawWriter>(std::move(chunks), std::move(output));
}

Result<Writer> createQcow2(std::shared_ptr<const ChunkMap> chunks, const OpenOutput &open)
{
    SEALIFT_ASSIGN(auto layout, Qcow2Layout::of(chunks));
    SEALIFT_ASSIGN(auto output, open(layout.storedBytes()));
    return std::make_unique<Qcow2Writer>(std::move(chunks), std::move(layout), std::move(output));
}

Result<Writer> createWriter(WriteFormat format, const WriteOptions &options, const DiskPlan &plan,
                            const OpenOutput &open)
{
    SEALIFT_TRY(checkWriteOptions(format, options));
    SEALIFT_ASSIGN(auto map, ChunkMap::of(plan));
    auto chunks = std::make_shared<const ChunkMap>(std::move(map));
    switch (format) {
    case WriteFormat::Raw:
        return createRaw(std::move(chunks), open);
    case WriteFormat::Qcow2:
        return createQcow2(std::move(chunks), open);
    case WriteFormat::Vhd:
    case WriteFormat::Vhdx:
    case WriteFormat::Vdi:
    case WriteFormat::Vmdk:
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("this version of Sealift does not write %1").arg(writeFormatName(format))));
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Writer> createFileWriter(WriteFormat format, const DiskPlan &plan, const QString &path, Overwrite overwrite,
                                const WriteOptions &options)
{
    return createWriter(format, options, plan, [&](qint64 storedBytes) -> Result<Output> {
        SEALIFT_ASSIGN(auto file, OutputFile::create(path, overwrite));
        SEALIFT_TRY(file->requireSpace(storedBytes));
        return std::make_unique<FileImageOutput>(std::move(file));
    });
}

Result<Writer> createStreamWriter(WriteFormat format, const DiskPlan &plan, int descriptor, const QString &name,
                                  const WriteOptions &options)
{
    SEALIFT_TRY(checkWriteOptions(format, options));
    SEALIFT_TRY(checkStreamable(format, options));
    return createWriter(format, options, plan, [&](qint64) -> Result<Output> {
        return std::make_unique<StreamImageOutput>(descriptor, name);
    });
}

} // namespace sealift
