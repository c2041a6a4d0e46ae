#pragma once

#include "base/aligned_buffer.h"
#include "crypto/seal/luks_volume.h"
#include "crypto/xts_cipher.h"
#include "image/writers/container_cipher.h"

#include <memory>
#include <mutex>
#include <vector>

namespace sealift {

/// The data of a qcow2 image in sectors of a LUKS volume, each by its place in the file: QEMU, docs/interop/qcow2.txt,
/// "Data encryption".
class LuksCipher final : public ContainerCipher
{
public:
    explicit LuksCipher(LuksVolume volume);

    ByteView header() const override { return viewOf(m_volume.header); }
    /// Errors: those of XtsCipher and of the sink.
    Status seal(qint64 offset, ByteView plain, qint64 size, const ImageLayout::Sink &sink) const override;

private:
    /// What one call works with at a time.
    struct Lane {
        XtsCipher cipher;
        AlignedBuffer buffer; ///< aligned, as files are written fastest
    };

    Result<std::unique_ptr<Lane>> takeLane() const;

    const LuksVolume m_volume;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Lane>> m_idle;
};

} // namespace sealift
