#include "crypto/random.h"

#include <QtGlobal>

#include <openssl/rand.h>

#include <limits>

namespace sealift {

void fillRandom(MutableBytes out)
{
    Q_ASSERT(out.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
    if (RAND_bytes(uchars(out), static_cast<int>(out.size())) != 1)
        qFatal("the system's random generator failed");
}

QCA::SymmetricKey randomKey(int size)
{
    QCA::SymmetricKey key(size);
    fillRandom({reinterpret_cast<std::byte *>(key.data()), static_cast<std::size_t>(size)});
    return key;
}

} // namespace sealift
