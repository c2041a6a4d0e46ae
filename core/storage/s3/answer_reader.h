#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace sealift {

/// Walks what S3 answers in XML, element by element in order: each with its path below the root ("Contents/Key") and
/// its text, as it ends. Document types are refused, and entities that grow. For one thread.
class AnswerReader
{
public:
    explicit AnswerReader(const QByteArray &xml);

    /// The root's name; empty where there is none.
    QString root();

    /// OK where the root has that name. Errors: Corrupt.
    Status expectRoot(const QString &name);

    /// Goes on to the end of the next element; false at the end of the document or where it is broken.
    bool next();

    /// OK where all was read and well-formed. Errors: Corrupt.
    Status finish() const;

    QString path;
    QString text;

private:
    QXmlStreamReader m_xml;
    QStringList m_path;
    QString m_text;
};

/// An answer that is not what it should be: Corrupt.
Error answerNotUnderstood(const QString &what);

} // namespace sealift
