#include "image/inspect/shim/preload_library.h"

// The assembler puts the file that the build made into the program as it is.
asm(".section .rodata\n"
    ".balign 16\n"
    ".global sealift_preload_begin\n"
    ".global sealift_preload_end\n"
    ".hidden sealift_preload_begin\n"
    ".hidden sealift_preload_end\n"
    "sealift_preload_begin:\n"
    ".incbin \"" SEALIFT_PRELOAD_FILE "\"\n"
    "sealift_preload_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const std::byte sealift_preload_begin;
extern const std::byte sealift_preload_end;
}

namespace sealift {

ByteView preloadLibrary()
{
    return {&sealift_preload_begin, &sealift_preload_end};
}

} // namespace sealift
