#include "common/config_file.h"

#include "base/json.h"
#include "base/output_file.h"
#include "base/private_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace sealift {

namespace {

constexpr qint64 kLargest = 4 << 20; // far more than any list of libraries

} // namespace

Result<QJsonObject> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())));
    if (file.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is too large to be Sealift's").arg(path)));
    return parseJsonObject(file.readAll(), path);
}

Status writeConfigFile(const QString &path, const QJsonObject &content)
{
    const auto folder = makePrivateFolder(QFileInfo(path).absolutePath(), OpenToOthers::Close);
    if (!folder)
        return fail(folder.error());
    const auto json = QJsonDocument(content).toJson();
    SEALIFT_ASSIGN(const auto file, OutputFile::create(path, Overwrite::Yes));
    SEALIFT_TRY(file->writeAt(0, viewOf(json)));
    return file->finish();
}

} // namespace sealift
