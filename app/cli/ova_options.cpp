#include "cli/ova_options.h"

#include "cli/size_option.h"

#include <QFileInfo>

namespace sealift {

namespace {

const auto kOvfVersion = QStringLiteral("ovf-version");
const auto kCpus = QStringLiteral("cpus");
const auto kMemory = QStringLiteral("memory");
const auto kFirmware = QStringLiteral("firmware");
const auto kSign = QStringLiteral("sign");
const auto kKey = QStringLiteral("key");
const auto kFormat = QStringLiteral("format");
const auto kFor = QStringLiteral("for");
const auto kOva = QStringLiteral("ova");

Error wrong(const QString &option, const QCommandLineParser &arguments, const QString &remedy)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1 cannot be \"%2\"").arg(option, arguments.value(option)),
            remedy};
}

/// Whether an OVA is meant, and of which version of OVF.
Result<std::optional<int>> versionOf(const QCommandLineParser &arguments, const QString &file)
{
    const bool named = file.endsWith(QLatin1String(".ova"), Qt::CaseInsensitive);
    if (arguments.isSet(kFormat))
        return arguments.value(kFormat) == kOva ? std::optional(1) : std::nullopt;
    if (!named)
        return std::nullopt;
    const auto target = arguments.value(kFor);
    if (target.isEmpty() || target == QLatin1String("virtualbox"))
        return 1;
    if (target == QLatin1String("esxi") || target == QLatin1String("workstation"))
        return 2;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 does not take OVAs").arg(target),
                      QStringLiteral("OVAs are for esxi, workstation and virtualbox.")));
}

Status checkOthers(const QCommandLineParser &arguments)
{
    for (const auto *option : {"disk", "subformat", "compression", "block-size"}) {
        if (arguments.isSet(QLatin1String(option)))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("an OVA has no option --%1").arg(QLatin1String(option)),
                              QStringLiteral("It holds all disks of the image, as stream-optimized VMDK.")));
    }
    return {};
}

Result<int> numberOf(const QCommandLineParser &arguments, const QString &option, int most)
{
    bool isNumber = false;
    const int number = arguments.value(option).toInt(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return fail(wrong(option, arguments, QStringLiteral("It is a number from 1 to %1.").arg(most)));
    return number;
}

Result<SigningFiles> signingOf(const QCommandLineParser &arguments)
{
    SigningFiles files;
    if (arguments.value(kSign).isEmpty() != arguments.value(kKey).isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--sign and --key belong together"),
                          QStringLiteral("Give the certificate by --sign, and the file with its key by --key.")));
    if (arguments.value(kSign).isEmpty())
        return files;
    files.certificate = QFileInfo(arguments.value(kSign)).absoluteFilePath();
    files.key = QFileInfo(arguments.value(kKey)).absoluteFilePath();
    return files;
}

} // namespace

QList<QCommandLineOption> ovaOptions()
{
    return {
        {kOvfVersion,
         QStringLiteral(
             "Of an OVA: OVF 1, which VirtualBox and most others read, or OVF 2. 1 but with --for of VMware."),
         QStringLiteral("VERSION")},
        {kCpus, QStringLiteral("Of an OVA: processors. Without it, as the image's own description has it, else 2."),
         QStringLiteral("NUMBER")},
        {kMemory,
         QStringLiteral("Of an OVA: memory (\"4GiB\"). Without it, as the image's own description has it, else "
                        "2 GiB."),
         QStringLiteral("SIZE")},
        {kFirmware,
         QStringLiteral("Of an OVA: bios or uefi. Without it, as the image's own description has it, else "
                        "bios."),
         QStringLiteral("FIRMWARE")},
        {kSign,
         QStringLiteral("Of an OVA: sign its manifest, and put this certificate (X.509, PEM) beside it. Needs --key."),
         QStringLiteral("CERTIFICATE")},
        {kKey, QStringLiteral("Of --sign: the file with the certificate's private key (PEM, not encrypted)."),
         QStringLiteral("FILE")},
    };
}

Result<std::optional<OvaOptions>> ovaChoice(const QCommandLineParser &arguments, const QString &file)
{
    SEALIFT_ASSIGN(const auto version, versionOf(arguments, file));
    if (!version) {
        for (const auto &option : {kOvfVersion, kCpus, kMemory, kFirmware, kSign, kKey}) {
            if (arguments.isSet(option))
                return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 is of OVAs").arg(option),
                                  QStringLiteral("Give --format ova, or leave the option out.")));
        }
        return std::nullopt;
    }
    SEALIFT_TRY(checkOthers(arguments));
    OvaOptions ova;
    ova.version = *version;
    constexpr int kNewestVersion = 2;
    constexpr int kMostCpus = 1024;
    constexpr qint64 kMebibyte = qint64{1} << 20;
    if (arguments.isSet(kOvfVersion)) {
        SEALIFT_ASSIGN(ova.version, numberOf(arguments, kOvfVersion, kNewestVersion));
    }
    if (arguments.isSet(kCpus)) {
        SEALIFT_ASSIGN(ova.cpus, numberOf(arguments, kCpus, kMostCpus));
    }
    if (arguments.isSet(kMemory)) {
        SEALIFT_ASSIGN(const auto memory, sizeOption(arguments, kMemory));
        if (memory < kMebibyte || memory % kMebibyte != 0)
            return fail(wrong(kMemory, arguments, QStringLiteral("It is a number of whole MiB or GiB, like 4GiB.")));
        ova.memory = memory;
    }
    if (arguments.isSet(kFirmware)) {
        ova.firmware = firmwareFromName(arguments.value(kFirmware));
        if (!ova.firmware)
            return fail(wrong(kFirmware, arguments, QStringLiteral("It can be bios or uefi.")));
    }
    SEALIFT_ASSIGN(ova.signing, signingOf(arguments));
    // What cannot sign is found before anything is opened.
    SEALIFT_TRY(loadSigner(ova.signing));
    return std::optional(ova);
}

} // namespace sealift
