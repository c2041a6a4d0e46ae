#include "task/audit_tail.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

/// Longer than any line that the log writes.
constexpr qint64 kWindow = 128LL * 1024;
constexpr qint64 kMaxFile = 1LL << 30;

Result<QByteArray> readFrom(const QString &folder, int number, qint64 last)
{
    const auto path = folder + QLatin1Char('/') + auditFileName(number);
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!file || ::fstat(file.get(), &status) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(path)));
    if (!S_ISREG(status.st_mode))
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is no regular file").arg(path)));
    const auto wanted = std::min<qint64>(status.st_size, last);
    if (wanted > kMaxFile)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is too large").arg(path)));
    QByteArray bytes(wanted, Qt::Uninitialized);
    qint64 got = 0;
    while (got < wanted) {
        const auto count = ::pread(file.get(), bytes.data() + got, static_cast<std::size_t>(wanted - got),
                                   status.st_size - wanted + got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(path)));
        if (count == 0)
            break;
        got += count;
    }
    bytes.truncate(got);
    return bytes;
}

qint64 sizeOf(const QString &folder, int number)
{
    struct stat status = {};
    const auto path = folder + QLatin1Char('/') + auditFileName(number);
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_size : 0;
}

AuditTail::Torn tornOf(const QByteArray &bytes)
{
    return {bytes.size(), sha256(viewOf(bytes))};
}

/// The last complete line of these bytes, without its line feed; what follows it is put into `rest`.
QByteArray lastLine(const QByteArray &bytes, QByteArray &rest)
{
    const auto end = bytes.lastIndexOf('\n');
    rest = bytes.mid(end + 1);
    if (end < 0)
        return {};
    const auto begin = end == 0 ? -1 : bytes.lastIndexOf('\n', end - 1);
    return bytes.mid(begin + 1, end - begin - 1);
}

/// Finds out where the log is good for the last time, entry by entry from the one that the head names.
class TailSearch
{
public:
    TailSearch(QString folder, AuditHead head)
        : m_folder(std::move(folder))
        , m_head(head)
    {
    }

    /// Sets what the tail is about, given the last file's number.
    Status run(const std::vector<int> &files, AuditTail &tail)
    {
        m_found = m_head.seq == 0;
        m_seq = m_head.seq;
        m_hash = m_head.hash;
        for (const auto number : files) {
            if (number < m_head.file)
                continue;
            SEALIFT_ASSIGN(const auto bytes, readAuditFile(m_folder, number));
            const auto good = walk(bytes);
            if (good == bytes.size())
                continue;
            if (m_found && number == files.back())
                tail.torn = tornOf(bytes.mid(good));
            else
                m_found = false;
            break;
        }
        tail.seq = m_seq;
        tail.hash = m_hash;
        if (!m_found) {
            tail.seq = m_head.seq;
            tail.hash = m_head.hash;
            tail.torn.reset();
            tail.damage = QStringLiteral("the last entries are gone or changed");
        }
        return {};
    }

private:
    /// Where the first byte is that belongs to no entry.
    qsizetype walk(const QByteArray &bytes)
    {
        qsizetype begin = 0;
        for (;;) {
            const auto end = bytes.indexOf('\n', begin);
            if (end < 0)
                return begin;
            const auto entry = AuditEntry::parse(bytes.mid(begin, end - begin));
            if (m_found) {
                if (!entry || entry->seq != m_seq + 1 || entry->prev != m_hash)
                    return begin;
                m_seq = entry->seq;
                m_hash = entry->hash;
            } else {
                m_found = entry && entry->seq == m_head.seq && entry->hash == m_head.hash;
            }
            begin = end + 1;
        }
    }

    const QString m_folder;
    const AuditHead m_head;
    bool m_found = false;
    qint64 m_seq = 0;
    Digest m_hash;
};

} // namespace

Result<QByteArray> readAuditFile(const QString &folder, int number)
{
    return readFrom(folder, number, kMaxFile + 1);
}

Result<AuditTail> readAuditTail(const QString &folder)
{
    AuditTail tail;
    SEALIFT_ASSIGN(const auto files, auditFileNumbers(folder));
    auto head = readAuditHead(folder);
    if (!head && head.error().code() != ErrorCode::Corrupt)
        return fail(std::move(head).error());
    const bool hasHead = head && *head;
    tail.isNew = files.empty() && head && !hasHead;
    if (tail.isNew)
        return tail;

    tail.file = files.empty() ? (hasHead ? (*head)->file : 1) : files.back();
    tail.fileSize = sizeOf(folder, tail.file);
    QByteArray rest;
    QByteArray line;
    if (!files.empty()) {
        SEALIFT_ASSIGN(const auto end, readFrom(folder, files.back(), kWindow));
        tail.endsLine = end.isEmpty() || end.endsWith('\n');
        line = lastLine(end, rest);
        if (end.isEmpty() && files.size() > 1) {
            // A file that was begun and has no entry yet.
            QByteArray ignored;
            SEALIFT_ASSIGN(const auto before, readFrom(folder, files[files.size() - 2], kWindow));
            line = lastLine(before, ignored);
        }
    }
    const auto entry = AuditEntry::parse(line);
    if (!hasHead) {
        // Without it nobody knows whether something is missing: that is what the damage is.
        tail.damage = head ? QStringLiteral("the head was gone") : QStringLiteral("the head was changed");
        if (entry) {
            tail.seq = entry->seq;
            tail.hash = entry->hash;
            tail.time = entry->time;
        }
        return tail;
    }
    const auto &known = **head;
    const bool fits = entry && (entry->seq > known.seq || (entry->seq == known.seq && entry->hash == known.hash));
    if (fits) {
        tail.seq = entry->seq;
        tail.hash = entry->hash;
        tail.time = entry->time;
        if (!rest.isEmpty())
            tail.torn = tornOf(rest);
        return tail;
    }
    SEALIFT_TRY(TailSearch(folder, known).run(files, tail));
    return tail;
}

} // namespace sealift
