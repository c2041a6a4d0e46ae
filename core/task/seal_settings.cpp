#include "task/seal_settings.h"

#include "base/file_descriptor.h"
#include "base/json.h"

#include <QFile>
#include <QJsonArray>

#include <cerrno>

#include <fcntl.h>

namespace sealift {

namespace {

const auto kCertificates = QStringLiteral("seal-for");
const auto kAgeRecipients = QStringLiteral("age-recipients");
const auto kPassphraseFile = QStringLiteral("age-passphrase-file");
const auto kLuksFile = QStringLiteral("luks-passphrase-file");

const auto kTyped = QStringLiteral("typed:");

constexpr qint64 kLargestCertificate = qint64{1} << 20;

Result<RecipientCertificate> readCertificate(const QString &path)
{
    const FileDescriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    QFile file;
    if (!descriptor || !file.open(descriptor.get(), QIODevice::ReadOnly))
        return fail(Error::fromErrno(errno, QStringLiteral("cannot read the certificate %1").arg(path)));
    const auto content = file.read(kLargestCertificate);
    if (file.error() != QFileDevice::NoError)
        return fail(
            Error(ErrorCode::Io, QStringLiteral("cannot read the certificate %1: %2").arg(path, file.errorString())));
    return RecipientCertificate::parse(content, path, QDateTime::currentDateTimeUtc());
}

Result<QCA::SecureArray> readBy(const PassphraseReader &readPassphrase, const QString &file)
{
    auto passphrase = readPassphrase(file);
    if (!passphrase && isTypedPassphrase(file))
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("the passphrase that was typed for this export is in no memory any more"),
                          QStringLiteral("It was kept only by the program that it was typed into. Export the image "
                                         "again.")));
    return passphrase;
}

Result<SealRecipients> recipientsOf(const SealSettings &settings, const PassphraseReader &readPassphrase)
{
    if (!settings.certificates.isEmpty()) {
        std::vector<RecipientCertificate> certificates;
        for (const auto &path : settings.certificates) {
            SEALIFT_ASSIGN(auto certificate, readCertificate(path));
            certificates.push_back(std::move(certificate));
        }
        return SealRecipients::certificates(std::move(certificates));
    }
    if (!settings.ageRecipients.isEmpty()) {
        std::vector<AgeRecipient> recipients;
        for (const auto &text : settings.ageRecipients) {
            SEALIFT_ASSIGN(auto recipient, AgeRecipient::parse(text));
            recipients.push_back(std::move(recipient));
        }
        return SealRecipients::ageRecipients(std::move(recipients));
    }
    if (!readPassphrase)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("this program reads no files with passphrases")));
    if (!settings.luksFile.isEmpty()) {
        SEALIFT_ASSIGN(const auto passphrase, readBy(readPassphrase, settings.luksFile));
        return SealRecipients::luksPassphrase(passphrase);
    }
    SEALIFT_ASSIGN(const auto passphrase, readBy(readPassphrase, settings.passphraseFile));
    return SealRecipients::agePassphrase(passphrase);
}

} // namespace

void SealSettings::insertInto(QJsonObject &json) const
{
    if (!certificates.isEmpty())
        json.insert(kCertificates, QJsonArray::fromStringList(certificates));
    if (!ageRecipients.isEmpty())
        json.insert(kAgeRecipients, QJsonArray::fromStringList(ageRecipients));
    if (!passphraseFile.isEmpty())
        json.insert(kPassphraseFile, passphraseFile);
    if (!luksFile.isEmpty())
        json.insert(kLuksFile, luksFile);
}

Result<SealSettings> SealSettings::parse(const QJsonObject &json, const QString &where)
{
    const JsonFields fields(json, where);
    SealSettings parsed;
    SEALIFT_ASSIGN(parsed.certificates, fields.optionalStrings(kCertificates));
    SEALIFT_ASSIGN(parsed.ageRecipients, fields.optionalStrings(kAgeRecipients));
    SEALIFT_ASSIGN(parsed.passphraseFile, fields.optionalString(kPassphraseFile));
    SEALIFT_ASSIGN(parsed.luksFile, fields.optionalString(kLuksFile));
    return parsed;
}

QString typedPassphraseName(const QString &id)
{
    return kTyped + id;
}

bool isTypedPassphrase(const QString &file)
{
    return file.startsWith(kTyped);
}

Result<std::shared_ptr<const SealRecipients>> loadRecipients(const SealSettings &settings,
                                                             const PassphraseReader &readPassphrase)
{
    if (settings.isEmpty())
        return std::shared_ptr<const SealRecipients>();
    const int kinds = (settings.certificates.isEmpty() ? 0 : 1) + (settings.ageRecipients.isEmpty() ? 0 : 1) +
                      (settings.passphraseFile.isEmpty() ? 0 : 1) + (settings.luksFile.isEmpty() ? 0 : 1);
    // A passphrase stands alone in age's format; the others are formats of their own.
    if (kinds > 1)
        return fail(
            Error(ErrorCode::InvalidArgument,
                  QStringLiteral("a file is sealed for certificates, for age recipients, by a passphrase for age "
                                 "or by one for LUKS, not for several of these"),
                  QStringLiteral("Choose one kind, or export twice.")));
    SEALIFT_ASSIGN(auto recipients, recipientsOf(settings, readPassphrase));
    return std::make_shared<const SealRecipients>(std::move(recipients));
}

} // namespace sealift
