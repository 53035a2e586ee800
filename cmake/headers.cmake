# Header-only libraries from Debian, linked into one folder of the build tree. emcc must not see /usr/include as a
# whole (it holds glibc), so only these two come along.
find_path(TRELLIS_JSON_DIR nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_path(TRELLIS_EXPECTED_DIR tl/expected.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include)
file(CREATE_LINK ${TRELLIS_JSON_DIR}/nlohmann ${CMAKE_BINARY_DIR}/include/nlohmann SYMBOLIC)
file(CREATE_LINK ${TRELLIS_EXPECTED_DIR}/tl ${CMAKE_BINARY_DIR}/include/tl SYMBOLIC)
add_library(trellis_headers INTERFACE)
target_include_directories(trellis_headers SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/include)
