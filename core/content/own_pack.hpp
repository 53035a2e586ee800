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
  std::vector<std::string> unused_paths;                    // files that are right and that the app has no use for
};

/// Reads a pack (content/schema/pack.schema.json) and looks up every id that it names, among its own and ours. Shapes
/// of rows are not looked at: that is the schemas' work.
/// @param text    the file: JSON, UTF-8
/// @param locale  the language to read it in
/// @errors content.not_here, with the name of the pack of ours to add; else content.not_json, content.missing_field,
///         content.wrong_type, content.unknown_id, content.duplicate_id. The detail says where.
Result<OwnPack> read_own_pack(std::string_view text, std::string_view locale);

}  // namespace trellis::content
