#include "crypto/seal/cms_sealer.h"

#include "base/freed_by.h"
#include "crypto/locked_heap.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using Message = std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>>;

constexpr qint64 kMostPlain = (qint64{1} << 36) - 32;
/// What goes through libcrypto before it is handed on.
constexpr std::size_t kStep = std::size_t{1} << 20;

Error failed(const char *what)
{
    std::array<char, 256> text{};
    const auto code = ERR_peek_last_error();
    ERR_error_string_n(code, text.data(), text.size());
    ERR_clear_error();
    return {ErrorCode::Internal, QStringLiteral("libcrypto: %1 failed: %2")
                                     .arg(QLatin1String(what), code != 0 ? QLatin1String(text.data())
                                                                         : QLatin1String("it does not say why"))};
}

/// libcrypto's own choice would be the padding of PKCS #1 version 1.5, and SHA-1.
bool chooseMethods(CMS_RecipientInfo *recipient, bool hasRsaKey)
{
    auto *context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    if (context == nullptr)
        return false;
    if (!hasRsaKey)
        return EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) == 1;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
}

} // namespace

class CmsSealer::Private
{
public:
    Message message;
    Bio sealed;           ///< takes what is ready to be handed out
    BIO *chain = nullptr; ///< takes plain bytes; ends in `sealed`

    ~Private()
    {
        while (chain != nullptr && chain != sealed.get()) {
            auto *next = BIO_pop(chain);
            BIO_free(chain);
            chain = next;
        }
    }

    /// Makes the key of the content, among other things.
    void openChain()
    {
        const LockedAllocations locked;
        chain = BIO_new_CMS(sealed.get(), message.get());
    }
};

CmsSealer::CmsSealer(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

CmsSealer::~CmsSealer() = default;

Result<std::unique_ptr<StreamSealer>> CmsSealer::create(const std::vector<RecipientCertificate> &recipients)
{
    auto made = std::make_unique<Private>();
    constexpr unsigned int kFlags = CMS_BINARY | CMS_STREAM | CMS_PARTIAL;
    made->message.reset(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), kFlags));
    made->sealed.reset(BIO_new(BIO_s_mem()));
    if (!made->message || !made->sealed)
        return fail(failed("CMS_encrypt"));
    for (const auto &recipient : recipients) {
        auto *added = CMS_add1_recipient_cert(made->message.get(), recipient.handle(), kFlags | CMS_KEY_PARAM);
        if (added == nullptr || !chooseMethods(added, recipient.hasRsaKey()))
            return fail(failed("CMS_add1_recipient_cert"));
    }
    return std::unique_ptr<StreamSealer>(new CmsSealer(std::move(made)));
}

qint64 CmsSealer::mostPlain() const
{
    return kMostPlain;
}

Status CmsSealer::begin(Sink sink)
{
    m_sink = std::move(sink);
    d->openChain();
    if (d->chain == nullptr)
        return fail(failed("BIO_new_CMS"));
    return {};
}

Status CmsSealer::add(ByteView plain)
{
    m_added += static_cast<qint64>(plain.size());
    if (m_added > kMostPlain)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("a CMS message sealed by AES-256-GCM holds 64 GiB at most"),
                          QStringLiteral("Seal it for an age recipient, which has no such limit.")));
    while (!plain.empty()) {
        const auto part = plain.first(std::min(plain.size(), kStep));
        std::size_t written = 0;
        if (BIO_write_ex(d->chain, part.data(), part.size(), &written) != 1 || written != part.size())
            return fail(failed("the CMS stream"));
        plain = plain.subspan(part.size());
        SEALIFT_TRY(handOut());
    }
    return {};
}

Status CmsSealer::handOut()
{
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(d->sealed.get(), &bytes);
    if (size <= 0)
        return {};
    SEALIFT_TRY(m_sink({reinterpret_cast<const std::byte *>(bytes), static_cast<std::size_t>(size)}));
    static_cast<void>(BIO_reset(d->sealed.get()));
    return {};
}

Status CmsSealer::finish()
{
    // libcrypto writes what is in front of the content with its first byte.
    if (m_added == 0)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("a CMS message cannot hold an empty file here"),
                          QStringLiteral("Seal it for an age recipient.")));
    if (BIO_flush(d->chain) != 1)
        return fail(failed("the end of the CMS stream"));
    return handOut();
}

} // namespace sealift
