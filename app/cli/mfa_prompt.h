#pragma once

#include "aws/credential_chain.h"

namespace sealift {

class Console;

/// Asks for the code of an MFA device on the process's terminal, with echo off. The code is kept and logged nowhere.
/// The console must outlive it. Its errors: NotFound where there is no terminal, Cancelled, InvalidArgument (nothing
/// was typed).
MfaPrompt mfaPrompt(Console &console);

} // namespace sealift
