#include "crypto/seal/age_recipient.h"

#include "crypto/seal/bech32.h"

namespace sealift {

namespace {

constexpr qsizetype kKeySize = 32;
constexpr qsizetype kLongestShown = 80;

} // namespace

Result<AgeRecipient> AgeRecipient::parse(const QString &text)
{
    const auto remedy = QStringLiteral("A recipient begins with \"age1\": \"age-keygen -y KEYFILE\" prints it.");
    if (text.startsWith(QLatin1String("AGE-SECRET-KEY-"), Qt::CaseInsensitive))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("what was given as an age recipient is a secret key, which belongs in a file "
                                         "and nowhere else"),
                          QStringLiteral("Do not use that key any more. ") + remedy));
    const auto shown = text.size() > kLongestShown ? text.left(kLongestShown) + QStringLiteral("...") : text;
    const auto wrong = [&](const QString &what) {
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no age recipient: %2").arg(shown, what),
                          remedy));
    };
    if (text.startsWith(QLatin1String("ssh-")))
        return wrong(QStringLiteral("it is a key for SSH"));
    if (!text.startsWith(QLatin1String("age1")))
        return wrong(QStringLiteral("it does not begin with \"age1\""));
    const auto decoded = decodeBech32(text.toUtf8());
    if (!decoded)
        return wrong(decoded.error().what());
    if (decoded->prefix != "age")
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("\"%1\" is the recipient of an age plugin, and Sealift has none").arg(shown),
                          remedy));
    if (decoded->data.size() != kKeySize)
        return wrong(QStringLiteral("it holds %1 bytes in place of %2").arg(decoded->data.size()).arg(kKeySize));
    return AgeRecipient{text, decoded->data};
}

} // namespace sealift
