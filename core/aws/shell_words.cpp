#include "aws/shell_words.h"

namespace sealift {

namespace {

bool isBlank(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\t') || c == QLatin1Char('\r') || c == QLatin1Char('\n');
}

tl::unexpected<Error> unfinished(const QString &what)
{
    return fail(Error(ErrorCode::InvalidArgument, what, QStringLiteral("Quote words with blanks: \"like this\".")));
}

} // namespace

Result<QStringList> splitShellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = line[i];
        if (quote.isNull() && isBlank(c)) {
            if (inWord)
                words.append(std::exchange(word, {}));
            inWord = false;
            continue;
        }
        inWord = true;
        if (c == QLatin1Char('\\') && quote != QLatin1Char('\'')) {
            if (++i == line.size())
                return unfinished(QStringLiteral("a backslash at the end quotes nothing"));
            // Between double quotes a backslash is one unless it stands before a quote or another backslash.
            if (!quote.isNull() && line[i] != QLatin1Char('"') && line[i] != QLatin1Char('\\'))
                word += c;
            word += line[i];
        } else if (quote.isNull() && (c == QLatin1Char('"') || c == QLatin1Char('\''))) {
            quote = c;
        } else if (!quote.isNull() && c == quote) {
            quote = {};
        } else {
            word += c;
        }
    }
    if (!quote.isNull())
        return unfinished(QStringLiteral("a quotation has no end"));
    if (inWord)
        words.append(word);
    return words;
}

} // namespace sealift
