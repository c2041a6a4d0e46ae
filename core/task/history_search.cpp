#include "task/history_search.h"

#include "task/audit_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kLargestReceipt = 1 << 20;

Result<QByteArray> readReceipt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    if (file.size() > kLargestReceipt)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is too large for a receipt").arg(path)));
    return file.readAll();
}

/// The names by which people may mean the image of a path.
void addNamesOf(const QString &path, QSet<QString> &names)
{
    const QFileInfo info(path);
    names.insert(info.fileName());
    names.insert(info.completeBaseName());
}

} // namespace

Result<QDateTime> momentFromText(const QString &text, DayEdge edge, const QString &option)
{
    static const QRegularExpression ago(QStringLiteral("^([0-9]{1,5})d$"));
    if (const auto match = ago.match(text); match.hasMatch())
        return QDateTime::currentDateTimeUtc().addDays(-match.captured(1).toLongLong());
    if (const auto day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); day.isValid())
        return edge == DayEdge::Begin ? day.startOfDay() : day.endOfDay();
    if (const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
        time.isValid() && text.contains(QLatin1Char('T')))
        return time;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 cannot be \"%2\"").arg(option, text),
                      QStringLiteral("It is a day (2025-05-06), a moment (2025-05-06T07:08:09Z), or days before now "
                                     "(30d).")));
}

Result<QList<StoredReceipt>> readReceipts(const QString &folder, const VerifyingKey *own, const std::stop_token &stop)
{
    QList<StoredReceipt> receipts;
    for (const auto &name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        StoredReceipt receipt;
        receipt.fileName = name;
        SEALIFT_ASSIGN(receipt.bytes, readReceipt(folder + u'/' + name));
        auto verified = verifyReceipt(receipt.bytes, own);
        if (verified)
            receipt.verified = std::move(*verified);
        else
            receipt.problem = verified.error().what();
        receipts.append(std::move(receipt));
    }
    return receipts;
}

Result<History> History::read(const QString &auditFolder, const QString &receiptsFolder, const VerifyingKey *own,
                              const std::stop_token &stop)
{
    History history;
    const auto note = [&history, &stop](const AuditEntry &entry) -> Status {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (entry.what.task.isEmpty())
            return {};
        auto &task = history.m_tasks[entry.what.task];
        task.moments.append({QDateTime::fromString(entry.time, Qt::ISODateWithMs), entry.user});
        if (const auto source = entry.what.fields.value(QStringLiteral("source")); source.isString())
            addNamesOf(source.toString(), task.images);
        return {};
    };
    SEALIFT_TRY(forEachAuditEntry(auditFolder, {}, note));
    SEALIFT_ASSIGN(history.m_receipts, readReceipts(receiptsFolder, own, stop));
    for (const auto &receipt : std::as_const(history.m_receipts)) {
        if (!receipt.verified)
            continue;
        auto &task = history.m_tasks[receipt.task()];
        addNamesOf(receipt.verified->receipt.image.name, task.images);
        // Where the log's old files were put away, the receipt still knows when; who, it does not say.
        if (task.moments.isEmpty())
            task.moments.append({receipt.verified->receipt.ended, QString()});
    }
    return history;
}

bool History::matches(const QString &task, const HistoryFilter &filter) const
{
    if (filter.isEmpty())
        return true;
    const auto found = m_tasks.constFind(task);
    if (found == m_tasks.constEnd() || (!filter.image.isEmpty() && !found->images.contains(filter.image)))
        return false;
    return std::any_of(found->moments.begin(), found->moments.end(), [&filter](const Moment &moment) {
        return filter.covers(moment.time) && (filter.user.isEmpty() || moment.user == filter.user);
    });
}

bool History::matches(const AuditEntry &entry, const HistoryFilter &filter) const
{
    if (!filter.covers(QDateTime::fromString(entry.time, Qt::ISODateWithMs)) ||
        (!filter.user.isEmpty() && entry.user != filter.user))
        return false;
    if (filter.image.isEmpty())
        return true;
    const auto found = m_tasks.constFind(entry.what.task);
    return found != m_tasks.constEnd() && found->images.contains(filter.image);
}

} // namespace sealift
