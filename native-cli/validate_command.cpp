// SPDX-License-Identifier: MIT
// `trellis content validate`: one content file, or a pack of several, against the schemas of content/schema/, and its
// ids against all content. Says where something is wrong, never what stands there.
#include <iostream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "commands.hpp"
#include "content/library.hpp"
#include "content/own_pack.hpp"
#include "content_schemas.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// The schemas' patterns are matched with a call for each letter, so a text or a key without end would end the stack.
constexpr std::size_t kTextBytesMax = 10'000;
constexpr std::size_t kKeyBytesMax = 200;

/// A content file by its path below content/.
struct NamedFile {
  std::string path;
  Json value;
};

/// Folders of content/ with more than one file; what lies elsewhere is known by its name alone.
constexpr std::string_view kFolders[] = {"rules/", "roles/", "competencies/", "settings/", "library/", "locales/"};

/// The path below content/ that a file's own path ends with, or nothing.
std::string content_path(const std::string& path) {
  for (const std::string_view folder : kFolders) {
    const std::size_t at = path.rfind(folder);
    if (at != std::string::npos && (at == 0 || path[at - 1] == '/')) return path.substr(at);
  }
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string stem_of(const std::string& path) {
  const std::size_t begin = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  const std::size_t dot = path.rfind(".json");
  return path.substr(begin, dot == std::string::npos ? dot : dot - begin);
}

/// Name of the schema and of the definition inside it ("" for the whole), as scripts/check-content.mjs chooses them.
std::pair<std::string, std::string> schema_for(const std::string& path) {
  if (path.starts_with("library/")) return {"library", stem_of(path)};
  if (path.starts_with("locales/")) {
    return stem_of(path).starts_with("library-") ? std::pair<std::string, std::string>{"library", "translation"}
                                                 : std::pair<std::string, std::string>{"locale", stem_of(path)};
  }
  if (path.starts_with("rules/")) return {"rule", ""};
  if (path.starts_with("roles/")) return {"role", ""};
  if (path.starts_with("competencies/")) return {"framework", ""};
  return {stem_of(path), ""};
}

/// Whether no text and no key is too long for the schemas. Nesting was limited by the parser.
bool is_matchable(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().size() <= kTextBytesMax;
  if (!value.is_structured()) return true;
  for (const auto& [key, inner] : value.items()) {
    if (key.size() > kKeyBytesMax || !is_matchable(inner)) return false;
  }
  return true;
}

/// The schema as one document whose root is the definition asked for; nothing where there is none.
std::optional<Json> schema_document(const std::string& path) {
  const auto [name, definition] = schema_for(path);
  for (const ContentSchema& schema : content_schemas()) {
    if (schema.name != name) continue;
    Json document = Json::parse(schema.text);
    if (definition.empty()) return document;
    if (!document["$defs"].contains(definition)) return std::nullopt;
    Json root = document["$defs"][definition];
    root["$defs"] = std::move(document["$defs"]);
    return root;
  }
  return std::nullopt;
}

/// @param is_of_pack  fewer files may be there than in content/
void check_schema(const NamedFile& file, bool is_of_pack, Json& problems) {
  const bool may_be = !is_of_pack || content::is_pack_path(file.path);
  const std::optional<Json> document = may_be ? schema_document(file.path) : std::nullopt;
  const auto add = [&](const std::string& where, const std::string& what) {
    problems.push_back({{"file", file.path}, {"where", where}, {"what", what}});
  };
  if (!document) return add("", "content.no_schema");
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(*document), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, Adapter(file.value), &results)) return;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    std::string where;
    for (const std::string& step : error.context) where.append(step == "<root>" ? "" : step);
    add(where, error.description);
  }
}

/// All content with one file in the place of ours at its path.
std::vector<content::BundledFile> content_with(const content::BundledFile& file) {
  std::vector<content::BundledFile> all;
  for (const content::BundledFile& ours : content::all_files()) {
    if (ours.path != file.path) all.push_back(ours);
  }
  all.push_back(file);
  return all;
}

/// What is wrong with the ids of all content; nothing where it is right.
std::optional<Error> fault_of(const std::vector<content::BundledFile>& all, std::string_view locale) {
  const auto catalog = content::parse_catalog(all, locale);
  if (!catalog) return catalog.error();
  const auto library = content::parse_library(all, *catalog);
  return library ? std::nullopt : std::optional<Error>(library.error());
}

std::optional<Error> fault_of_pack(const std::string& text, std::string_view locale) {
  const auto pack = content::read_own_pack(text, locale);
  return pack ? std::nullopt : std::optional<Error>(pack.error());
}

/// Whether every id that is named exists and none is there twice, in every language.
/// @param pack  text of a pack; empty: `file` is a single file, which stands for ours
void check_ids(const NamedFile& file, const std::string& pack, Json& problems) {
  const std::string text = base::json_text(file.value);
  for (const std::string_view locale : content::kLocales) {
    const auto error = pack.empty() ? fault_of(content_with({file.path, text}), locale) : fault_of_pack(pack, locale);
    if (!error) continue;
    problems.push_back({{"file", ""}, {"where", error->detail}, {"what", error->code}});
    return;
  }
}

/// A pack's files, or the file itself.
std::vector<NamedFile> files_of(const std::string& path, Json&& value) {
  std::vector<NamedFile> files;
  const bool is_pack = value.is_object() && value.contains("files") && value["files"].is_object();
  if (!is_pack) {
    files.push_back(NamedFile{content_path(path), std::move(value)});
    return files;
  }
  for (const auto& [name, content] : value["files"].items()) files.push_back(NamedFile{name, content});
  return files;
}

}  // namespace

Json content_problems(const std::string& path, const std::string& text) {
  std::optional<Json> value = base::parse_json(text);
  Json problems = Json::array();
  if (!value) {
    problems.push_back({{"file", path}, {"where", ""}, {"what", "content.not_json"}});
    return problems;
  }
  const bool is_pack = value->is_object() && value->contains("files");
  if ((is_pack && !content::fits_an_entry(text)) || !is_matchable(*value)) {
    problems.push_back({{"file", path}, {"where", ""}, {"what", "content.too_long"}});
    return problems;
  }
  if (is_pack) check_schema(NamedFile{"pack.json", *value}, false, problems);
  const std::vector<NamedFile> files = files_of(path, std::move(*value));
  for (const NamedFile& file : files) check_schema(file, is_pack, problems);
  const bool has_ids =
      !files.empty() && files.front().path != "glossary.json";  // for translators; the core never reads it
  if (problems.empty() && has_ids) check_ids(files.front(), is_pack ? text : "", problems);
  return problems;
}

void print_problems(const Session& session, const Json& problems) {
  for (const Json& problem : problems) {
    const std::string key = "validate.what." + problem["what"].get<std::string>();
    const std::string words = session.words(key);
    const std::string what = words == key ? problem["what"].get<std::string>() : words;  // a schema's own words stay
    print_paragraph(printable(problem["where"].get<std::string>() + "  " + what), 4,
                    printable(problem["file"].get<std::string>()));
  }
}

int content_validate(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const Json problems = content_problems(path, *text);
  if (session.settings().json) {
    print_json({{"problems", problems}});
  } else {
    print_problems(session, problems);
    std::cout << session.words(problems.empty() ? "validate.fine" : "validate.problems") << '\n';
  }
  return problems.empty() ? kDone : kConcerns;
}

}  // namespace trellis::cli
