#include "library/go_text.h"

#include <QChar>
#include <QTimeZone>

#include <algorithm>

namespace sealift {

namespace {

constexpr char32_t kInvalid = 0xffffffff;

struct Rune {
    char32_t value = kInvalid;
    qsizetype size = 1;
};

/// The first character of `text`, which is not empty; kInvalid of size 1 where its first byte begins none (RFC 3629: no
/// overlong forms, no surrogates, nothing above U+10FFFF).
Rune firstRune(QByteArrayView text)
{
    const auto byteAt = [text](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byteAt(0);
    if (lead < 0x80)
        return {lead, 1};
    const int size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < size)
        return {};
    char32_t value = lead & (0x7fU >> size);
    for (qsizetype i = 1; i < size; ++i) {
        if ((byteAt(i) & 0xc0) != 0x80)
            return {};
        value = value << 6 | (byteAt(i) & 0x3fU);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (overlong || (value >= 0xd800 && value < 0xe000) || value > 0x10ffff)
        return {};
    return {value, size};
}

void appendHex(QByteArray &out, quint32 value, int digits)
{
    out.append(QByteArray::number(value, 16).rightJustified(digits, '0'));
}

void appendUtf8(QByteArray &out, char32_t value)
{
    // Not by way of QString::fromUcs4(), which takes U+FEFF for a byte order mark and drops it.
    QString text;
    for (const auto unit : QChar::fromUcs4(value))
        text.append(unit);
    out.append(text.toUtf8());
}

/// Go's strconv.IsPrint: letters, marks, numbers, punctuation, symbols, and of the spaces only the ASCII one.
bool isPrintable(char32_t value)
{
    return value == U' ' || (QChar::isPrint(value) && !QChar::isSpace(value));
}

struct ShortEscape {
    char letter;
    char32_t value;
};
constexpr ShortEscape kShortEscapes[] = {{'a', 7}, {'b', 8},  {'f', 12},     {'n', 10},  {'r', 13},
                                         {'t', 9}, {'v', 11}, {'\\', U'\\'}, {'"', U'"'}};

void appendEscape(QByteArray &out, char32_t value)
{
    for (const auto &known : kShortEscapes) {
        if (known.value == value) {
            out.append('\\').append(known.letter);
            return;
        }
    }
    if (value < 0x20 || value == 0x7f) {
        out.append("\\x");
        appendHex(out, value, 2);
    } else if (value < 0x10000) {
        out.append("\\u");
        appendHex(out, value, 4);
    } else {
        out.append("\\U");
        appendHex(out, value, 8);
    }
}

Error badEscape(QByteArrayView text)
{
    return {ErrorCode::Corrupt, QStringLiteral("name \"%1\" is not quoted properly")
                                    .arg(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200))))};
}

/// Reads one escape behind its backslash; `pos` moves behind it.
bool takeEscape(QByteArrayView text, qsizetype &pos, QByteArray &out)
{
    if (pos >= text.size())
        return false;
    const char kind = text[pos++];
    for (const auto &known : kShortEscapes) {
        if (known.letter == kind) {
            appendUtf8(out, known.value);
            return true;
        }
    }
    const bool octal = kind >= '0' && kind <= '7';
    const int digits = octal ? 3 : kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    const auto begin = octal ? pos - 1 : pos;
    if (digits == 0 || begin + digits > text.size())
        return false;
    quint32 value = 0;
    for (const char c : text.sliced(begin, digits)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : 16;
        if (digit >= (octal ? 8 : 16))
            return false;
        value = value * (octal ? 8U : 16U) + static_cast<quint32>(digit);
    }
    pos = begin + digits;
    if (octal || kind == 'x') {
        // One byte, whatever it means.
        if (value > 255)
            return false;
        out.append(static_cast<char>(value));
        return true;
    }
    if (value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
        return false;
    appendUtf8(out, value);
    return true;
}

} // namespace

void appendGoJsonString(QByteArray &out, QByteArrayView utf8)
{
    out.append('"');
    while (!utf8.isEmpty()) {
        const auto rune = firstRune(utf8);
        switch (rune.value) {
        case U'"':
            out.append("\\\"");
            break;
        case U'\\':
            out.append("\\\\");
            break;
        case U'\n':
            out.append("\\n");
            break;
        case U'\r':
            out.append("\\r");
            break;
        case U'\t':
            out.append("\\t");
            break;
        case kInvalid:
            out.append("\\ufffd");
            break;
        default:
            if (rune.value < 0x20 || rune.value == U'<' || rune.value == U'>' || rune.value == U'&' ||
                rune.value == 0x2028 || rune.value == 0x2029) {
                out.append("\\u");
                appendHex(out, rune.value, 4);
            } else {
                out.append(utf8.first(rune.size));
            }
        }
        utf8 = utf8.sliced(rune.size);
    }
    out.append('"');
}

void appendGoJsonKey(QByteArray &out, QByteArrayView name)
{
    if (!out.endsWith('{'))
        out.append(',');
    out.append('"').append(name).append("\":");
}

QByteArray goQuoted(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const auto rune = firstRune(bytes);
        if (rune.value == kInvalid) {
            out.append("\\x");
            appendHex(out, static_cast<unsigned char>(bytes.front()), 2);
        } else if (rune.value != U'"' && rune.value != U'\\' && isPrintable(rune.value)) {
            out.append(bytes.first(rune.size));
        } else {
            appendEscape(out, rune.value);
        }
        bytes = bytes.sliced(rune.size);
    }
    return out;
}

Result<QByteArray> goUnquoted(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype pos = 0; pos < text.size();) {
        const char c = text[pos++];
        if (c == '"' || c == '\n')
            return fail(badEscape(text));
        if (c != '\\')
            out.append(c);
        else if (!takeEscape(text, pos, out))
            return fail(badEscape(text));
    }
    return out;
}

QByteArray goTime(const QDateTime &time)
{
    const auto utc = time.toUTC();
    auto text = utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
    if (const int msec = utc.time().msec(); msec != 0) {
        auto fraction = QByteArray::number(msec).rightJustified(3, '0');
        while (fraction.endsWith('0'))
            fraction.chop(1);
        text.append('.').append(fraction);
    }
    return text.append('Z');
}

} // namespace sealift
