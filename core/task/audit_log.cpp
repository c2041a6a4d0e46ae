#include "task/audit_log.h"

#include "base/boot_clock.h"
#include "base/json.h"
#include "base/private_folder.h"
#include "library/client_identity.h"
#include "task/audit_reader.h"
#include "task/audit_tail.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

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

    AuditEntry add(const AuditEvent &event)
    {
        m_stamp.seq = ++m_tail.seq;
        m_stamp.prev = m_tail.hash;
        m_stamp.what = event;
        m_text += m_stamp.seal() + '\n';
        m_tail.hash = m_stamp.hash;
        return m_stamp;
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
            SEALIFT_TRY(syncAuditFolder(m_folder));
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

/// What the clock is put right by now and then is no change.
constexpr std::chrono::milliseconds kClockTolerance(2000);

/// A receiver that does not keep up is not waited for with each entry.
constexpr std::chrono::milliseconds kForwardingPause(5000);

AuditEvent recoveredEvent(const AuditTail::Torn &torn)
{
    return {QStringLiteral("recovered"),
            {},
            {{QStringLiteral("torn-bytes"), torn.bytes}, {QStringLiteral("torn-sha256"), torn.hash.hex()}}};
}

} // namespace

AuditClock AuditClock::system()
{
    return {[] { return QDateTime::currentDateTimeUtc(); }, &::sealift::sinceBoot};
}

AuditLog::AuditLog(QString folder, AuditOptions options)
    : m_folder(std::move(folder))
    , m_options(std::move(options))
    , m_forwarder(m_options.forward)
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
    QList<AuditEntry> written;
    SEALIFT_TRY(write(checked, written));
    if (const auto said = forward(written)) {
        // What was asked for is written and durable: where this cannot be, that is no failure of it.
        QList<AuditEntry> more;
        static_cast<void>(write({*said}, more));
        if (m_notForwarded == 0)
            static_cast<void>(forward(more));
        else
            m_notForwarded += more.size();
    }
    return {};
}

Status AuditLog::write(const QList<AuditEvent> &events, QList<AuditEntry> &written)
{
    SEALIFT_ASSIGN(const auto tail, readAuditTail(m_folder));
    if (tail.isNew) {
        // Before the first entry: a log without a head is damaged.
        SEALIFT_TRY(writeHead(m_folder, AuditHead()));
        SEALIFT_TRY(syncAuditFolder(m_folder));
    }
    const Moment now{m_options.clock.now(), m_options.clock.sinceBoot()};
    AuditEntry stamp;
    stamp.time = toRfc3339(now.wall);
    stamp.host = m_host;
    stamp.pid = ::getpid();
    stamp.user = m_user;
    Appender appender(m_folder, tail, stamp);
    if (tail.torn)
        written.append(appender.add(recoveredEvent(*tail.torn)));
    if (!tail.damage.isEmpty())
        written.append(appender.add({QStringLiteral("damaged"), {}, {{QStringLiteral("what"), tail.damage}}}));
    if (const auto change = clockChange(tail.time, now))
        written.append(appender.add(*change));
    for (const auto &event : events) {
        SEALIFT_TRY(appender.rotateAt(m_options.maxFileBytes));
        written.append(appender.add(event));
    }
    SEALIFT_TRY(appender.write());
    return writeHead(m_folder, appender.head());
}

/// Told by what this object saw since it wrote last; else, as far as it was put back, by the entry before.
std::optional<AuditEvent> AuditLog::clockChange(const QString &lastTime, const Moment &now)
{
    qint64 by = 0;
    if (m_last) {
        by = m_last->wall.msecsTo(now.wall) - (now.sinceBoot - m_last->sinceBoot).count();
    } else if (const auto last = QDateTime::fromString(lastTime, Qt::ISODateWithMs); last.isValid()) {
        by = std::min<qint64>(0, last.msecsTo(now.wall));
    }
    m_last = now;
    if (std::abs(by) <= kClockTolerance.count())
        return {};
    return AuditEvent{QStringLiteral("clock-changed"),
                      {},
                      {{QStringLiteral("seconds"), by / 1000}, {QStringLiteral("entry-before"), lastTime}}};
}

/// What is to be said of it in the log; nothing as long as it works, or fails on.
std::optional<AuditEvent> AuditLog::forward(const QList<AuditEntry> &entries)
{
    if (m_options.forward.to == AuditForwarding::To::Nobody)
        return {};
    const bool failedBefore = m_notForwarded > 0;
    if (failedBefore && m_options.clock.sinceBoot() < m_tryAgain) {
        m_notForwarded += entries.size();
        return {};
    }
    Status first;
    for (auto entry : entries) {
        auto sent = first ? m_forwarder.send(entry, entry.seal()) : Status();
        if (!sent)
            first = std::move(sent);
        if (!first)
            ++m_notForwarded;
    }
    if (!first)
        m_tryAgain = m_options.clock.sinceBoot() + kForwardingPause;
    if (!first && !failedBefore)
        return AuditEvent{QStringLiteral("not-forwarded"), {}, {{QStringLiteral("why"), first.error().what()}}};
    if (first && failedBefore)
        return AuditEvent{
            QStringLiteral("forwarded-again"), {}, {{QStringLiteral("missed"), std::exchange(m_notForwarded, 0)}}};
    return {};
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
