#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace sealift {

/// The one way to write a JSON document, byte for byte (RFC 8785, JSON Canonicalization Scheme): no white space,
/// members sorted by their names' UTF-16 code units, numbers as ECMAScript writes them, UTF-8. What is signed or hashed
/// is this. Errors: InvalidArgument for what has no such form: a number that is not finite, a whole number that no
/// double holds exactly (RFC 7493, section 2.2), a string with half of a surrogate pair.
Result<QByteArray> canonicalJson(const QJsonValue &value);

/// The inverse: reads an object and demands that the text is its canonical form already, so that no byte of it can be
/// another. @param where names the document in errors. Errors: Corrupt.
Result<QJsonObject> parseCanonicalJson(const QByteArray &text, const QString &where);

} // namespace sealift
