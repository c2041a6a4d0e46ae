#pragma once

#include "ui/services/receipt_service.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// The receipt as a page: HTML without scripts, pictures or addresses, in plain colours, for the screen (in the theme's
/// text colour), for a file and for paper.
QString receiptHtml(const ReceiptView &view);

/// The page as a PDF of A4 sheets.
QByteArray receiptPdf(const ReceiptView &view);

} // namespace sealift
