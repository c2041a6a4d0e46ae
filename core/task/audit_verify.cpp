#include "task/audit_verify.h"

#include "task/audit_retention.h"
#include "task/audit_tail.h"

#include <QDateTime>

#include <optional>

namespace sealift {

namespace {

constexpr qsizetype kMaxProblems = 100;

class Verifier
{
public:
    explicit Verifier(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<AuditReport> run(const std::stop_token &stop)
    {
        SEALIFT_ASSIGN(const auto lock, AuditLock::acquire(m_folder, AuditLock::Mode::Read));
        SEALIFT_ASSIGN(const auto files, auditFileNumbers(m_folder));
        const auto head = readAuditHead(m_folder);
        if (!head && head.error().code() != ErrorCode::Corrupt)
            return fail(head.error());
        if (head && *head)
            m_head = **head;
        else if (!head || !files.empty())
            reportHead(head ? QStringLiteral("it is missing") : head.error().what());

        int expected = 1;
        for (const auto number : files) {
            m_file = number;
            m_line = 0;
            if (number != expected && m_report.files == 0)
                m_beginsAt = number; // they may have been old: see checkBegin()
            else if (number != expected)
                report(QStringLiteral("the files before this one are missing"));
            expected = number + 1;
            SEALIFT_ASSIGN(const auto bytes, readAuditFile(m_folder, number));
            SEALIFT_TRY(checkFile(bytes, number == files.back(), stop));
            ++m_report.files;
        }
        checkBegin();
        checkHead();
        return std::move(m_report);
    }

private:
    void report(const QString &what)
    {
        if (m_report.problems.size() < kMaxProblems)
            m_report.problems.push_back({auditFileName(m_file), m_line, what});
    }

    void reportHead(const QString &what) { m_report.problems.push_back({QStringLiteral("head"), 0, what}); }

    Status checkFile(const QByteArray &bytes, bool isLast, const std::stop_token &stop)
    {
        qsizetype begin = 0;
        while (begin < bytes.size()) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            ++m_line;
            const auto end = bytes.indexOf('\n', begin);
            if (const auto next = endOfTorn(bytes, begin, end); next > begin) {
                m_line += bytes.mid(begin, next - begin).count('\n') - 1;
                ++m_report.recovered;
                begin = next;
                continue;
            }
            if (end < 0) {
                // Whoever wrote it was never told that it is there; otherwise the head would say so.
                if (isLast && m_seq >= m_head.seq)
                    m_report.tornBytes = bytes.size() - begin;
                else
                    report(QStringLiteral("the line is cut off"));
                return {};
            }
            checkLine(bytes.mid(begin, end - begin));
            begin = end + 1;
        }
        return {};
    }

    /// Where the entry begins that says that what lies before it, from `begin` on, was torn; `begin` if none says so.
    qsizetype endOfTorn(const QByteArray &bytes, qsizetype begin, qsizetype end) const
    {
        static const QByteArray kMark("\"event\":\"recovered\"");
        if (end < 0)
            return begin;
        // A good line is torn only if the one right after it says so: it lacked nothing but its line feed.
        const bool isGood = AuditEntry::parse(bytes.mid(begin, end - begin)).has_value();
        for (auto from = end + 1; from < bytes.size();) {
            auto to = bytes.indexOf('\n', from);
            if (to < 0)
                to = bytes.size();
            const auto line = QByteArrayView(bytes).sliced(from, to - from);
            if (line.contains(kMark) && namesAsTorn(line.toByteArray(), bytes, begin, from))
                return from;
            if (isGood)
                break;
            from = to + 1;
        }
        return begin;
    }

    bool namesAsTorn(const QByteArray &line, const QByteArray &bytes, qsizetype begin, qsizetype end) const
    {
        const auto entry = AuditEntry::parse(line);
        if (!entry || entry->what.event != QLatin1String("recovered") || entry->seq != m_seq + 1 ||
            entry->prev != m_hash)
            return false;
        const auto length = entry->what.fields.value(QLatin1String("torn-bytes")).toInteger(-1);
        // The line feed after it came with the recovery, unless the torn bytes had one.
        if (length != end - begin && length != end - begin - 1)
            return false;
        return entry->what.fields.value(QLatin1String("torn-sha256")).toString() ==
               sha256(viewOf(bytes.mid(begin, length))).hex();
    }

    void checkLine(const QByteArray &line)
    {
        const auto entry = AuditEntry::parse(line);
        if (!entry) {
            report(entry.error().what());
            m_isLost = true;
            return;
        }
        if (m_beginsAt > 0 && m_report.entries == 0 && m_line == 1) {
            m_seq = entry->seq - 1;
            m_hash = entry->prev;
            m_removed = AuditRemoval{m_beginsAt - 1, m_seq, m_hash};
        }
        // After a bad line the next good one is taken as it is: what is wrong has been reported.
        if (!m_isLost && entry->seq != m_seq + 1)
            report(QStringLiteral("entry %1 follows entry %2: entries were removed, doubled or moved")
                       .arg(entry->seq)
                       .arg(m_seq));
        else if (!m_isLost && entry->prev != m_hash)
            report(QStringLiteral("entry %1 does not carry the hash of the one before").arg(entry->seq));
        if (entry->what.event == QLatin1String("damaged"))
            report(QStringLiteral("damage was found here when the log was continued: %1")
                       .arg(entry->what.fields.value(QLatin1String("what")).toString()));
        noteTime(*entry);
        if (const auto said = AuditRemoval::of(entry->what); said && covers(*said))
            m_removalSaid = true;
        m_isLost = false;
        m_seq = entry->seq;
        m_hash = entry->hash;
        ++m_report.entries;
        if (m_seq == m_head.seq) {
            m_headSeen = true;
            if (m_hash != m_head.hash || m_file != m_head.file)
                reportHead(QStringLiteral("it does not fit entry %1").arg(m_seq));
        }
    }

    void noteTime(const AuditEntry &entry)
    {
        constexpr qint64 kTolerance = 2000; // ms
        const auto time = QDateTime::fromString(entry.time, Qt::ISODateWithMs);
        const bool isBack = m_time.isValid() && time < m_time.addMSecs(-kTolerance);
        if (isBack || entry.what.event == QLatin1String("clock-changed"))
            ++m_report.clockChanges;
        m_time = time;
    }

    /// Whether that is, or goes beyond, what is missing at the begin: a process may have died over removing it.
    bool covers(const AuditRemoval &said) const
    {
        if (!m_removed)
            return false;
        return said.throughFile == m_removed->throughFile
                   ? said == *m_removed
                   : said.throughFile > m_removed->throughFile && said.lastSeq > m_removed->lastSeq;
    }

    /// A log that begins later is whole if it says itself up to where it was removed.
    void checkBegin()
    {
        if (m_beginsAt == 0)
            return;
        if (m_removalSaid)
            m_report.removed = m_removed->lastSeq;
        else
            m_report.problems.prepend(
                {auditFileName(m_beginsAt), 0, QStringLiteral("the files before this one are missing")});
    }

    void checkHead()
    {
        if (m_head.seq == 0) {
            if (m_head != AuditHead())
                reportHead(QStringLiteral("it does not fit an empty log"));
        } else if (m_seq < m_head.seq) {
            reportHead(QStringLiteral("the log ends at entry %1, but went on to %2: its end was cut off")
                           .arg(m_seq)
                           .arg(m_head.seq));
        } else if (!m_headSeen) {
            reportHead(QStringLiteral("entry %1, which it names, is not there").arg(m_head.seq));
        }
        if (m_seq > m_head.seq)
            m_report.beyondHead = m_seq - m_head.seq;
    }

    const QString m_folder;
    AuditHead m_head;
    AuditReport m_report;
    int m_file = 0;
    qint64 m_line = 0;
    qint64 m_seq = 0;
    Digest m_hash;
    bool m_isLost = false;
    bool m_headSeen = false;
    int m_beginsAt = 0; ///< the first file, where it is not the first of all
    std::optional<AuditRemoval> m_removed;
    bool m_removalSaid = false;
    QDateTime m_time;
};

} // namespace

Result<AuditReport> verifyAudit(const QString &folder, const std::stop_token &stop)
{
    return Verifier(folder).run(stop);
}

} // namespace sealift
