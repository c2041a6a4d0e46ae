#pragma once

#include "desktop/services/background.h"
#include "ui/services/audit_service.h"

namespace sealift {

/// Reads the audit log of this installation.
class HistoryReader final : public AuditService
{
    Q_OBJECT

public:
    /// @param folder of the log.
    explicit HistoryReader(QString folder, QObject *parent = nullptr);

    void load(const TaskId &task) override;

private:
    const QString m_folder;
    Background m_background; ///< one thread: the answers come in the order of the questions
};

} // namespace sealift
