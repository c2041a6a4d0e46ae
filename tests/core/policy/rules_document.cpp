// Prints the table of preflight's rules, as core/policy/README.md has it.

#include "policy/preflight.h"

#include <cstdio>

int main()
{
    const auto text = sealift::rulesDocument();
    return std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout) ==
                   static_cast<std::size_t>(text.size())
               ? 0
               : 1;
}
