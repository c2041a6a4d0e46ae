#include "storage/object_store.h"

#include <algorithm>

namespace sealift {

Status checkObjectName(const QString &name)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' ||
               c == u'_' || c == u'-';
    };
    const auto parts = QStringView(name).split(u'/');
    const bool good = std::all_of(parts.begin(), parts.end(), [&allowed](QStringView part) {
        return !part.isEmpty() && part != u"." && part != u".." && std::all_of(part.begin(), part.end(), allowed);
    });
    if (!good)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not an object name").arg(name)));
    return {};
}

} // namespace sealift
