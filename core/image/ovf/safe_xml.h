#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

#include <optional>

namespace sealift {

/// An XML document from elsewhere, element by element: no document type (hence no entities of its own), bounded nesting
/// and number of elements. Goes through children of the element it is in; what is not asked for is skipped.
class SafeXml
{
public:
    static constexpr int kMostNesting = 64;
    static constexpr int kMostElements = 200'000;

    /// @param bytes must outlive the object. @param where names the document in errors.
    SafeXml(const QByteArray &bytes, QString where);

    /// Goes to the document's root element. Errors: Corrupt, Unsafe (a document type).
    Status begin();

    /// Goes to the next child of the current element, which becomes the current one; false at the current element's
    /// end, which is left by that. After true, either go through its children until false, or skip() or text() it.
    Result<bool> child();
    /// Leaves the current element with all that is in it.
    Status skip();
    /// The text of the current element, which has no children that count; leaves it.
    Result<QString> text();

    /// Of the current element.
    QString name() const { return m_reader.name().toString(); }
    QString space() const { return m_reader.namespaceUri().toString(); }
    /// The attribute with that local name, whatever its namespace; nothing where there is none.
    std::optional<QString> attribute(const QString &name) const;

    Error corrupt(const QString &what) const;

private:
    Status next();

    QXmlStreamReader m_reader;
    QString m_where;
    int m_depth = 0;
    int m_elements = 0;
};

} // namespace sealift
