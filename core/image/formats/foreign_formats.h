#pragma once

#include "base/bytes.h"

#include <QString>

#include <optional>

namespace sealift {

/// A kind of file that is no plain disk and that Sealift does not open as an image, though users try.
struct ForeignFormat {
    QString name;           ///< "a gzip file"
    QString remedy;         ///< what to do with it
    bool container = false; ///< another disk container format; else an archive or a compressed file
};

/// What the file's first bytes say; nothing for what may be a raw disk. @param start up to 512 bytes.
std::optional<ForeignFormat> detectForeignFormat(ByteView start);

} // namespace sealift
