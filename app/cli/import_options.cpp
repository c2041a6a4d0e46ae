#include "cli/import_options.h"

#include "cli/size_option.h"
#include "task/remote_settings.h"

#include <QFileInfo>

namespace sealift {

namespace {

const auto kName = QStringLiteral("name");
const auto kTag = QStringLiteral("tag");
const auto kCompression = QStringLiteral("compression");
const auto kPackSize = QStringLiteral("pack-size");
const auto kAllowUnsandboxed = QStringLiteral("allow-unsandboxed");
const auto kMaxUnpacked = QStringLiteral("max-unpacked");
const auto kDetach = QStringLiteral("detach");
const auto kFollowParents = QStringLiteral("follow-parents");

Result<Compression> compressionOf(const QString &text)
{
    if (const auto compression = compressionFromName(text))
        return *compression;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--compression cannot be \"%1\"").arg(text),
                      QStringLiteral("It can be auto, off or max.")));
}

Result<qint64> packSizeOf(const QString &text)
{
    // The bounds that restic sets.
    constexpr int kSmallest = 4;
    constexpr int kLargest = 128;
    bool isNumber = false;
    const int mebibytes = text.toInt(&isNumber);
    if (!isNumber || mebibytes < kSmallest || mebibytes > kLargest)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--pack-size cannot be \"%1\"").arg(text),
                          QStringLiteral("It is a number of MiB from %1 to %2.").arg(kSmallest).arg(kLargest)));
    return static_cast<qint64>(mebibytes) << 20;
}

} // namespace

QList<QCommandLineOption> importOptions()
{
    QCommandLineOption compression(kCompression, QStringLiteral("auto (default), off or max."), QStringLiteral("MODE"),
                                   QStringLiteral("auto"));
    QCommandLineOption packSize(kPackSize,
                                QStringLiteral("Size of the library's pack files in MiB, from 4 to 128; default 16."),
                                QStringLiteral("MIB"), QStringLiteral("16"));
    return {
        QCommandLineOption(
            QStringList{QStringLiteral("n"), kName},
            QStringLiteral("The image's name in the library, or at EC2. Without it: the file's name without "
                           "its last suffix."),
            QStringLiteral("NAME")),
        QCommandLineOption(QStringList{QStringLiteral("t"), kTag},
                           QStringLiteral("A tag to find the image by; may be given several times. For "
                                          "EC2 it looks like KEY=VALUE."),
                           QStringLiteral("TAG")),
        compression,
        packSize,
        QCommandLineOption(kAllowUnsandboxed,
                           QStringLiteral("Open images without bubblewrap where it is missing or cannot work: a "
                                          "malicious image then has your rights, should QEMU have a flaw.")),
        QCommandLineOption(
            kFollowParents,
            QStringLiteral("Read an image that is only the difference to another one - a qcow2 with a backing "
                           "file, a snapshot of VMware's - together with that one, if it lies in the same "
                           "folder. QEMU reads no such images of Hyper-V and VirtualBox: merge those there.")),
        QCommandLineOption(
            kMaxUnpacked,
            QStringLiteral("The most that may come out of a compressed file, like 2TiB; without it 16 TiB, "
                           "and what looks like a decompression bomb is refused."),
            QStringLiteral("SIZE")),
        QCommandLineOption(kDetach, QStringLiteral("Only queue the import and leave it to a process of its own: see "
                                                   "\"sealift tasks\". Needs a password file."))};
}

QStringList importOptionsOfFiles()
{
    return {kAllowUnsandboxed, kMaxUnpacked, kFollowParents};
}

Result<ImportRequest> importRequest(const QCommandLineParser &arguments)
{
    ImportRequest request;
    request.name = arguments.value(kName);
    request.tags = arguments.values(kTag);
    if (arguments.isSet(kName) && request.name.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the image's name is empty")));
    if (arguments.isSet(kName) && arguments.positionalArguments().size() > 1)
        return fail(
            Error(ErrorCode::InvalidArgument, QStringLiteral("--name names one image, and there are several"),
                  QStringLiteral("Import them one by one, or leave the name out: each is then named after its file.")));
    for (const auto &tag : request.tags) {
        // restic takes a comma for the end of a tag.
        if (tag.isEmpty() || tag.contains(QLatin1Char(',')))
            return fail(Error(
                ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a tag").arg(tag),
                QStringLiteral("A tag is not empty and has no comma; for several tags give --tag several times.")));
    }
    SEALIFT_ASSIGN(request.compression, compressionOf(arguments.value(kCompression)));
    SEALIFT_ASSIGN(request.packSize, packSizeOf(arguments.value(kPackSize)));
    return request;
}

QList<NamedText> keptImportTexts(const QCommandLineParser &arguments)
{
    QList<NamedText> texts;
    if (arguments.isSet(kName))
        texts.append({QStringLiteral("--name"), arguments.value(kName)});
    for (const auto &tag : arguments.values(kTag))
        texts.append({QStringLiteral("--tag"), tag});
    if (const auto description = arguments.value(QStringLiteral("description")); !description.isEmpty())
        texts.append({QStringLiteral("--description"), description});
    for (const auto &path : arguments.positionalArguments()) {
        const bool isFile = !arguments.isSet(QStringLiteral("from")) && !isRemoteImage(path);
        texts.append({QStringLiteral("IMAGE"), isFile ? QFileInfo(path).absoluteFilePath() : path,
                      isFile ? TextKind::Path : TextKind::Plain});
    }
    return texts;
}

Result<OpeningChoices> openingChoices(const QCommandLineParser &arguments)
{
    OpeningChoices choices;
    choices.allowUnsandboxed = arguments.isSet(kAllowUnsandboxed);
    choices.followParents = arguments.isSet(kFollowParents);
    if (arguments.isSet(kMaxUnpacked)) {
        SEALIFT_ASSIGN(choices.maxUnpacked, sizeOption(arguments, kMaxUnpacked));
    }
    return choices;
}

bool isDetached(const QCommandLineParser &arguments)
{
    return arguments.isSet(kDetach);
}

} // namespace sealift
