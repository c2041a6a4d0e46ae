#include "crypto/base64.h"

#include <openssl/evp.h>

namespace sealift {

QCA::SecureArray encodeSecretBase64(const QCA::SecureArray &bytes)
{
    const int length = 4 * ((bytes.size() + 2) / 3);
    // EVP_EncodeBlock ends its output with a zero byte.
    QCA::SecureArray text(length + 1);
    static_cast<void>(::EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                                        reinterpret_cast<const unsigned char *>(bytes.constData()), bytes.size()));
    text.resize(length);
    return text;
}

Result<QCA::SecureArray> decodeSecretBase64(ByteView text)
{
    const auto length = static_cast<int>(text.size());
    QCA::SecureArray bytes(length / 4 * 3);
    int padding = 0;
    while (padding < length && text[text.size() - 1 - static_cast<std::size_t>(padding)] == std::byte{'='})
        ++padding;
    const bool good = length % 4 == 0 && padding <= 2 &&
                      (length == 0 || ::EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()), uchars(text),
                                                        length) == bytes.size());
    if (!good)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("not valid base64")));
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace sealift
