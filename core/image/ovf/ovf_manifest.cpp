#include "image/ovf/ovf_manifest.h"

#include <QRegularExpression>
#include <QSet>

namespace sealift {

namespace {

constexpr int kShownLine = 80;

} // namespace

Result<QList<ManifestEntry>> parseManifest(const QByteArray &text, const QString &where)
{
    if (text.size() > kMaxManifest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 has %2 bytes; manifests over %3 are not read")
                                                        .arg(where)
                                                        .arg(text.size())
                                                        .arg(kMaxManifest)));
    static const QRegularExpression form(
        QStringLiteral("^([A-Za-z0-9-]{3,10}) *\\((.{1,1000})\\) *= *([0-9A-Fa-f]+)$"));
    QList<ManifestEntry> manifest;
    QSet<QString> files;
    int number = 0;
    for (const auto &line : text.split('\n')) {
        ++number;
        const auto plain = QString::fromUtf8(line).trimmed();
        if (plain.isEmpty())
            continue;
        const auto match = form.match(plain);
        const auto kind = digestKindFromName(match.captured(1));
        ManifestEntry entry;
        entry.file = match.captured(2).trimmed();
        if (entry.file.startsWith(QLatin1String("./")))
            entry.file.remove(0, 2);
        entry.digest = QByteArray::fromHex(match.captured(3).toLatin1());
        if (!match.hasMatch() || !kind || match.captured(3).size() != 2 * digestSize(*kind))
            return fail(Error(ErrorCode::Corrupt,
                              QStringLiteral("%1, line %2: no line of a manifest: \"%3\"")
                                  .arg(where)
                                  .arg(number)
                                  .arg(plain.left(kShownLine)),
                              QStringLiteral("Copy or download the package again."))
                            .with(QStringLiteral("file"), where));
        entry.kind = *kind;
        if (files.contains(entry.file))
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: %2 is there twice").arg(where, entry.file)));
        files.insert(entry.file);
        manifest.append(entry);
    }
    return manifest;
}

const ManifestEntry *manifestEntryOf(const QList<ManifestEntry> &manifest, const QString &file)
{
    for (const auto &entry : manifest) {
        if (entry.file == file)
            return &entry;
    }
    return nullptr;
}

Status compareDigest(const ManifestEntry &entry, const QByteArray &digest, const QString &package)
{
    if (digest == entry.digest)
        return {};
    if (digest.isEmpty())
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 is not available here").arg(digestKindName(entry.kind)),
                          QStringLiteral("A policy of this system forbids it.")));
    return fail(Error(ErrorCode::Corrupt,
                      QStringLiteral("%1: %2 is not what the manifest says: its %3 is %4, not %5")
                          .arg(package, entry.file, digestKindName(entry.kind), QString::fromLatin1(digest.toHex()),
                               QString::fromLatin1(entry.digest.toHex())),
                      QStringLiteral("Copy or download the package again. If the file was changed on purpose, make the "
                                     "manifest anew, or delete it."))
                    .with(QStringLiteral("file"), entry.file));
}

} // namespace sealift
