#include "aws/ini_file.h"

#include <QStringDecoder>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kMaxFields = 10'000;
constexpr char kDefaults[] = "DEFAULT";

QByteArrayView trimmed(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text = text.chopped(1);
    return text;
}

qsizetype indentOf(QByteArrayView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && (line[indent] == ' ' || (line[indent] >= '\t' && line[indent] <= '\r')))
        ++indent;
    return indent;
}

/// Reads line after line; what is not finished yet (a value that may go on) waits in the section.
class IniParser
{
public:
    explicit IniParser(const QString &file)
        : m_file(file)
    {
    }

    Status take(QByteArrayView line);
    Result<std::vector<IniSection>> finish();

private:
    Error wrong(const QString &what) const { return wrong(what, m_line); }
    Error wrong(const QString &what, int line) const
    {
        return {ErrorCode::Corrupt, QStringLiteral("%1, line %2: %3").arg(m_file, QString::number(line), what),
                QStringLiteral("Correct that line.")};
    }

    Status count();
    Status takeHeader(QByteArrayView text);
    Status takeField(QByteArrayView text);
    Status takeMore(QByteArrayView text);
    Result<QString> decoded(QByteArrayView text) const;
    Status finishField(IniField &field) const;

    const QString m_file;
    int m_line = 0;
    int m_count = 0; // of sections and fields
    qsizetype m_indent = 0;
    std::vector<IniSection> m_sections;
    IniSection m_defaults;
    IniSection *m_section = nullptr;
    IniField *m_field = nullptr;
    bool m_isSecret = false;
};

Result<QString> IniParser::decoded(QByteArrayView text) const
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder(text);
    if (decoder.hasError() || result.contains(QChar::Null))
        return fail(wrong(QStringLiteral("this is no UTF-8 text")));
    return result;
}

Status IniParser::take(QByteArrayView line)
{
    ++m_line;
    const auto text = trimmed(line);
    if (text.startsWith('#') || text.startsWith(';'))
        return {};
    if (text.isEmpty()) {
        // It belongs to a value that goes on after it, and is cut off where none does.
        if (m_field != nullptr && !m_isSecret)
            m_field->text += QLatin1Char('\n');
        return {};
    }
    const auto indent = indentOf(line);
    if (m_field != nullptr && indent > m_indent)
        return takeMore(text);
    m_indent = indent;
    if (text.startsWith('[') && text.lastIndexOf(']') > 1)
        return takeHeader(text.sliced(1, text.lastIndexOf(']') - 1));
    return takeField(text);
}

Status IniParser::count()
{
    if (++m_count <= kMaxFields)
        return {};
    return fail(Error(ErrorCode::LimitExceeded,
                      QStringLiteral("%1 has more than %2 sections and fields").arg(m_file).arg(kMaxFields),
                      QStringLiteral("Check whether this is the file that you meant.")));
}

Status IniParser::takeHeader(QByteArrayView text)
{
    m_field = nullptr;
    SEALIFT_TRY(count());
    SEALIFT_ASSIGN(const auto name, decoded(text));
    if (name == QLatin1String(kDefaults)) {
        m_section = &m_defaults;
        return {};
    }
    for (const auto &section : m_sections) {
        if (section.name == name)
            return fail(wrong(QStringLiteral("the section is there already, in line %1").arg(section.line)));
    }
    m_sections.push_back({name, m_line, {}});
    m_section = &m_sections.back();
    return {};
}

Status IniParser::takeField(QByteArrayView text)
{
    if (m_section == nullptr)
        return fail(wrong(QStringLiteral("a section must begin before the first field")));
    qsizetype delimiter = 0;
    while (delimiter < text.size() && text[delimiter] != '=' && text[delimiter] != ':')
        ++delimiter;
    if (delimiter == text.size())
        return fail(wrong(QStringLiteral("this is neither a section nor a field with a value")));
    if (delimiter == 0)
        return fail(wrong(QStringLiteral("the field has no name")));
    SEALIFT_TRY(count());
    SEALIFT_ASSIGN(const auto name, decoded(trimmed(text.first(delimiter))));
    const auto value = trimmed(text.sliced(delimiter + 1));
    const auto [place, isNew] = m_section->fields.try_emplace(name.toLower());
    if (!isNew)
        return fail(wrong(QStringLiteral("the field is in this section already, in line %1").arg(place->second.line)));
    m_field = &place->second;
    m_field->file = m_file;
    m_field->line = m_line;
    m_isSecret = isSecretField(place->first);
    if (m_isSecret) {
        m_field->secret = QCA::SecureArray(static_cast<int>(value.size()));
        std::copy(value.begin(), value.end(), m_field->secret.data());
        return {};
    }
    SEALIFT_ASSIGN(m_field->text, decoded(value));
    return {};
}

Status IniParser::takeMore(QByteArrayView text)
{
    if (m_isSecret)
        return fail(wrong(QStringLiteral("the field before must be on one line; this one is indented like a part of "
                                         "it")));
    SEALIFT_ASSIGN(const auto more, decoded(text));
    m_field->text += QLatin1Char('\n') + more;
    return {};
}

/// The line breaks at the end go; a value that begins with one holds fields of its own.
Status IniParser::finishField(IniField &field) const
{
    while (!field.text.isEmpty() && field.text.back().isSpace())
        field.text.chop(1);
    if (!field.text.startsWith(QLatin1Char('\n')))
        return {};
    int line = field.line;
    const auto lines = field.text.mid(1).split(QLatin1Char('\n'));
    for (const auto &text : lines) {
        ++line;
        const auto part = text.trimmed();
        if (part.isEmpty())
            continue;
        const auto equals = part.indexOf(QLatin1Char('='));
        if (equals < 0)
            return fail(wrong(QStringLiteral("the value begins on its next line, so it must hold fields"), field.line));
        field.nested.insert_or_assign(part.left(equals).trimmed(), part.mid(equals + 1).trimmed());
    }
    field.text.clear();
    return {};
}

Result<std::vector<IniSection>> IniParser::finish()
{
    for (auto &[name, field] : m_defaults.fields)
        SEALIFT_TRY(finishField(field));
    for (auto &section : m_sections) {
        for (auto &[name, field] : section.fields)
            SEALIFT_TRY(finishField(field));
        section.fields.insert(m_defaults.fields.begin(), m_defaults.fields.end());
    }
    return std::move(m_sections);
}

} // namespace

QString IniField::place() const
{
    return QStringLiteral("%1, line %2").arg(file).arg(line);
}

bool isSecretField(const QString &name)
{
    return name == QLatin1String("aws_secret_access_key") || name == QLatin1String("aws_session_token") ||
           name == QLatin1String("aws_security_token");
}

Result<std::vector<IniSection>> parseIni(ByteView text, const QString &file)
{
    QByteArrayView rest(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size()));
    if (rest.startsWith("\xef\xbb\xbf")) // as editors on Windows begin a file
        rest = rest.sliced(3);
    IniParser parser(file);
    while (!rest.isEmpty()) {
        qsizetype end = 0;
        while (end < rest.size() && rest[end] != '\n' && rest[end] != '\r')
            ++end;
        SEALIFT_TRY(parser.take(rest.first(end)));
        const bool pair = rest.sliced(end).startsWith("\r\n");
        rest = rest.sliced(std::min(rest.size(), end + (pair ? 2 : 1)));
    }
    return parser.finish();
}

} // namespace sealift
