#pragma once

#include "desktop/services/background.h"
#include "ui/services/receipt_service.h"

namespace sealift {

/// Reads the receipts of this installation and verifies them with its public key.
class ReceiptReader final : public ReceiptService
{
    Q_OBJECT

public:
    /// @param receipts the folder of the receipts. @param identity that of the installation's key.
    ReceiptReader(QString receipts, QString identity, QObject *parent = nullptr);

    void load(const TaskId &task, const QString &fileName) override;

private:
    const QString m_receipts;
    const QString m_identity;
    Background m_background;
};

} // namespace sealift
