#pragma once

#include "crypto/seal/recipient_certificate.h"
#include "crypto/seal/stream_sealer.h"

#include <memory>
#include <vector>

namespace sealift {

/// A CMS message of authenticated and enveloped data: AES-256-GCM, the key wrapped for each certificate by RSA-OAEP
/// with SHA-256, or by ECDH with SHA-256 and AES-256 key wrap. BER of indefinite length, as libcrypto writes streams.
/// Sources: RFC 5652 (CMS), RFC 5083 (AuthEnvelopedData), RFC 5084 (AES-GCM), RFC 3560 (OAEP), RFC
/// 5753 (ECDH).
///
/// One key of GCM seals 64 GiB at most (NIST SP 800-38D, 5.2.1.1), so a message holds no more.
class CmsSealer final : public StreamSealer
{
public:
    /// @param recipients at least one. Errors: Internal, with libcrypto's own text.
    static Result<std::unique_ptr<StreamSealer>> create(const std::vector<RecipientCertificate> &recipients);
    ~CmsSealer() override;

    Status begin(Sink sink) override;
    Status add(ByteView plain) override;
    [[nodiscard]] Status finish() override;
    qint64 mostPlain() const override;

private:
    class Private;
    explicit CmsSealer(std::unique_ptr<Private> priv);
    Status handOut();

    const std::unique_ptr<Private> d;
    Sink m_sink;
    qint64 m_added = 0;
};

} // namespace sealift
