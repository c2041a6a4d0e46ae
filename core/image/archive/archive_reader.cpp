#include "image/archive/archive_reader.h"

#include "image/archive/compressed_disk.h"
#include "image/archive/tar_index.h"
#include "image/fields.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace sealift {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kStart = 512;

} // namespace

/// What libarchive reads from: the file itself, or what comes out of it.
struct ArchiveReader::Feed {
    const DiskFile &file;
    std::unique_ptr<StreamUnpacker> unpacker; ///< null: the file itself
    qint64 at = 0;
    std::vector<std::byte> piece = std::vector<std::byte>(kPiece);
    std::stop_token stop = {};
    std::optional<Error> failure = {};

    Result<std::size_t> fill()
    {
        if (unpacker)
            return unpacker->read(piece, stop);
        const auto length = static_cast<std::size_t>(std::min(static_cast<qint64>(kPiece), file.size() - at));
        SEALIFT_TRY(file.read(at, MutableBytes(piece).first(length), QStringLiteral("the archive")));
        at += static_cast<qint64>(length);
        return length;
    }

    static la_ssize_t read(archive *handle, void *self, const void **bytes)
    {
        auto &feed = *static_cast<Feed *>(self);
        auto got = feed.stop.stop_requested() ? fail(Error::cancelled()) : feed.fill();
        if (!got) {
            feed.failure = std::move(got).error();
            archive_set_error(handle, EIO, "reading failed");
            return ARCHIVE_FATAL;
        }
        *bytes = feed.piece.data();
        return static_cast<la_ssize_t>(*got);
    }

    static la_int64_t seek(archive * /*handle*/, void *self, la_int64_t offset, int whence)
    {
        auto &feed = *static_cast<Feed *>(self);
        const auto base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? feed.at : feed.file.size();
        feed.at = std::clamp<qint64>(base + offset, 0, feed.file.size());
        return feed.at;
    }

    static la_int64_t skip(archive * /*handle*/, void *self, la_int64_t bytes)
    {
        auto &feed = *static_cast<Feed *>(self);
        const auto skipped = std::min<qint64>(bytes, feed.file.size() - feed.at);
        feed.at += skipped;
        return skipped;
    }
};

void ArchiveReader::Free::operator()(archive *handle) const
{
    archive_read_free(handle);
}

QString archiveKindName(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::Zip:
        return QStringLiteral("zip");
    case ArchiveKind::SevenZip:
        return QStringLiteral("7z");
    case ArchiveKind::CompressedTar:
        return QStringLiteral("tar");
    case ArchiveKind::None:
        break;
    }
    return {};
}

ArchiveKind archiveKindOf(ByteView start)
{
    const Fields fields{start};
    if (fields.startsWith("PK\x03\x04") || fields.startsWith("PK\x05\x06"))
        return ArchiveKind::Zip;
    return fields.startsWith("7z\xbc\xaf\x27\x1c") ? ArchiveKind::SevenZip : ArchiveKind::None;
}

Result<ArchiveKind> archiveKindOf(const DiskFile &file, const std::stop_token &stop)
{
    std::array<std::byte, kStart> bytes{};
    auto start = MutableBytes(bytes).first(std::min(kStart, static_cast<std::size_t>(file.size())));
    SEALIFT_TRY(file.read(0, start, QStringLiteral("the first sector")));
    if (const auto kind = archiveKindOf(start); kind != ArchiveKind::None)
        return kind;
    const auto packing = packingOfFile(start);
    if (packing == Packing::Unknown)
        return ArchiveKind::None;
    StreamUnpacker unpacker(file, packing, {});
    SEALIFT_ASSIGN(const auto got, unpacker.read(bytes, stop));
    return looksLikeTar(ByteView(bytes).first(got)) ? ArchiveKind::CompressedTar : ArchiveKind::None;
}

ArchiveReader::ArchiveReader(const DiskFile &file, ArchiveKind kind, const ArchiveLimits &names,
                             const UnpackLimits &limits)
    : m_file(file)
    , m_kind(kind)
    , m_names(names)
    , m_limits(limits)
{
}

ArchiveReader::~ArchiveReader() = default;

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const DiskFile &file, ArchiveKind kind,
                                                           const ArchiveLimits &names, const UnpackLimits &limits)
{
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(file, kind, names, limits));
    SEALIFT_TRY(reader->start());
    return reader;
}

Status ArchiveReader::start()
{
    m_feed.reset(new Feed{m_file, nullptr});
    m_archive.reset(archive_read_new());
    auto *handle = m_archive.get();
    // Nothing but what is asked for: some of libarchive's filters start programs.
    switch (m_kind) {
    case ArchiveKind::Zip:
        // By its directory, which is at the end: that is how others read it, and shows whether the end is there.
        archive_read_support_format_zip_seekable(handle);
        break;
    case ArchiveKind::SevenZip:
        archive_read_support_format_7zip(handle);
        break;
    default: {
        SEALIFT_ASSIGN(const auto packing, packingOfFile(m_file));
        m_feed->unpacker = std::make_unique<StreamUnpacker>(m_file, packing, m_limits);
        archive_read_support_format_tar(handle);
        break;
    }
    }
    archive_read_set_callback_data(handle, m_feed.get());
    archive_read_set_read_callback(handle, Feed::read);
    if (!m_feed->unpacker) {
        archive_read_set_seek_callback(handle, Feed::seek);
        archive_read_set_skip_callback(handle, Feed::skip);
    }
    if (archive_read_open1(handle) != ARCHIVE_OK)
        return fail(failure(QStringLiteral("opening it")));
    m_opened = true;
    return {};
}

Error ArchiveReader::failure(const QString &doing) const
{
    if (m_feed->failure)
        return *m_feed->failure;
    const auto *words = archive_error_string(m_archive.get());
    if (m_opened && archive_read_has_encrypted_entries(m_archive.get()) == 1)
        return refused(ErrorCode::Unsupported, m_member.isEmpty() ? QStringLiteral("?") : m_member,
                       QStringLiteral("encrypted"))
            .advising(QStringLiteral("Unpack it with its password first, and name what was inside."));
    return Error(ErrorCode::Corrupt,
                 QStringLiteral("%1 (%2): %3: %4")
                     .arg(m_file.path(), archiveKindName(m_kind), doing,
                          words != nullptr ? QString::fromUtf8(words) : QStringLiteral("it is damaged")),
                 QStringLiteral("Copy or download the archive again, and compare its checksum with the original's."))
        .with(QStringLiteral("file"), m_file.path());
}

Error ArchiveReader::refused(ErrorCode code, const QString &name, const QString &what) const
{
    return Error(code, QStringLiteral("%1: member \"%2\" is %3").arg(m_file.path(), name, what),
                 QStringLiteral("Nobody makes such an archive of disks by accident: do not trust its source."))
        .with(QStringLiteral("file"), m_file.path())
        .with(QStringLiteral("member"), name);
}

Result<std::optional<QString>> ArchiveReader::next(const std::stop_token &stop)
{
    m_feed->stop = stop;
    SEALIFT_TRY(pass(stop));
    for (;;) {
        archive_entry *entry = nullptr;
        const auto result = archive_read_next_header(m_archive.get(), &entry);
        if (result == ARCHIVE_EOF) {
            SEALIFT_TRY(drain(stop));
            return std::nullopt;
        }
        if (result < ARCHIVE_WARN)
            return fail(failure(QStringLiteral("reading its members")));
        const auto *utf8 = archive_entry_pathname_utf8(entry);
        const auto *raw = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
        SEALIFT_ASSIGN(const auto name, safeMemberName(raw != nullptr ? raw : "", m_file.path()));
        const auto type = archive_entry_filetype(entry);
        if (archive_entry_hardlink(entry) != nullptr || type == AE_IFLNK)
            return fail(refused(ErrorCode::Unsafe, name, QStringLiteral("a link")));
        if (type == AE_IFDIR)
            continue;
        if (type != AE_IFREG)
            return fail(refused(ErrorCode::Unsafe, name, QStringLiteral("no plain file")));
        if (archive_entry_is_encrypted(entry) != 0)
            return fail(refused(ErrorCode::Unsupported, name, QStringLiteral("encrypted"))
                            .advising(QStringLiteral("Unpack it with its password first, and name what was inside.")));
        if (m_seen.contains(name))
            return fail(refused(ErrorCode::Unsafe, name, QStringLiteral("there twice")));
        if (m_seen.size() >= m_names.maxMembers)
            return fail(Error(ErrorCode::LimitExceeded,
                              QStringLiteral("%1 has more than %2 members").arg(m_file.path()).arg(m_names.maxMembers),
                              QStringLiteral("Unpack it, and name the disk that was inside."))
                            .with(QStringLiteral("file"), m_file.path()));
        m_seen.insert(name);
        m_member = name;
        m_size = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : -1;
        m_gaveNothing = false;
        m_got = 0;
        return std::optional(name);
    }
}

/// Leaves the current member of a 7z archive, whose members are compressed as one stream: to be read, not skipped,
/// which libarchive 3.6 loses its way by.
Status ArchiveReader::pass(const std::stop_token &stop)
{
    if (m_kind != ArchiveKind::SevenZip || m_member.isEmpty())
        return {};
    std::vector<std::byte> piece(kPiece);
    for (auto got = kPiece; got == kPiece;) {
        SEALIFT_ASSIGN(got, read(piece, stop));
    }
    return {};
}

/// What stands behind the last member of a compressed tar archive, to its verified end.
Status ArchiveReader::drain(const std::stop_token &stop)
{
    if (!m_feed->unpacker)
        return {};
    for (auto got = kPiece; got == kPiece;) {
        SEALIFT_ASSIGN(got, m_feed->unpacker->read(m_feed->piece, stop));
    }
    return {};
}

Result<std::size_t> ArchiveReader::read(MutableBytes out, const std::stop_token &stop)
{
    m_feed->stop = stop;
    std::size_t done = 0;
    while (done < out.size()) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto got = archive_read_data(m_archive.get(), out.data() + done, out.size() - done);
        if (got < 0)
            return fail(failure(QStringLiteral("unpacking %1").arg(m_member)));
        // Before the hole at a sparse file's end, libarchive gives nothing once.
        if (got == 0 && m_got < m_size && !std::exchange(m_gaveNothing, true))
            continue;
        if (got == 0) {
            if (m_size >= 0 && m_got != m_size)
                return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: member \"%2\" has %3 bytes, not %4")
                                                          .arg(m_file.path(), m_member)
                                                          .arg(m_got)
                                                          .arg(m_size)));
            break;
        }
        done += static_cast<std::size_t>(got);
        m_got += got;
        m_produced += got;
        SEALIFT_TRY(checkUnpackLimits(m_limits, m_file.path(), m_produced, m_file.size()));
    }
    return done;
}

Result<QStringList> listArchive(const DiskFile &file, ArchiveKind kind, const ArchiveLimits &names,
                                const UnpackLimits &limits, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto reader, ArchiveReader::open(file, kind, names, limits));
    QStringList found;
    for (;;) {
        SEALIFT_ASSIGN(const auto name, reader->next(stop));
        if (!name)
            return found;
        found.append(*name);
    }
}

namespace {

class MemberStream final : public ByteStream
{
public:
    explicit MemberStream(std::unique_ptr<ArchiveReader> reader)
        : m_reader(std::move(reader))
    {
    }

    Result<std::size_t> read(MutableBytes out, const std::stop_token &stop) override
    {
        return m_reader->read(out, stop);
    }

    std::optional<qint64> toldSize() const override { return m_reader->toldSize(); }

private:
    std::unique_ptr<ArchiveReader> m_reader;
};

} // namespace

OpenStream memberOpener(ArchiveKind kind, const QString &member, const ArchiveLimits &names, const UnpackLimits &limits)
{
    return [=](const DiskFile &packed, const std::stop_token &stop) -> Result<std::unique_ptr<ByteStream>> {
        SEALIFT_ASSIGN(auto reader, ArchiveReader::open(packed, kind, names, limits));
        for (;;) {
            SEALIFT_ASSIGN(const auto name, reader->next(stop));
            if (!name)
                return fail(Error(ErrorCode::NotFound,
                                  QStringLiteral("%1: there is no member \"%2\" in it").arg(packed.path(), member)));
            if (*name == member)
                return std::unique_ptr<ByteStream>(std::make_unique<MemberStream>(std::move(reader)));
        }
    };
}

} // namespace sealift
