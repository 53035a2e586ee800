# Flags for our own code: warnings are errors, and the sanitised build sees every room.
add_library(trellis_flags INTERFACE)
target_compile_options(trellis_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Werror
  -Wno-overlength-strings)  # embedded content: one literal a file
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees overlapping copies in operator+ of two strings (its bug 105651).
  target_compile_options(trellis_flags INTERFACE -Wno-restrict)
else()
  target_compile_options(trellis_flags INTERFACE -Wreserved-identifier)
endif()
if(TRELLIS_SANITIZE)  # clang only: see the preset asan
  target_compile_options(trellis_flags INTERFACE
    -fsanitize=address,undefined -fsanitize-address-use-after-return=always -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(trellis_flags INTERFACE -fsanitize=address,undefined)
endif()
if(TRELLIS_FUZZ)
  target_compile_options(trellis_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN)
  # A throw ends the module: expected failures are values here, so only a broken build or no memory can
  # throw, the worker tells the page that the core has stopped, and no unwinding code is downloaded (7 kB).
  # Small before fast, but for the rooms that read text (wasm/CMakeLists.txt sets TRELLIS_HOT).
  target_compile_options(trellis_flags INTERFACE
    $<IF:$<BOOL:$<TARGET_PROPERTY:TRELLIS_HOT>>,-O2,-Oz>
    $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti -fno-exceptions>)
endif()
