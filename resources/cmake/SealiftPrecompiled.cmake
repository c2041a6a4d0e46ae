# Headers that nearly every file reads, compiled once: reading them again takes more than half of a build's time.
#
# sealift_precompiled(TARGET KIND) for KIND of
#   core     Qt Core and the standard library, for libraries; nothing of a user interface, so that layers stay what they are
#   widgets  that and Qt Widgets, for libraries
#   program  what `core` has, for programs
#
# Every file still includes what it uses: with SEALIFT_PRECOMPILED_HEADERS=OFF, or for tests/lint.sh --tidy, which leaves
# these headers out, a missing line is an error.
option(SEALIFT_PRECOMPILED_HEADERS "Compile common headers once" ON)

set(sealift_common_headers
    <algorithm> <array> <atomic> <chrono> <condition_variable> <functional> <limits> <map> <memory> <mutex> <optional>
    <span> <stop_token> <string> <thread> <utility> <variant> <vector>
    <QByteArray> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
    <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QVariant>)

# sealift_precompiled_base(KIND TYPE HEADERS ... LIBRARIES ...): what the targets of one kind share. GCC takes a compiled
# header only where the code model is the same, and that of programs differs from that of libraries.
function(sealift_precompiled_base kind type)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBRARIES" ${ARGN})
    set(target sealift_precompiled_${kind})
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
    file(GENERATE OUTPUT ${source} CONTENT "int main() { return 0; }\n")
    if(type STREQUAL "program")
        add_executable(${target} ${source})
    else()
        add_library(${target} STATIC ${source})
    endif()
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${target} PRIVATE ${ARG_LIBRARIES})
    target_precompile_headers(${target} PRIVATE ${ARG_HEADERS})
endfunction()

function(sealift_precompiled target kind)
    if(SEALIFT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM sealift_precompiled_${kind})
    endif()
endfunction()

if(SEALIFT_PRECOMPILED_HEADERS)
    sealift_precompiled_base(core library HEADERS ${sealift_common_headers} LIBRARIES Qt6::Core Threads::Threads)
    sealift_precompiled_base(widgets library HEADERS ${sealift_common_headers} <QtWidgets> LIBRARIES Qt6::Widgets Threads::Threads)
    sealift_precompiled_base(program program HEADERS ${sealift_common_headers} LIBRARIES Qt6::Core Threads::Threads)
endif()
