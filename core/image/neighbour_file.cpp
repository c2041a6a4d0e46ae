#include "image/neighbour_file.h"

#include "image/fields.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace sealift {

namespace {

constexpr qsizetype kLongestName = 1023;

/// A name without any path or scheme; empty where it is none.
QByteArray plainName(const QByteArray &written, const QString &folder)
{
    const auto prefix = QFile::encodeName(folder) + '/';
    auto name = written.startsWith(prefix) ? written.mid(prefix.size()) : written;
    if (name.startsWith("./"))
        name = name.mid(2);
    // "json:", "nbd:", "fat:"... before the first colon would be a protocol to QEMU.
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.\\-]*:"));
    const bool hasControl = std::any_of(name.begin(), name.end(), [](char character) {
        const auto code = static_cast<unsigned char>(character);
        return code < 0x20 || code == 0x7f;
    });
    const bool isPlain = !name.isEmpty() && name != "." && name != ".." && !name.contains('/') &&
                         !name.contains('\\') && !hasControl && name.size() <= kLongestName &&
                         !scheme.match(QString::fromLatin1(name)).hasMatch();
    return isPlain ? name : QByteArray();
}

} // namespace

Result<std::unique_ptr<LocalFile>> openNeighbour(const DiskFile &image, const QByteArray &name, const QString &role,
                                                 const QString &format)
{
    const FormatFault fault(image, format);
    if (!image.hasNeighbours())
        return fail(fault.unsupported(role, QStringLiteral("the disk is in several files of an archive"),
                                      QStringLiteral("Unpack the archive, and import the folder's files.")));
    const auto folder = QFileInfo(image.path()).path();
    const auto plain = plainName(name, folder);
    if (plain.isEmpty())
        return fail(fault.unsafe(role,
                                 QStringLiteral("\"%1\" is not the plain name of a file in the same folder")
                                     .arg(printableText(viewOf(name.left(kLongestName)))),
                                 flattenRemedy(format)));
    const QString path = folder + QLatin1Char('/') + QFile::decodeName(plain);
    const auto real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1 (%2): its %3 %4 is missing").arg(image.path(), format, role, path),
                          QStringLiteral("Put all files of the disk into one folder, under their own names."))
                        .with(QStringLiteral("file"), path));
    const auto prefix = folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/');
    if (!real.startsWith(prefix))
        return fail(fault.unsafe(role, QStringLiteral("%1 is a link out of the image's folder").arg(path),
                                 QStringLiteral("Put the file itself beside the image.")));
    SEALIFT_ASSIGN(auto file, LocalFile::open(real));
    if (file->identity().blockDevice)
        return fail(fault.unsafe(role, QStringLiteral("%1 is a device").arg(path),
                                 QStringLiteral("Copy the device into an image first.")));
    return file;
}

} // namespace sealift
