# sealift_add_module(NAME SOURCES ... DEPENDS ... [LIBRARIES ...] [PRIVATE_LIBRARIES ...])
#
# One static library a core module. The arrows between modules point down only; what makes that more than a
# rule on paper is `layer_NAME`: a program made of the whole module and of the modules it declares, nothing else.
# A call into an undeclared module leaves it with an undefined symbol, and the build fails.
function(sealift_add_module name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    set(target sealift_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(Sealift::${name} ALIAS ${target})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/core)
    set(dependencies ${ARG_DEPENDS})
    list(TRANSFORM dependencies PREPEND Sealift::)
    target_link_libraries(${target} PUBLIC ${dependencies} ${ARG_LIBRARIES} PRIVATE ${ARG_PRIVATE_LIBRARIES})

    sealift_precompiled(${target} core)

    set(layer layer_${name})
    set(main ${CMAKE_CURRENT_BINARY_DIR}/${layer}.cpp)
    file(GENERATE OUTPUT ${main} CONTENT "int main() { return 0; }\n")
    add_executable(${layer} ${main})
    set_target_properties(${layer} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${layer} PRIVATE "-Wl,--whole-archive $<TARGET_FILE:${target}> -Wl,--no-whole-archive" ${target})
endfunction()
