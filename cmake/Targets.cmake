# The functions with which the folders declare what they are made of.

# Adds each folder that has a CMakeLists.txt, in the order given.
function(pgplumb_add_folders)
  foreach(folder IN LISTS ARGN)
    # The glob makes the build notice a CMakeLists.txt that appears later.
    file(GLOB found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
    if(found)
      add_subdirectory("${folder}")
    endif()
  endforeach()
endfunction()

# What the functions below share: include folders, warnings, dependencies, clang-tidy.
function(pgplumb_configure target scope)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "DEPENDS;LIBRARIES;PUBLIC_LIBRARIES")
  target_include_directories(${target} ${scope}
    "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/src")
  if(NOT scope STREQUAL "INTERFACE")
    target_link_libraries(${target} PRIVATE pgplumb_options ${arg_LIBRARIES})
    if(PGPLUMB_CLANG_TIDY)
      set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${PGPLUMB_CLANG_TIDY_PROGRAM}")
    endif()
  endif()
  target_link_libraries(${target} ${scope} ${arg_PUBLIC_LIBRARIES})
  foreach(name IN LISTS arg_DEPENDS)
    if(NOT TARGET pgplumb_${name})
      message(FATAL_ERROR "${target} depends on ${name}, which comes later in the include table")
    endif()
    target_link_libraries(${target} ${scope} pgplumb_${name})
  endforeach()
endfunction()

# Several sources are compiled as one: a build from nothing takes half of the time. Off in the tidy
# build, which so finds the file that leans on another one's includes.
option(PGPLUMB_UNITY "compile the sources of a folder in groups" ON)

function(pgplumb_use_unity target size)
  if(PGPLUMB_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${size})
  endif()
endfunction()

# pgplumb_library(NAME base SOURCES a.cpp … DEPENDS schema … LIBRARIES OpenSSL::Crypto …)
#   DEPENDS: folders, without the prefix. LIBRARIES: used in sources only;
#   PUBLIC_LIBRARIES: those whose headers appear in the folder's own headers.
# Without SOURCES the folder holds headers only.
function(pgplumb_library)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPENDS;LIBRARIES;PUBLIC_LIBRARIES")
  set(target pgplumb_${arg_NAME})
  set(scope INTERFACE)
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    pgplumb_use_precompiled(${target} precompiled)
    pgplumb_use_unity(${target} 20)
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
  endif()
  pgplumb_configure(${target} ${scope} DEPENDS ${arg_DEPENDS} LIBRARIES ${arg_LIBRARIES}
                    PUBLIC_LIBRARIES ${arg_PUBLIC_LIBRARIES})
endfunction()

# pgplumb_program(NAME pgplumb SOURCES main.cpp DEPENDS cli …): an executable at the top of the
# build folder.
function(pgplumb_program)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPENDS;LIBRARIES")
  add_executable(${arg_NAME} ${arg_SOURCES})
  pgplumb_configure(${arg_NAME} PRIVATE DEPENDS ${arg_DEPENDS} LIBRARIES ${arg_LIBRARIES})
  set_target_properties(${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()

# pgplumb_tests(NAME base SOURCES a_test.cpp … DEPENDS base … [LIBRARIES …] [LABELS …] [TIMEOUT s]
#               [ALONE b_test.cpp …])
# The GoogleTest program base_tests; its tests are found when ctest runs, named base.Suite.Test.
# PGPLUMB_SOURCE_DIR (the repository) is defined for them. ALONE: of the sources, those that name
# things of their own like others do, so that they are not compiled in a group.
function(pgplumb_tests)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT"
                        "SOURCES;DEPENDS;LIBRARIES;LABELS;ALONE")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  set(target ${arg_NAME}_tests)
  add_executable(${target} ${arg_SOURCES})
  pgplumb_use_precompiled(${target} precompiled_tests)
  pgplumb_use_unity(${target} 6)
  set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  pgplumb_configure(${target} PRIVATE DEPENDS ${arg_DEPENDS}
                    LIBRARIES ${arg_LIBRARIES} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(${target} PRIVATE PGPLUMB_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             PGPLUMB_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set(properties TIMEOUT ${arg_TIMEOUT})
  if(arg_LABELS)
    list(APPEND properties LABELS "${arg_LABELS}")
  endif()
  gtest_discover_tests(${target} TEST_PREFIX "${arg_NAME}." DISCOVERY_MODE PRE_TEST
                       NO_PRETTY_VALUES DISCOVERY_TIMEOUT 60
                       PROPERTIES ${properties})
endfunction()

# pgplumb_version_tests(NAME drift COMMAND program … [TIMEOUT s])
# The command once more for each major version of PostgreSQL, named drift.16: run only by
# `ctest -C versions`, as the stage of .ci/run does. SKIPPED where that version's server programs are
# neither installed nor fetched (scripts/fetch-servers).
function(pgplumb_version_tests)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT" "COMMAND")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 1800)
  endif()
  foreach(major IN ITEMS 14 15 16 17 18)
    add_test(NAME ${arg_NAME}.${major} COMMAND ${arg_COMMAND} CONFIGURATIONS versions)
    set_tests_properties(${arg_NAME}.${major} PROPERTIES
      TIMEOUT ${arg_TIMEOUT}
      ENVIRONMENT "PGPLUMB_TEST_MAJOR=${major};PGPLUMB_THIRD_PARTY=${PGPLUMB_THIRD_PARTY}"
      SKIP_RETURN_CODE 77
      SKIP_REGULAR_EXPRESSION "no server to test with")
  endforeach()
endfunction()
