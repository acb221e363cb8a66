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

# With this allocator `verify` takes a quarter less time than with the C library's. Programs ask for
# it with pgplumb_allocator; where it is not installed, and beside the sanitizers, which bring their
# own, that target is empty.
find_library(PGPLUMB_JEMALLOC NAMES libjemalloc_pic.a)
mark_as_advanced(PGPLUMB_JEMALLOC)
add_library(pgplumb_allocator INTERFACE)
if(PGPLUMB_JEMALLOC AND NOT PGPLUMB_SANITIZE)
  target_sources(pgplumb_allocator INTERFACE "${PROJECT_SOURCE_DIR}/src/cli/allocator.cpp")
  target_link_libraries(pgplumb_allocator INTERFACE "${PGPLUMB_JEMALLOC}" Threads::Threads
                                                    ${CMAKE_DL_LIBS} m)
endif()

if(PGPLUMB_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
