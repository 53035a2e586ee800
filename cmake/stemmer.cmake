# Snowball's stemming algorithms in C, from an npm package that carries the source (installed without its scripts).
set(TRELLIS_STEMMER_DIR ${CMAKE_SOURCE_DIR}/node_modules/node-snowball/src/libstemmer)
if(NOT EXISTS ${TRELLIS_STEMMER_DIR}/runtime/api.c)
  message(FATAL_ERROR "Snowball's source is missing. Run: npm ci --ignore-scripts")
endif()
add_library(trellis_stemmer STATIC
  ${TRELLIS_STEMMER_DIR}/runtime/api.c
  ${TRELLIS_STEMMER_DIR}/runtime/utilities.c
  ${TRELLIS_STEMMER_DIR}/src_c/stem_UTF_8_english.c
  ${TRELLIS_STEMMER_DIR}/src_c/stem_UTF_8_spanish.c)
target_include_directories(trellis_stemmer SYSTEM PUBLIC ${TRELLIS_STEMMER_DIR}/src_c ${TRELLIS_STEMMER_DIR}/runtime)
target_compile_options(trellis_stemmer PRIVATE -w)
