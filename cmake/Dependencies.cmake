# The libraries that pgplumb uses. All come from packages; libpg_query may be built (PgQuery.cmake).
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

include(PgQuery)

pkg_check_modules(PQXX REQUIRED IMPORTED_TARGET GLOBAL libpqxx>=6.4)
add_library(Pqxx::Pqxx ALIAS PkgConfig::PQXX)

find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# yaml-cpp's own package names its target differently from version to version.
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

if(PGPLUMB_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
