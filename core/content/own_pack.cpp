// SPDX-License-Identifier: MIT
#include "content/own_pack.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "content/growth_pack.hpp"
#include "content/json_fields.hpp"
#include "content/library.hpp"

namespace trellis::content {
namespace {

constexpr std::string_view kSchemaId = "trellis:content/pack";
constexpr std::string_view kLocaleFolder = "locales/";

/// A file of the pack, as text again: readers take text.
struct PackFile {
  std::string path;
  std::string text;
};

std::string optional_text(Fields& fields, const char* key, std::string_view fallback) {
  std::string text(fallback);
  fields.overwrite(key, text);
  return text;
}

/// What the pack says about itself; the files that it may hold come back for the next step.
std::vector<PackFile> read_head(const Json& json, OwnPack& pack, Fault& fault) {
  Fields fields(json, "pack", fault);
  pack.id = fields.text("id");
  pack.name = fields.text("name");
  pack.jurisdiction = optional_text(fields, "jurisdiction", "");
  pack.as_of = fields.text("as_of");
  pack.language = optional_text(fields, "language", kLocales[0]);
  if (optional_text(fields, "$schema", kSchemaId) != kSchemaId) fault.report("content.wrong_type", "pack: $schema");
  std::vector<PackFile> files;
  for (const auto& [path, value] : members(fields.value("files"), "pack: files", fault)) {
    if (is_pack_path(path)) {
      files.push_back(PackFile{path, base::json_text(value)});
    } else {
      pack.unused_paths.push_back(path);
    }
  }
  fields.finish();
  return files;
}

std::vector<BundledFile> beside_ours(const std::vector<PackFile>& files) {
  std::vector<BundledFile> all = all_files();
  for (const PackFile& file : files) all.push_back(BundledFile{file.path, file.text});
  return all;
}

/// "seeker" for "library/seeker.json"; empty for what is no section of the library.
std::string section_of(std::string_view path) {
  constexpr std::string_view kFolder = "library/";
  constexpr std::string_view kEnd = ".json";
  const bool is_section = path.starts_with(kFolder) && path.ends_with(kEnd);
  return is_section ? std::string(path.substr(kFolder.size(), path.size() - kFolder.size() - kEnd.size())) : "";
}

/// The ids of a file's rows, or of the one thing that it holds.
std::vector<std::string> ids_in(const PackFile& file) {
  std::vector<std::string> ids;
  const auto add_id = [&ids](const Json& row) {
    const auto id = row.is_object() ? row.find("id") : row.end();
    if (id != row.end() && id->is_string()) ids.push_back(id->get<std::string>());
  };
  const auto json = base::parse_json(file.text);
  if (!json || !json->is_array()) {
    if (json) add_id(*json);
    return ids;
  }
  for (const Json& row : *json) add_id(row);
  return ids;
}

/// The name that the words of a file have below locales/TAG/: "library-seeker.json", "roles.json", "sources.json".
std::string words_name(const std::string& path) {
  const std::size_t slash = path.find('/');
  if (slash == path.npos) return path;
  const std::string folder = path.substr(0, slash);
  return folder == "library" ? folder + "-" + path.substr(slash + 1) : folder + ".json";
}

/// Words of a pack are for its own rows: those of ours stay as they are, in every language.
void check_words(const std::vector<PackFile>& files, Fault& fault) {
  std::map<std::string, std::set<std::string>> own;
  for (const PackFile& file : files) {
    if (file.path.starts_with(kLocaleFolder)) continue;
    for (std::string& id : ids_in(file)) own[words_name(file.path)].insert(std::move(id));
  }
  for (const PackFile& file : files) {
    if (!file.path.starts_with(kLocaleFolder)) continue;
    const std::set<std::string>& ids = own[file.path.substr(file.path.find('/', kLocaleFolder.size()) + 1)];
    const Json json = parse_json(file.path, file.text, fault);
    for (const auto& [id, words] : members(json, file.path, fault)) {
      if (id != "status" && !ids.contains(id)) fault.report("content.unknown_id", place(file.path, id));
    }
  }
}

/// Sections that only our own practice, workplace check and help use.
bool is_ours_alone(std::string_view section) {
  constexpr std::string_view kOurs[] = {"dilemmas", "readiness", "bands", "areas", "points", "help"};
  return std::find(std::begin(kOurs), std::end(kOurs), section) != std::end(kOurs);
}

/// Takes the pack's own rows out of the whole, in the asked language.
void take(const PackFile& file, const Library& whole, OwnPack& pack, Fault& fault) {
  const std::string section = section_of(file.path);
  if (!section.empty() && !is_ours_alone(section)) {
    Json& rows = pack.sections.emplace(section, Json::array()).first->second;
    for (const std::string& id : ids_in(file)) {
      const Json* row = whole.find_row(section, id);
      if (row == nullptr) return fault.report("content.unknown_id", place(file.path, id));
      rows.push_back(*row);
    }
  } else if (file.path == "sources.json") {
    pack.source_ids = ids_in(file);
  } else if (file.path.starts_with("roles/")) {
    for (std::string& id : ids_in(file)) {
      if (pack.catalog.find_role(id) == nullptr) return fault.report("content.unknown_id", place(file.path, id));
      pack.role_ids.push_back(std::move(id));
    }
  } else if (!file.path.starts_with(kLocaleFolder)) {
    pack.unused_paths.push_back(file.path);
  }
}

/// A section that we do not have is no section.
void check_sections(const std::vector<PackFile>& files, const Library& ours, Fault& fault) {
  for (const PackFile& file : files) {
    const bool is_known = !is_library_file(file.path) || !file.path.starts_with("library/") ||
                          ours.find_section(section_of(file.path)) != nullptr;
    if (!is_known) fault.report("content.unknown_id", file.path);
  }
}

bool speaks(const std::vector<PackFile>& files, std::string_view locale) {
  const std::string folder = std::string(kLocaleFolder) + std::string(locale) + "/";
  return std::any_of(files.begin(), files.end(), [&folder](const PackFile& f) { return f.path.starts_with(folder); });
}

}  // namespace

bool fits_an_entry(std::string_view text) {
  constexpr std::size_t kMarks = 2;  // around the text
  return text.size() <= kOwnFileBytesMax &&
         base::json_text(Json(std::string(text))).size() <= kOwnFileBytesMax + kMarks;
}

bool is_pack_path(std::string_view path) {
  constexpr std::string_view kFolders[] = {"library/", "locales/", "roles/", "rules/"};
  constexpr std::string_view kFiles[] = {"safeguards.json", "settings/settings.json", "sources.json"};
  const auto is_inside = [path](std::string_view folder) { return path.starts_with(folder); };
  return !is_growth_file(path) && (std::any_of(std::begin(kFolders), std::end(kFolders), is_inside) ||
                                   std::find(std::begin(kFiles), std::end(kFiles), path) != std::end(kFiles));
}

Result<OwnPack> read_own_pack(std::string_view text, std::string_view locale) {
  if (!fits_an_entry(text)) return fail("content.too_long");
  const auto ours = library(catalog(locale));
  if (!ours) return tl::unexpected<Error>(ours.error());
  OwnPack pack;
  Fault fault;
  const Json json = parse_json("pack", text, fault);
  if (fault.any()) return fail("content.not_json");
  const std::vector<PackFile> files = read_head(json, pack, fault);
  check_sections(files, **ours, fault);
  check_words(files, fault);
  if (fault.any()) return tl::unexpected<Error>(fault.error());
  const std::vector<BundledFile> all = beside_ours(files);
  Result<Catalog> whole_catalog = parse_catalog(all, locale);
  if (!whole_catalog) return tl::unexpected<Error>(whole_catalog.error());
  const Result<Library> whole = parse_library(all, *whole_catalog);
  if (!whole) return tl::unexpected<Error>(whole.error());
  pack.catalog = std::move(*whole_catalog);
  for (const PackFile& file : files) take(file, *whole, pack, fault);
  if (fault.any()) return tl::unexpected<Error>(fault.error());
  if (speaks(files, locale)) pack.language = locale;
  return Result<OwnPack>(std::move(pack));
}

}  // namespace trellis::content
