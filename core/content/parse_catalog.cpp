// SPDX-License-Identifier: MIT
// From files to one catalogue: reads every file by its folder, lays the asked language over it, checks all ids.
// The only place that decides which file is what. No file system: files come in as text.
#include <algorithm>
#include <utility>

#include "base/order.hpp"
#include "content/growth_pack.hpp"
#include "content/lexicon.hpp"
#include "content/linear_model.hpp"
#include "content/readers.hpp"

namespace trellis::content {
namespace {

constexpr std::string_view kLocaleFolder = "locales/";

/// File name without folder and ".json".
std::string stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

void check_stem(const std::string& id, const std::string& path, Fault& fault) {
  if (id != stem(path)) fault.report("content.unknown_id", place(path, id).append(" is not the file name"));
}

template <class Row>
void read_table(std::vector<Row>& table, Row (*read)(const Json&, const std::string&, Fault&), const Json& json,
                const std::string& path, Fault& fault) {
  for (const Json& row : rows(json, path, fault)) table.push_back(read(row, path, fault));
}

void read_families(std::map<std::string, std::string>& names, const Json& json, const std::string& path, Fault& fault) {
  for (const Json& row : rows(json, path, fault)) {
    Fields fields(row, path, fault);
    std::string id = fields.text("id");
    const bool added = names.emplace(id, fields.text("name")).second;
    if (!added) fault.report("content.duplicate_id", place(path, id));
    fields.finish();
  }
}

/// What has been read so far.
struct Draft {
  Catalog catalog;
  std::vector<OrderedRole> roles;
  Fault fault;
};

void read_single_file(const std::string& path, const Json& json, Draft& draft) {
  Catalog& catalog = draft.catalog;
  Fault& fault = draft.fault;
  if (path == "documents.json") return read_table(catalog.documents, read_document, json, path, fault);
  if (path == "clauses.json") return read_table(catalog.clauses, read_clause, json, path, fault);
  if (path == "sources.json") return read_table(catalog.sources, read_source, json, path, fault);
  if (path == "safeguards.json") return read_table(catalog.safeguards, read_safeguard, json, path, fault);
  if (path == "settings/settings.json") return read_table(catalog.settings, read_setting, json, path, fault);
  if (path == "families.json") return read_families(catalog.family_names, json, path, fault);
  fault.report("content.unknown_id", path + " is no file that the core knows");
}

void read_rule_file(const std::string& path, const Json& json, Draft& draft) {
  draft.catalog.rules.push_back(read_rule(json, path, draft.fault));
  check_stem(draft.catalog.rules.back().id, path, draft.fault);
}

/// Examples that come after their rule.
void read_example_file(const std::string& path, const Json& json, Draft& draft) {
  std::vector<Rule>& rules = draft.catalog.rules;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&path](const Rule& r) { return r.id == stem(path); });
  if (rule == rules.end()) return draft.fault.report("content.unknown_id", path);
  read_examples(json, path, draft.fault, *rule);
}

void read_role_file(const std::string& path, const Json& json, Draft& draft) {
  draft.roles.push_back(read_role(json, path, draft.fault));
  check_stem(draft.roles.back().role.id, path, draft.fault);
}

void read_framework_file(const std::string& path, const Json& json, Draft& draft) {
  draft.catalog.framework = read_framework(json, path, draft.fault);
  check_stem(draft.catalog.framework.id, path, draft.fault);
}

void read_file(const BundledFile& file, Draft& draft) {
  const std::string path(file.path);
  const Json json = parse_json(path, file.text, draft.fault);
  if (draft.fault.any()) return;
  if (path.starts_with("rules/")) return read_rule_file(path, json, draft);
  if (path.starts_with("examples/")) return read_example_file(path, json, draft);
  if (path.starts_with("roles/")) return read_role_file(path, json, draft);
  if (path.starts_with("competencies/")) return read_framework_file(path, json, draft);
  read_single_file(path, json, draft);
}

/// Word classes, weights, the growth pack and the library have readers of their own.
bool has_own_reader(std::string_view path) {
  return path.starts_with("lexicon/") || path.starts_with("model/") || is_growth_file(path) || is_library_file(path);
}

bool is_locale_file(std::string_view path) { return path.starts_with(kLocaleFolder); }

void overlay_locale(std::span<const BundledFile> files, std::string_view locale, Draft& draft) {
  const std::string folder = std::string(kLocaleFolder) + std::string(locale) + "/";
  for (const BundledFile& file : files) {
    if (!file.path.starts_with(folder) || has_own_reader(file.path)) continue;
    const std::string path(file.path);
    const Json json = parse_json(path, file.text, draft.fault);
    if (draft.fault.any()) return;
    overlay(json, file.path.substr(folder.size()), path, draft.catalog, draft.fault);
  }
}

void put_in_order(Draft& draft) {
  base::stable_order(draft.catalog.rules, [](const Rule& a, const Rule& b) { return a.id < b.id; });
  base::stable_order(draft.roles, [](const OrderedRole& a, const OrderedRole& b) { return a.order < b.order; });
  for (OrderedRole& ordered : draft.roles) draft.catalog.roles.push_back(std::move(ordered.role));
}

}  // namespace

Result<Catalog> parse_catalog(std::span<const BundledFile> files, std::string_view locale) {
  Draft draft;
  for (const BundledFile& file : files) {
    if (!is_locale_file(file.path) && !has_own_reader(file.path)) read_file(file, draft);
  }
  put_in_order(draft);
  overlay_locale(files, kLocales[0], draft);
  if (locale != kLocales[0]) overlay_locale(files, locale, draft);
  cross_check(draft.catalog, draft.fault);
  Result<std::map<std::string, Lexicon>> lexicons = read_lexicons(files);
  if (!lexicons) return tl::unexpected<Error>(lexicons.error());
  draft.catalog.lexicons = std::move(*lexicons);
  Result<std::map<std::string, LinearModel>> models = read_models(files);
  if (!models) return tl::unexpected<Error>(models.error());
  draft.catalog.models = std::move(*models);
  if (draft.fault.any()) return tl::unexpected<Error>(draft.fault.error());
  draft.catalog.locale = locale;
  draft.catalog.version = bundle_version();
  return std::move(draft.catalog);
}

}  // namespace trellis::content
