// SPDX-License-Identifier: MIT
// From files to one library: reads every section, lays the asked language over it, looks up what its rows name.
#include "content/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "content/json_fields.hpp"

namespace trellis::content {
namespace {

constexpr std::string_view kFolder = "library/";

/// Says how far a translation is. For people, not for the core.
constexpr std::string_view kStatusKey = "status";

const std::string& text_of(const Json& row, const char* key) {
  static const std::string kNone;
  const auto found = row.find(std::string(key));
  const std::string* text = found == row.end() ? nullptr : found->get_ptr<const std::string*>();
  return text == nullptr ? kNone : *text;
}

std::vector<std::string> texts_of(const Json& row, const char* key) {
  std::vector<std::string> texts;
  const auto found = row.find(std::string(key));
  if (found == row.end() || !found->is_array()) return texts;
  for (const Json& text : *found) {
    if (text.is_string()) texts.push_back(text.get<std::string>());
  }
  return texts;
}

Json* row_with(Json& rows, std::string_view id) {
  for (Json& row : rows) {
    if (text_of(row, "id") == id) return &row;
  }
  return nullptr;
}

/// Puts `words` over `target`: texts over texts, lists of texts over lists as long, objects over rows by their ids. An
/// id is no word.
void put_words(Json& target, const Json& words, const std::string& where, Fault& fault) {
  if (target.is_string() && words.is_string()) {
    target = words;
    return;
  }
  if (target.is_array() && words.is_array() && target.size() == words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) put_words(target[i], words[i], where, fault);
    return;
  }
  if (!words.is_object() || target.is_string()) return fault.report("content.wrong_type", where);
  for (const auto& [key, value] : words.get_ref<const Json::object_t&>()) {
    if (key == kStatusKey && value.is_string()) continue;
    Json* inner = nullptr;
    if (target.is_array()) inner = row_with(target, key);
    if (target.is_object() && target.contains(key) && key != "id") inner = &target[key];
    if (inner == nullptr) return fault.report("content.unknown_id", place(where, key));
    put_words(*inner, value, place(where, key), fault);
  }
}

std::string section_of(std::string_view path, std::string_view beginning) {
  constexpr std::string_view kEnd = ".json";
  return std::string(path.substr(beginning.size(), path.size() - beginning.size() - kEnd.size()));
}

void read_sections(std::span<const BundledFile> files, Library& library, Fault& fault) {
  for (const BundledFile& file : files) {
    if (!file.path.starts_with(kFolder)) continue;
    Json rows_read = parse_json(file.path, file.text, fault);
    rows(rows_read, std::string(file.path), fault);
    Json& section = library.sections.emplace(section_of(file.path, kFolder), Json::array()).first->second;
    for (Json& row : rows_read) section.push_back(std::move(row));  // packs of others add to a section
  }
}

void overlay_sections(std::span<const BundledFile> files, const std::string& locale, Library& library, Fault& fault) {
  const std::string beginning = "locales/" + locale + "/library-";
  for (const BundledFile& file : files) {
    if (!file.path.starts_with(beginning)) continue;
    const std::string path(file.path);
    const auto section = library.sections.find(section_of(path, beginning));
    if (section == library.sections.end()) return fault.report("content.unknown_id", path);
    put_words(section->second, parse_json(path, file.text, fault), path, fault);
  }
}

/// Whether an id under a key of a row exists. Keys that hold no ids, and sections that are not there, are no matter.
bool is_known(std::string_view key, const std::string& id, const Library& library, const Catalog& catalog) {
  if (key == "clauses") return catalog.find_clause(id) != nullptr;
  if (key == "sources") return catalog.find_source(id) != nullptr || catalog.find_document(id) != nullptr;
  if (key == "rules") return catalog.find_rule(id) != nullptr;
  if (key == "roles") return catalog.find_role(id) != nullptr;
  if (key == "families") return catalog.family_names.find(id) != catalog.family_names.end();
  const std::string_view section = key == "items" ? "readiness" : key;
  const bool is_own = key == "items" || key == "principles" || key == "points" || key == "evidence";
  return !is_own || library.find_section(section) == nullptr || library.find_row(section, id) != nullptr;
}

/// What single sources say about a matter (library/disagreements.json).
void check_said(const Json& row, const Library& library, const Catalog& catalog, Fault& fault) {
  const auto said = row.find("what_sources_say");
  if (said == row.end()) return;
  for (const Json& one : *said) {
    const std::string& source = text_of(one, "source");
    if (!is_known("sources", source, library, catalog)) {
      fault.report("content.unknown_id", place(text_of(row, "id"), source));
    }
  }
}

void check_rows(const Library& library, const Catalog& catalog, Fault& fault) {
  for (const auto& [name, section_rows] : library.sections) {
    for (const Json& row : section_rows) {
      const std::string& id = text_of(row, "id");
      if (id.empty()) fault.report("content.missing_field", place(name, "id"));
      if (!row.is_object()) return;
      if (library.find_row(name, id) != &row) fault.report("content.duplicate_id", place(name, id));
      for (const auto& [key, value] : row.get_ref<const Json::object_t&>()) {
        for (const std::string& named : texts_of(row, key.c_str())) {
          if (!is_known(key, named, library, catalog)) fault.report("content.unknown_id", place(id, named));
        }
      }
      check_said(row, library, catalog, fault);
    }
  }
}

const Json& rows_of(const Library& library, std::string_view name) {
  static const Json kNone(Json::value_t::array);
  const Json* found = library.find_section(name);
  return found == nullptr ? kNone : *found;
}

Dilemma to_dilemma(const Json& row) {
  Dilemma dilemma{text_of(row, "id"), text_of(row, "kind") == "depends", {}};
  const auto options = row.find("options");
  if (options == row.end()) return dilemma;
  for (const Json& option : *options) {
    dilemma.options.push_back(DilemmaOption{text_of(option, "id"), text_of(option, "fits")});
  }
  return dilemma;
}

ReadinessItem to_item(const Json& row) {
  const auto caps = row.find("caps");
  return ReadinessItem{text_of(row, "id"), static_cast<int>(texts_of(row, "anchors").size()) - 1,
                       caps != row.end() && *caps == Json(true), texts_of(row, "points"), text_of(row, "area")};
}

ReadinessBand to_band(const Json& row, Fault& fault) {
  ReadinessBand band{text_of(row, "id"), 0};
  const auto percent = row.find("percent_min");
  if (percent == row.end() || !percent->is_number_unsigned()) {
    fault.report("content.wrong_type", place(band.id, "percent_min"));
  } else {
    band.percent_min = static_cast<int>(percent->get<unsigned>());
  }
  return band;
}

void read_typed(Library& library, Fault& fault) {
  for (const Json& row : rows_of(library, "dilemmas")) library.dilemmas.push_back(to_dilemma(row));
  for (const Json& row : rows_of(library, "readiness")) library.readiness.push_back(to_item(row));
  for (const Json& row : rows_of(library, "bands")) library.bands.push_back(to_band(row, fault));
  for (const Json& row : rows_of(library, "points")) library.point_ids.push_back(text_of(row, "id"));
  for (const Json& row : rows_of(library, "areas")) library.area_ids.push_back(text_of(row, "id"));
}

}  // namespace

const base::Json* Library::find_section(std::string_view name) const {
  const auto found = sections.find(name);
  return found == sections.end() ? nullptr : &found->second;
}

const base::Json* Library::find_row(std::string_view section, std::string_view id) const {
  const Json* found = find_section(section);
  if (found == nullptr) return nullptr;
  for (const Json& row : *found) {
    if (text_of(row, "id") == id) return &row;
  }
  return nullptr;
}

Result<Library> parse_library(std::span<const BundledFile> files, const Catalog& catalog) {
  Library library;
  Fault fault;
  read_sections(files, library, fault);
  if (!fault.any()) overlay_sections(files, catalog.locale, library, fault);
  if (!fault.any()) check_rows(library, catalog, fault);
  if (!fault.any()) read_typed(library, fault);
  if (fault.any()) return tl::unexpected<Error>(fault.error());
  return Result<Library>(std::move(library));
}

Result<const Library*> library(const Catalog& catalog) {
  static std::map<std::string, Library> kept;
  const auto known = kept.find(catalog.locale);
  if (known != kept.end()) return &known->second;
  if (!has_files(kFolder)) return fail("content.not_here", "library");
  if (catalog.locale != kLocales[0] && !has_files("locales/" + catalog.locale + "/library-")) {
    return fail("content.not_here", "library-" + catalog.locale);
  }
  Result<Library> parsed = parse_library(all_files(), catalog);
  if (!parsed) std::abort();  // ours, and tested before it ships
  return &kept.emplace(catalog.locale, std::move(*parsed)).first->second;
}

}  // namespace trellis::content
