// SPDX-License-Identifier: MIT
#include "content/growth_pack.hpp"

#include <algorithm>
#include <cassert>

#include "content/growth_readers.hpp"
#include "content/readers.hpp"

namespace trellis::content {
namespace {

constexpr std::string_view kFolder = "growth/";
constexpr std::string_view kWordsFiles = "/growth";

Forms read_forms(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Forms forms;
  fields.read("words_per_minute", forms.words_per_minute);
  fields.read("seconds_per_item", forms.seconds_per_item);
  fields.read("short", forms.short_ids);
  for (const auto& [rung_id, ids] : members(fields.value("short_by_rung"), path, fault)) {
    for (const Json& id : rows(ids, path, fault)) {
      if (id.is_string()) forms.short_by_rung[rung_id].push_back(id.get<std::string>());
    }
  }
  for (const Json& row : rows(fields.value("left_out"), path, fault)) {
    Fields left(row, place(path, "left_out"), fault);
    LeftOut item;
    left.read("competency", item.competency_id);
    left.read("roles", item.role_ids);
    left.read("why", item.why);
    left.finish();
    forms.left_out.push_back(std::move(item));
  }
  Fields sureness(fields.value("sureness"), place(path, "sureness"), fault);
  sureness.read("few_below", forms.sureness.few_below);
  sureness.read("few", forms.sureness.few);
  sureness.read("run_high", forms.sureness.run_high);
  sureness.read("source", forms.sureness.source_id);
  sureness.finish();
  fields.finish();
  return forms;
}

Condition read_condition(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Condition condition;
  fields.read("id", condition.id);
  fields.read("question", condition.question);
  fields.read("low", condition.low);
  fields.read("clauses", condition.clause_ids);
  fields.finish();
  return condition;
}

/// A row of content/library/leadership.json. The letters of its id are its area; the area has the name of its role.
void read_leading(const Json& json, const std::string& path, GrowthPack& pack, Fault& fault) {
  Fields fields(json, path, fault);
  Competency item;
  fields.read("id", item.id);
  fields.read("name", item.name);
  fields.read("statement", item.statement);
  fields.read("proof", item.evidence);
  fields.read("practice", item.practice);
  fields.read("levels", item.level_texts);
  fields.read("clauses", item.clause_ids);
  const std::vector<std::string> roles = fields.texts("roles");
  for (const char* key : {"sources", "as_of", "verified"}) fields.value(key);
  fields.finish();
  item.domain_id = item.id.substr(0, item.id.find_first_of("0123456789"));
  if (roles.size() != 1) return fault.report("content.wrong_type", place(path, item.id));
  const bool is_new = pack.leading_roles.emplace(item.domain_id, roles.front()).second;
  if (is_new) pack.leading.domains.push_back({item.domain_id, {}});
  pack.leading.competencies.push_back(std::move(item));
}

void name_domains(GrowthPack& pack, const Catalog& catalog, Fault& fault) {
  for (Domain& domain : pack.leading.domains) {
    const Role* role = catalog.find_role(pack.leading_roles[domain.id]);
    if (role == nullptr) return fault.report("content.unknown_id", place("growth", domain.id));
    domain.name = role->name;
  }
}

void read_file(const BundledFile& file, GrowthPack& pack, Fault& fault) {
  const std::string path(file.path);
  const Json json = parse_json(path, file.text, fault);
  if (path == "growth/ladder.json") {
    pack.ladder = read_ladder(json, path, fault);
  } else if (path == "growth/forms.json") {
    pack.forms = read_forms(json, path, fault);
  } else if (path == "growth/leadership.json") {
    for (const Json& row : rows(json, path, fault)) read_leading(row, path, pack, fault);
  } else {
    for (const Json& row : rows(json, path, fault)) pack.conditions.push_back(read_condition(row, path, fault));
  }
}

void put_rung(Fields& words, Rung& rung) {
  words.overwrite("name", rung.name);
  words.overwrite("who", rung.who);
  overwrite_facts(words, "published", rung.published);
}

void put_competency(Fields& words, Competency& item) {
  words.overwrite("name", item.name);
  words.overwrite("statement", item.statement);
  words.overwrite("levels", item.level_texts);
  words.overwrite("proof", item.evidence);
  words.overwrite("practice", item.practice);
}

/// Puts the words of one id in their place. @return false when there is no such id
bool put_words(Fields& words, std::string_view id, GrowthPack& pack) {
  if (id == pack.ladder.id) {
    words.overwrite("name", pack.ladder.name);
    words.overwrite("limits", pack.ladder.limits);
    words.overwrite("side_steps", pack.ladder.side_steps);
    return true;
  }
  for (Rung& rung : pack.ladder.rungs) {
    if (rung.id == id) return put_rung(words, rung), true;
    for (Requirement& row : rung.requirements) {
      if (row.id == id) return words.overwrite("text", row.text), true;
    }
  }
  if (id == "sureness") {
    words.overwrite("few", pack.forms.sureness.few);
    words.overwrite("run_high", pack.forms.sureness.run_high);
    return true;
  }
  for (Condition& condition : pack.conditions) {
    if (id != "condition." + condition.id) continue;
    words.overwrite("question", condition.question);
    words.overwrite("low", condition.low);
    return true;
  }
  for (Competency& item : pack.leading.competencies) {
    if (id == item.id) return put_competency(words, item), true;
  }
  for (LeftOut& item : pack.forms.left_out) {
    if (id == "left_out." + item.competency_id) return words.overwrite("why", item.why), true;
  }
  return false;
}

void translate(const BundledFile& file, GrowthPack& pack, Fault& fault) {
  const std::string path(file.path);
  const Json json = parse_json(path, file.text, fault);
  for (const auto& [id, row] : members(json, path, fault)) {
    if (id == "status") continue;
    Fields words(row, place(path, id), fault);
    if (!put_words(words, id, pack)) fault.report("content.unknown_id", place(path, id));
    words.finish();
  }
}

/// Clauses, sources and competencies that the pack names are those of the catalogue.
void check_references(const GrowthPack& pack, const Catalog& catalog, Fault& fault) {
  const auto needs = [&fault](bool is_known, const std::string& id) {
    if (!is_known) fault.report("content.unknown_id", place("growth", id));
  };
  for (const Rung& rung : pack.ladder.rungs) {
    for (const auto& id : rung.clause_ids) needs(catalog.find_clause(id) != nullptr, id);
    for (const Fact& fact : rung.published) needs(catalog.find_source(fact.source_id) != nullptr, fact.source_id);
    for (const Requirement& row : rung.requirements) {
      needs(row.source_id.empty() || catalog.find_source(row.source_id) != nullptr, row.source_id);
    }
  }
  for (const Competency& item : pack.leading.competencies) {
    for (const auto& id : item.clause_ids) needs(catalog.find_clause(id) != nullptr, id);
  }
  for (const Condition& condition : pack.conditions) {
    for (const auto& id : condition.clause_ids) needs(catalog.find_clause(id) != nullptr, id);
  }
  needs(catalog.find_source(pack.forms.sureness.source_id) != nullptr, pack.forms.sureness.source_id);
  for (const auto& id : pack.forms.short_ids) needs(catalog.find_competency(id) != nullptr, id);
  for (const auto& [rung_id, ids] : pack.forms.short_by_rung) {
    needs(pack.ladder.find_rung(rung_id) != nullptr, rung_id);
    for (const auto& id : ids) needs(catalog.find_competency(id) != nullptr, id);
  }
}

Result<GrowthPack> read_pack(const Catalog& catalog) {
  GrowthPack pack;
  Fault fault;
  const auto files = all_files();
  for (const BundledFile& file : files) {
    if (file.path.starts_with(kFolder)) read_file(file, pack, fault);
  }
  const std::string words = "locales/" + catalog.locale + std::string(kWordsFiles);
  for (const BundledFile& file : files) {
    if (file.path.starts_with(words)) translate(file, pack, fault);
  }
  name_domains(pack, catalog, fault);
  check_references(pack, catalog, fault);
  if (fault.any()) return tl::unexpected<Error>(fault.error());
  return pack;
}

}  // namespace

bool is_growth_file(std::string_view path) {
  return path.starts_with(kFolder) || (path.starts_with("locales/") && path.find(kWordsFiles) != path.npos);
}

Result<const GrowthPack*> growth_pack(const Catalog& catalog) {
  static std::map<std::string, GrowthPack> packs;
  if (const auto at = packs.find(catalog.locale); at != packs.end()) return &at->second;
  const auto files = all_files();
  if (std::none_of(files.begin(), files.end(), [](const BundledFile& f) { return f.path.starts_with(kFolder); })) {
    return fail("content.not_here", "growth");
  }
  auto read = read_pack(catalog);
  assert(read);
  if (!read) return tl::unexpected<Error>(read.error());
  return &packs.emplace(catalog.locale, std::move(*read)).first->second;
}

}  // namespace trellis::content
