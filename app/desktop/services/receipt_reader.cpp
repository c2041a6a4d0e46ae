#include "desktop/services/receipt_reader.h"

#include <QFile>

namespace sealift {

namespace {

constexpr qint64 kLargest = 1 << 20;

Result<QByteArray> readSmall(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    auto bytes = file.read(kLargest + 1);
    if (bytes.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is too large for a receipt").arg(path)));
    return bytes;
}

Result<VerifiedReceipt> verified(const QByteArray &file, const QString &identity)
{
    SEALIFT_ASSIGN(const auto own, InstallationKey::publicKeyIn(identity));
    return verifyReceipt(file, own ? &*own : nullptr);
}

} // namespace

ReceiptReader::ReceiptReader(QString receipts, QString identity, QObject *parent)
    : ReceiptService(parent)
    , m_receipts(std::move(receipts))
    , m_identity(std::move(identity))
    , m_background(this)
{
}

void ReceiptReader::load(const TaskId &task, const QString &fileName)
{
    const auto read = [task, fileName, path = m_receipts + QLatin1Char('/') + fileName,
                       identity = m_identity](const std::stop_token &) {
        ReceiptView view{task, fileName, {}, {}, {}};
        auto file = readSmall(path);
        if (!file) {
            view.problem = std::move(file).error();
            return view;
        }
        view.file = *file;
        auto result = verified(*file, identity);
        if (result)
            view.verified = std::move(*result);
        else
            view.problem = std::move(result).error();
        return view;
    };
    m_background.run(read, [this](const ReceiptView &view) { Q_EMIT loaded(view); });
}

} // namespace sealift
