# Every file the core reads at run time, sorted by path, becomes one string in a generated C++ file.
file(GLOB_RECURSE TRELLIS_CONTENT CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/content ${CMAKE_SOURCE_DIR}/content/*.json)
list(FILTER TRELLIS_CONTENT EXCLUDE REGEX "^schema/|^glossary[.]json$|/ui[a-z-]*[.]json$")
set(TRELLIS_CONTENT_PATHS)
foreach(path IN LISTS TRELLIS_CONTENT)
  list(APPEND TRELLIS_CONTENT_PATHS ${CMAKE_SOURCE_DIR}/content/${path})
endforeach()
# What leaders do well is read in the library and rated when growing. A browser gets the two at different times, so these
# files go along twice. Each row: the second name, and the file.
set(TRELLIS_CONTENT_AGAIN
  "growth/leadership.json=library/leadership.json"
  "locales/es/growth-leadership.json=locales/es/library-leadership.json")
foreach(row IN LISTS TRELLIS_CONTENT_AGAIN)
  string(REGEX REPLACE "=.*$" "" name "${row}")
  list(APPEND TRELLIS_CONTENT ${name})
endforeach()
list(SORT TRELLIS_CONTENT)
# A browser fetches the words of a language when somebody reads it, and the library when somebody opens it; the command
# line carries them all. Each row: the name of a pack, and which files below content/ it holds (the first row that fits).
set(TRELLIS_PACKS)
set(TRELLIS_PACK_FILES)
if(EMSCRIPTEN)
  set(TRELLIS_PACKS
    "library=^library/"
    "growth=^growth/"
    "library-es=^locales/es/library-"
    "es=^locales/es/")
  foreach(pack IN LISTS TRELLIS_PACKS ITEMS examples=)
    string(REGEX REPLACE "=.*$" "" name "${pack}")
    list(APPEND TRELLIS_PACK_FILES ${CMAKE_BINARY_DIR}/wasm/content-${name}.txt)
  endforeach()
endif()
set(TRELLIS_CONTENT_BUNDLE ${CMAKE_BINARY_DIR}/generated/content_bundle.cpp)
add_custom_command(
  OUTPUT ${TRELLIS_CONTENT_BUNDLE} ${TRELLIS_PACK_FILES}
  COMMAND ${CMAKE_COMMAND} -D ROOT=${CMAKE_SOURCE_DIR}/content -D "FILES=${TRELLIS_CONTENT}" -D OUT=${TRELLIS_CONTENT_BUNDLE}
          -D "AGAIN=${TRELLIS_CONTENT_AGAIN}" -D "PACKS=${TRELLIS_PACKS}" -D PACK_FOLDER=${CMAKE_BINARY_DIR}/wasm
          -P ${CMAKE_SOURCE_DIR}/scripts/embed-content.cmake
  DEPENDS ${TRELLIS_CONTENT_PATHS} ${CMAKE_SOURCE_DIR}/scripts/embed-content.cmake
  COMMENT "Embedding content"
  VERBATIM)
