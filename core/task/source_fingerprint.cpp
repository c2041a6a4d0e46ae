#include "task/source_fingerprint.h"

#include "crypto/digest.h"

namespace sealift {

QString fingerprintOf(const DiskImage &image)
{
    Sha256 hash;
    for (const auto &file : image.files) {
        const auto &id = file.identity;
        const auto line = QStringLiteral("%1\n%2 %3 %4 %5 %6\n")
                              .arg(file.path)
                              .arg(id.device)
                              .arg(id.inode)
                              .arg(id.size)
                              .arg(id.modified)
                              .arg(id.statusChange)
                              .toUtf8();
        hash.add(viewOf(line));
    }
    return hash.finish().hex();
}

} // namespace sealift
