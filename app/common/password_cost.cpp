#include "common/password_cost.h"

namespace sealift {

ScryptParameters passwordCost()
{
    constexpr std::chrono::milliseconds kOpeningTime{250};
    constexpr quint64 kOpeningMemory = 64ULL << 20;
    return calibrateScrypt(kOpeningTime, kOpeningMemory);
}

} // namespace sealift
