#include "cli/receipt_file.h"

#include "common/state_paths.h"

#include <QFile>

namespace sealift {

ArgumentInfo receiptArgument()
{
    return {QStringLiteral("ID|FILE"),
            QStringLiteral("A task's id, or at least four digits of its beginning or end; or a "
                           "receipt's file.")};
}

Result<QByteArray> readReceiptFile(const QString &path)
{
    constexpr qint64 kLargest = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    const auto bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is too large for a receipt").arg(path)));
    return bytes;
}

Result<VerifiedReceipt> verifiedReceipt(const QByteArray &file, const QString &path)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto own, InstallationKey::publicKeyIn(paths.identity()));
    auto verified = verifyReceipt(file, own ? &*own : nullptr);
    if (!verified)
        return fail(std::move(verified).error().during(path));
    return verified;
}

QString signerText(const VerifiedReceipt &verified)
{
    return verified.signer == ReceiptSigner::ThisInstallation
               ? QStringLiteral("Valid: signed by this installation's key, and unchanged since.")
               : QStringLiteral("Valid: unchanged since it was signed by the key %1, which is not this installation's.")
                     .arg(verified.keyId);
}

} // namespace sealift
