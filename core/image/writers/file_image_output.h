#pragma once

#include "base/output_file.h"
#include "image/writers/image_output.h"

#include <memory>

namespace sealift {

/// A container in a file: in any order, by several threads; every 4 KiB block of zeroes becomes a hole.
class FileImageOutput final : public ImageOutput
{
public:
    explicit FileImageOutput(std::unique_ptr<OutputFile> file);

    bool ordered() const override { return false; }
    Status begin(qint64 size) override;
    Status endAt(qint64 size) override;
    Status writeAt(qint64 offset, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override;

private:
    Status writeRun(qint64 offset, ByteView run);

    std::unique_ptr<OutputFile> m_file;
};

} // namespace sealift
