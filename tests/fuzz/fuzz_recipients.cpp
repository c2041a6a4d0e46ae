// Recipients of age, and certificates that files are sealed for.

#include "fuzz/fuzz_target.h"

#include "crypto/seal/age_recipient.h"
#include "crypto/seal/bech32.h"
#include "crypto/seal/recipient_certificate.h"

using namespace sealift;
using namespace sealift::test;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = bytesOf(data, size);
    consume(decodeBech32(bytes));
    consume(AgeRecipient::parse(QString::fromUtf8(bytes)));
    consume(RecipientCertificate::parse(bytes, QStringLiteral("memory"), QDateTime::fromSecsSinceEpoch(1'790'000'000)));
    return 0;
}
