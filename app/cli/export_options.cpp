#include "cli/export_options.h"

#include "cli/size_option.h"

#include "image/writers/write_targets.h"

#include <QRegularExpression>

namespace sealift {

namespace {

const auto kFormat = QStringLiteral("format");
const auto kFor = QStringLiteral("for");
const auto kSubformat = QStringLiteral("subformat");
const auto kCompression = QStringLiteral("compression");
const auto kBlockSize = QStringLiteral("block-size");
const auto kAlign = QStringLiteral("align");

QString formatNames()
{
    QStringList names;
    for (const auto &info : writeFormats())
        names.append(writeFormatName(info.format));
    names.append(QStringLiteral("ova"));
    const auto last = names.takeLast();
    return QStringLiteral("%1 or %2").arg(names.join(QStringLiteral(", ")), last);
}

QString targetNames()
{
    QStringList names;
    for (const auto &target : writeTargets())
        names.append(target.name);
    return names.join(QStringLiteral(", "));
}

Error wrongValue(const QString &option, const QString &value, const QString &remedy)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1 cannot be \"%2\"").arg(option, value), remedy};
}

/// A choice by name. GCC 12 takes the temporary of a braced return for one that may be unset.
FormatChoice choiceOf(WriteFormat format, const WriteOptions &options, bool guessed)
{
    FormatChoice choice;
    choice.format = format;
    choice.options = options;
    choice.guessed = guessed;
    return choice;
}

Result<FormatChoice> baseChoice(const QCommandLineParser &arguments, const QString &file)
{
    if (arguments.isSet(kFor)) {
        if (arguments.isSet(kFormat))
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--for and --format exclude each other"),
                              QStringLiteral("Leave one of them out.")));
        const auto target = writeTargetFromName(arguments.value(kFor));
        if (!target)
            return fail(wrongValue(kFor, arguments.value(kFor), QStringLiteral("It can be: %1.").arg(targetNames())));
        auto choice = choiceOf(target->format, target->options, false);
        choice.target = destinationFromName(target->name);
        return choice;
    }
    if (arguments.isSet(kFormat)) {
        const auto format = writeFormatFromName(arguments.value(kFormat));
        if (!format)
            return fail(
                wrongValue(kFormat, arguments.value(kFormat), QStringLiteral("It can be %1.").arg(formatNames())));
        return choiceOf(*format, {}, false);
    }
    if (const auto format = writeFormatOfFile(file))
        return choiceOf(*format, {}, true);
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("--format is missing, and the output's name has no suffix that tells it"),
                      QStringLiteral("It can be %1.").arg(formatNames())));
}

} // namespace

QList<QCommandLineOption> formatOptions()
{
    return {
        {{QStringLiteral("f"), kFormat},
         QStringLiteral("%1. Without it: by the file's suffix.").arg(formatNames()),
         QStringLiteral("FORMAT")},
        {kFor, QStringLiteral("Format and options by where the disk is to run: %1.").arg(targetNames()),
         QStringLiteral("TARGET")},
        {kSubformat, QStringLiteral("The format's kind: dynamic, fixed or streamOptimized."), QStringLiteral("KIND")},
        {kCompression, QStringLiteral("none, zlib or zstd."), QStringLiteral("METHOD")},
        {kBlockSize, QStringLiteral("Bytes of a block, where the format has a choice (\"2MiB\")."),
         QStringLiteral("SIZE")},
        {kAlign, QStringLiteral("Enlarge the disk, with zeroes, to a multiple of this (\"1MiB\", as Azure wants it)."),
         QStringLiteral("SIZE")},
    };
}

QString formatHelp()
{
    QStringList lines;
    for (const auto &info : writeFormats()) {
        QStringList offers;
        for (const auto subformat : info.subformats)
            offers.append(writeSubformatName(subformat));
        if (info.compressions.size() > 1 || info.compressions.first() != WriteCompression::None) {
            for (const auto compression : info.compressions)
                offers.append(writeCompressionName(compression));
        }
        const auto choices =
            offers.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(offers.join(QStringLiteral(", ")));
        lines.append(QStringLiteral("%1%2: %3.").arg(writeFormatName(info.format), choices, info.purpose));
    }
    lines.append(
        QStringLiteral("ova: the whole machine, all its disks as stream-optimized VMDK, with an OVF description "
                       "and a manifest: for VMware and VirtualBox."));
    return lines.join(QStringLiteral("\n\n"));
}

Result<FormatChoice> formatChoice(const QCommandLineParser &arguments, const QString &file)
{
    SEALIFT_ASSIGN(auto choice, baseChoice(arguments, file));
    if (arguments.isSet(kSubformat)) {
        choice.options.subformat = writeSubformatFromName(arguments.value(kSubformat));
        if (!choice.options.subformat)
            return fail(wrongValue(kSubformat, arguments.value(kSubformat),
                                   QStringLiteral("It can be dynamic, fixed or streamOptimized.")));
    }
    if (arguments.isSet(kCompression)) {
        choice.options.compression = writeCompressionFromName(arguments.value(kCompression));
        if (!choice.options.compression)
            return fail(wrongValue(kCompression, arguments.value(kCompression),
                                   QStringLiteral("It can be none, zlib or zstd.")));
    }
    if (arguments.isSet(kBlockSize)) {
        SEALIFT_ASSIGN(choice.options.blockSize, sizeOption(arguments, kBlockSize));
    }
    if (arguments.isSet(kAlign)) {
        SEALIFT_ASSIGN(choice.options.alignment, sizeOption(arguments, kAlign));
    }
    SEALIFT_TRY(checkWriteOptions(choice.format, choice.options));
    return choice;
}

} // namespace sealift
