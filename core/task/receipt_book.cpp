#include "task/receipt_book.h"

#include "base/output_file.h"
#include "base/private_folder.h"
#include "scratch/receipt_signature.h"

#include <QFile>

namespace sealift {

namespace {

/// The receipt of an earlier cleanup of the same attempt; nothing where there is none.
Result<std::optional<Receipt>> earlierReceipt(const QString &path, const VerifyingKey &own)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<Receipt>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    auto verified = verifyReceipt(file.readAll(), &own);
    if (!verified)
        return fail(std::move(verified).error().during(path));
    return std::optional<Receipt>(std::move(verified->receipt));
}

} // namespace

ReceiptBook::ReceiptBook(QString folder, QString keyFolder)
    : m_folder(std::move(folder))
    , m_keyFolder(std::move(keyFolder))
{
}

void ReceiptBook::prepareKey()
{
    const std::lock_guard lock(m_mutex);
    if (!m_key && !m_opening.valid())
        m_opening = std::async(std::launch::async, [folder = m_keyFolder] { return InstallationKey::open(folder); });
}

QString ReceiptBook::fileName(const TaskId &task, int attempt)
{
    const auto name = task.text();
    return attempt <= 1 ? name + QStringLiteral(".json") : QStringLiteral("%1.%2.json").arg(name).arg(attempt);
}

/// With the lock held.
Result<InstallationKey *> ReceiptBook::key()
{
    if (!m_key) {
        auto opened = m_opening.valid() ? m_opening.get() : InstallationKey::open(m_keyFolder);
        if (!opened)
            return fail(std::move(opened).error().during(QStringLiteral("the key that signs receipts")));
        m_key = std::move(*opened);
    }
    return &*m_key;
}

Status ReceiptBook::write(Receipt receipt, const QString &fileName)
{
    const std::lock_guard lock(m_mutex);
    SEALIFT_TRY(makePrivateFolder(m_folder, OpenToOthers::Close));
    SEALIFT_ASSIGN(auto *signing, key());
    const auto path = pathOf(fileName);
    SEALIFT_ASSIGN(const auto earlier, earlierReceipt(path, signing->publicKey()));
    if (earlier) {
        receipt.cleanup = earlier->cleanup + receipt.cleanup;
        // Only the process that had the volume knew what it was.
        if (!receipt.volume)
            receipt.volume = earlier->volume;
    }
    SEALIFT_ASSIGN(const auto bytes, signReceipt(receipt, *signing));
    SEALIFT_ASSIGN(const auto file, OutputFile::create(path, Overwrite::Yes));
    SEALIFT_TRY(file->writeAt(0, viewOf(bytes)));
    return file->finish();
}

} // namespace sealift
