#include "cli/seal_options.h"

#include "cli/console.h"
#include "cli/password_file.h"

#include <QFileInfo>

#include <array>

namespace sealift {

namespace {

const auto kSealFor = QStringLiteral("seal-for");
const auto kAgeRecipient = QStringLiteral("age-recipient");
const auto kAgePassphraseFile = QStringLiteral("age-passphrase-file");
const auto kLuksPassphraseFile = QStringLiteral("luks-passphrase-file");

Status checkNotEmpty(const QCommandLineParser &arguments, const QString &option)
{
    if (!arguments.values(option).contains(QString()))
        return {};
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--%1 names nothing").arg(option),
                      QStringLiteral("Give it a value, or leave it out for a file that is not encrypted.")));
}

} // namespace

QList<QCommandLineOption> sealOptions()
{
    return {
        {kSealFor,
         QStringLiteral(
             "Seal the output for whoever has the key of this certificate (X.509): CMS with AES-256-GCM. May "
             "be given several times."),
         QStringLiteral("CERTIFICATE")},
        {kAgeRecipient,
         QStringLiteral("Seal the output for this recipient of age (\"age1...\"). May be given several times."),
         QStringLiteral("RECIPIENT")},
        {kAgePassphraseFile, QStringLiteral("Seal the output by the passphrase in this file, in the format of age."),
         QStringLiteral("FILE")},
        {kLuksPassphraseFile,
         QStringLiteral("Of qcow2 and raw: the disk becomes a LUKS volume, which QEMU opens by the passphrase in this "
                        "file."),
         QStringLiteral("FILE")},
    };
}

Result<SealSettings> sealChoice(const QCommandLineParser &arguments)
{
    for (const auto &option : {kSealFor, kAgeRecipient, kAgePassphraseFile, kLuksPassphraseFile})
        SEALIFT_TRY(checkNotEmpty(arguments, option));
    SealSettings settings;
    for (const auto &path : arguments.values(kSealFor))
        settings.certificates.append(QFileInfo(path).absoluteFilePath());
    settings.ageRecipients = arguments.values(kAgeRecipient);
    if (arguments.isSet(kAgePassphraseFile))
        settings.passphraseFile = QFileInfo(arguments.value(kAgePassphraseFile)).absoluteFilePath();
    if (arguments.isSet(kLuksPassphraseFile))
        settings.luksFile = QFileInfo(arguments.value(kLuksPassphraseFile)).absoluteFilePath();
    return settings;
}

QString withoutSealSuffix(const QString &path)
{
    static constexpr std::array kSuffixes{".age", ".cms", ".p7m"};
    for (const char *suffix : kSuffixes) {
        if (path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return path.chopped(static_cast<qsizetype>(qstrlen(suffix)));
    }
    return path;
}

PassphraseReader passphraseReader(Console &console)
{
    return [&console](const QString &file) -> Result<QCA::SecureArray> {
        SEALIFT_ASSIGN(auto read, readPasswordFile(file));
        if (!read.warning.isEmpty())
            console.warning(read.warning);
        return std::move(read.password);
    };
}

} // namespace sealift
