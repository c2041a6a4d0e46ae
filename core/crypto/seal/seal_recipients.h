#pragma once

#include "crypto/seal/age_recipient.h"
#include "crypto/seal/luks_volume.h"
#include "crypto/seal/recipient_certificate.h"
#include "crypto/seal/stream_sealer.h"

#include <QStringList>
#include <QtCrypto>

#include <memory>
#include <variant>
#include <vector>

namespace sealift {

/// For whom a file is sealed, and so in which form: certificates (CMS), age's recipients, or whoever knows a passphrase
/// (age, or LUKS). Immutable; any thread.
class SealRecipients
{
public:
    /// More of them would make headers that readers refuse.
    static constexpr std::size_t kMost = 100;

    /// Errors of all: InvalidArgument (none, or more than kMost; an empty passphrase).
    static Result<SealRecipients> certificates(std::vector<RecipientCertificate> certificates);
    static Result<SealRecipients> ageRecipients(std::vector<AgeRecipient> recipients);
    static Result<SealRecipients> agePassphrase(const QCA::SecureArray &passphrase);
    static Result<SealRecipients> luksPassphrase(const QCA::SecureArray &passphrase);

    /// A sealer with fresh keys, for one stream. Takes about a second for a passphrase. Errors: Internal; those of
    /// ageHeader().
    Result<std::unique_ptr<StreamSealer>> makeSealer() const;

    /// Whether the form is a LUKS volume, which formats of disk images can have inside.
    bool isLuks() const;
    /// Such a volume with fresh keys, where isLuks(). Takes about a second.
    Result<LuksVolume> makeLuksVolume() const;

    /// "CMS", "age" or "LUKS".
    QString form() const;
    /// Form, cipher and for whom, for receipts and logs: certificates by their fingerprints, which name nobody.
    QString words() const;
    /// For whom, for people: the names in certificates.
    QStringList names() const;

private:
    using Certificates = std::vector<RecipientCertificate>;
    using Recipients = std::vector<AgeRecipient>;
    struct Passphrase {
        QCA::SecureArray bytes;
        bool isForLuks = false;
    };

    template <typename T>
    explicit SealRecipients(T whom)
        : m_whom(std::move(whom))
    {
    }

    std::variant<Certificates, Recipients, Passphrase> m_whom;
};

} // namespace sealift
