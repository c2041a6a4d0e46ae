#pragma once

#include "image/archive/byte_stream.h"
#include "image/disk_file.h"
#include "image/inspect/unpack_stream.h"

#include <QByteArray>

#include <memory>
#include <stop_token>

class KFilterBase;

namespace sealift {

/// What may come out of a compressed file before it is refused.
struct UnpackLimits {
    /// The most bytes that may come out.
    qint64 maxBytes = qint64{16} << 40;
    /// Beyond this many bytes, no more than so many times what was read may come out. 0: any number of times.
    qint64 freeBytes = qint64{16} << 30;
    qint64 maxRatio = 2'000;
};

/// OK while no more came out of a file than the limits allow. @param read bytes of the file that were read for it.
Status checkUnpackLimits(const UnpackLimits &limits, const QString &path, qint64 produced, qint64 read);

/// Whether a file compressed that way can be unpacked.
bool canUnpack(Packing packing);

/// Unpacks a gzip, xz, bzip2 or zstd file, by KArchive's filters, from its begin to its end. Of a file of several
/// streams (pigz, pbzip2, xz --threads, pzstd) all. Every stream must be whole: its trailer is there, and its checksums
/// hold. The filters are driven by hand, because KCompressionDevice takes a file that is cut for one that ends.
/// For one thread.
class StreamUnpacker final : public ByteStream
{
public:
    /// @param file must outlive the object. @param packing one that canUnpack().
    StreamUnpacker(const DiskFile &file, Packing packing, const UnpackLimits &limits);
    ~StreamUnpacker() override;

    /// Fills `out` with what comes next, and returns how many bytes that are: fewer than there is room for only at the
    /// end of the whole. Errors: Corrupt (damaged, cut, something else behind it), LimitExceeded, Io, Cancelled. After
    /// an error it is not to be used again.
    Result<std::size_t> read(MutableBytes out, const std::stop_token &stop) override;

    /// As the function toldSize() has it.
    std::optional<qint64> toldSize() const override;

    /// Bytes that came out so far.
    qint64 produced() const { return m_produced; }

private:
    Error damaged(const QString &what) const;
    void endStream();
    Status refill();
    Result<bool> nextStream();

    const DiskFile &m_file;
    const Packing m_packing;
    const UnpackLimits m_limits;
    std::unique_ptr<KFilterBase> m_filter; ///< null between two streams
    QByteArray m_input;
    std::size_t m_left = 0; ///< of m_input, at its end: not yet taken up
    qint64 m_read = 0;      ///< of the file
    qint64 m_produced = 0;
    bool m_ended = false;
};

/// A stream of what a file holds that is compressed that way.
OpenStream unpackerOpener(Packing packing, const UnpackLimits &limits);

} // namespace sealift
