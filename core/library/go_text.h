#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

namespace sealift {

/// restic's documents are written by Go, and a tree must come out the same, byte by byte, from every program that
/// writes it (restic's doc/design.rst, "Trees and Data"). These are the pieces of Go's text formats that this takes.

/// Appends a JSON string, quotes included, as Go's encoding/json does: with `<`, `>`, `&`, U+2028 and U+2029 escaped,
/// and U+FFFD in the place of bytes that are not UTF-8.
void appendGoJsonString(QByteArray &out, QByteArrayView utf8);

/// Appends `"name":`, after a comma unless it follows an opening brace.
void appendGoJsonKey(QByteArray &out, QByteArrayView name);

/// A text as Go's strconv.Quote has it, without the quotes: backslash, quote, control and other non-printable
/// characters, and bytes that are not UTF-8, are escaped. How the names of nodes are stored. What counts as printable
/// is up to Qt's version of Unicode; every escape is understood either way.
QByteArray goQuoted(QByteArrayView bytes);

/// The way back (strconv.Unquote). Errors: Corrupt, for an escape that Go does not know, or a bare quote or line break.
Result<QByteArray> goUnquoted(QByteArrayView text);

/// A time as Go writes it into JSON (RFC 3339, no trailing zeros in the fraction), in UTC.
QByteArray goTime(const QDateTime &time);

} // namespace sealift
