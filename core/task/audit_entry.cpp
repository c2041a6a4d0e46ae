#include "task/audit_entry.h"

#include "base/json.h"
#include "base/url_mask.h"
#include "task/secret_guard.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace sealift {

namespace {

constexpr qsizetype kMaxText = 2048;
constexpr qsizetype kMaxName = 64;
constexpr qsizetype kMaxFields = 32LL * 1024;
constexpr int kMaxDepth = 4;
constexpr double kMaxInteger = 9007199254740991.0; // 2^53 - 1: every reader of JSON knows it exactly

bool isName(QStringView text)
{
    return !text.isEmpty() && text.size() <= kMaxName && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               c == QLatin1Char('-');
    });
}

Error wrongName(const QString &name)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a name in the audit log").arg(name)};
}

/// True for what could move a terminal's cursor, break a line, or turn the direction of writing.
bool isControl(QChar c)
{
    const auto u = c.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || u == 0x2028 || u == 0x2029 || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069);
}

QString checkedText(const QString &text)
{
    QString checked;
    const auto masked = maskUrls(text);
    for (const auto c : masked.left(kMaxText)) {
        if (isControl(c))
            checked += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            checked += c;
    }
    if (masked.size() > kMaxText)
        checked += QStringLiteral("... (%1 characters)").arg(masked.size());
    // A surrogate without its other half has no UTF-8.
    return QString::fromUtf8(checked.toUtf8());
}

Result<QJsonValue> checkedValue(const QJsonValue &value, int depth);

Result<QJsonObject> checkedObject(const QJsonObject &object, int depth)
{
    QJsonObject checked;
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!isName(field.key()))
            return fail(wrongName(field.key()));
        SEALIFT_ASSIGN(const auto value, checkedValue(field.value(), depth + 1));
        checked.insert(field.key(), value);
    }
    return checked;
}

Result<QJsonValue> checkedValue(const QJsonValue &value, int depth)
{
    if (depth > kMaxDepth)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the fields of an audit entry are too deep")));
    switch (value.type()) {
    case QJsonValue::String:
        return QJsonValue(checkedText(value.toString()));
    case QJsonValue::Double:
        if (std::abs(value.toDouble()) > kMaxInteger || std::trunc(value.toDouble()) != value.toDouble())
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("an audit entry holds whole numbers only")));
        return QJsonValue(static_cast<qint64>(value.toDouble()));
    case QJsonValue::Array: {
        QJsonArray checked;
        for (const auto &element : value.toArray()) {
            SEALIFT_ASSIGN(const auto part, checkedValue(element, depth + 1));
            checked.append(part);
        }
        return QJsonValue(checked);
    }
    case QJsonValue::Object: {
        SEALIFT_ASSIGN(const auto object, checkedObject(value.toObject(), depth));
        return QJsonValue(object);
    }
    default:
        return value;
    }
}

QJsonObject withoutHash(const AuditEntry &entry)
{
    return {
        {QStringLiteral("seq"), entry.seq},         {QStringLiteral("time"), entry.time},
        {QStringLiteral("host"), entry.host},       {QStringLiteral("pid"), entry.pid},
        {QStringLiteral("user"), entry.user},       {QStringLiteral("event"), entry.what.event},
        {QStringLiteral("task"), entry.what.task},  {QStringLiteral("fields"), entry.what.fields},
        {QStringLiteral("prev"), entry.prev.hex()},
    };
}

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray AuditEntry::seal()
{
    auto object = withoutHash(*this);
    hash = sha256(viewOf(canonical(object)));
    object.insert(QStringLiteral("hash"), hash.hex());
    return canonical(object);
}

Result<AuditEntry> AuditEntry::parse(const QByteArray &line)
{
    SEALIFT_ASSIGN(const auto object, parseJsonObject(line, QStringLiteral("the entry")));
    const JsonFields fields(object, QStringLiteral("the entry"));
    AuditEntry entry;
    SEALIFT_ASSIGN(entry.seq, fields.integer(QStringLiteral("seq")));
    SEALIFT_ASSIGN(entry.time, fields.string(QStringLiteral("time")));
    SEALIFT_ASSIGN(entry.host, fields.string(QStringLiteral("host")));
    SEALIFT_ASSIGN(entry.pid, fields.integer(QStringLiteral("pid")));
    SEALIFT_ASSIGN(entry.user, fields.string(QStringLiteral("user")));
    SEALIFT_ASSIGN(entry.what.event, fields.string(QStringLiteral("event")));
    SEALIFT_ASSIGN(entry.what.task, fields.string(QStringLiteral("task")));
    SEALIFT_ASSIGN(const auto more, fields.object(QStringLiteral("fields")));
    entry.what.fields = more.raw();
    SEALIFT_ASSIGN(const auto prev, fields.string(QStringLiteral("prev")));
    SEALIFT_ASSIGN(const auto hash, fields.string(QStringLiteral("hash")));
    const auto before = Digest::fromHex(QStringView(prev));
    const auto own = Digest::fromHex(QStringView(hash));
    if (!before || !own)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the entry's hashes are not of the right form")));
    entry.prev = *before;
    // Whatever else stands in the line, or stands there in another form, changes these bytes.
    auto again = entry;
    const auto sealed = again.seal();
    if (again.hash != *own)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the entry was changed: its hash does not match")));
    if (sealed != line)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the entry was changed: it is not in canonical form")));
    return again;
}

Result<AuditEvent> checkedEvent(const AuditEvent &event)
{
    if (!isName(event.event))
        return fail(wrongName(event.event));
    if (!event.task.isEmpty() && !isName(event.task))
        return fail(wrongName(event.task));
    SEALIFT_TRY(refuseSecrets(event.fields, QStringLiteral("the audit entry \"%1\"").arg(event.event)));
    AuditEvent checked = event;
    SEALIFT_ASSIGN(checked.fields, checkedObject(event.fields, 0));
    if (canonical(checked.fields).size() > kMaxFields)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the fields of an audit entry are too large")));
    return checked;
}

} // namespace sealift
