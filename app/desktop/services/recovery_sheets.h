#pragma once

#include "desktop/services/background.h"
#include "ui/services/recovery_sheet_service.h"

class QTextDocument;

namespace sealift {

/// Recovery sheets by the system's printer dialog, and in files of mode 0600.
class RecoverySheets final : public RecoverySheetService
{
    Q_OBJECT

public:
    explicit RecoverySheets(QObject *parent = nullptr);

    void print(const RecoverySheet &sheet, QWidget *parent) override;
    void save(const RecoverySheet &sheet, Format format, const QString &path) override;

private:
    Background m_background;
};

} // namespace sealift
