#include "ui/support/pseudo_locale.h"

#include <QHash>

namespace sealift::test {

namespace {

QChar accented(QChar letter)
{
    static const QHash<QChar, QChar> accents{{u'a', u'å'}, {u'e', u'é'}, {u'i', u'ï'}, {u'o', u'ö'}, {u'u', u'ü'},
                                             {u'A', u'Å'}, {u'E', u'É'}, {u'I', u'Ï'}, {u'O', u'Ö'}, {u'U', u'Ü'}};
    return accents.value(letter, letter);
}

} // namespace

QString PseudoLocale::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's own texts have translations of their own.
    if (QLatin1String(context).startsWith(u'Q'))
        return {};
    const auto text = QString::fromUtf8(source);
    if (text.contains(u'<') || text.trimmed().size() < 2)
        return text;
    QString pseudo;
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Places for values and marks for the keyboard stay what they are.
        const bool isMark = i > 0 && (text[i - 1] == u'%' || text[i - 1] == u'&');
        pseudo += isMark ? text[i] : accented(text[i]);
    }
    // Words, so that what wraps still can.
    const auto longer = QStringLiteral(" ~~~~").repeated(static_cast<int>(text.size() / 15) + 1);
    return text.startsWith(u' ') ? pseudo : u'[' + pseudo + longer + u']';
}

} // namespace sealift::test
