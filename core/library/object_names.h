#pragma once

#include "library/ids.h"

#include <QString>

#include <optional>

namespace sealift {

/// The kinds of files of a repository that lie in a folder each (doc/design.rst, "Repository Layout").
enum class FileKind {
    Key,
    Index,
    Snapshot,
    Lock,
};

/// The one file without an id.
inline constexpr QStringView kConfigName = u"config";
/// Where packs lie, each in a folder named by the first two digits of its id.
inline constexpr QStringView kDataFolder = u"data/";

/// "data/4f/4f1a...".
QString packObjectName(const PackId &id);
/// "keys/", "index/", "snapshots/", "locks/".
QString folderOf(FileKind kind);
/// "keys/4f1a..." and so on.
QString fileObjectName(FileKind kind, const FileId &id);
/// What people call such a file ("key", "index", "snapshot", "lock").
QString kindName(FileKind kind);

/// The id that an object's name ends in; nothing for names of another form (temporary files of other programs), and for
/// packs outside the folder that their name belongs to.
std::optional<Digest> idOfObject(const QString &name);

} // namespace sealift
