#include "crypto/digest.h"

#include "crypto/openssl_handles.h"

#include <algorithm>
#include <new>

namespace sealift {

Result<Digest> Digest::fromHex(QByteArrayView text)
{
    Digest digest;
    const auto value = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    bool good = text.size() == 2 * static_cast<qsizetype>(kSize);
    for (std::size_t i = 0; good && i < kSize; ++i) {
        const int high = value(text[static_cast<qsizetype>(2 * i)]);
        const int low = value(text[static_cast<qsizetype>(2 * i + 1)]);
        good = high >= 0 && low >= 0;
        digest.m_bytes[i] = static_cast<std::byte>(high * 16 + low);
    }
    if (!good)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("\"%1\" is not a SHA-256 value (64 lower-case hexadecimal digits)")
                              .arg(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 80))))));
    return digest;
}

Result<Digest> Digest::fromHex(QStringView text)
{
    return fromHex(QByteArrayView(text.toUtf8()));
}

QString Digest::hex() const
{
    return QString::fromLatin1(toByteArray(m_bytes).toHex());
}

class Sha256::Private
{
public:
    Private()
        : method(EVP_MD_fetch(nullptr, "SHA256", nullptr))
        , context(EVP_MD_CTX_new())
    {
        if (!method || !context)
            throw std::bad_alloc();
        start();
    }
    void start()
    {
        if (EVP_DigestInit_ex2(context.get(), method.get(), nullptr) != 1)
            throw std::bad_alloc();
    }

    DigestMethod method;
    DigestContext context;
};

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(ByteView bytes)
{
    // Cannot fail for a digest that was started, as libcrypto allocates nothing here; a wrong digest would be a wrong
    // name for a blob, so this is not left to belief.
    if (EVP_DigestUpdate(d->context.get(), bytes.data(), bytes.size()) != 1)
        qFatal("libcrypto: SHA-256 failed");
}

Digest Sha256::finish()
{
    Digest digest;
    if (EVP_DigestFinal_ex(d->context.get(), uchars(digest.mutableBytes()), nullptr) != 1)
        qFatal("libcrypto: SHA-256 failed");
    d->start();
    return digest;
}

Digest Sha256::of(ByteView bytes)
{
    add(bytes);
    return finish();
}

Digest sha256(ByteView bytes)
{
    return Sha256().of(bytes);
}

} // namespace sealift
