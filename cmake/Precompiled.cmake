# Headers that nearly every file includes, compiled once: half of the time of a build goes there.
# Off in the tidy build, which so finds the file that leans on another one's includes.
option(PGPLUMB_PRECOMPILE "compile the common headers once" ON)

set(PGPLUMB_COMMON_HEADERS
  <algorithm> <chrono> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string>
  <tuple> <unordered_map> <variant> <vector>
  schema/catalog.hpp)

# Defines pgplumb_NAME, from which other targets take the compiled headers.
function(pgplumb_precompiled name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBRARIES")
  set(target pgplumb_${name})
  set(source "${PROJECT_BINARY_DIR}/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Only carries the headers.\n")
  add_library(${target} OBJECT "${source}")
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(${target} PRIVATE pgplumb_options ${arg_LIBRARIES})
  target_precompile_headers(${target} PRIVATE ${PGPLUMB_COMMON_HEADERS} ${arg_HEADERS})
endfunction()

if(PGPLUMB_PRECOMPILE)
  pgplumb_precompiled(precompiled)
  if(PGPLUMB_TESTS)
    pgplumb_precompiled(precompiled_tests HEADERS <gtest/gtest.h> <gmock/gmock.h>
                        LIBRARIES GTest::gtest GTest::gmock)
  endif()
endif()

# Lets TARGET use what pgplumb_NAME has compiled.
function(pgplumb_use_precompiled target name)
  if(PGPLUMB_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM pgplumb_${name})
  endif()
endfunction()
