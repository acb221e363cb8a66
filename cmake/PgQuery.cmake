# Defines PgQuery::PgQuery: libpg_query 17 or newer with the C node headers of its parser.
#   1. a system package whose pg_query.h says PostgreSQL 17 or newer and that has the node headers;
#   2. else the pinned source archive (scripts/fetch-deps), built once into PGPLUMB_THIRD_PARTY and
#      shared by all build folders.
set(PGPLUMB_THIRD_PARTY "${PROJECT_SOURCE_DIR}/third_party" CACHE PATH
    "where fetched archives and the libraries built from them are kept")
option(PGPLUMB_SYSTEM_PGQUERY "use an installed libpg_query when it is new enough" ON)

set(PGQUERY_VERSION 17-6.1.0)
set(PGQUERY_SHA256 a3dc0e4084a23da35128d4e9809ff27241c29a44fde74ba40a378b33d2cdefe2)

# Sets `found` in the caller when a usable package is installed, and defines the target.
function(pgquery_from_system)
  set(found FALSE PARENT_SCOPE)
  find_path(PGQUERY_INCLUDE pg_query.h)
  find_library(PGQUERY_LIBRARY NAMES libpg_query.a pg_query)
  mark_as_advanced(PGQUERY_INCLUDE PGQUERY_LIBRARY)
  set(nodes "${PGQUERY_INCLUDE}/pg_query/postgres")
  if(NOT (PGQUERY_INCLUDE AND PGQUERY_LIBRARY AND EXISTS "${nodes}/postgres.h"))
    return()
  endif()
  file(STRINGS "${PGQUERY_INCLUDE}/pg_query.h" version REGEX "define PG_VERSION_NUM")
  if(NOT "${version}" MATCHES "([0-9]+)$" OR CMAKE_MATCH_1 LESS 170000)
    return()
  endif()
  message(STATUS "libpg_query: installed, PostgreSQL ${CMAKE_MATCH_1}")
  add_library(pgquery INTERFACE)
  target_include_directories(pgquery SYSTEM INTERFACE
    "${PGQUERY_INCLUDE}" "${PGQUERY_INCLUDE}/pg_query" "${nodes}")
  target_link_libraries(pgquery INTERFACE "${PGQUERY_LIBRARY}" Threads::Threads)
  set(found TRUE PARENT_SCOPE)
endfunction()

# Fetches, checks, unpacks and builds the archive unless that was done before.
function(pgquery_build source library)
  file(MAKE_DIRECTORY "${PGPLUMB_THIRD_PARTY}")
  file(LOCK "${PGPLUMB_THIRD_PARTY}" DIRECTORY GUARD FUNCTION)  # several build folders share it
  if(EXISTS "${library}")
    return()
  endif()
  set(archive "${PGPLUMB_THIRD_PARTY}/libpg_query-${PGQUERY_VERSION}.tar.gz")
  execute_process(COMMAND "${PROJECT_SOURCE_DIR}/scripts/fetch-deps" "${PGPLUMB_THIRD_PARTY}"
                  COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 "${archive}" sha256)
  if(NOT sha256 STREQUAL PGQUERY_SHA256)
    message(FATAL_ERROR "${archive}: SHA-256 is ${sha256}, not the pinned one")
  endif()
  message(STATUS "libpg_query: building ${PGQUERY_VERSION} once")
  file(REMOVE_RECURSE "${source}")
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${PGPLUMB_THIRD_PARTY}")
  get_filename_component(build "${library}" DIRECTORY)
  file(REMOVE_RECURSE "${build}")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${PROJECT_SOURCE_DIR}/cmake/libpg_query" -B "${build}" -G Ninja
            "-DSOURCE=${source}" "-DCMAKE_MAKE_PROGRAM=${CMAKE_MAKE_PROGRAM}"
            "-DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER}"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${build}"
                  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(pgquery_from_archive)
  set(source "${PGPLUMB_THIRD_PARTY}/libpg_query-${PGQUERY_VERSION}")
  set(library "${source}-${CMAKE_SYSTEM_PROCESSOR}/libpg_query.a")
  pgquery_build("${source}" "${library}")
  message(STATUS "libpg_query: ${PGQUERY_VERSION}, built from the pinned archive")
  add_library(pgquery STATIC IMPORTED GLOBAL)
  set_target_properties(pgquery PROPERTIES IMPORTED_LOCATION "${library}")
  target_include_directories(pgquery SYSTEM INTERFACE
    "${source}" "${source}/vendor" "${source}/src" "${source}/src/include"
    "${source}/src/postgres/include")
  target_link_libraries(pgquery INTERFACE Threads::Threads)
endfunction()

set(found FALSE)
if(PGPLUMB_SYSTEM_PGQUERY)
  pgquery_from_system()
endif()
if(NOT found)
  pgquery_from_archive()
endif()
add_library(PgQuery::PgQuery ALIAS pgquery)
