#include "base/size_text.h"

#include <QLocale>

namespace sealift {

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 2, QLocale::DataSizeIecFormat);
}

} // namespace sealift
