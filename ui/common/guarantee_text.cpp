#include "ui/common/guarantee_text.h"

#include <QCoreApplication>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Guarantee)
};

} // namespace

Guarantee guaranteeOf(DestinationKind kind)
{
    switch (kind) {
    case DestinationKind::Library:
        return {Text::tr("encrypted with the library's key"), Text::tr("TLS on top"),
                Text::tr("encrypted; the store never sees plaintext or the key")};
    case DestinationKind::Ec2:
        return {Text::tr("no: the service itself must read the image"), Text::tr("TLS >= 1.2"),
                Text::tr("encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: "
                         "encrypted snapshot/AMI)")};
    case DestinationKind::File:
    case DestinationKind::Bucket:
        return {Text::tr("only if an encrypted export is chosen"),
                kind == DestinationKind::Bucket ? Text::tr("TLS >= 1.2") : Text::tr("-", "no wire"),
                Text::tr("as chosen; plaintext needs an explicit confirmation")};
    }
    return {};
}

} // namespace sealift
