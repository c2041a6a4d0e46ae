#pragma once

#include "base/result.h"
#include "crypto/installation_key.h"
#include "scratch/receipt.h"
#include "task/task_id.h"

#include <QString>

#include <future>
#include <mutex>
#include <optional>

namespace sealift {

/// The receipts of an installation: one signed file for each attempt of each task, and the key that signs them.
/// Thread-safe.
class ReceiptBook
{
public:
    /// @param folder where the receipts lie. @param keyFolder that of the key (InstallationKey). Both absolute; made
    /// when they are needed.
    ReceiptBook(QString folder, QString keyFolder);

    /// Begins to open or make the key on a thread of its own, so that nobody has to wait for it later.
    void prepareKey();

    /// "0190d3c8-....json" for the first attempt of a task, "0190d3c8-....2.json" for the second.
    static QString fileName(const TaskId &task, int attempt);
    QString pathOf(const QString &fileName) const { return m_folder + QLatin1Char('/') + fileName; }

    /// Signs the receipt and writes its file, durable, mode 0600. Where the file is there already - the same attempt
    /// was cleaned up before, and something was left - its attempts to clean up come first in the new one. Errors:
    /// those of InstallationKey::open() and of writing; Corrupt, where the earlier receipt is not valid.
    Status write(Receipt receipt, const QString &fileName);

private:
    Result<InstallationKey *> key();

    const QString m_folder;
    const QString m_keyFolder;
    std::mutex m_mutex;
    std::future<Result<InstallationKey>> m_opening;
    std::optional<InstallationKey> m_key;
};

} // namespace sealift
