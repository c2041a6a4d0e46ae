#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>

/// What each target defines: parses the bytes, and returns 0. Called by libFuzzer, or by fuzz_driver.cpp, any number of
/// times in one process. A crash, a failed assertion or an end that does not come is what is looked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace sealift::test {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Uses a result, so that no compiler leaves its making out, and its error's words with it.
template <typename T>
void consume(const Result<T> &result)
{
    static volatile qsizetype length = 0;
    length = result ? 1 : result.error().what().size();
}

} // namespace sealift::test
