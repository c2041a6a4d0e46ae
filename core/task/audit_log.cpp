#include "task/audit_log.h"

#include "base/json.h"
#include "base/private_folder.h"
#include "library/client_identity.h"
#include "task/audit_reader.h"
#include "task/audit_tail.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

Status syncFolder(const QString &folder)
{
    const FileDescriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems (EINVAL) keep names without being asked.
    if (!directory || (::fsync(directory.get()) != 0 && errno != EINVAL))
        return fail(Error::fromErrno(errno, QStringLiteral("cannot sync %1").arg(folder)));
    return {};
}

Status writeHead(const QString &folder, const AuditHead &head)
{
    const auto path = folder + QStringLiteral("/head");
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    const auto bytes = head.toBytes();
    // In place, within one sector: either the old head is there or the new one. A damaged one may be longer.
    if (!file || ::ftruncate(file.get(), bytes.size()) != 0 ||
        ::pwrite(file.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()), 0) != bytes.size())
        return fail(Error::fromErrno(errno, QStringLiteral("cannot write %1").arg(path)));
    return {};
}

/// The entries of one append(), sealed one after the other and written to one file or, where it is full, several.
class Appender
{
public:
    Appender(const QString &folder, AuditTail tail, AuditEntry stamp)
        : m_folder(folder)
        , m_tail(std::move(tail))
        , m_stamp(std::move(stamp))
        , m_file(m_tail.file)
        , m_size(m_tail.fileSize)
    {
        if (!m_tail.endsLine)
            m_text = "\n";
    }

    void add(const AuditEvent &event)
    {
        m_stamp.seq = ++m_tail.seq;
        m_stamp.prev = m_tail.hash;
        m_stamp.what = event;
        m_text += m_stamp.seal() + '\n';
        m_tail.hash = m_stamp.hash;
    }

    /// Entries from here on go to the next file if this one is full.
    Status rotateAt(qint64 limit)
    {
        if (m_size + m_text.size() < limit)
            return {};
        SEALIFT_TRY(write());
        ++m_file;
        m_size = 0;
        return {};
    }

    Status write()
    {
        if (m_text.isEmpty())
            return {};
        const auto path = m_folder + QLatin1Char('/') + auditFileName(m_file);
        const FileDescriptor file(
            ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
        for (qsizetype done = 0; done < m_text.size();) {
            const auto count =
                ::write(file.get(), m_text.constData() + done, static_cast<std::size_t>(m_text.size() - done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return takeBack(file, Error::fromErrno(errno, QStringLiteral("cannot write %1").arg(path)));
            done += count;
        }
        if (::fdatasync(file.get()) != 0)
            return takeBack(file, Error::fromErrno(errno, QStringLiteral("cannot write %1").arg(path)));
        if (m_size == 0)
            SEALIFT_TRY(syncFolder(m_folder));
        m_size += m_text.size();
        m_text.clear();
        return {};
    }

    AuditHead head() const { return {m_tail.seq, m_tail.hash, m_file}; }

private:
    /// Nobody is told that these entries were written, so they must not stay in part. Where that fails too, the next
    /// append finds them torn.
    tl::unexpected<Error> takeBack(const FileDescriptor &file, Error error) const
    {
        static_cast<void>(!::ftruncate(file.get(), m_size));
        return fail(std::move(error));
    }

    const QString m_folder;
    AuditTail m_tail;
    AuditEntry m_stamp;
    int m_file;
    qint64 m_size;
    QByteArray m_text;
};

AuditEvent recoveredEvent(const AuditTail::Torn &torn)
{
    return {QStringLiteral("recovered"),
            {},
            {{QStringLiteral("torn-bytes"), torn.bytes}, {QStringLiteral("torn-sha256"), torn.hash.hex()}}};
}

} // namespace

AuditLog::AuditLog(QString folder, AuditOptions options)
    : m_folder(std::move(folder))
    , m_options(options)
{
    const auto identity = ClientIdentity::current();
    m_host = identity.hostname;
    m_user = identity.username.isEmpty() ? QString::number(identity.uid) : identity.username;
}

Result<std::unique_ptr<AuditLog>> AuditLog::open(const QString &folder, const AuditOptions &options)
{
    SEALIFT_TRY(makePrivateFolder(folder, OpenToOthers::Close));
    return std::unique_ptr<AuditLog>(new AuditLog(folder, options));
}

Status AuditLog::append(const QList<AuditEvent> &events)
{
    QList<AuditEvent> checked;
    for (const auto &event : events) {
        SEALIFT_ASSIGN(auto one, checkedEvent(event));
        checked.push_back(std::move(one));
    }
    if (checked.isEmpty())
        return {};

    const std::lock_guard guard(m_mutex);
    SEALIFT_ASSIGN(const auto lock, AuditLock::acquire(m_folder, AuditLock::Mode::Write));
    SEALIFT_ASSIGN(const auto tail, readAuditTail(m_folder));
    if (tail.isNew) {
        // Before the first entry: a log without a head is damaged.
        SEALIFT_TRY(writeHead(m_folder, AuditHead()));
        SEALIFT_TRY(syncFolder(m_folder));
    }
    AuditEntry stamp;
    stamp.time = toRfc3339(QDateTime::currentDateTimeUtc());
    stamp.host = m_host;
    stamp.pid = ::getpid();
    stamp.user = m_user;
    Appender appender(m_folder, tail, stamp);
    if (tail.torn)
        appender.add(recoveredEvent(*tail.torn));
    if (!tail.damage.isEmpty())
        appender.add({QStringLiteral("damaged"), {}, {{QStringLiteral("what"), tail.damage}}});
    for (const auto &event : checked) {
        SEALIFT_TRY(appender.rotateAt(m_options.maxFileBytes));
        appender.add(event);
    }
    SEALIFT_TRY(appender.write());
    return writeHead(m_folder, appender.head());
}

Result<TaskAudit> hashOfTask(const QString &folder, QStringView task, qint64 upTo)
{
    TaskAudit audit;
    Sha256 hash;
    const auto add = [&](const AuditEntry &entry) -> Status {
        if (entry.seq > upTo)
            return {};
        hash.add(viewOf(entry.hash.hex().toLatin1()));
        ++audit.entries;
        audit.lastSeq = entry.seq;
        return {};
    };
    SEALIFT_TRY(forEachAuditEntry(folder, task, add));
    audit.hash = hash.finish();
    return audit;
}

} // namespace sealift
