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

/// Looks at a result, and at its error's words: every failure says something.
template <typename T>
void consume(const Result<T> &result)
{
    if (!result && result.error().what().isEmpty())
        qFatal("an error without a word");
}

} // namespace sealift::test
