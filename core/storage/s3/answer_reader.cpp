#include "storage/s3/answer_reader.h"

namespace sealift {

AnswerReader::AnswerReader(const QByteArray &xml)
    : m_xml(xml)
{
    m_xml.setEntityExpansionLimit(16);
}

QString AnswerReader::root()
{
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD)
            break;
        if (token == QXmlStreamReader::StartElement)
            return m_xml.name().toString();
    }
    return {};
}

Status AnswerReader::expectRoot(const QString &name)
{
    if (root() != name)
        return fail(answerNotUnderstood(QStringLiteral("no %1").arg(name)));
    return {};
}

bool AnswerReader::next()
{
    while (!m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            m_xml.raiseError(QStringLiteral("document type"));
            break;
        case QXmlStreamReader::StartElement:
            m_path.append(m_xml.name().toString());
            m_text.clear();
            break;
        case QXmlStreamReader::Characters:
            m_text += m_xml.text();
            break;
        case QXmlStreamReader::EndElement:
            if (m_path.isEmpty())
                return false;
            path = m_path.join(QLatin1Char('/'));
            text = m_text;
            m_text.clear();
            m_path.removeLast();
            return true;
        default:
            break;
        }
    }
    return false;
}

Status AnswerReader::finish() const
{
    if (m_xml.hasError())
        return fail(answerNotUnderstood(QStringLiteral("broken XML")));
    return {};
}

Error answerNotUnderstood(const QString &what)
{
    return {ErrorCode::Corrupt, QStringLiteral("the service's answer is not what it should be: %1").arg(what),
            QStringLiteral("Check that the location is that of an S3-compatible service.")};
}

} // namespace sealift
