#pragma once

#include "cli/command.h"
#include "scratch/receipt_signature.h"

#include <QByteArray>

namespace sealift {

/// The argument of commands that take a receipt.
ArgumentInfo receiptArgument();

/// The bytes of a receipt's file. Errors: LimitExceeded for a file that is far too large; those of reading.
Result<QByteArray> readReceiptFile(const QString &path);

/// The receipt, if it is valid. Errors: those of verifyReceipt(), naming the file.
Result<VerifiedReceipt> verifiedReceipt(const QByteArray &file, const QString &path);

/// Whose signature it is, in one line.
QString signerText(const VerifiedReceipt &verified);

} // namespace sealift
