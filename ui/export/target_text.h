#pragma once

#include "ui/export/export_draft.h"

#include <QString>

namespace sealift {

/// Targets, formats and their options in the user's language.

QString targetTitle(const WriteTarget &target);
/// What to know about it; may be empty.
QString targetNote(const WriteTarget &target);
QString subformatText(WriteSubformat subformat);
QString compressionText(WriteCompression compression);
/// "VHDX, growing", "qcow2, compressed (zlib)"
QString formatText(WriteFormat format, const WriteOptions &options);

} // namespace sealift
