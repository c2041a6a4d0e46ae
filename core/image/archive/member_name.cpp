#include "image/archive/member_name.h"

#include <QStringDecoder>
#include <QStringList>

namespace sealift {

namespace {

constexpr qsizetype kShown = 120;
constexpr qsizetype kLongest = 4096;

Error unsafe(const QString &archive, const QString &name, const QString &why)
{
    return Error(ErrorCode::Unsafe,
                 QStringLiteral("%1: the name of member \"%2\" %3").arg(archive, name.left(kShown), why),
                 QStringLiteral("Nobody makes such an archive by accident: do not trust its source."))
        .with(QStringLiteral("file"), archive)
        .with(QStringLiteral("member"), name.left(kShown));
}

QString decoded(const QByteArray &raw)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString name = utf8.decode(raw);
    return utf8.hasError() ? QString::fromLatin1(raw) : name;
}

} // namespace

Result<QString> safeMemberName(const QByteArray &raw, const QString &archive)
{
    const auto name = decoded(raw);
    for (const auto letter : name) {
        if (letter.category() == QChar::Other_Control)
            return fail(unsafe(archive, QString(name).replace(letter, QLatin1Char('?')),
                               QStringLiteral("has a control character")));
    }
    if (raw.size() > kLongest)
        return fail(unsafe(archive, name, QStringLiteral("is longer than %1 bytes").arg(kLongest)));
    if (name.startsWith(QLatin1Char('/')))
        return fail(unsafe(archive, name, QStringLiteral("is an absolute path")));
    if (name.contains(QLatin1Char('\\')) || (name.size() > 1 && name[1] == QLatin1Char(':')))
        return fail(unsafe(archive, name, QStringLiteral("is a path of another system")));
    QStringList parts;
    for (const auto &part : name.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (part == QLatin1String(".."))
            return fail(unsafe(archive, name, QStringLiteral("leads out of the archive")));
        if (part != QLatin1String("."))
            parts.append(part);
    }
    if (parts.isEmpty() && name != QLatin1String(".") && name != QLatin1String("./"))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: a member has no name").arg(archive))
                        .with(QStringLiteral("file"), archive));
    return parts.join(QLatin1Char('/'));
}

} // namespace sealift
