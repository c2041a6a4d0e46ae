#pragma once

#include "policy/preflight.h"

#include <functional>

/// Subjects for the tests of preflight.
namespace sealift::test {

/// A Debian that boots by BIOS, and but for an AMI by UEFI, from a raw disk of 20 GiB, as good as it can be; no rule
/// has anything to say of it for a library.
PreflightSubject goodLinux(Destination destination);

/// A Windows as good.
PreflightSubject goodWindows(Destination destination);

/// What makes a subject break one rule.
struct Breach {
    const char *rule;
    Destination destination;
    std::function<void(PreflightSubject &)> make;
    bool windows = false;
};

/// One for each rule at least.
QList<Breach> breaches();

} // namespace sealift::test
