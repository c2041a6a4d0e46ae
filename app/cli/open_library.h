#pragma once

#include "cli/command.h"
#include "cli/password_source.h"
#include "library/repository.h"

namespace sealift {

/// The name of the variable that names the library where --library does not.
inline constexpr auto kLibraryVariable = "SEALIFT_LIBRARY";

/// Where a library is, and what opens it.
struct LibraryAccess {
    QString location;
    Password password;
};

/// Finds out which library is meant, looks whether there is one, and only then asks for its password where no file has
/// it. Errors: InvalidArgument (no library was named); NotFound (there is none); those of the store and of the
/// password.
Result<LibraryAccess> libraryAccess(const CommandContext &context);

/// Opens the library. A recovery passphrase may be typed as people type. A person may try a wrong password again,
/// twice. Errors: those of Repository::open(); WrongPassword says so where the password is a mistyped recovery
/// passphrase.
Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context, LibraryAccess access);

/// Both.
Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context);

} // namespace sealift
