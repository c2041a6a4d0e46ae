#include "image/ovf/safe_xml.h"

namespace sealift {

SafeXml::SafeXml(const QByteArray &bytes, QString where)
    : m_reader(bytes)
    , m_where(std::move(where))
{
}

Error SafeXml::corrupt(const QString &what) const
{
    return Error(ErrorCode::Corrupt,
                 QStringLiteral("%1, line %2: %3").arg(m_where).arg(m_reader.lineNumber()).arg(what))
        .with(QStringLiteral("file"), m_where);
}

Status SafeXml::next()
{
    m_reader.readNext();
    if (m_reader.hasError())
        return fail(corrupt(m_reader.errorString()));
    if (m_reader.isDTD() || m_reader.isEntityReference())
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1, line %2: a document type, or an entity, which no such document has")
                              .arg(m_where)
                              .arg(m_reader.lineNumber()),
                          QStringLiteral("Do not trust its source.")));
    if (m_reader.isStartElement()) {
        ++m_depth;
        ++m_elements;
        if (m_depth > kMostNesting || m_elements > kMostElements)
            return fail(Error(ErrorCode::LimitExceeded,
                              QStringLiteral("%1 has more than %2 elements, or more than %3 inside one another")
                                  .arg(m_where)
                                  .arg(kMostElements)
                                  .arg(kMostNesting)));
    } else if (m_reader.isEndElement()) {
        --m_depth;
    }
    return {};
}

Status SafeXml::begin()
{
    while (!m_reader.isStartElement()) {
        SEALIFT_TRY(next());
        if (m_reader.atEnd())
            return fail(corrupt(QStringLiteral("there is no element")));
    }
    return {};
}

Result<bool> SafeXml::child()
{
    for (;;) {
        SEALIFT_TRY(next());
        if (m_reader.isStartElement())
            return true;
        if (m_reader.isEndElement() || m_reader.atEnd())
            return false;
    }
}

Status SafeXml::skip()
{
    const auto outside = m_depth - 1;
    while (m_depth > outside)
        SEALIFT_TRY(next());
    return {};
}

Result<QString> SafeXml::text()
{
    const auto outside = m_depth - 1;
    QString text;
    while (m_depth > outside) {
        SEALIFT_TRY(next());
        if (m_reader.isCharacters() && m_depth == outside + 1)
            text += m_reader.text();
    }
    return text.trimmed();
}

std::optional<QString> SafeXml::attribute(const QString &name) const
{
    const auto attributes = m_reader.attributes();
    for (const auto &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return std::nullopt;
}

} // namespace sealift
