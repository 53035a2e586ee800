// SPDX-License-Identifier: MIT
// The files of content/: those embedded at build time (scripts/embed-content.cmake), and packs that came later, such as
// the words of a further language in the browser. No file is parsed here.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace trellis::content {

struct BundledFile {
  std::string_view path;  // below content/, for example "rules/T.DRIVER.json"
  std::string_view text;  // UTF-8 JSON
};

/// All embedded files, ordered by path.
std::span<const BundledFile> embedded_files();

/// First 16 hex digits of a SHA-256 over paths and texts of all content, embedded or in packs of the same build.
std::string_view bundle_version();

/// Adds the files of a pack: for each a line "path size" and then `size` bytes of text. A pack that is not whole, or
/// whose files are here already, changes nothing. @return whether the files are here now
bool add_pack(std::string_view pack);

/// All files that are here: embedded ones and those of packs.
std::vector<BundledFile> all_files();

/// Whether any file is here whose path starts so.
bool has_files(std::string_view beginning);

/// Whether the words of a language are here. English is always: it stands in the files themselves. Those of the library
/// come in a pack of their own and do not count.
bool has_locale(std::string_view tag);

/// Whether a file belongs to the library (library/, locales/<tag>/library-*), which has a reader of its own.
bool is_library_file(std::string_view path);

}  // namespace trellis::content
