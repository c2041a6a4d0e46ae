#include "crypto/seal/seal_recipients.h"

#include "crypto/random.h"
#include "crypto/seal/age_header.h"
#include "crypto/seal/age_sealer.h"
#include "crypto/seal/cms_sealer.h"
#include "crypto/seal/luks_sealer.h"

#include <QStringList>

namespace sealift {

namespace {

Status checkCount(std::size_t count)
{
    if (count == 0)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("there is nobody to seal the file for")));
    if (count > SealRecipients::kMost)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a file cannot be sealed for more than %1 recipients, and %2 were given")
                              .arg(SealRecipients::kMost)
                              .arg(count),
                          QStringLiteral("Leave some out.")));
    return {};
}

} // namespace

Result<SealRecipients> SealRecipients::certificates(std::vector<RecipientCertificate> certificates)
{
    SEALIFT_TRY(checkCount(certificates.size()));
    return SealRecipients(std::move(certificates));
}

Result<SealRecipients> SealRecipients::ageRecipients(std::vector<AgeRecipient> recipients)
{
    SEALIFT_TRY(checkCount(recipients.size()));
    return SealRecipients(std::move(recipients));
}

Result<SealRecipients> SealRecipients::agePassphrase(const QCA::SecureArray &passphrase)
{
    if (passphrase.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the passphrase is empty")));
    return SealRecipients(Passphrase{passphrase, false});
}

Result<SealRecipients> SealRecipients::luksPassphrase(const QCA::SecureArray &passphrase)
{
    if (passphrase.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the passphrase is empty")));
    return SealRecipients(Passphrase{passphrase, true});
}

bool SealRecipients::isLuks() const
{
    const auto *known = std::get_if<Passphrase>(&m_whom);
    return known != nullptr && known->isForLuks;
}

Result<LuksVolume> SealRecipients::makeLuksVolume() const
{
    Q_ASSERT(isLuks());
    return LuksVolume::make(std::get<Passphrase>(m_whom).bytes);
}

Result<std::unique_ptr<StreamSealer>> SealRecipients::makeSealer() const
{
    if (const auto *known = std::get_if<Certificates>(&m_whom))
        return CmsSealer::create(*known);
    if (isLuks()) {
        SEALIFT_ASSIGN(auto volume, makeLuksVolume());
        return LuksSealer::create(std::move(volume));
    }
    const auto fileKey = randomKey(kAgeFileKeySize);
    const auto *recipients = std::get_if<Recipients>(&m_whom);
    SEALIFT_ASSIGN(auto header, recipients != nullptr
                                    ? ageHeader(fileKey, *recipients)
                                    : agePassphraseHeader(fileKey, std::get<Passphrase>(m_whom).bytes));
    return AgeSealer::create(std::move(header), fileKey);
}

QString SealRecipients::form() const
{
    if (std::holds_alternative<Certificates>(m_whom))
        return QStringLiteral("CMS");
    return isLuks() ? QStringLiteral("LUKS") : QStringLiteral("age");
}

QString SealRecipients::words() const
{
    QStringList whom;
    if (const auto *known = std::get_if<Certificates>(&m_whom)) {
        for (const auto &certificate : *known)
            whom.append(QString::fromLatin1(certificate.fingerprint()));
        return QStringLiteral("CMS, AES-256-GCM, for the certificate with the SHA-256 fingerprint %1")
            .arg(whom.join(QStringLiteral(", ")));
    }
    if (const auto *recipients = std::get_if<Recipients>(&m_whom)) {
        for (const auto &recipient : *recipients)
            whom.append(recipient.text);
        return QStringLiteral("age, ChaCha20-Poly1305, for %1").arg(whom.join(QStringLiteral(", ")));
    }
    return isLuks() ? QStringLiteral("LUKS 1, AES-256-XTS, by a passphrase")
                    : QStringLiteral("age, ChaCha20-Poly1305, by a passphrase");
}

QStringList SealRecipients::names() const
{
    QStringList names;
    if (const auto *known = std::get_if<Certificates>(&m_whom)) {
        for (const auto &certificate : *known)
            names.append(certificate.subject());
    } else if (const auto *recipients = std::get_if<Recipients>(&m_whom)) {
        for (const auto &recipient : *recipients)
            names.append(recipient.text);
    } else {
        names.append(QStringLiteral("whoever knows the passphrase"));
    }
    return names;
}

} // namespace sealift
