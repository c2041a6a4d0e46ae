#pragma once

#include <QString>

namespace sealift {

/// A size in IEC units with two decimals ("417.25 MiB"); exact below 1 KiB ("812 bytes"). Not translated.
QString sizeText(qint64 bytes);

} // namespace sealift
