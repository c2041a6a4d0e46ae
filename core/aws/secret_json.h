#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>
#include <QtCrypto>

#include <memory>
#include <optional>

namespace sealift {

/// A JSON object that holds secrets, read where it lies: nothing of it is copied out of locked memory but the fields
/// that text() is asked for. Errors name the document and the field, never a value.
class SecretJson
{
public:
    /// @param where names the document in errors ("the answer of the instance metadata service").
    /// Errors: Corrupt (no JSON object).
    static Result<SecretJson> parse(QCA::SecureArray text, const QString &where);
    ~SecretJson();
    SecretJson(SecretJson &&) noexcept;
    SecretJson &operator=(SecretJson &&) noexcept;

    /// Errors: Corrupt (missing, empty, or no string).
    Result<QString> text(const char *field) const;
    Result<QCA::SecureArray> secret(const char *field) const;
    /// Empty where the field is missing or null. Errors: Corrupt (no string).
    Result<QString> optionalText(const char *field) const;
    Result<QCA::SecureArray> optionalSecret(const char *field) const;
    /// Errors: Corrupt (missing, no whole number).
    Result<qint64> integer(const char *field) const;
    /// A time as ISO 8601; in UTC where it names no offset. Nothing where the field is missing or null. Errors:
    /// Corrupt.
    Result<std::optional<QDateTime>> optionalTime(const char *field) const;
    /// From now on the fields of that object, which lies in this one, are meant. Errors: Corrupt (missing, no object).
    Status enter(const char *field);

private:
    SecretJson();
    class Private;
    std::unique_ptr<Private> d;
};

/// A time as AWS's services and tools write it: ISO 8601 with any fraction, with an offset, "Z" or "UTC"; in UTC where
/// there is none of these. Nothing where it is no such time.
std::optional<QDateTime> awsTime(const QString &text);

} // namespace sealift
