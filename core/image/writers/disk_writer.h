#pragma once

#include "base/bytes.h"
#include "base/output_file.h"
#include "base/result.h"
#include "image/writers/write_options.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace sealift {

/// Everything that is known of a disk before its first byte is written: formats that keep tables need the allocation
/// up front, so that they can be written to a pipe.
struct DiskPlan {
    qint64 size = 0;      ///< bytes of the disk
    qint64 chunkSize = 0; ///< a power of two, at least 64 KiB
    /// One flag a chunk, ceil(size / chunkSize) of them: false where the chunk is all zero and will never be written.
    std::vector<bool> allocated;
};

/// Writes one disk into one container. Made for one output; begin() first, then every allocated chunk once, then
/// finish(). Nothing is visible under the output's final name before finish() has succeeded; a writer destroyed before
/// that leaves no file behind. A writer never needs to read back or seek backwards on a stream.
class DiskWriter
{
public:
    DiskWriter() = default;
    virtual ~DiskWriter() = default;
    DiskWriter(const DiskWriter &) = delete;
    DiskWriter &operator=(const DiskWriter &) = delete;

    /// Writes what comes before the data (headers, tables), and reserves what is needed. Once.
    virtual Status begin() = 0;

    /// True where chunks must come in ascending order from one thread at a time (a stream); else any thread may
    /// write any chunk at any time.
    virtual bool ordered() const = 0;

    /// Writes one allocated chunk: exactly chunkSize bytes, or fewer for the disk's last one. Zero runs inside it
    /// become holes where the output can have them (in a file: whole 4 KiB blocks). `data` is the caller's again on
    /// return. Errors: NoSpace, Io; Internal for a chunk that is not allocated, of another length, or written before.
    virtual Status writeChunk(qint64 index, ByteView data) = 0;

    /// Writes what comes after the data, makes it durable, and gives the output its final name.
    /// Errors: NoSpace, Io, AlreadyExists; Internal if a chunk is missing (a failed one counts as missing).
    [[nodiscard]] virtual Status finish() = 0;

    /// Bytes written to the output so far: data and tables; not holes, but the zeroes that a stream gets for them. Any
    /// thread.
    virtual qint64 bytesWritten() const = 0;
};

class ContainerCipher;
class ImageOutput;

/// A writer into the file `path`, made with mode 0600 (see OutputFile); "-" is not special here. The guest sees
/// writtenDiskSize() bytes. Errors: InvalidArgument (options that the format does not have, a folder's name, a plan
/// that breaks its rules), Unsupported (a device), AlreadyExists, PermissionDenied, NotFound (the folder), NoSpace
/// (less free than the plan's allocated bytes, checked before anything is written; not for compressed formats),
/// LimitExceeded (a size the format cannot have).
/// @param cipher encrypts the data, where the format can (checkCipherFits()); null: it is plain.
Result<std::unique_ptr<DiskWriter>> createFileWriter(WriteFormat format, const DiskPlan &plan, const QString &path,
                                                     Overwrite overwrite, const WriteOptions &options = {},
                                                     std::shared_ptr<const ContainerCipher> cipher = nullptr);

/// A writer into an open descriptor that need not be seekable (a pipe); the caller keeps the descriptor and closes it.
/// Dense: holes are written as zeroes. `name` is for errors ("standard output"). A reader that goes away is an Io
/// error; for that the application ignores SIGPIPE, which would end the process first. A blocked write ends when the
/// reader reads or goes. Errors besides: Unsupported where the format cannot be written so (see checkStreamable()).
Result<std::unique_ptr<DiskWriter>> createStreamWriter(WriteFormat format, const DiskPlan &plan, int descriptor,
                                                       const QString &name, const WriteOptions &options = {});

/// A writer into any output, which it finishes. `name` is for errors.
Result<std::unique_ptr<DiskWriter>> createWriterInto(WriteFormat format, const DiskPlan &plan,
                                                     std::unique_ptr<ImageOutput> output, const QString &name,
                                                     const WriteOptions &options = {},
                                                     std::shared_ptr<const ContainerCipher> cipher = nullptr);

/// OK where the format can hold encrypted data with these options. Errors: Unsupported.
Status checkCipherFits(WriteFormat format, const WriteOptions &options);

} // namespace sealift
