#include "image/archive/tar_index.h"

#include "image/fields.h"

#include <QSet>

#include <array>
#include <optional>

namespace sealift {

namespace {

constexpr qint64 kBlock = 512;
/// What a header in front of a header may hold: names and numbers, no more.
constexpr qint64 kMaxExtra = qint64{1} << 20;

// Offsets of the fields of a header.
constexpr std::size_t kName = 0;
constexpr std::size_t kNameSize = 100;
constexpr std::size_t kSize = 124;
constexpr std::size_t kNumberSize = 12;
constexpr std::size_t kChecksum = 148;
constexpr std::size_t kChecksumSize = 8;
constexpr std::size_t kType = 156;
constexpr std::size_t kMagic = 257;
constexpr std::size_t kPrefix = 345;
constexpr std::size_t kPrefixSize = 155;

/// Octal digits between blanks, up to a blank or a zero byte; nothing where it is no such number.
std::optional<qint64> octal(ByteView field)
{
    std::size_t at = 0;
    const auto letter = [&] { return at < field.size() ? std::to_integer<char>(field[at]) : '\0'; };
    while (letter() == ' ')
        ++at;
    qint64 value = 0;
    for (; letter() >= '0' && letter() <= '7'; ++at) {
        if (value >> 59 != 0)
            return std::nullopt;
        value = value * 8 + (letter() - '0');
    }
    for (; at < field.size(); ++at) {
        if (letter() != ' ' && letter() != '\0')
            return std::nullopt;
    }
    return value;
}

/// The same, or GNU's number in base 256, which begins with the highest bit.
std::optional<qint64> number(ByteView field)
{
    const auto first = std::to_integer<quint8>(field[0]);
    if ((first & 0x80) == 0)
        return octal(field);
    if (first != 0x80) // negative, or far too large
        return std::nullopt;
    qint64 value = 0;
    for (const auto byte : field.subspan(1)) {
        if (value >> 54 != 0)
            return std::nullopt;
        value = value << 8 | std::to_integer<quint8>(byte);
    }
    return value;
}

/// The sum of all bytes, those of the sum itself taken for blanks. Old programs took bytes for signed.
bool checksumHolds(const Fields &header)
{
    qint64 plain = 0;
    qint64 asSigned = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const bool own = i >= kChecksum && i < kChecksum + kChecksumSize;
        const auto byte = own ? quint8{' '} : header.u8(i);
        plain += byte;
        asSigned += static_cast<qint8>(byte);
    }
    const auto said = octal(header.bytes(kChecksum, kChecksumSize));
    return said && (*said == plain || *said == asSigned);
}

/// The bytes of a field up to the first zero.
QByteArray text(ByteView field)
{
    const auto bytes = toByteArray(field);
    const auto end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.left(end);
}

class TarReader
{
public:
    TarReader(const FileWindow &file, const ArchiveLimits &limits)
        : m_file(file)
        , m_limits(limits)
    {
    }

    Result<TarIndex> run(const std::stop_token &stop)
    {
        for (;;) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            SEALIFT_ASSIGN(const bool more, readMember());
            if (!more)
                return std::move(m_index);
        }
    }

private:
    Error corrupt(const QString &what) const
    {
        return Error(
                   ErrorCode::Corrupt, QStringLiteral("%1: at byte %2, %3").arg(m_file.path()).arg(m_at).arg(what),
                   QStringLiteral("Copy or download the archive again, and compare its checksum with the original's."))
            .with(QStringLiteral("file"), m_file.path());
    }

    Error refused(ErrorCode code, const QString &name, const QString &what, const QString &remedy) const
    {
        return Error(code, QStringLiteral("%1: member \"%2\" is %3").arg(m_file.path(), name, what), remedy)
            .with(QStringLiteral("file"), m_file.path())
            .with(QStringLiteral("member"), name);
    }

    /// The next header with what stands before it; false at the end.
    Result<bool> readMember()
    {
        if (m_at >= m_file.size()) {
            m_index.ended = false;
            return false;
        }
        std::array<std::byte, kBlock> block{};
        SEALIFT_TRY(m_file.read(m_at, block, QStringLiteral("a member's header")));
        const Fields header{ByteView(block)};
        if (isAllZero(block)) {
            SEALIFT_TRY(checkEnd());
            return false;
        }
        if (!checksumHolds(header))
            return fail(corrupt(QStringLiteral("the checksum of a member's header is wrong")));
        if (++m_headers > 4LL * m_limits.maxMembers)
            return fail(tooMany());
        auto size = number(header.bytes(kSize, kNumberSize));
        if (!size)
            return fail(corrupt(QStringLiteral("a member's size is no number")));
        const auto type = static_cast<char>(header.u8(kType));
        switch (type) {
        case 'x':
        case 'g':
        case 'L':
        case 'K':
            SEALIFT_TRY(readExtra(type, *size));
            return true;
        default:
            break;
        }
        if (m_size)
            size = m_size;
        SEALIFT_TRY(addMember(header, type, *size));
        m_name.reset();
        m_size.reset();
        return true;
    }

    /// One block of zeroes is no end yet.
    Status checkEnd()
    {
        const auto next = m_at + kBlock;
        if (next + kBlock > m_file.size()) {
            m_index.ended = m_file.size() == next;
            return {};
        }
        std::array<std::byte, kBlock> block{};
        SEALIFT_TRY(m_file.read(next, block, QStringLiteral("the end mark")));
        if (!isAllZero(block))
            return fail(corrupt(QStringLiteral("a block of zeroes stands between the members")));
        return {};
    }

    Error tooMany() const
    {
        return Error(ErrorCode::LimitExceeded,
                     QStringLiteral("%1 has more than %2 members").arg(m_file.path()).arg(m_limits.maxMembers),
                     QStringLiteral("An appliance has a handful. Unpack it, and name the description (NAME.ovf) or the "
                                    "disk that was inside."))
            .with(QStringLiteral("file"), m_file.path());
    }

    /// Goes past a member of that size.
    Status pass(qint64 size, const QString &what)
    {
        if (!m_file.contains(static_cast<quint64>(m_at + kBlock), static_cast<quint64>(size)))
            return fail(corrupt(QStringLiteral("the archive is cut: %1 needs %2 bytes").arg(what).arg(size)));
        m_at += kBlock + (size + kBlock - 1) / kBlock * kBlock;
        return {};
    }

    /// What comes before a member's own header, and says what that has no room for.
    Status readExtra(char type, qint64 size)
    {
        if (size > kMaxExtra)
            return fail(corrupt(QStringLiteral("a header of %1 bytes").arg(size)));
        SEALIFT_ASSIGN(const auto content,
                       m_file.read(m_at + kBlock, size, QStringLiteral("a member's extended header")));
        if (type == 'L')
            m_name = text(viewOf(content));
        else if (type == 'x')
            SEALIFT_TRY(readPax(content));
        return pass(size, QStringLiteral("a member's header"));
    }

    /// "LENGTH KEY=VALUE\n", the length counting all of it.
    Status readPax(const QByteArray &content)
    {
        for (qsizetype at = 0; at < content.size();) {
            const auto blank = content.indexOf(' ', at);
            bool good = blank > at && blank - at < 10;
            const auto length = good ? content.mid(at, blank - at).toLongLong(&good) : 0;
            good = good && length > blank - at + 1 && length <= content.size() - at && content[at + length - 1] == '\n';
            const auto equals = good ? content.indexOf('=', blank) : -1;
            if (!good || equals < 0 || equals >= at + length)
                return fail(corrupt(QStringLiteral("a record of an extended header is malformed")));
            const auto key = content.mid(blank + 1, equals - blank - 1);
            const auto value = content.mid(equals + 1, at + length - 1 - (equals + 1));
            SEALIFT_TRY(takePax(key, value));
            at += length;
        }
        return {};
    }

    Status takePax(const QByteArray &key, const QByteArray &value)
    {
        if (key == "path") {
            m_name = value;
        } else if (key == "size") {
            bool good = false;
            const auto size = value.toLongLong(&good);
            if (!good || size < 0)
                return fail(corrupt(QStringLiteral("a member's size is no number")));
            m_size = size;
        } else if (key.startsWith("GNU.sparse.")) {
            return fail(sparse(QStringLiteral("?")));
        }
        return {};
    }

    Error sparse(const QString &name) const
    {
        return refused(ErrorCode::Unsupported, name, QStringLiteral("stored as a sparse file"),
                       QStringLiteral("Make the archive without tar's option --sparse."));
    }

    QByteArray nameOf(const Fields &header) const
    {
        if (m_name)
            return *m_name;
        const auto name = text(header.bytes(kName, kNameSize));
        // GNU's own kind ("ustar  ") has other things where POSIX's has the name's beginning.
        const bool posix = header.startsWith("ustar", kMagic) && header.u8(kMagic + 5) == 0;
        const auto prefix = posix ? text(header.bytes(kPrefix, kPrefixSize)) : QByteArray();
        return prefix.isEmpty() ? name : prefix + '/' + name;
    }

    Status addMember(const Fields &header, char type, qint64 size)
    {
        const auto raw = nameOf(header);
        SEALIFT_ASSIGN(const auto name, safeMemberName(raw, m_file.path()));
        const bool file = type == '0' || type == '\0' || type == '7';
        const bool folder = type == '5' || (file && raw.endsWith('/'));
        if (!file && !folder)
            return fail(refuseType(type, name));
        if (folder)
            return pass(file ? size : 0, name);
        if (m_index.members.size() >= m_limits.maxMembers)
            return fail(tooMany());
        if (name.isEmpty())
            return fail(corrupt(QStringLiteral("a file has no name")));
        if (m_names.contains(name))
            return fail(refused(ErrorCode::Unsafe, name, QStringLiteral("there twice"),
                                QStringLiteral("Which one counts cannot be told: do not trust the archive's source.")));
        m_names.insert(name);
        const auto offset = m_at + kBlock;
        SEALIFT_TRY(pass(size, QStringLiteral("member \"%1\"").arg(name)));
        m_index.members.append({name, offset, size});
        return {};
    }

    Error refuseType(char type, const QString &name) const
    {
        const auto remedy = QStringLiteral("An appliance holds plain files only: do not trust its source.");
        switch (type) {
        case '1':
            return refused(ErrorCode::Unsafe, name, QStringLiteral("a hard link"), remedy);
        case '2':
            return refused(ErrorCode::Unsafe, name, QStringLiteral("a symbolic link"), remedy);
        case '3':
        case '4':
            return refused(ErrorCode::Unsafe, name, QStringLiteral("a device"), remedy);
        case '6':
            return refused(ErrorCode::Unsafe, name, QStringLiteral("a named pipe"), remedy);
        case 'S':
            return sparse(name);
        default:
            return refused(ErrorCode::Unsupported, name,
                           QStringLiteral("of the unknown type '%1'").arg(printableText(viewOf(QByteArray(1, type)))),
                           QStringLiteral("Make the archive anew, of plain files."));
        }
    }

    const FileWindow &m_file;
    const ArchiveLimits m_limits;
    qint64 m_at = 0;
    qint64 m_headers = 0;
    std::optional<QByteArray> m_name; ///< of the next member, from a header in front of its own
    std::optional<qint64> m_size;
    QSet<QString> m_names;
    TarIndex m_index;
};

} // namespace

bool looksLikeTar(ByteView start)
{
    return start.size() >= kBlock && Fields(start).startsWith("ustar", kMagic);
}

Result<TarIndex> readTarIndex(const FileWindow &file, const ArchiveLimits &limits, const std::stop_token &stop)
{
    return TarReader(file, limits).run(stop);
}

} // namespace sealift
