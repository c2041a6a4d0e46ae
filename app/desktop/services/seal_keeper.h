#pragma once

#include "desktop/services/background.h"
#include "ui/services/seal_service.h"

#include <QHash>

#include <mutex>

namespace sealift {

/// Keeps typed passphrases in locked memory for the tasks that seal by them.
class SealKeeper final : public SealService
{
    Q_OBJECT

public:
    explicit SealKeeper(QObject *parent = nullptr);

    void look(const SealSettings &settings) override;
    QString keep(const QCA::SecureArray &passphrase) override;

    /// For the tasks' threads: typed ones from here, others from their files; the object must outlive it. Errors:
    /// NotFound; those of passwordOfFile().
    PassphraseReader reader();
    /// Erases the passphrase of an export that is complete.
    void forget(const SealSettings &settings);

private:
    Result<QCA::SecureArray> read(const QString &file);

    std::mutex m_mutex;
    QHash<QString, QCA::SecureArray> m_typed; ///< by name
    Background m_background;
};

} // namespace sealift
