#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace sealift {

/// Parses one JSON object. @param where names the document in errors ("config of /srv/library").
/// Errors: Corrupt, with the position.
Result<QJsonObject> parseJsonObject(const QByteArray &text, const QString &where);

/// One JSON object read field by field. A missing field or one of another type is an Error (Corrupt) that names the
/// document and the field's full path; nothing is silently taken as zero or empty.
class JsonFields
{
public:
    /// @param where names the object in errors.
    JsonFields(QJsonObject object, QString where);

    Result<QString> string(const QString &field) const;
    Result<qint64> integer(const QString &field) const;
    Result<bool> boolean(const QString &field) const;
    /// An RFC 3339 time with any number of second fractions, of which milliseconds are kept (the rest is cut off).
    Result<QDateTime> time(const QString &field) const;
    /// Standard base64, padded.
    Result<QByteArray> base64(const QString &field) const;
    Result<QJsonArray> array(const QString &field) const;
    Result<JsonFields> object(const QString &field) const;
    /// Every element must be a string; a missing field is an empty list.
    Result<QStringList> optionalStrings(const QString &field) const;
    /// Empty where the field is missing; an error where it is there and no string.
    Result<QString> optionalString(const QString &field) const;

    bool has(const QString &field) const { return m_object.contains(field); }
    const QJsonObject &raw() const { return m_object; }

private:
    Error wrong(const QString &field, const QString &expected) const;

    QJsonObject m_object;
    QString m_where;
};

/// A time as RFC 3339 in UTC with milliseconds ("2024-05-06T07:08:09.123Z").
QString toRfc3339(const QDateTime &time);

} // namespace sealift
