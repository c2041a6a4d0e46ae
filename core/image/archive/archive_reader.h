#pragma once

#include "image/archive/byte_stream.h"
#include "image/archive/member_name.h"
#include "image/archive/stream_unpacker.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct archive;

namespace sealift {

/// The kinds of archives that are read member by member. A plain tar archive is not among them: TarIndex reads that in
/// place.
enum class ArchiveKind { None, Zip, SevenZip, CompressedTar };

/// "zip", "7z", "tar".
QString archiveKindName(ArchiveKind kind);

/// Zip or 7z, told by the first bytes of a file; else None.
ArchiveKind archiveKindOf(ByteView start);
/// What an open file is; of a compressed file its first 512 bytes are unpacked. Errors: Io; those of StreamUnpacker.
Result<ArchiveKind> archiveKindOf(const DiskFile &file, const std::stop_token &stop);

/// Goes through an archive once, by libarchive: it streams members of zip and 7z without unpacking all, tells encrypted
/// ones, and knows sparse ones in tar. What a tar archive is compressed by is unpacked by StreamUnpacker, which knows
/// when it is cut. For one thread.
class ArchiveReader
{
public:
    /// @param file must outlive the object.
    static Result<std::unique_ptr<ArchiveReader>> open(const DiskFile &file, ArchiveKind kind,
                                                       const ArchiveLimits &names, const UnpackLimits &limits);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader &) = delete;
    ArchiveReader &operator=(const ArchiveReader &) = delete;

    /// The next regular file's name, as safeMemberName() has it; folders are passed over. Nothing at the end, which is
    /// verified. Errors: Unsafe (links, devices, pipes; names that lead out, or come twice); Unsupported (encrypted);
    /// LimitExceeded; Corrupt; Io; Cancelled.
    Result<std::optional<QString>> next(const std::stop_token &stop);

    /// The current member's bytes, as ByteStream::read().
    Result<std::size_t> read(MutableBytes out, const std::stop_token &stop);

    /// The current member's size, where the archive says it.
    std::optional<qint64> toldSize() const { return m_size >= 0 ? std::optional(m_size) : std::nullopt; }

private:
    struct Feed;
    struct Free {
        void operator()(archive *handle) const;
    };

    ArchiveReader(const DiskFile &file, ArchiveKind kind, const ArchiveLimits &names, const UnpackLimits &limits);

    Status start();
    Error failure(const QString &doing) const;
    Error refused(ErrorCode code, const QString &name, const QString &what) const;
    Status pass(const std::stop_token &stop);
    Status drain(const std::stop_token &stop);

    const DiskFile &m_file;
    const ArchiveKind m_kind;
    const ArchiveLimits m_names;
    const UnpackLimits m_limits;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<archive, Free> m_archive;
    bool m_opened = false;
    QSet<QString> m_seen;
    QString m_member;
    qint64 m_size = -1; ///< of the member, where the archive says it
    bool m_gaveNothing = false;
    qint64 m_got = 0; ///< of the member
    qint64 m_produced = 0;
};

/// All regular files' names, in the archive's order; the whole archive is gone through. Errors: those of ArchiveReader.
Result<QStringList> listArchive(const DiskFile &file, ArchiveKind kind, const ArchiveLimits &names,
                                const UnpackLimits &limits, const std::stop_token &stop);

/// The stream of one member. Errors of opening it: those of ArchiveReader; NotFound.
OpenStream memberOpener(ArchiveKind kind, const QString &member, const ArchiveLimits &names,
                        const UnpackLimits &limits);

} // namespace sealift
