#include "ec2/xml_elements.h"

#include <QXmlStreamReader>

namespace sealift {

namespace {

constexpr qsizetype kDeepest = 16;

} // namespace

bool eachElement(const QByteArray &xml, const QString &root,
                 const std::function<void(const QString &path, const QString &text)> &each)
{
    QXmlStreamReader reader(xml);
    reader.setEntityExpansionLimit(16);
    QStringList path;
    QString text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return false;
        case QXmlStreamReader::StartElement:
            path.append(reader.name().toString());
            if (path.size() > kDeepest || path.first() != root)
                return false;
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (path.size() > 1)
                each(path.mid(1).join(QLatin1Char('/')), text);
            text.clear();
            path.removeLast();
            break;
        default:
            break;
        }
    }
    return !reader.hasError();
}

Error wrongAnswer(const QString &action)
{
    return {ErrorCode::Corrupt, QStringLiteral("the answer to %1 is not what it should be").arg(action),
            QStringLiteral("Check that the endpoint is one of Amazon EC2.")};
}

} // namespace sealift
