#include "library/object_names.h"

namespace sealift {

QString packObjectName(const PackId &id)
{
    const auto hex = id.hex();
    return QStringLiteral("data/%1/%2").arg(QStringView(hex).left(2), hex);
}

QString folderOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Key:
        return QStringLiteral("keys/");
    case FileKind::Index:
        return QStringLiteral("index/");
    case FileKind::Snapshot:
        return QStringLiteral("snapshots/");
    case FileKind::Lock:
        return QStringLiteral("locks/");
    }
    Q_UNREACHABLE();
}

QString fileObjectName(FileKind kind, const FileId &id)
{
    return folderOf(kind) + id.hex();
}

QString kindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Key:
        return QStringLiteral("key");
    case FileKind::Index:
        return QStringLiteral("index");
    case FileKind::Snapshot:
        return QStringLiteral("snapshot");
    case FileKind::Lock:
        return QStringLiteral("lock");
    }
    Q_UNREACHABLE();
}

std::optional<Digest> idOfObject(const QString &name)
{
    const auto base = QStringView(name).mid(name.lastIndexOf(u'/') + 1);
    const auto id = Digest::fromHex(base);
    if (!id)
        return std::nullopt;
    if (name.startsWith(kDataFolder) && name != packObjectName(*id))
        return std::nullopt;
    return *id;
}

} // namespace sealift
