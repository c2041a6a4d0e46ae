#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace sealift {

/// A value, or the reason why there is none. Every fallible function of core returns one; exceptions of wrapped
/// libraries are caught where the library is called.
template <typename T>
using Result = tl::expected<T, Error>;

/// Success, or the reason of the failure.
using Status = Result<void>;

/// An Error as any Result's failure.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sealift

#define SEALIFT_JOIN_(a, b) a##b
#define SEALIFT_JOIN(a, b) SEALIFT_JOIN_(a, b)

/// Evaluates a Result or Status; on failure returns its Error from the enclosing function.
#define SEALIFT_TRY(...)                                                                                               \
    do {                                                                                                               \
        if (auto sealiftTried = (__VA_ARGS__); !sealiftTried)                                                          \
            return ::sealift::fail(std::move(sealiftTried).error());                                                   \
    } while (false)

/// `SEALIFT_ASSIGN(auto value, expression)`: binds the Result's value, or returns its Error from the enclosing
/// function.
#define SEALIFT_ASSIGN(declaration, ...)                                                                               \
    auto SEALIFT_JOIN(sealiftResult, __LINE__) = (__VA_ARGS__);                                                        \
    if (!SEALIFT_JOIN(sealiftResult, __LINE__))                                                                        \
        return ::sealift::fail(std::move(SEALIFT_JOIN(sealiftResult, __LINE__)).error());                              \
    declaration = std::move(*SEALIFT_JOIN(sealiftResult, __LINE__))
