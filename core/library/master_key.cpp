#include "library/master_key.h"

#include "crypto/base64.h"

#include <rapidjson/reader.h>

#include <string_view>

namespace sealift {

namespace {

Error damaged(const QString &why)
{
    return {ErrorCode::Corrupt, QStringLiteral("the master key %1").arg(why)};
}

/// Keeps pointers into the document that is parsed in place; nothing is copied.
class MasterKeyHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, MasterKeyHandler>
{
public:
    std::string_view encrypt;
    std::string_view macK;
    std::string_view macR;

    bool StartObject() { return ++m_depth <= kMaxDepth; }
    bool EndObject(rapidjson::SizeType)
    {
        --m_depth;
        return true;
    }
    bool StartArray() { return ++m_depth <= kMaxDepth; }
    bool EndArray(rapidjson::SizeType)
    {
        --m_depth;
        return true;
    }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view key(text, length);
        m_field = nullptr;
        if (m_depth == 1) {
            m_inMac = key == "mac";
            if (key == "encrypt")
                m_field = &encrypt;
        } else if (m_depth == 2 && m_inMac) {
            m_field = key == "k" ? &macK : key == "r" ? &macR : nullptr;
        }
        return true;
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_field != nullptr)
            *m_field = {text, length};
        m_field = nullptr;
        return true;
    }

private:
    static constexpr int kMaxDepth = 8;

    int m_depth = 0;
    bool m_inMac = false;
    std::string_view *m_field = nullptr;
};

Result<QCA::SymmetricKey> decodePart(std::string_view text, int size)
{
    SEALIFT_ASSIGN(const auto bytes, decodeSecretBase64(std::as_bytes(std::span(text))));
    if (bytes.size() != size)
        return fail(damaged(QStringLiteral("has a part of %1 bytes instead of %2").arg(bytes.size()).arg(size)));
    if (isAllZero({reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}))
        return fail(damaged(QStringLiteral("has a part that is all zero")));
    return QCA::SymmetricKey(bytes);
}

} // namespace

QCA::SecureArray masterKeyToJson(const SealingKey &key)
{
    QCA::SecureArray json("{\"mac\":{\"k\":\"");
    json.append(encodeSecretBase64(key.macK));
    json.append(QCA::SecureArray("\",\"r\":\""));
    json.append(encodeSecretBase64(key.macR));
    json.append(QCA::SecureArray("\"},\"encrypt\":\""));
    json.append(encodeSecretBase64(key.encrypt));
    json.append(QCA::SecureArray("\"}"));
    return json;
}

Result<SealingKey> masterKeyFromJson(QCA::SecureArray &json)
{
    json.append(QCA::SecureArray(1, '\0'));
    rapidjson::InsituStringStream input(json.data());
    rapidjson::Reader reader;
    MasterKeyHandler handler;
    if (reader.Parse<rapidjson::kParseInsituFlag>(input, handler).IsError())
        return fail(damaged(QStringLiteral("is not valid JSON")));
    SealingKey key;
    SEALIFT_ASSIGN(key.encrypt, decodePart(handler.encrypt, SealingKey::kEncryptSize));
    SEALIFT_ASSIGN(key.macK, decodePart(handler.macK, SealingKey::kMacPartSize));
    SEALIFT_ASSIGN(key.macR, decodePart(handler.macR, SealingKey::kMacPartSize));
    return key;
}

} // namespace sealift
