#pragma once

#include <QList>
#include <QString>

namespace sealift::test {

/// A text with a secret in it, and where.
struct TextWithSecret {
    QString kind; ///< of the secret ("github-token")
    QString text;
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// Names, tags and descriptions that people gave a secret to: `each` of every kind, in changing surroundings. The same
/// seed gives the same texts on every machine.
QList<TextWithSecret> textsWithSecrets(quint32 seed, int each);

/// Names of images as they are in the wild, with versions, dates, hashes, UUIDs, build numbers; no secret, nobody's
/// data.
QList<QString> ordinaryNames(quint32 seed, int count);

} // namespace sealift::test
