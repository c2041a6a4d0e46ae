#include "http/http_transport.h"

#include <algorithm>

namespace sealift {

QByteArray headerValue(const std::vector<HttpHeader> &headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == headers.end())
        return {};
    return found->value.isNull() ? QByteArray("") : found->value;
}

} // namespace sealift
