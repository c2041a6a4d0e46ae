# The libraries Sealift stands on; README names the reason for each.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Network PrintSupport Sql Svg Widgets)
find_package(Qca-qt6 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(LibLZMA REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBCURL REQUIRED IMPORTED_TARGET libcurl>=7.85)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(LIBNBD REQUIRED IMPORTED_TARGET libnbd)
pkg_check_modules(NBDKIT REQUIRED IMPORTED_TARGET nbdkit)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_path(SEALIFT_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
find_path(SEALIFT_RAPIDJSON_INCLUDE rapidjson/reader.h REQUIRED)
find_path(SEALIFT_ZXCVBN_INCLUDE zxcvbn.h REQUIRED)
find_library(SEALIFT_ZXCVBN_LIBRARY zxcvbn REQUIRED)

# KArchive: KDE Frameworks 6 where it is packaged (Debian 13), else Frameworks 5.116 built for Qt 6 (same source interface).
find_package(KF6Archive QUIET)
if(KF6Archive_FOUND)
    add_library(Sealift::KArchive ALIAS KF6::Archive)
else()
    find_package(KF5Archive 5.116 REQUIRED)
    add_library(Sealift::KArchive ALIAS KF5::Archive)
endif()

# The user's keyring, for passwords that are to be remembered.
find_package(Qt6Keychain REQUIRED)
