#pragma once

#include "cli/command.h"
#include "cli/password_source.h"
#include "cli/store_access.h"
#include "library/repository.h"
#include "task/task_settings.h"

namespace sealift {

/// The name of the variable that names the library where --library does not.
inline constexpr auto kLibraryVariable = "SEALIFT_LIBRARY";

/// The options and variables of a command that name a library, and how it is reached and opened.
struct LibraryWords {
    QString option = QStringLiteral("library");
    const char *variable = kLibraryVariable; ///< null: there is none
    QString passwordOption = QStringLiteral("password-file");
    const char *passwordVariable = kPasswordFileVariable;
    QString storePrefix = {}; ///< as storeSettings() has it
};

/// Where a library is, and what opens it.
struct LibraryAccess {
    QString location;
    StoreSettings store;
    StoreIdentity identity; ///< once the store was opened
    Password password;

    /// For a task: the same place, whatever the working directory of whoever executes it.
    LibrarySettings settings() const;
};

/// Finds out which library is meant, looks whether there is one, and only then asks for its password where no file has
/// it. Errors: InvalidArgument (no library was named); NotFound (there is none); those of the store and of the
/// password.
Result<LibraryAccess> libraryAccess(const CommandContext &context, const LibraryWords &words = {});

/// Opens the library. A recovery passphrase may be typed as people type. A person may try a wrong password again,
/// twice. Errors: those of Repository::open(); WrongPassword says so where the password is a mistyped recovery
/// passphrase.
/// @param access keeps the password that was right in the end.
Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context, LibraryAccess &access);

/// Opens the library of a task that is executed again: by its password file, or by a password that is asked for.
Result<std::unique_ptr<Repository>> openTaskLibrary(const CommandContext &context, const LibrarySettings &library);

/// Both.
Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context);

} // namespace sealift
