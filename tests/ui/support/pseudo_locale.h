#pragma once

#include <QTranslator>

namespace sealift::test {

/// A language that nobody speaks: Sealift's own English with accents and a third longer, in brackets, as translations
/// tend to be. What is cut off in it would be cut off in some language; what has no brackets is not translated.
class PseudoLocale : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int number) const override;
};

} // namespace sealift::test
