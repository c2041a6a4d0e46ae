#include "e2e/support/secret_search.h"

#include "base/bytes.h"
#include "base/file_descriptor.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

#include <fcntl.h>
#include <unistd.h>

namespace sealift::test {

namespace {

constexpr qint64 kPiece = 4 << 20;
/// Longer than any form of a secret.
constexpr qsizetype kOverlap = 256;

struct Mapping {
    quint64 begin = 0;
    quint64 end = 0;
    QString name;
    bool isReadable = false;
    bool isLocked = false;
};

/// proc(5), "smaps": a head line, then lines with a name each; "VmFlags" has "lo" for locked pages.
QList<Mapping> mappingsOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/smaps").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression head(
        QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) ([r-])[w-][x-][ps] [0-9a-f]+ [0-9a-f:]+ [0-9]+ *(.*)$"));
    QList<Mapping> mappings;
    for (const auto &line : file.readAll().split('\n')) {
        const auto text = QString::fromLocal8Bit(line);
        if (const auto match = head.match(text); match.hasMatch())
            mappings.append({match.captured(1).toULongLong(nullptr, 16), match.captured(2).toULongLong(nullptr, 16),
                             match.captured(4), match.captured(3) == QStringLiteral("r"), false});
        else if (line.startsWith("VmFlags:") && !mappings.isEmpty())
            mappings.last().isLocked = line.contains(" lo");
    }
    return mappings;
}

/// Piece by piece, each beginning with the end of the one before. @param each gets the bytes and the mapping.
void forEachPiece(qint64 pid, const std::function<void(const QByteArray &, const Mapping &)> &each)
{
    const FileDescriptor memory(
        ::open(QStringLiteral("/proc/%1/mem").arg(pid).toLatin1().constData(), O_RDONLY | O_CLOEXEC));
    if (!memory)
        return;
    for (const auto &mapping : mappingsOf(pid)) {
        if (!mapping.isReadable)
            continue;
        QByteArray before;
        for (auto at = mapping.begin; at < mapping.end; at += static_cast<quint64>(kPiece)) {
            QByteArray piece(static_cast<qsizetype>(std::min<quint64>(kPiece, mapping.end - at)), Qt::Uninitialized);
            const auto got =
                ::pread(memory.get(), piece.data(), static_cast<std::size_t>(piece.size()), static_cast<off_t>(at));
            if (got <= 0)
                break;
            piece.truncate(got);
            each(before + piece, mapping);
            before = piece.right(kOverlap);
        }
    }
}

} // namespace

QList<QByteArray> formsOf(const QByteArray &secret)
{
    QList<QByteArray> forms{secret, secret.toHex(), secret.toHex().toUpper()};
    // The first and the last letters of base64 depend on what stands beside.
    for (int lead = 0; lead < 3; ++lead) {
        const auto text = (QByteArray(lead, 'x') + secret).toBase64(QByteArray::OmitTrailingEquals);
        forms.append(text.mid(lead == 0 ? 0 : 4).chopped(2));
    }
    QByteArray wide;
    for (const char byte : secret) {
        wide += byte;
        wide += '\0';
    }
    forms.append(wide);
    return forms;
}

QStringList secretsIn(const QByteArray &bytes, const QList<PlantedSecret> &secrets, const QString &where)
{
    QStringList found;
    for (const auto &secret : secrets) {
        const auto forms = formsOf(secret.bytes);
        if (std::any_of(forms.begin(), forms.end(), [&bytes](const QByteArray &form) { return bytes.contains(form); }))
            found.append(QStringLiteral("%1 in %2").arg(secret.name, where));
    }
    return found;
}

QStringList secretsBelow(const QStringList &folders, const QList<PlantedSecret> &secrets, const QStringList &spared)
{
    QStringList found;
    for (const auto &folder : folders) {
        for (QDirIterator i(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                            QDirIterator::Subdirectories);
             i.hasNext();) {
            const auto path = i.next();
            if (std::any_of(spared.begin(), spared.end(),
                            [&path](const QString &one) { return path == one || path.startsWith(one + u'/'); }))
                continue;
            found += secretsIn(QFile::encodeName(path), secrets, QStringLiteral("the name of ") + path);
            QFile file(path);
            if (!i.fileInfo().isFile() || !file.open(QIODevice::ReadOnly))
                continue; // a socket
            QByteArray before;
            for (auto piece = file.read(kPiece); !piece.isEmpty(); piece = file.read(kPiece)) {
                // A scratch volume is mostly a hole.
                if (!isAllZero(viewOf(piece)))
                    found += secretsIn(before + piece, secrets, path);
                before = piece.right(kOverlap);
            }
        }
    }
    found.removeDuplicates();
    return found;
}

QStringList secretsInSwappableMemory(qint64 pid, const QList<PlantedSecret> &secrets, qint64 &looked)
{
    QStringList found;
    looked = 0;
    forEachPiece(pid, [&](const QByteArray &bytes, const Mapping &mapping) {
        looked += bytes.size();
        if (!mapping.isLocked)
            found += secretsIn(bytes, secrets,
                               QStringLiteral("memory at %1 (%2)").arg(mapping.begin, 0, 16).arg(mapping.name));
    });
    found.removeDuplicates();
    return found;
}

int countInLockedMemory(qint64 pid, const QByteArray &secret)
{
    int count = 0;
    forEachPiece(pid, [&](const QByteArray &bytes, const Mapping &mapping) {
        count += mapping.isLocked && bytes.contains(secret) ? 1 : 0;
    });
    return count;
}

} // namespace sealift::test
