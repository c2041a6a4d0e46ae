#include "task/program_name.h"

namespace sealift {

QString programNameAndVersion()
{
    return QStringLiteral("sealift " SEALIFT_VERSION);
}

} // namespace sealift
