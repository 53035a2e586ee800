// SPDX-License-Identifier: MIT
// A content pack that a person loaded, for example the facts of another state: read beside our content, never into it.
// What it holds is kept apart, so that a page can always say what comes from whose file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::content {

struct OwnPack {
  std::string id;
  std::string name;
  std::string jurisdiction;  // "US-TX"; empty: everywhere
  std::string as_of;         // "2026-11"
  std::string language;      // of its texts in the asked language: that language, or the pack's own
  Catalog catalog;           // ours with the pack's roles and sources in it
  std::map<std::string, base::Json, std::less<>> sections;  // its own rows by section of the library
  std::vector<std::string> role_ids;                        // its own, in order
  std::vector<std::string> source_ids;                      // its own, in order
  std::vector<std::string> unused_paths;                    // files that the app has no use for
};

/// Longest file of somebody else, a pack or a program's ladder: bytes as an entry keeps it, which is as a JSON text.
inline constexpr std::size_t kOwnFileBytesMax = std::size_t{60} * 1024;

/// Whether a file of somebody else can be kept. Looked at first, before anything in it is read.
bool fits_an_entry(std::string_view text);

/// Whether a pack may hold a file at this path below content/. Others are neither read nor checked.
bool is_pack_path(std::string_view path);

/// Reads a pack (content/schema/pack.schema.json) and looks up every id that it names, among its own and ours; its
/// words in other languages may name its own rows alone. Shapes of rows are not looked at: that is the schemas' work.
/// @param text    the file: JSON, UTF-8
/// @param locale  the language to read it in
/// @errors content.not_here, with the name of the pack of ours to add; else content.too_long, content.not_json,
///         content.missing_field, content.wrong_type, content.unknown_key, content.unknown_id, content.duplicate_id.
///         The detail says where.
Result<OwnPack> read_own_pack(std::string_view text, std::string_view locale);

}  // namespace trellis::content
