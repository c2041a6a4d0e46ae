#pragma once

#include "library/ids.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace sealift {

/// What a node of a tree is (restic's doc/design.rst, "Trees and Data").
enum class NodeType {
    File,
    Dir,
    Symlink,
    Device,
    CharDevice,
    Fifo,
    Socket,
    Irregular,
    Unknown, ///< of a later version
};

/// The bit of a directory in Go's fs.FileMode, which is how nodes store modes: permissions as in Unix, types above
/// them.
inline constexpr quint32 kGoModeDir = 0x80000000;

/// An entry of a directory. Texts are UTF-8, names and link targets whatever bytes the file system had. Times are as
/// the document has them (RFC 3339 with up to nine digits of fractions).
struct TreeNode {
    QByteArray name;
    NodeType type = NodeType::File;
    quint32 mode = 0;
    QByteArray modified;
    QByteArray accessed;
    QByteArray changed;
    quint32 uid = 0;
    quint32 gid = 0;
    QByteArray user;
    QByteArray group;
    quint64 inode = 0;
    quint64 deviceId = 0;
    quint64 size = 0; ///< bytes of a file
    quint64 links = 0;
    QByteArray linkTarget;
    quint64 device = 0;
    bool hasContent = false;     ///< a list of blobs is there, be it empty
    quint64 contentCount = 0;    ///< blobs in it
    std::vector<BlobId> content; ///< they themselves, unless reading left them out
    std::optional<BlobId> subtree;
};

/// As documents spell it ("file", "dir", ...); empty for Unknown.
QByteArray nodeTypeName(NodeType type);
NodeType nodeTypeOf(QByteArrayView name);

} // namespace sealift
