# Compiler cache, fast linker, warnings and sanitizers: what applies to every target of pgplumb.
include(CheckLinkerFlag)

find_program(PGPLUMB_CCACHE ccache)
mark_as_advanced(PGPLUMB_CCACHE)
if(PGPLUMB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${PGPLUMB_CCACHE}")
  # Without this the cache refuses every file that uses precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
      "${PGPLUMB_CCACHE}")
endif()

foreach(linker IN ITEMS lld mold)
  check_linker_flag(CXX "-fuse-ld=${linker}" PGPLUMB_HAS_${linker})
  if(PGPLUMB_HAS_${linker})
    add_link_options("-fuse-ld=${linker}")
    break()
  endif()
endforeach()

add_library(pgplumb_options INTERFACE)
target_compile_options(pgplumb_options INTERFACE -Wall -Wextra -Wconversion)
if(PGPLUMB_WARNINGS_AS_ERRORS)
  target_compile_options(pgplumb_options INTERFACE -Werror)
endif()
if(PGPLUMB_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
  target_compile_options(pgplumb_options INTERFACE ${sanitizers} -fno-omit-frame-pointer)
  target_link_options(pgplumb_options INTERFACE ${sanitizers})
endif()

if(PGPLUMB_CLANG_TIDY)
  find_program(PGPLUMB_CLANG_TIDY_PROGRAM clang-tidy REQUIRED)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(pgplumb_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
endif()
