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
#include "content_schemas.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

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

void check_schema(const NamedFile& file, Json& problems) {
  const std::optional<Json> document = schema_document(file.path);
  const auto add = [&](const std::string& where, const std::string& what) {
    problems.push_back({{"file", file.path}, {"where", where}, {"what", what}});
  };
  if (!document) return add("", "no schema");
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

/// All content with the given files in it. @param replaces  a single file stands for the one of ours at its path
std::vector<content::BundledFile> content_with(const std::vector<NamedFile>& files,
                                               const std::vector<std::string>& texts, bool replaces) {
  std::vector<content::BundledFile> all;
  for (const content::BundledFile& ours : content::all_files()) {
    if (!replaces || ours.path != files.front().path) all.push_back(ours);
  }
  for (std::size_t i = 0; i < files.size(); ++i) all.push_back(content::BundledFile{files[i].path, texts[i]});
  return all;
}

/// Whether every id that is named exists and none is there twice, in every language.
void check_ids(const std::vector<NamedFile>& files, bool replaces, Json& problems) {
  std::vector<std::string> texts;
  for (const NamedFile& file : files) texts.push_back(base::json_text(file.value));
  const auto all = content_with(files, texts, replaces);
  for (const std::string_view locale : content::kLocales) {
    const auto catalog = content::parse_catalog(all, locale);
    std::optional<Error> error = catalog ? std::nullopt : std::optional<Error>(catalog.error());
    if (catalog) {
      const auto library = content::parse_library(all, *catalog);
      if (!library) error = library.error();
    }
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
  if (is_pack) check_schema(NamedFile{"pack.json", *value}, problems);
  const std::vector<NamedFile> files = files_of(path, std::move(*value));
  for (const NamedFile& file : files) check_schema(file, problems);
  const bool has_ids =
      !files.empty() && files.front().path != "glossary.json";  // for translators; the core never reads it
  if (problems.empty() && has_ids) check_ids(files, !is_pack, problems);
  return problems;
}

void print_problems(const Json& problems) {
  for (const Json& problem : problems) {
    print_paragraph(printable(problem["where"].get<std::string>() + "  " + problem["what"].get<std::string>()), 4,
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
    print_problems(problems);
    std::cout << session.words(problems.empty() ? "validate.fine" : "validate.problems") << '\n';
  }
  return problems.empty() ? kDone : kConcerns;
}

}  // namespace trellis::cli
