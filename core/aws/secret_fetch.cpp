#include "aws/secret_fetch.h"

namespace sealift {

Result<SecretAnswer> fetchSecret(HttpTransport &transport, HttpRequest request, const std::stop_token &stop)
{
    constexpr int kMaxAnswer = 32 * 1024;
    SecretAnswer answer;
    answer.secret.resize(kMaxAnswer);
    request.into = {reinterpret_cast<std::byte *>(answer.secret.data()), static_cast<std::size_t>(kMaxAnswer)};
    SEALIFT_ASSIGN(answer.response, transport.send(request, stop));
    answer.secret.resize(answer.ok() ? static_cast<int>(answer.response.received) : 0);
    return answer;
}

} // namespace sealift
