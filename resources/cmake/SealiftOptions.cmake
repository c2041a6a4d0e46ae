# Compiler and linker settings of every target.
find_program(SEALIFT_CCACHE ccache)
if(SEALIFT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are kept, too, when it need not tell apart what they define; no header of ours asks for the time.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${SEALIFT_CCACHE}")
endif()

# "Dev" keeps assertions and line numbers, yet is quick enough to run the whole test suite on real disk images.
# project() has made an empty entry for the flags of a configuration it does not know.
if(NOT CMAKE_CXX_FLAGS_DEV)
    set(CMAKE_CXX_FLAGS_DEV "-O1 -g1" CACHE STRING "Flags of the development build" FORCE)
endif()
set(CMAKE_EXE_LINKER_FLAGS_DEV "" CACHE STRING "Linker flags of the development build")
set(CMAKE_SHARED_LINKER_FLAGS_DEV "" CACHE STRING "Linker flags of the development build")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wcast-align -Wformat=2 -Wimplicit-fallthrough)
if(SEALIFT_WERROR)
    add_compile_options(-Werror)
    # With full optimisation GCC 12 takes temporaries for unset where they are not. It may say so, but must not keep whoever
    # builds a release from it; the development build and CI have no such exception.
    add_compile_options($<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=maybe-uninitialized>)
endif()
add_compile_definitions(QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS)
# Qt 6.4 is the oldest supported; what later releases deprecate cannot be replaced while it is, and is no error there.
add_compile_definitions(QT_WARN_DEPRECATED_UP_TO=0x060400)
# Qt switches Q_ASSERT off in every configuration that is not called Debug.
add_compile_definitions($<$<CONFIG:Dev>:QT_FORCE_ASSERTS>)

# Hardening. _FORTIFY_SOURCE needs optimisation and quarrels with the sanitizers.
add_compile_options(-fstack-protector-strong -fstack-clash-protection -fcf-protection)
add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
if(SEALIFT_SANITIZE)
    add_compile_options(-fsanitize=${SEALIFT_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SEALIFT_SANITIZE})
    # What AddressSanitizer adds to the code makes GCC 12 take the empty std::optional for one that was never set.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    if(SEALIFT_FUZZ)
        # Everything tells libFuzzer where it has been; only the targets have its main().
        add_compile_options(-fsanitize=fuzzer-no-link)
        add_link_options(-fsanitize=fuzzer-no-link)
    endif()
else()
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
include(CheckPIESupported)
check_pie_supported()
